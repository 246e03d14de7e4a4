/**
 * One interaction and the answers to it. Discord wants the first within 3 s, takes it once, and takes others for 15 min;
 * here they go one after another, whatever order they are asked in, and no failure leaves this file.
 */
import { InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js';
import { within } from '../shared/within.ts';
import { answerBody } from './body.ts';
import type { Answer, Suggestion } from './contract.ts';
import { ALREADY_ACKNOWLEDGED, type Refused, refusedBy, UNKNOWN_INTERACTION } from './failures.ts';
import { wellCut } from './words.ts';

export interface AcknowledgementOptions {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  readonly rest: REST;
  readonly deferMs: number;
  readonly callMs: number;
  readonly refused: (why: Refused) => void;
}

/** `fresh`: nothing said · `deferred`: put off · `answered` · `lost`: Discord knows this interaction no more. */
type State = 'fresh' | 'deferred' | 'answered' | 'lost';

const MOST_SUGGESTIONS = 25;
const LONGEST_SUGGESTION = 100;
const HIDDEN = { data: { flags: MessageFlags.Ephemeral } };

export class Acknowledgement {
  readonly #options: AcknowledgementOptions;
  #state: State = 'fresh';
  #late = false;
  #chain: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: AcknowledgementOptions) {
    this.#options = options;
  }

  /** From now on it is put off by itself when the time comes. */
  watch(): void {
    this.#timer = setTimeout(() => void this.defer(), this.#options.deferMs);
  }

  /** Was it put off, by us? */
  putOff(): boolean {
    return this.#late;
  }

  answer(answer: Answer): Promise<boolean> {
    this.#calm();
    return this.#inTurn(async () => {
      const body = answerBody(answer);
      if (this.#state === 'fresh') {
        const type = InteractionResponseType.ChannelMessageWithSource;
        return this.#acknowledge({ type, data: body }, 'answered');
      }
      if (this.#state === 'deferred') return this.#replace(body);
      return this.#state === 'answered' && this.#call('post', '', body);
    });
  }

  edit(answer: Answer): Promise<boolean> {
    if (this.#state === 'fresh') return this.answer(answer);
    return this.#inTurn(async () => this.#state !== 'lost' && this.#replace(answerBody(answer)));
  }

  defer(): Promise<boolean> {
    this.#calm();
    return this.#inTurn(async () => {
      if (this.#state !== 'fresh') return this.#state !== 'lost';
      const type = InteractionResponseType.DeferredChannelMessageWithSource;
      this.#late = true;
      return this.#acknowledge({ type, ...HIDDEN }, 'deferred');
    });
  }

  suggest(suggestions: readonly Suggestion[]): Promise<boolean> {
    const choices = suggestions.slice(0, MOST_SUGGESTIONS).map(({ name, value }) => ({
      name: wellCut(name, LONGEST_SUGGESTION) || '…',
      value: typeof value === 'string' ? wellCut(value, LONGEST_SUGGESTION) : value,
    }));
    return this.#inTurn(async () => {
      if (this.#state !== 'fresh') return false;
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      return this.#acknowledge({ type, data: { choices } }, 'answered');
    });
  }

  #calm(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #inTurn(what: () => Promise<boolean>): Promise<boolean> {
    const done = this.#chain.then(what).catch(() => false);
    this.#chain = done;
    return done;
  }

  /** The first word. What is acknowledged already was so by an earlier try of this very call, or by a process before us. */
  async #acknowledge(
    body: { type: number; data?: unknown },
    then: 'deferred' | 'answered',
  ): Promise<boolean> {
    const { id, token, rest, callMs, refused } = this.#options;
    try {
      const call = rest.post(Routes.interactionCallback(id, token), {
        ...{ body, auth: false, signal: AbortSignal.timeout(callMs) },
        query: new URLSearchParams({ with_response: 'false' }),
      });
      await within(callMs + 100, 'Discord', call);
      this.#state = then;
      return true;
    } catch (error) {
      const why = refusedBy(error);
      refused(why);
      if (why.code !== ALREADY_ACKNOWLEDGED) {
        // Whether it got through is not known after a 5xx or silence: the next word tries to take its place.
        this.#state = why.code === UNKNOWN_INTERACTION || isCertain(why) ? 'lost' : 'deferred';
        if (this.#state === 'lost') return false;
      } else this.#state = 'deferred';
      return then === 'deferred' || this.#replace(body.data);
    }
  }

  async #replace(body: unknown): Promise<boolean> {
    const done = await this.#call('patch', '/messages/@original', body);
    if (done) this.#state = 'answered';
    return done;
  }

  async #call(method: 'post' | 'patch', under: string, body: unknown): Promise<boolean> {
    const { application, token, rest, callMs, refused } = this.#options;
    const route = `${Routes.webhook(application, token)}${under}` as const;
    try {
      const call = rest[method](route, { body, auth: false, signal: AbortSignal.timeout(callMs) });
      await within(callMs + 100, 'Discord', call);
      return true;
    } catch (error) {
      refused(refusedBy(error));
      return false;
    }
  }
}

function isCertain({ status }: Refused): boolean {
  return status >= 400 && status < 500 && status !== 429;
}
