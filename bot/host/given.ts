/** For tests: a catalog of games over a log in memory, with the project's own content. */
import { jsonContent } from '../../adapters/content/json.ts';
import type { LogDriver } from '../../adapters/log/contract.ts';
import { memoryLog } from '../../adapters/log/memory.ts';
import { Accounts } from '../accounts/accounts.ts';
import { type Content, loadContent } from '../content/load.ts';
import { createTally } from '../crowd/tally.ts';
import type { GameState, Poll } from '../engine/state.ts';
import { ROOT } from '../settings.ts';
import { GameStore } from '../store/game-store.ts';
import { Catalog } from './catalog.ts';
import type { Clock } from './clock.ts';
import { ENGINE } from './engine.ts';
import type { HostedGame } from './hosted-game.ts';
import { pseudonyms } from './identity.ts';
import type { FindWords } from './monster-words.ts';
import type { GameWish } from './wish.ts';

let loaded: Promise<Content> | null = null;

/** The project's content, read once. */
export function givenContent(): Promise<Content> {
  loaded ??= loadContent({ layers: [`${ROOT}/config/content`], source: jsonContent(ROOT) });
  return loaded;
}

export interface GivenCatalog {
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  readonly log: LogDriver;
  readonly store: GameStore<GameState>;
  readonly troubles: { readonly error: unknown; readonly about: string }[];
}

/** @param log a log of an earlier run, for tests of a restart. */
export async function givenCatalog(
  options: {
    readonly log?: LogDriver;
    readonly fast?: boolean;
    readonly clock?: Clock;
    readonly findWords?: FindWords;
  } = {},
): Promise<GivenCatalog> {
  const content = await givenContent();
  const log = options.log ?? memoryLog();
  await log.open();
  const secret = new Uint8Array(32).fill(7);
  const troubles: GivenCatalog['troubles'][number][] = [];
  const store = new GameStore({ log, engine: ENGINE });
  const accounts = await Accounts.open({ store: log, stakes: (all) => catalog.stakes(all) });
  const catalog: Catalog = new Catalog({
    store,
    content: { rules: content.rules, rulesHash: content.rulesHash, pack: 'base' },
    version: '0.0.0',
    secret,
    pseudonyms: pseudonyms(secret),
    persons: accounts,
    openCount: createTally,
    fast: options.fast ?? false,
    ...(options.clock && { clock: options.clock }),
    ...(options.findWords && { findWords: options.findWords }),
    onTrouble: (error, about) => troubles.push({ error, about }),
  });
  await catalog.openAll();
  return { catalog, accounts, log, store, troubles };
}

/** Four seats; as many of them people as asked. */
export function givenWish({ people = 4, seed = 't' as string | null } = {}): GameWish {
  const seats = ['Анна', 'Boris', 'Вера', 'Gleb'].map((name, seat) => ({
    name,
    lang: seat % 2 === 0 ? ('ru' as const) : ('en' as const),
    kind: seat < people ? ('person' as const) : ('bot' as const),
  }));
  return { size: 'S', pace: 'session', lang: 'ru', seats, ...(seed === null ? {} : { seed }) };
}

/** Starts a game and hands it back. */
export async function givenStarted(
  catalog: Catalog,
  wish = givenWish(),
): Promise<Awaited<ReturnType<Catalog['create']>>> {
  const game = await catalog.create(wish);
  const outcome = await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
  if (!outcome.ok) throw new Error(outcome.code);
  return game;
}

/** A started game in which a vote with numbered options runs: seeds are tried until a first roll opens one. */
export async function givenPoll(
  catalog: Catalog,
): Promise<{ readonly game: HostedGame; readonly poll: Poll }> {
  for (let n = 0; n < 200; n += 1) {
    const game = await givenStarted(catalog, givenWish({ seed: `poll ${n}` }));
    for (const player of game.host.state.order) {
      await game.host.submit({ id: 'roll', as: { by: 'player', player }, command: { type: 'roll' } });
    }
    const poll = Object.values(game.host.state.polls).find(({ options }) => options > 1);
    if (poll) return { game, poll };
  }
  throw new Error('no first roll of 200 games opened a vote');
}
