/**
 * A change of rules is tried on the log: the same commands at the same times, decided under other rules, and who would
 * stand where. The dice fall as they fell; where the other rules throw dice that were never thrown, a key decides that
 * has nothing to do with the game's own, so a rehearsal tells nothing of what is still to come.
 */
import { sha256Hex } from '../../adapters/log/contract.ts';
import { type Chance, keyedChance } from '../engine/chance.ts';
import type { Command } from '../engine/commands.ts';
import { nextDeadline } from '../engine/deadlines.ts';
import { decide } from '../engine/decide.ts';
import { fold, initialState } from '../engine/evolve.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState, PlayerId } from '../engine/state.ts';
import { turnOf } from '../engine/tuning/expire.ts';
import { canonical } from '../protocol/canonical.ts';
import { checkChain } from '../store/chain.ts';
import { drawnIn, seatOf } from '../store/draws.ts';
import { type CommandLine, setupOf } from '../store/line.ts';
import { type Changed, changedNumbers } from './rules-diff.ts';
import { type Standing, standingsOf } from './standings.ts';

export interface Refusal {
  readonly seq: number;
  readonly type: Command['type'];
  readonly player: PlayerId | null;
  readonly code: string;
}

export interface RehearsalOfRules {
  readonly game: string;
  /** Commands of the log, and those of them that were decided under the other rules. */
  readonly commands: number;
  readonly tried: number;
  /** Line of the log from which the other rules held; null: the turn never came. */
  readonly from: number | null;
  /** How many gave other events, and the first of these. */
  readonly different: number;
  readonly firstDifference: number | null;
  readonly refused: readonly Refusal[];
  /** Deadlines that fell at other times than in the log. */
  readonly clock: number;
  /** Draws that the log does not have. */
  readonly freshDraws: number;
  readonly status: { readonly was: GameState['status']; readonly would: GameState['status'] };
  readonly winner: { readonly was: PlayerId | null; readonly would: PlayerId | null };
  readonly players: readonly Standing[];
  readonly rules: readonly Changed[];
}

export interface ToRehearse {
  /** The export of a game, running or over, as lines. */
  readonly lines: readonly string[];
  /** As they would be. */
  readonly rules: Rules;
  /** The other rules hold once anybody's next roll is their roll of this number; 1: from the start. */
  readonly turn: number;
}

/** @throws LineFault if the log is not whole. */
export function rehearseRules({ lines, rules, turn }: ToRehearse): RehearsalOfRules {
  const { header, rules: former, commands } = checkChain(lines);
  const run = new Run({ setup: setupOf(header), former, rules, turn, draws: recorded(commands) });
  for (const line of commands) run.step(line);
  const { was, would } = run;
  return {
    ...run.report(),
    ...{ game: header.game, commands: commands.length },
    status: { was: was.status, would: would.status },
    winner: { was: was.winner, would: would.winner },
    players: standingsOf(was, would),
    rules: changedNumbers(former, rules),
  };
}

type Recorded = ReadonlyMap<
  string,
  { readonly sides: readonly number[]; readonly values: readonly number[] }
>;
const keyOf = (seat: number, purpose: string, n: number) => `${seat} ${purpose} ${n}`;

function recorded(commands: readonly CommandLine[]): Recorded {
  const all = commands.flatMap(({ events }) => drawnIn(events));
  return new Map(
    all.map(({ player, purpose, n, sides, values }) => [
      keyOf(seatOf(player), purpose, n),
      { sides, values },
    ]),
  );
}

interface Options {
  readonly setup: Parameters<typeof initialState>[0];
  readonly former: Rules;
  readonly rules: Rules;
  readonly turn: number;
  readonly draws: Recorded;
}

/** More deadlines at one moment than any game has: a loop in the rules that are tried. */
const MOST_DEADLINES = 1000;

class Run {
  readonly #options: Options;
  readonly #chance: Chance;
  #was: GameState;
  #would: GameState;
  #from: number | null = null;
  #tried = 0;
  #different = 0;
  #first: number | null = null;
  #clock = 0;
  #fresh = 0;
  readonly #refused: Refusal[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.#was = initialState(options.setup, options.former);
    // A map is made once: a change in mid-season does not build another one.
    this.#would = this.#was;
    this.#chance = this.#dice(options);
  }

  get was(): GameState {
    return this.#was;
  }
  get would(): GameState {
    return this.#would;
  }

  report() {
    return {
      ...{ tried: this.#tried, from: this.#from, different: this.#different, firstDifference: this.#first },
      ...{ refused: this.#refused, clock: this.#clock, freshDraws: this.#fresh },
    };
  }

  step(line: CommandLine): void {
    const before = this.#was;
    this.#was = fold(before, line.at, line.events);
    if (this.#from === null && turnOf(before) >= this.#options.turn) this.#from = line.seq;
    if (this.#from === null) this.#would = this.#was;
    else this.#try(line, before);
  }

  #try(line: CommandLine, before: GameState): void {
    this.#expire(line.at);
    // The clock of the game that would be has spoken for itself.
    const command =
      line.command.type === 'expire' ? null : translated(line.command, { before, would: this.#would }, line);
    if (command === null) return;
    this.#tried += 1;
    const at = Math.max(line.at, this.#would.at);
    const decided = decide(
      this.#would,
      { at, as: line.as, command },
      { rules: this.#options.rules, chance: this.#chance },
    );
    if (isRefusal(decided)) {
      const player = 'player' in line.as ? line.as.player : null;
      this.#refused.push({ seq: line.seq, type: command.type, player, code: decided.code });
      this.#differs(line.seq);
      return;
    }
    this.#would = decided.state;
    if (canonical(decided.events) !== canonical(line.events)) this.#differs(line.seq);
  }

  #differs(seq: number): void {
    this.#different += 1;
    this.#first ??= seq;
  }

  /** Whatever is due by then happens at its time. */
  #expire(until: number): void {
    for (let i = 0; i < MOST_DEADLINES; i += 1) {
      const due = nextDeadline(this.#would);
      if (due === null || due > until) return;
      const at = Math.max(due, this.#would.at);
      const envelope = { at, as: { by: 'system' }, command: { type: 'expire' } } as const;
      const decided = decide(this.#would, envelope, { rules: this.#options.rules, chance: this.#chance });
      if (isRefusal(decided)) return;
      this.#would = decided.state;
      this.#clock += 1;
    }
  }

  #dice({ setup, draws }: Options): Chance {
    const other = keyedChance(Buffer.from(sha256Hex(`rehearsal ${setup.game}`), 'hex'));
    return {
      draw: (seat, purpose, n) => {
        const known = draws.get(keyOf(seat, purpose, n));
        const fresh = other.draw(seat, purpose, n);
        let at = 0;
        return {
          int: (sides) => {
            const value = known?.sides[at] === sides ? known.values[at] : undefined;
            at += 1;
            if (value === undefined) this.#fresh += 1;
            return value ?? fresh.int(sides);
          },
        };
      },
    };
  }
}

interface Both {
  readonly before: GameState;
  readonly would: GameState;
}

/**
 * The command as it would have been given: things are meant by what they are and not by their number in the bag, and a
 * vote by whose it is. Null where the question was never asked.
 */
function translated(command: Command, { before, would }: Both, { as }: CommandLine): Command | null {
  if (command.type === 'closePoll') {
    const asked = before.polls[command.poll];
    const same = Object.values(would.polls).find(
      (poll) => poll.player === asked?.player && poll.kind === asked.kind,
    );
    return same ? { ...command, poll: same.id } : null;
  }
  if (!('item' in command) || !('player' in as) || !/^\d+$/.test(command.item)) return command;
  const got = before.players[as.player]?.bag.find(({ n }) => String(n) === command.item);
  return got ? { ...command, item: got.item } : command;
}
