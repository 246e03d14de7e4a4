/** The event log, and what belongs to a game beside it. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('games')
    .addColumn('no', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('game', 'text', (column) => column.notNull().unique())
    .addColumn('header', 'text', (column) => column.notNull())
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('end_line', 'text')
    .execute();
  await db.schema
    .createTable('lines')
    .addColumn('game_no', 'integer', (column) => column.notNull().references('games.no'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lines_place', ['game_no', 'seq'])
    .execute();
  // `findId`, and the last word on "the same id acts once".
  await db.schema.createIndex('lines_id').unique().on('lines').columns(['game_no', 'id', 'sender']).execute();
  for (const [table, key] of [
    ['ballots', 'poll'],
    ['snapshots', null],
    ['secrets', null],
  ] as const) {
    let create = db.schema
      .createTable(table)
      .addColumn('game_no', 'integer', (column) => column.notNull().references('games.no'));
    if (key !== null) create = create.addColumn(key, 'text', (column) => column.notNull());
    if (table === 'snapshots') create = create.addColumn('seq', 'integer', (column) => column.notNull());
    await create
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint(
        `${table}_place`,
        key === null ? ['game_no' as never] : (['game_no', key] as never),
      )
      .execute();
  }
  await db.schema
    .createTable('names')
    .addColumn('game_no', 'integer', (column) => column.notNull().references('games.no'))
    .addColumn('pseudonym', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addPrimaryKeyConstraint('names_place', ['game_no', 'pseudonym'])
    .execute();
  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
