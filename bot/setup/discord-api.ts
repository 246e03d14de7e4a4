/** The few questions that the wizard has for Discord before there is a channel to connect to. PLATFORMS 6. */

const API = 'https://discord.com/api';
const CALL_MS = 8_000;
/** Text and announcements. */
const WRITABLE = new Set([0, 5]);

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** `status` is null when no answer came. */
export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
  readonly status: number | null;

  constructor(status: number | null, words: string) {
    super(status === null ? words : `HTTP ${status}`);
    this.status = status;
  }
}

export class DiscordApi {
  readonly #base: string;
  readonly #token: string;

  constructor(token: string, api: string | null) {
    this.#token = token;
    this.#base = `${(api ?? API).replace(/\/+$/, '')}/v10`;
  }

  /** Id of the bot's application. @throws DiscordRefusal 401 for a bad token */
  async application(): Promise<string> {
    const { id } = (await this.#get('/applications/@me')) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  }

  /** Servers that the bot is on. @throws DiscordRefusal */
  async guilds(): Promise<readonly Named[]> {
    return namedIn(await this.#get('/users/@me/guilds'));
  }

  /** Channels of a server that can be written to, as far as the bot sees them. @throws DiscordRefusal */
  async channels(guild: string): Promise<readonly Named[]> {
    const all = await this.#get(`/guilds/${guild}/channels`);
    const fitting = Array.isArray(all) ? all.filter(({ type }) => WRITABLE.has(type)) : [];
    return namedIn(fitting);
  }

  /** Whether a line with this word is among the last of the channel. @throws DiscordRefusal */
  async stands(channel: string, word: string): Promise<boolean> {
    const last = await this.#get(`/channels/${channel}/messages?limit=10`);
    return Array.isArray(last) && last.some(({ content }) => String(content).includes(word));
  }

  async #get(path: string): Promise<unknown> {
    let answer: Response;
    try {
      answer = await fetch(`${this.#base}${path}`, {
        headers: { authorization: `Bot ${this.#token}`, accept: 'application/json' },
        // A token must not follow to wherever an answer points.
        redirect: 'error',
        signal: AbortSignal.timeout(CALL_MS),
      });
    } catch (error) {
      throw new DiscordRefusal(null, error instanceof Error ? error.message : 'no answer');
    }
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok || body === null) throw new DiscordRefusal(answer.status, '');
    return body;
  }
}

function namedIn(list: unknown): readonly Named[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap(({ id, name }: { id?: unknown; name?: unknown }) =>
    typeof id === 'string' ? [{ id, name: String(name ?? id) }] : [],
  );
}
