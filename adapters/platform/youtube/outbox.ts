/**
 * Lines on their way into the chat: one at a time, at a pace, and only as many as the day's units pay for. Each has an
 * end within 10 s. A line of which nobody knows whether it arrived is not written again: it would stand there twice.
 */
import { type Pace, Pacer } from '../shared/pace.ts';
import { splitLines } from '../shared/split.ts';
import { faultOf } from './api.external.ts';
import type { Clock } from './clock.ts';
import { YoutubeError } from './failures.ts';
import type { Plan } from './plan.ts';

/** `joined`: how many other lines went with it in one. Otherwise the code is ours (below) or YouTube's reason. */
export type SendResult =
  | { readonly ok: true; readonly ids: readonly string[]; readonly joined: number }
  | { readonly ok: false; readonly code: string; readonly text: string };

const OWN = {
  read_only: 'Without an account that is signed in the chat is only read.',
  closed: 'The connection is closed.',
  no_chat: 'There is no live chat to write to.',
  empty: 'There is nothing to write.',
  too_long: 'The text needs more than 2 chat lines.',
  queue_full: 'Too many lines are waiting.',
  too_late: 'The line waited too long for its turn.',
  quota: 'The units of the day do not pay for this line now.',
  unknown: 'No answer came; the line may or may not stand in the chat.',
} as const;

/** The website takes 200 characters; whether the API counts units or code points is not written down. */
export const LONGEST_LINE = 200;
/** No limit is written down but that there is one; people are stopped at about a line a second. */
export const PACE: Pace = { lines: 15, windowMs: 30_000, gapMs: 1_100 };
const MOST_WAITING = 30;
const MOST_LINES = 2;
/** Together with the call below 10 s. */
const WAIT_MS = 4_500;
export const WRITE_CALL_MS = 5_000;
/** While units are short, a line waits so long for others to go with it. */
const GATHER_MS = 1_500;
const BETWEEN = ' · ';

export interface Mouth {
  /** Writes into the chat; resolves with the id of the line. @throws CallFault, YoutubeError */
  write(chat: string, text: string): Promise<string>;
}

interface Waiting {
  readonly chat: string;
  readonly text: string;
  readonly since: number;
  readonly settle: (result: SendResult) => void;
}

export class Outbox {
  readonly #mouth: Mouth;
  readonly #plan: Plan;
  readonly #clock: Clock;
  readonly #pacer = new Pacer(PACE.windowMs);
  readonly #stop = new AbortController();
  #queue: Waiting[] = [];
  #running = false;

  constructor(mouth: Mouth, plan: Plan, clock: Clock) {
    this.#mouth = mouth;
    this.#plan = plan;
    this.#clock = clock;
  }

  /** Never rejects. */
  async send(chat: string, text: string): Promise<SendResult> {
    if (this.#stop.signal.aborted) return refused('closed');
    const lines = splitLines(text, LONGEST_LINE);
    if (lines.length === 0) return refused('empty');
    if (lines.length > MOST_LINES) return refused('too_long');
    if (this.#queue.length + lines.length > MOST_WAITING) return refused('queue_full');
    if (this.#plan.writeWaitMs() > WAIT_MS) return refused('quota');
    if (this.#pacer.waitMs(this.#clock.now(), PACE) > WAIT_MS) return refused('too_late');
    const results = await Promise.all(lines.map((line) => this.#enqueue(chat, line)));
    const failure = results.find((result) => !result.ok);
    if (failure) return failure;
    const done = results.filter((result) => result.ok);
    return { ok: true, ids: done.flatMap(({ ids }) => ids), joined: done[0]?.joined ?? 0 };
  }

  close(): void {
    this.#stop.abort();
    for (const one of this.#queue.splice(0)) one.settle(refused('closed'));
  }

  #enqueue(chat: string, text: string): Promise<SendResult> {
    return new Promise((settle) => {
      this.#queue.push({ chat, text, since: this.#clock.now(), settle });
      if (!this.#running) void this.#pump();
    });
  }

  async #pump(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0 && !this.#stop.signal.aborted) {
      const now = this.#clock.now();
      this.#expire(now);
      const first = this.#queue[0];
      if (!first) break;
      const gathered = this.#plan.gathering ? first.since + GATHER_MS - now : 0;
      const wait = Math.max(this.#pacer.waitMs(now, PACE), this.#plan.writeWaitMs(), gathered);
      if (wait <= 0) await this.#fly(this.#together(first));
      else await this.#clock.sleep(Math.min(wait, first.since + WAIT_MS + 1 - now), this.#stop.signal);
    }
    this.#running = false;
  }

  #expire(now: number): void {
    const late = this.#queue.filter(({ since }) => now - since > WAIT_MS);
    if (late.length === 0) return;
    this.#queue = this.#queue.filter((one) => !late.includes(one));
    const why = this.#plan.writeWaitMs() > 0 ? 'quota' : 'too_late';
    for (const one of late) one.settle(refused(why));
  }

  /** The first line, and while units are short those behind it that fit into the same one. */
  #together(first: Waiting): Waiting[] {
    const taken = [first];
    let length = first.text.length;
    for (const one of this.#plan.gathering ? this.#queue.slice(1) : []) {
      const longer = length + BETWEEN.length + one.text.length;
      if (one.chat !== first.chat || longer > LONGEST_LINE) continue;
      taken.push(one);
      length = longer;
    }
    this.#queue = this.#queue.filter((one) => !taken.includes(one));
    return taken;
  }

  async #fly(lines: readonly Waiting[]): Promise<void> {
    const now = this.#clock.now();
    this.#pacer.wrote(now);
    this.#plan.tookWrite();
    const result = await this.#written(lines[0]?.chat ?? '', lines.map(({ text }) => text).join(BETWEEN));
    for (const one of lines) one.settle(result.ok ? { ...result, joined: lines.length - 1 } : result);
  }

  async #written(chat: string, text: string): Promise<SendResult> {
    try {
      return { ok: true, ids: [await this.#mouth.write(chat, text)], joined: 0 };
    } catch (error) {
      if (error instanceof YoutubeError) return { ok: false, code: 'login', text: error.message };
      const fault = faultOf(error);
      if (fault.kind === 'pace') this.#pacer.hold(this.#clock.now() + PACE.windowMs);
      if (fault.kind === 'quota') return refused('quota');
      if (fault.kind === 'outage' && !fault.unsent) return refused('unknown');
      return { ok: false, code: fault.reason, text: fault.message };
    }
  }
}

export function refused(code: keyof typeof OWN): SendResult {
  return { ok: false, code, text: OWN[code] };
}
