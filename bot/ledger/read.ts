/** The ledger: every game's paid wishes, with names where they are known. */
import { MsigError } from '../errors.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { Source } from './source.ts';

export interface Account {
  readonly game: string;
  readonly entries: readonly Entry[];
  readonly names: ReadonlyMap<string, string>;
}

/** @param only one game; null: every game in which anybody has paid. @throws MsigError UNKNOWN_GAME */
export async function readLedger(source: Source, only: string | null): Promise<readonly Account[]> {
  const games = await source.games();
  if (only !== null && !games.includes(only)) throw new MsigError('UNKNOWN_GAME', { game: only });
  const accounts: Account[] = [];
  for (const game of only === null ? games : [only]) {
    const entries = await entriesOf(game, await source.lines(game));
    if (entries.length > 0 || only !== null)
      accounts.push({ game, entries, names: await source.names(game) });
  }
  return accounts;
}
