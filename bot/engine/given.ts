/** For tests: given a game, when a command, then events. No mocks: the real engine, with dice laid down beforehand. */
import type { Chance } from './chance.ts';
import type { Actor, Command } from './commands.ts';
import { type Decided, decide } from './decide.ts';
import type { EventOf, EventType, GameEvent } from './events.ts';
import { fold, initialState } from './evolve.ts';
import { patchPlayer } from './patch.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { CellKind, Rules } from './rules.ts';
import type { GameState, Millis, Player, PlayerId, Setup } from './state.ts';

/** Draws these numbers one after another, whatever is asked; then always `rest`. */
export function loaded(values: readonly number[], rest = 1): Chance {
  const left = [...values];
  return { draw: () => ({ int: (sides) => Math.min(sides, left.shift() ?? rest) }) };
}

export interface Given {
  readonly rules: Rules;
  readonly players?: number;
  readonly setup?: Partial<Setup>;
}

/** A running game with its clock at 1,000,000 ms; everybody at the start with one roll. */
export class Table {
  state: GameState;
  at: Millis = 1_000_000;
  readonly rules: Rules;
  /** Events of the last accepted command. */
  events: readonly GameEvent[] = [];

  constructor({ rules, players = 4, setup = {} }: Given) {
    this.rules = rules;
    const base: Setup = { game: 'g', mapSeed: 'test', size: 'S', pace: 'session', lang: 'en', ranked: false };
    this.state = initialState({ ...base, ...setup }, rules);
    const ids = Array.from({ length: players }, (_, i) => `p${i + 1}`);
    for (const player of ids)
      this.must({ type: 'join', player, kind: 'person', lang: 'en' }, { by: 'admin' });
    for (const player of ids) this.must({ type: 'ready' }, { by: 'player', player });
    this.must({ type: 'start' }, { by: 'admin' });
  }

  /** Changes a player outside the rules, as if it had come to that. */
  set(player: PlayerId, patch: Partial<Player>): this {
    this.state = patchPlayer(this.state, player, patch);
    return this;
  }

  player(id: PlayerId): Player {
    const player = this.state.players[id];
    if (!player) throw new Error(`no player ${id}`);
    return player;
  }

  /** Makes every cell between start and finish a plain one without forks, except the named. */
  flat(kinds: Readonly<Record<number, CellKind>> = {}): this {
    const { board } = this.state;
    const cells = board.cells.map((cell) => {
      const kind = kinds[cell.id] ?? (cell.kind === 'start' || cell.kind === 'finish' ? cell.kind : 'plain');
      return { ...cell, kind, next: cell.next.slice(0, 1) };
    });
    this.state = { ...this.state, board: { ...board, cells } };
    return this;
  }

  /** What the command leads to; an accepted one is folded, and folding must give the state that was decided. */
  when(command: Command, as: Actor | PlayerId = 'p1', dice: readonly number[] = []): Decided | Refusal {
    const actor: Actor = typeof as === 'string' ? { by: 'player', player: as } : as;
    const result = decide(
      this.state,
      { at: this.at, as: actor, command },
      { rules: this.rules, chance: loaded(dice) },
    );
    if (isRefusal(result)) return result;
    const folded = fold(this.state, this.at, result.events);
    if (JSON.stringify(folded) !== JSON.stringify(result.state))
      throw new Error(`folding ${command.type} gives another state`);
    this.state = folded;
    this.events = result.events;
    return result;
  }

  /** As `when`, and it must be accepted. */
  must(command: Command, as: Actor | PlayerId = 'p1', dice: readonly number[] = []): readonly GameEvent[] {
    const result = this.when(command, as, dice);
    if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.args)}`);
    return result.events;
  }

  /** As `when`, and it must be refused; the code. */
  refused(command: Command, as: Actor | PlayerId = 'p1'): string {
    const result = this.when(command, as);
    if (!isRefusal(result))
      throw new Error(`accepted: ${result.events.map((event) => event.type).join(' ')}`);
    return result.code;
  }

  /** Events of one type among the last command's. */
  of<T extends EventType>(type: T): readonly EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  /** The first main cell of a kind after the start. */
  cell(kind: string): number {
    const found = this.state.board.cells.find((cell) => cell.kind === kind && cell.way === 'main');
    if (!found) throw new Error(`no ${kind} on this map`);
    return found.id;
  }

  wait(seconds: number): this {
    this.at += seconds * 1000;
    return this;
  }
}
