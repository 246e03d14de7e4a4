/** Says the gathered answers of a chat when the platform's rate allows it. */
import { createMerger, type Merger } from '../commands/merge.ts';
import type { GameEvent } from '../engine/events.ts';

export interface AnswersOptions {
  readonly maxLength: number;
  readonly pace: { readonly lines: number; readonly seconds: number };
  readonly send: (line: string) => void;
}

/** So long an answer waits for others that could share its line. */
const GATHER_MS = 300;

export class Answers {
  readonly #merger: Merger;
  readonly #send: (line: string) => void;
  #timer: NodeJS.Timeout | null = null;

  constructor({ maxLength, pace, send }: AnswersOptions) {
    this.#merger = createMerger({ maxLength, pace });
    this.#send = send;
  }

  add(text: string): void {
    if (this.#merger.push(text, Date.now())) this.#arm(GATHER_MS);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #arm(least: number): void {
    const next = this.#merger.nextAt();
    if (next === null || this.#timer) return;
    this.#timer = setTimeout(() => this.#say(), Math.max(least, next - Date.now()));
  }

  #say(): void {
    this.#timer = null;
    const line = this.#merger.take(Date.now());
    if (line !== null) this.#send(line);
    this.#arm(GATHER_MS);
  }
}

/** What every chat is told of. */
const FOR_ALL: readonly string[] = ['started', 'paused', 'resumed', 'cancelled', 'superGameOpened', 'ended'];

/** Is this worth a word in the chat of this player? */
export function concerns(event: GameEvent, player: string): boolean {
  if ('player' in event && event.player === player) return true;
  return FOR_ALL.includes(event.type) || (event.type === 'pollOpened' && event.poll.player === player);
}
