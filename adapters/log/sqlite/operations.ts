/** What the worker can be asked, as plain synchronous functions on the open database. */
import { AdapterError } from '../../errors.ts';
import type {
  EndEntry,
  GameRow,
  Head,
  Identity,
  Name,
  NewGame,
  Opening,
  Snapshot,
  Waiting,
} from '../contract.ts';
import { openingHash, sealCommand, sealLine } from '../contract.ts';
import type { Connection } from './connection.ts';
import { isDuplicate } from './faults.ts';
import type { Heads } from './heads.ts';
import { PARTS, type Packed, pack } from './messages.ts';

export interface Bench {
  readonly db: Connection;
  readonly heads: Heads;
}

/** Run inside the transaction of the batch they came with; answered after its commit. */
export const WRITES = {
  createGame({ db, heads }: Bench, from: NewGame): Head {
    const { game, header, rules } = from;
    if (heads.find(game) !== null) throw new AdapterError('LOG_GAME_EXISTS', { game });
    const row = db.first(
      db.sql.insertInto('games').values({ game, header, rules, end_line: null }).returning('no').compile(),
    )!;
    heads.stage(game, { no: row.no, seq: 0, hash: openingHash(header, rules), ended: false });
    if (from.secret !== undefined) WRITES.putSecret({ db, heads }, game, from.secret);
    if (from.entries !== undefined) WRITES.append({ db, heads }, game, 0, pack(from.entries));
    if (from.end !== undefined) WRITES.finish({ db, heads }, game, heads.get(game).seq, from.end);
    return headOf(heads, game);
  },

  append({ db, heads }: Bench, game: string, expectedSeq: number, packed: Packed): Head {
    const { no, seq, hash } = placeFor(heads, game, expectedSeq);
    const insert = insertLine(db);
    let head: Head = { seq, hash };
    for (let i = 0; i < packed.length; i += PARTS) {
      const [by, id, front, tail] = packed.slice(i, i + PARTS) as [string, string, string, string];
      const sealed = sealCommand({ head: front, tail }, head);
      head = { seq: head.seq + 1, hash: sealed.hash };
      try {
        insert.run(no, head.seq, by, id, sealed.line);
      } catch (error) {
        if (isDuplicate(error)) throw new AdapterError('LOG_DUPLICATE', { game, by, id });
        throw error;
      }
    }
    heads.stage(game, { no, ...head, ended: false });
    return head;
  },

  finish({ db, heads }: Bench, game: string, expectedSeq: number, end: EndEntry): Head {
    const place = placeFor(heads, game, expectedSeq);
    const { line, hash } = sealLine(end, place.hash, end.rest);
    db.run(db.sql.updateTable('games').set({ end_line: line }).where('no', '=', place.no).compile());
    heads.stage(game, { ...place, ended: true });
    return { seq: place.seq, hash };
  },

  saveSnapshot({ db, heads }: Bench, game: string, { seq, bytes }: Snapshot): void {
    const row = { game_no: heads.get(game).no, seq, bytes };
    db.run(db.sql.replaceInto('snapshots').values(row).compile());
  },

  putName({ db, heads }: Bench, game: string, pseudonym: string, { name, platform, user }: Name): void {
    const row = { game_no: heads.get(game).no, pseudonym, name, platform, user_id: user ?? null };
    db.run(db.sql.replaceInto('names').values(row).compile());
  },

  forget({ db, heads }: Bench, game: string, pseudonym: string): void {
    const { no } = heads.get(game);
    const gone = db.sql.deleteFrom('names').where('game_no', '=', no).where('pseudonym', '=', pseudonym);
    db.run(gone.compile());
  },

  saveBallots({ db, heads }: Bench, game: string, poll: string, bytes: Uint8Array): void {
    db.run(
      db.sql
        .replaceInto('ballots')
        .values({ game_no: heads.get(game).no, poll, bytes })
        .compile(),
    );
  },

  putSecret({ db, heads }: Bench, game: string, bytes: Uint8Array): void {
    db.run(
      db.sql
        .replaceInto('secrets')
        .values({ game_no: heads.get(game).no, bytes })
        .compile(),
    );
  },

  saveIdentities({ db }: Bench, put: readonly Identity[], drop: readonly string[]): void {
    for (const identity of drop) {
      db.run(db.sql.deleteFrom('identities').where('identity', '=', identity).compile());
    }
    for (const { identity, person, place, name } of put) {
      db.run(db.sql.replaceInto('identities').values({ identity, person, place, name }).compile());
    }
  },

  setMeta({ db }: Bench, key: string, value: string): void {
    db.run(db.sql.replaceInto('meta').values({ key, value }).compile());
  },

  putInbox({ db }: Bench, { key, at, bytes }: Waiting): boolean {
    const insert = db.sql.insertInto('inbox').values({ key, at, bytes });
    const fresh = insert.onConflict((conflict) => conflict.column('key').doNothing()).returning('no');
    return db.first(fresh.compile()) !== undefined;
  },

  dropInbox({ db }: Bench, key: string): void {
    db.run(db.sql.updateTable('inbox').set({ bytes: null }).where('key', '=', key).compile());
  },

  sweepInbox({ db }: Bench, before: number): void {
    db.run(db.sql.deleteFrom('inbox').where('at', '<', before).compile());
  },
};

/** Run after the writes of the same batch. */
export const READS = {
  opening({ db, heads }: Bench, game: string): Opening {
    const { no } = heads.get(game);
    const row = db.first(
      db.sql.selectFrom('games').select(['header', 'rules', 'end_line']).where('no', '=', no).compile(),
    )!;
    return { header: row.header, rules: row.rules, end: row.end_line };
  },

  lines({ db, heads }: Bench, game: string, fromSeq: number, limit: number): string[] {
    const { no } = heads.get(game);
    const rows = db.sql
      .selectFrom('lines')
      .select('line')
      .where('game_no', '=', no)
      .where('seq', '>=', fromSeq);
    return db.all(rows.orderBy('seq').limit(limit).compile()).map(({ line }) => line);
  },

  head({ heads }: Bench, game: string): Head | null {
    return heads.find(game) === null ? null : headOf(heads, game);
  },

  games({ db, heads }: Bench): GameRow[] {
    const rows = db.all(db.sql.selectFrom('games').select('game').orderBy('no').compile());
    return rows.map(({ game }) => {
      const { seq, ended } = heads.get(game);
      return { game, seq, finished: ended };
    });
  },

  findId({ db, heads }: Bench, game: string, by: string, id: string): number | null {
    const { no } = heads.get(game);
    const rows = db.sql.selectFrom('lines').select('seq').where('game_no', '=', no);
    return db.first(rows.where('id', '=', id).where('sender', '=', by).compile())?.seq ?? null;
  },

  loadSnapshot({ db, heads }: Bench, game: string): Snapshot | null {
    const { no } = heads.get(game);
    return (
      db.first(db.sql.selectFrom('snapshots').select(['seq', 'bytes']).where('game_no', '=', no).compile()) ??
      null
    );
  },

  names({ db, heads }: Bench, game: string): Map<string, Name> {
    const { no } = heads.get(game);
    const rows = db.all(db.sql.selectFrom('names').selectAll().where('game_no', '=', no).compile());
    return new Map(
      rows.map(({ pseudonym, name, platform, user_id }) => [
        pseudonym,
        { name, platform, ...(user_id === null ? {} : { user: user_id }) },
      ]),
    );
  },

  loadBallots({ db, heads }: Bench, game: string, poll: string): Uint8Array | null {
    const rows = db.sql.selectFrom('ballots').select('bytes').where('game_no', '=', heads.get(game).no);
    return db.first(rows.where('poll', '=', poll).compile())?.bytes ?? null;
  },

  getSecret({ db, heads }: Bench, game: string): Uint8Array | null {
    const rows = db.sql.selectFrom('secrets').select('bytes').where('game_no', '=', heads.get(game).no);
    return db.first(rows.compile())?.bytes ?? null;
  },

  getMeta({ db }: Bench, key: string): string | null {
    return (
      db.first(db.sql.selectFrom('meta').select('value').where('key', '=', key).compile())?.value ?? null
    );
  },

  identities({ db }: Bench): Identity[] {
    const rows = db.sql.selectFrom('identities').select(['identity', 'person', 'place', 'name']);
    return db.all(rows.orderBy('person').orderBy('place').compile()).map((row) => ({ ...row }));
  },

  listInbox({ db }: Bench): Waiting[] {
    const rows = db.sql.selectFrom('inbox').select(['key', 'at', 'bytes']).where('bytes', 'is not', null);
    return db.all(rows.orderBy('no').compile()).flatMap(({ key, at, bytes }) => {
      return bytes === null ? [] : [{ key, at, bytes }];
    });
  },
};

function headOf(heads: Heads, game: string): Head {
  const { seq, hash } = heads.get(game);
  return { seq, hash };
}

function placeFor(heads: Heads, game: string, expected: number): ReturnType<Heads['get']> {
  const place = heads.get(game);
  if (place.ended) throw new AdapterError('LOG_FINISHED', { game });
  if (place.seq !== expected) throw new AdapterError('LOG_CONFLICT', { game, head: place.seq, expected });
  return place;
}

/**
 * The one statement on the path of every command. Kysely writes its SQL once; building the query anew for each line
 * would cost more than SQLite needs to insert it.
 */
let insertSql: string | null = null;
function insertLine(db: Connection): ReturnType<Connection['prepare']> {
  insertSql ??= db.sql
    .insertInto('lines')
    .columns(['game_no', 'seq', 'sender', 'id', 'line'])
    .values({ game_no: 0, seq: 0, sender: '', id: '', line: '' })
    .compile().sql;
  return db.prepare(insertSql);
}
