/** From a log to a running game: its mailbox, its deadlines, its bots. */
import { chanceFor } from '../engine/proof.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState } from '../engine/state.ts';
import type { GameStore, Loaded } from '../store/game-store.ts';
import { openBeside } from './beside.ts';
import { FastForward } from './bots/fast-forward.ts';
import { Practice } from './bots/practice.ts';
import { Chronicle, momentOf } from './chronicle.ts';
import { type Clock, realClock, type VirtualClock, virtualClock } from './clock.ts';
import { Deadlines } from './deadlines.ts';
import { type Epochs, epochsFor } from './epochs.ts';
import { GameHost } from './game/game-host.ts';
import { StoreJournal } from './game/journal.ts';
import { HostedGame } from './hosted-game.ts';
import { type Pseudonyms, voterKey } from './identity.ts';
import type { FindWords } from './monster-words.ts';
import { Names } from './names.ts';
import { NOBODY_LINKED, type Persons } from './persons.ts';
import { votersOf } from './selves.ts';
import { type OpenCount, Votes } from './votes.ts';

export interface OpenOptions {
  readonly store: GameStore<GameState>;
  readonly secret: Uint8Array;
  readonly pseudonyms: Pseudonyms;
  readonly openCount: OpenCount;
  /** Who is the same person as whom; nobody, if left out. */
  readonly persons?: Persons;
  /** Games of bots alone are played without waiting. */
  readonly fast: boolean;
  /** Names for monsters; the pack's alone, if left out. */
  readonly findWords?: FindWords;
  /** The time of games that people play; the real one, if left out. */
  readonly clock?: Clock;
  /** Told of everything that went wrong and was survived. */
  readonly onTrouble: (error: unknown, about: string) => void;
}

export interface Opened {
  readonly hosted: HostedGame;
  close(): Promise<void>;
}

/** Moments of the chronicle that are read back. */
const REMEMBERED = 60;

export interface OpenHow {
  /** One object for all games with the same rules. */
  readonly share: (rulesHash: string, rules: Rules) => Rules;
  /** Set for a new game, whose seats are not in the log yet. */
  readonly botsOnly?: boolean;
}

/** @throws AdapterError LOG_NO_GAME, STORE_* */
export async function openGame(game: string, options: OpenOptions, how: OpenHow): Promise<Opened> {
  const { store } = options;
  const loaded = await store.load(game);
  const root = await store.log.getSecret(game);
  const rules = how.share(loaded.header.rulesHash, loaded.rules);
  const epochs = root ? epochsFor(root, { setup: loaded.header, rules }) : null;
  const alone = options.fast && (how.botsOnly ?? isBotsOnly(loaded.state));
  const forward = alone ? virtualClock(Math.max(Date.now(), loaded.state.at)) : null;
  const clock = forward ?? options.clock ?? realClock();
  const chance = epochs ? chanceFor(epochs.last, epochs.lastEpoch) : null;
  const host = new GameHost({
    journal: new StoreJournal(store, loaded, (state) => (epochs ? [epochs.seed(state)] : [])),
    state: loaded.state,
    seq: loaded.head.seq,
    clock,
    context: chance && ((state) => ({ rules, chance: chance(state) })),
    onFault: (error, { command }) => options.onTrouble(error, `game ${game}, command ${command.type}`),
  });
  const hosted = await hostedOf(loaded, { ...options, host, rules, clock });
  if (!loaded.closed && epochs) await host.finishIfOver();
  return { hosted, close: bringToLife(hosted, { epochs, clock, forward, onTrouble: options.onTrouble }) };
}

function isBotsOnly({ order, players }: GameState): boolean {
  return order.length > 0 && order.every((id) => players[id]?.kind === 'bot');
}

type Parts = OpenOptions & { readonly host: GameHost; readonly rules: Rules; readonly clock: Clock };

async function hostedOf({ header }: Loaded<GameState>, parts: Parts): Promise<HostedGame> {
  const { store, secret, openCount, pseudonyms, host, rules, clock, onTrouble } = parts;
  const { persons = NOBODY_LINKED } = parts;
  const id = header.game;
  const people = await store.log.names(id);
  const names = new Names([...people], {
    save: (key, person) =>
      void store.log.putName(id, key, person).catch((error) => onTrouble(error, `game ${id}, names`)),
  });
  const chronicle = new Chronicle(id);
  const lines = [];
  for await (const line of store.lines(id, Math.max(1, host.seq - REMEMBERED + 1))) {
    const who = line.as.by === 'viewer' ? names.of(line.as.viewer) : undefined;
    lines.push(momentOf(who ? { ...line, who } : line));
  }
  chronicle.add(lines);
  const keyOf = (poll: string, voter: string) => voterKey(secret, { game: id, poll, voter });
  const personOf = votersOf(persons, id);
  const save = (poll: string, ballots: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify(ballots));
    void store.log.saveBallots(id, poll, bytes).catch((error) => onTrouble(error, `game ${id}, ballots`));
  };
  const votes = new Votes({ open: openCount, keyOf, personOf, onCounted: save });
  const beside = await openBeside({
    ...{ store, game: id, rules, keyOf, personOf, save, state: () => host.state },
    recent: lines.flatMap(({ events }) => events),
  });
  const { commitment } = header;
  return new HostedGame({
    id,
    host,
    rules,
    clock,
    wall: realClock(),
    names,
    votes,
    pseudonyms,
    persons,
    commitment,
    chronicle,
    beside,
    findWords: parts.findWords,
  });
}

interface Life {
  readonly epochs: Epochs | null;
  readonly clock: Clock;
  /** Of a game that is played without waiting. */
  readonly forward: VirtualClock | null;
  readonly onTrouble: OpenOptions['onTrouble'];
}

/** Starts what moves by itself; returns the way to end it. A game without its seed can only be looked at. */
function bringToLife(hosted: HostedGame, { epochs, clock, forward, onTrouble }: Life): () => Promise<void> {
  const stops: (() => void)[] = [];
  if (epochs && forward) {
    const onStuck = (reason: string) => onTrouble(new Error(reason), `game ${hosted.id} stands still`);
    const fast = new FastForward({ game: hosted, clock: forward, epochs, onStuck });
    stops.push(() => fast.stop());
  } else if (epochs) {
    const { host, rules, votes, grace } = hosted;
    const { luck } = hosted.beside;
    const deadlines = new Deadlines({ host, votes, clock, grace, epochs, luck });
    const practice = new Practice({ host, rules, clock, seed: epochs.last });
    stops.push(
      () => deadlines.stop(),
      () => practice.stop(),
    );
  }
  return async () => {
    for (const stop of stops) stop();
    await hosted.close();
  };
}
