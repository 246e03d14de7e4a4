/**
 * A log as readable JSON files, by lowdb: one file a game, for small games and for looking inside. The whole file is
 * written at every append (lowdb writes beside and renames, so it is never half), and nothing waits for the disk.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { AdapterError, fileFault } from '../../errors.ts';
import type { Identity, LogDriver } from '../contract.ts';
import type { GameRecord } from '../record.ts';
import type { InboxRecord, Keeper, Stored } from '../record-log.ts';
import { RecordLog } from '../record-log.ts';
import { holdFolder } from './hold.ts';

interface GameFile {
  /** Version of this layout. */
  readonly layout: number;
  /** Position in the list of games. */
  readonly order: number;
  readonly record: GameRecord;
}
interface MetaFile {
  readonly layout: number;
  readonly meta: Record<string, string>;
}
interface InboxFile {
  readonly layout: number;
  /** Pairs, so that keys which look like numbers keep their place. */
  readonly inbox: readonly (readonly [key: string, InboxRecord])[];
}
interface IdentitiesFile {
  readonly layout: number;
  readonly identities: readonly Identity[];
}
const LAYOUT = 1;

export function jsonLog(options: { readonly folder: string }): LogDriver {
  return new RecordLog(new JsonKeeper(options.folder));
}

class JsonKeeper implements Keeper {
  readonly name = 'json';
  readonly durability = 'process';
  readonly mayFail = true;
  readonly path: string;
  readonly #games = new Map<string, Low<GameFile | null>>();
  readonly #meta: Low<MetaFile>;
  readonly #inbox: Low<InboxFile>;
  readonly #identities: Low<IdentitiesFile>;
  #release: () => Promise<void> = async () => {};
  #order = 0;

  constructor(folder: string) {
    this.path = folder;
    this.#meta = new Low<MetaFile>(new JSONFile(join(folder, 'meta.json')), { layout: LAYOUT, meta: {} });
    this.#inbox = new Low<InboxFile>(new JSONFile(join(folder, 'inbox.json')), { layout: LAYOUT, inbox: [] });
    this.#identities = new Low<IdentitiesFile>(new JSONFile(join(folder, 'identities.json')), {
      layout: LAYOUT,
      identities: [],
    });
  }

  async open(): Promise<Stored> {
    await guarded(this.path, () => mkdir(join(this.path, 'games'), { recursive: true, mode: 0o700 }));
    this.#release = await guarded(this.path, () => holdFolder(this.path));
    try {
      await this.#read(this.#meta, join(this.path, 'meta.json'));
      await this.#read(this.#inbox, join(this.path, 'inbox.json'));
      await this.#read(this.#identities, join(this.path, 'identities.json'));
      return {
        games: await this.#readGames(),
        meta: new Map(Object.entries(this.#meta.data.meta)),
        inbox: new Map(this.#inbox.data.inbox),
        identities: new Map(this.#identities.data.identities.map((one) => [one.identity, one])),
      };
    } catch (error) {
      await this.#release();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#games.clear();
    await this.#release();
  }

  async saveGame(record: GameRecord): Promise<void> {
    const known = this.#games.get(record.game);
    const file = known ?? new Low<GameFile | null>(new JSONFile(this.#fileOf(record.game)), null);
    const order = known?.data?.order ?? this.#order++;
    file.data = { layout: LAYOUT, order, record };
    await guarded(this.#fileOf(record.game), () => file.write());
    this.#games.set(record.game, file);
  }

  async saveMeta(meta: ReadonlyMap<string, string>): Promise<void> {
    this.#meta.data = { layout: LAYOUT, meta: Object.fromEntries(meta) };
    await guarded(join(this.path, 'meta.json'), () => this.#meta.write());
  }

  async saveInbox(inbox: ReadonlyMap<string, InboxRecord>): Promise<void> {
    this.#inbox.data = { layout: LAYOUT, inbox: [...inbox] };
    await guarded(join(this.path, 'inbox.json'), () => this.#inbox.write());
  }

  async saveIdentities(identities: ReadonlyMap<string, Identity>): Promise<void> {
    this.#identities.data = { layout: LAYOUT, identities: [...identities.values()] };
    await guarded(join(this.path, 'identities.json'), () => this.#identities.write());
  }

  async #readGames(): Promise<Map<string, GameRecord>> {
    const found: GameFile[] = [];
    const names = (await readdir(join(this.path, 'games'))).filter((name) => name.endsWith('.json'));
    for (const name of names) {
      const path = join(this.path, 'games', name);
      const file = new Low<GameFile | null>(new JSONFile(path), null);
      await this.#read(file, path);
      if (file.data === null) continue;
      found.push(file.data);
      this.#games.set(file.data.record.game, file);
    }
    found.sort((a, b) => a.order - b.order);
    this.#order = (found.at(-1)?.order ?? -1) + 1;
    return new Map(found.map(({ record }) => [record.game, record]));
  }

  async #read(
    file: Low<GameFile | null> | Low<MetaFile> | Low<InboxFile> | Low<IdentitiesFile>,
    path: string,
  ): Promise<void> {
    try {
      await file.read();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw fileFault(error, path) ?? error;
      throw new AdapterError('STORE_CORRUPT', { path, detail: error.message }, error);
    }
    const found = file.data === null ? LAYOUT : (file.data as Partial<GameFile>).layout;
    if (typeof found !== 'number') {
      throw new AdapterError('STORE_CORRUPT', { path, detail: 'it is JSON, but not of this program' });
    }
    if (found > LAYOUT)
      throw new AdapterError('STORE_NEWER', { path, found: `layout ${found}`, known: LAYOUT });
  }

  /** File names keep what every file system takes, and stay different where the case alone differs. */
  #fileOf(game: string): string {
    const name = game.replace(/[^a-z0-9_-]/g, (letter) => `%${letter.codePointAt(0)!.toString(16)}.`);
    return join(this.path, 'games', `${name}.json`);
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AdapterError) throw error;
    throw fileFault(error, path) ?? new AdapterError('STORE_IO', { path, detail: String(error) }, error);
  }
}
