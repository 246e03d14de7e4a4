/** The latest commands with the states around them, so that what should not have been can be made good. */
import { fold } from '../engine/evolve.ts';
import type { GameState, PlayerId } from '../engine/state.ts';
import { type Undoing, undoing } from '../engine/tuning/undo.ts';
import type { Commit, Line } from './game/outcome.ts';

/** Appends that are remembered. States share what did not change, so they cost little. */
const MOST = 200;

interface Remembered {
  readonly before: GameState;
  readonly lines: readonly Line[];
}

export interface Plan extends Undoing {
  /** The line of the log that is to be made good. */
  readonly seq: number;
}

export class Past {
  #last: GameState;
  #commits: Remembered[] = [];

  constructor(state: GameState) {
    this.#last = state;
  }

  add({ lines, state }: Commit): void {
    if (lines.length > 0) this.#commits.push({ before: this.#last, lines });
    if (this.#commits.length > MOST) this.#commits = this.#commits.slice(-MOST / 2);
    this.#last = state;
  }

  /** What would make good for a line, or for what a player did last; null when that is not among the latest. */
  plan(wanted: { readonly seq?: number; readonly player?: PlayerId }, now: GameState): Plan | null {
    const line = wanted.seq === undefined ? this.#lastOf(wanted.player) : this.#line(wanted.seq);
    const around = line && this.#around(line.seq);
    return line && around ? { seq: line.seq, ...undoing({ ...around, now }) } : null;
  }

  #lines(): readonly Line[] {
    return this.#commits.flatMap(({ lines }) => lines);
  }

  #line(seq: number): Line | undefined {
    return this.#lines().find((line) => line.seq === seq);
  }

  /** What has been made good already is not looked at again: the one before it is next. */
  #lastOf(player: PlayerId | undefined): Line | undefined {
    const undone = this.#lines().flatMap(({ command }) =>
      command.type === 'correct' && command.undoes !== undefined ? [command.undoes] : [],
    );
    return this.#lines().findLast(
      ({ as, seq }) =>
        'player' in as && (player === undefined || as.player === player) && !undone.includes(seq),
    );
  }

  #around(seq: number): { readonly before: GameState; readonly after: GameState } | null {
    const commit = this.#commits.find(({ lines }) => lines.some((line) => line.seq === seq));
    if (!commit) return null;
    let before = commit.before;
    for (const line of commit.lines) {
      const after = fold(before, line.at, line.events);
      if (line.seq === seq) return { before, after };
      before = after;
    }
    return null;
  }
}
