/** What can be done now: by who is signed in, as whom, and by what Twitch lets us hear. */
import type { Capabilities, Polls, Predictions, Rewards } from '../contract.ts';
import { type Abilities, capabilitiesOf, mayAsk, mayReward } from './abilities.ts';
import type { Entry } from './entry.ts';
import { deleteLine, silence } from './moderation.ts';
import type { Studio } from './studio.ts';

const NONE: ReadonlySet<string> = new Set();

export class Rights {
  readonly #studio: Studio | null;
  readonly #entry: Entry;
  readonly #moderator: () => boolean;
  /** The chat was read once, so that it is known who we are. */
  #known = false;
  #rewarded = false;

  /** @param moderator whether whoever writes is a moderator or the owner */
  constructor(studio: Studio | null, entry: Entry, moderator: () => boolean) {
    this.#studio = studio;
    this.#entry = entry;
    this.#moderator = moderator;
  }

  /** Called when the chat is read. */
  learn(): void {
    this.#known = true;
    this.#rewarded ||= mayReward(this.#abilities);
  }

  get #abilities(): Abilities {
    const { wide, identity, owner = false, earning = false } = this.#studio ?? {};
    const api = wide === true && this.#entry.signedIn;
    const scopes = api ? (identity?.scopes ?? NONE) : NONE;
    const about = { owner, earning, api, refused: this.#entry.refused };
    return { write: this.write, moderator: this.#moderator(), scopes, ...about };
  }

  get write(): boolean {
    if (!this.#known) return this.#studio !== null;
    if (!this.#entry.signedIn) return false;
    return Boolean(this.#studio?.voice) || this.#entry.self?.scopes.has('chat:edit') === true;
  }

  get capabilities(): Capabilities {
    return capabilitiesOf(this.#abilities);
  }

  /** Once they were ours they stay: with the sign-in over, what waits is settled after the next one. */
  get rewards(): Rewards | undefined {
    const ours = !this.#known || this.#rewarded || mayReward(this.#abilities);
    return ours ? this.#studio?.rewards : undefined;
  }

  get polls(): Polls | undefined {
    return mayAsk(this.#abilities, 'polls') ? this.#studio?.polls : undefined;
  }

  get predictions(): Predictions | undefined {
    return mayAsk(this.#abilities, 'predictions') ? this.#studio?.predictions : undefined;
  }

  async deleteMessage(id: string): Promise<boolean> {
    const studio = this.#allowed('moderator:manage:chat_messages');
    if (!studio) return false;
    const { helix, channel } = studio.desk();
    return deleteLine(helix, channel, id);
  }

  async timeOut(user: string, seconds: number, reason: string): Promise<boolean> {
    const studio = this.#allowed('moderator:manage:banned_users');
    if (!studio) return false;
    const { helix, channel } = studio.desk();
    return silence(helix, { channel, user, seconds, reason });
  }

  #allowed(scope: string): Studio | null {
    return this.#abilities.scopes.has(scope) ? this.#studio : null;
  }
}
