/** Tables of the SQL drivers, as the migrations leave them. A line carries its own time. */
import type { Generated } from 'kysely';

export interface Schema {
  games: GamesTable;
  lines: LinesTable;
  snapshots: SnapshotsTable;
  names: NamesTable;
  ballots: BallotsTable;
  secrets: SecretsTable;
  meta: MetaTable;
  inbox: InboxTable;
  identities: IdentitiesTable;
}

export interface GamesTable {
  /** Short number of the game, so that each line repeats a number and not a name. */
  no: Generated<number>;
  game: string;
  header: string;
  rules: string;
  end_line: string | null;
}

export interface LinesTable {
  game_no: number;
  seq: number;
  sender: string;
  id: string;
  /** The exact text that was hashed, with its hash. */
  line: string;
}

export interface SnapshotsTable {
  game_no: number;
  seq: number;
  bytes: Uint8Array;
}

export interface NamesTable {
  game_no: number;
  pseudonym: string;
  name: string;
  platform: string;
  user_id: string | null;
}

export interface BallotsTable {
  game_no: number;
  poll: string;
  bytes: Uint8Array;
}

export interface SecretsTable {
  game_no: number;
  bytes: Uint8Array;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface InboxTable {
  /** In order of arrival. */
  no: Generated<number>;
  key: string;
  /** Milliseconds since 1970, so that old keys can be forgotten. */
  at: number;
  /** Null once it has reached whom it is for: the key stays known. */
  bytes: Uint8Array | null;
}

/** Under which names one person is known, over all games. */
export interface IdentitiesTable {
  /** `platform:user`, or `seat:game:player`. */
  identity: string;
  person: string;
  /** Order among those of one person. */
  place: number;
  name: string;
}
