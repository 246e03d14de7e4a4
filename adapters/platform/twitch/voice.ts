/** Writing into the chat by the API, as the bot or as the streamer. PLATFORMS 1.4. */
import { ChatMessageDroppedError } from '@twurple/api';
import type { Helix } from './helix.ts';
import { TwitchCallError } from './http.ts';
import type { Answered } from './outbox.ts';

export interface VoiceOptions {
  /** The writer's own sign-in. */
  readonly helix: Helix;
  /** User id of the channel's owner. */
  readonly channel: string;
  /**
   * With the app's token the line carries the badge of a bot; the bot has to have agreed (`user:bot`), and the streamer
   * too (`channel:bot`).
   */
  readonly asApp: boolean;
  readonly log: (text: string) => void;
}

const WORDS: Readonly<Record<number, string>> = {
  403: 'This account may not write here.',
  422: 'The line is too long.',
  429: 'Too many lines.',
};

export class Voice {
  readonly #options: VoiceOptions;
  #asApp: boolean;

  constructor(options: VoiceOptions) {
    this.#options = options;
    this.#asApp = options.asApp && options.helix.hasApp;
  }

  /** User id that the lines are written by. */
  get user(): string {
    return this.#options.helix.user;
  }

  /** Never repeated by itself: a line may have been shown although no answer came. @throws Error without a sign-in */
  async say(text: string, replyTo: string | undefined): Promise<Answered> {
    if (this.#asApp) {
      try {
        return await this.#say(text, replyTo, true);
      } catch (error) {
        if (!(error instanceof TwitchCallError) || ![400, 401, 403].includes(error.status ?? 0)) throw error;
        this.#options.log(`the app may not write for the bot (${error.message}); it writes by itself`);
        this.#asApp = false;
      }
    }
    return this.#say(text, replyTo, false);
  }

  async #say(text: string, replyTo: string | undefined, asApp: boolean): Promise<Answered> {
    const { helix, channel } = this.#options;
    const about = replyTo ? { replyParentMessageId: replyTo } : {};
    try {
      const sent = asApp
        ? await helix.chat.sendChatMessageAsApp(helix.user, channel, text, about)
        : await helix.chat.sendChatMessage(channel, text, about);
      return { ok: true, id: sent.id };
    } catch (error) {
      // 200 does not mean sent.
      if (error instanceof ChatMessageDroppedError) {
        return { ok: false, code: error.code ?? 'dropped', text: 'Twitch did not show the line.' };
      }
      if (asApp || !(error instanceof TwitchCallError) || error.code === 'no_answer') throw error;
      const code = error.status === 429 ? 'msg_ratelimit' : error.code;
      return { ok: false, code, text: WORDS[error.status ?? 0] ?? error.message };
    }
  }
}
