/** What stands beside a game's log, opened with it: words for the dice, receipts, notes, payments after the end. */
import type { GameEvent } from '../engine/events.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState, PlayerId } from '../engine/state.ts';
import { epochOf } from '../engine/time/epochs.ts';
import type { GameStore } from '../store/game-store.ts';
import { AfterEnd, afterKey } from './after-end.ts';
import { LuckBox, luckPoll } from './luck.ts';
import { Notes } from './notes.ts';
import { Receipts } from './receipts.ts';
import { Referees } from './referees.ts';

export interface BesideOptions {
  readonly store: GameStore<GameState>;
  readonly game: string;
  readonly rules: Rules;
  readonly state: () => GameState;
  /** Of the end of the log. */
  readonly recent: readonly GameEvent[];
  readonly keyOf: (poll: string, voter: string) => string;
  readonly personOf: (voter: string) => string;
  /** Keeps the ballots of a poll, or the words of an epoch. */
  readonly save: (poll: string, ballots: unknown) => void;
}

export interface Beside {
  readonly luck: LuckBox;
  readonly receipts: Receipts;
  readonly notes: Notes;
  readonly afterEnd: AfterEnd;
  readonly referees: Referees;
}

/** @throws the driver's error */
export async function openBeside(options: BesideOptions): Promise<Beside> {
  const { store, game, rules, state, recent, keyOf, personOf, save } = options;
  const receipts = new Receipts({
    ...{ keyOf, personOf, load: (poll) => store.log.loadBallots(game, poll) },
    events: () => eventsOf(store, game),
    epoch: () => ({ n: epochOf(state()), luck: state().luck?.root }),
  });
  receipts.note(recent);
  const luck = new LuckBox({ rules, keyOf, personOf, save, state });
  await restoreLuck(luck, store, state());
  const key = (player: PlayerId) => `notes:${game}:${player}`;
  const notes = await Notes.open(state().order, {
    load: (player) => store.log.getMeta(key(player)),
    save: (player, text) => store.log.setMeta(key(player), text),
  });
  const afterEnd = await AfterEnd.open({
    load: () => store.log.getMeta(afterKey(game)),
    save: (text) => store.log.setMeta(afterKey(game), text),
  });
  const referees = await Referees.open({
    load: () => store.log.getMeta(`referees:${game}`),
    save: (text) => store.log.setMeta(`referees:${game}`, text),
  });
  return { luck, receipts, notes, afterEnd, referees };
}

async function* eventsOf(store: GameStore<GameState>, game: string): AsyncIterable<GameEvent> {
  for await (const { events } of store.lines(game, 1)) yield* events;
}

/** Words that were gathered before a restart, for the two epochs that may have an open box. */
async function restoreLuck(luck: LuckBox, { log }: GameStore<GameState>, state: GameState): Promise<void> {
  if (state.pace !== 'marathon') return;
  for (const epoch of [epochOf(state) + 1, epochOf(state) + 2]) {
    const bytes = await log.loadBallots(state.game, luckPoll(epoch));
    if (bytes) luck.restore(epoch, JSON.parse(new TextDecoder().decode(bytes)));
  }
}
