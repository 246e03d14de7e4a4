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

/** Is this worth a word in the chat of this player? So it is for everybody who is named in it. */
export function concerns(event: GameEvent, player: string): boolean {
  return FOR_ALL.includes(event.type) || names(event, player);
}

/** Offers, treaties, fights and votes name their people in places of their own. */
function names(value: unknown, player: string): boolean {
  if (value === player) return true;
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, player))
  );
}
