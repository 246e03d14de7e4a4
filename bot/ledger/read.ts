/** The ledger: every game's paid wishes, with names where they are known. */
import { MsigError } from '../errors.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { Source } from './source.ts';

export interface Account {
  readonly game: string;
  readonly entries: readonly Entry[];
  readonly names: ReadonlyMap<string, string>;
}

/** @param data where the games are, for sentences. @throws MsigError NO_GAMES, NO_SUCH_GAME naming those there are */
export function knownGame(games: readonly string[], game: string, data: string): string {
  if (games.includes(game)) return game;
  if (games.length === 0) throw new MsigError('NO_GAMES', { data });
  throw new MsigError('NO_SUCH_GAME', { game: game.slice(0, 60), data, list: games.slice(-MOST).join(', ') });
}

/** The newest, if there are more. */
const MOST = 20;

/** @param only one game; null: every game in which anybody has paid. @throws MsigError NO_GAMES, NO_SUCH_GAME */
export async function readLedger(
  source: Source,
  only: string | null,
  data: string,
): Promise<readonly Account[]> {
  const games = await source.games();
  if (only !== null) knownGame(games, only, data);
  const accounts: Account[] = [];
  for (const game of only === null ? games : [only]) {
    const entries = await entriesOf(game, both(await source.lines(game), await source.after(game)));
    if (entries.length > 0 || only !== null)
      accounts.push({ game, entries, names: await source.names(game) });
  }
  return accounts;
}

/** The log, then the book of payments after its end. */
async function* both(
  log: AsyncIterable<string> | Iterable<string>,
  after: readonly string[],
): AsyncIterable<string> {
  yield* log;
  yield* after;
}
