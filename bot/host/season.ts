/** The season's table over all games of a host: who people are follows from linking, and else from their names. */
import { type SeasonGame, type SeasonRow, seasonTable } from '../engine/final/standings.ts';
import type { HostedGame } from './hosted-game.ts';
import { type Persons, seatIdentity, standsFor } from './persons.ts';

export interface Season {
  /** Finished games that count. */
  readonly games: number;
  readonly rows: readonly SeasonRow[];
}

export interface SeasonOf {
  readonly games: Iterable<HostedGame>;
  readonly persons: Persons;
  /** Games of a seed that somebody chose count too. */
  readonly practice: boolean;
}

/** Practice bots take places, but have no rows. Pure but for the names, which are those of now. */
export function seasonOf({ games, persons, practice }: SeasonOf): Season {
  const shown = new Map<string, string>();
  const counted: SeasonGame[] = [];
  for (const { id, host, names } of games) {
    const { state } = host;
    if (state.status !== 'finished' || !(state.ranked || practice)) continue;
    const people = state.order.filter((player) => state.players[player]?.kind === 'person');
    const who = Object.fromEntries(
      people.map((player) => {
        const known = persons.of(seatIdentity(id, player));
        const name = names.of(player);
        const key = known ? `person ${standsFor(known)}` : `name ${name.toLowerCase()}`;
        shown.set(key, name);
        return [player, key];
      }),
    );
    counted.push({ state, who });
  }
  const rows = seasonTable(counted).map((row) => ({ ...row, who: shown.get(row.who) ?? row.who }));
  return { games: counted.length, rows };
}
