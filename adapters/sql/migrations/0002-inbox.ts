/** What came from outside and must not be lost before it has reached whom it is for. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('no', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'blob')
    .execute();
  await db.schema.createIndex('inbox_at').on('inbox').column('at').execute();
}
