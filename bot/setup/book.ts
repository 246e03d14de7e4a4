/** settings.yaml in the data folder: what the wizard writes, beside what a person wrote there. Never a secret. */
import { Document, isMap, isSeq, parseDocument } from 'yaml';
import { readText, writeText } from '../../adapters/vault/durable-file.ts';
import { MsigError } from '../errors.ts';
import type { PLATFORM_NAMES } from '../settings-table.ts';
import { yamlFault } from '../settings-yaml.ts';

export type PlatformName = (typeof PLATFORM_NAMES)[number];

/** One chat of one seat. */
export interface Entry {
  readonly platform: PlatformName;
  readonly channel: string;
  /** From 1. */
  readonly seat: number;
}

interface SeatTree {
  readonly chats?: readonly { readonly platform: PlatformName; readonly channel: string }[];
}

const HEADER = ` Written by \`npx msig setup\`, and yours to edit: the wizard changes what it asked about and keeps the rest.
 What may stand here: config/settings/default.yaml. Secrets are not here; they are sealed in the folder vault.`;

export class Book {
  readonly #path: string;
  readonly #document: Document;

  /** An empty one if there is no file. @throws MsigError FILE_UNREADABLE, FILE_BROKEN */
  static open(path: string): Book {
    const text = readTextOf(path);
    if (text === null || parseDocument(text).contents === null) {
      const fresh = new Document({});
      fresh.commentBefore = HEADER;
      return new Book(path, fresh);
    }
    const document = parseDocument(text);
    const [fault] = document.errors;
    if (fault || !isMap(document.contents)) throw yamlFault(path, fault ?? null);
    return new Book(path, document as Document);
  }

  private constructor(path: string, document: Document) {
    this.#path = path;
    this.#document = document;
  }

  /** All chats of all seats, in order. */
  get entries(): readonly Entry[] {
    const { seats } = this.#document.toJS() as { seats?: unknown };
    if (!Array.isArray(seats)) return [];
    return (seats as SeatTree[]).flatMap((seat, index) =>
      (seat?.chats ?? []).map(({ platform, channel }) => ({ platform, channel, seat: index + 1 })),
    );
  }

  /** A seat has one channel of a platform at most: another one there gives way. */
  put({ platform, channel, seat }: Entry): void {
    this.#seatsUpTo(seat);
    this.#takeOut(({ platform: of, seat: at }) => of === platform && at === seat);
    const place = ['seats', seat - 1, 'chats'];
    if (!isSeq(this.#document.getIn(place))) this.#document.setIn(place, this.#document.createNode([]));
    this.#document.addIn(place, this.#document.createNode({ platform, channel }, { flow: true }));
  }

  /** What the seat is called on the map; null: nothing of its own any more. */
  name(seat: number, name: string | null): void {
    if (name === null && !isMap(this.#document.getIn(['seats', seat - 1]))) return;
    this.#seatsUpTo(seat);
    const place = ['seats', seat - 1, 'name'];
    if (name === null) this.#document.deleteIn(place);
    else this.#document.setIn(place, name);
  }

  remove({ platform, channel, seat }: Entry): void {
    this.#takeOut((one) => one.platform === platform && one.channel === channel && one.seat === seat);
  }

  /** A setting by its path: `kick.clientId`; null takes it out. */
  set(path: string, value: string | number | null): void {
    const place = path.split('.');
    if (value === null) this.#document.deleteIn(place);
    else this.#document.setIn(place, value);
  }

  /** On the disk when it returns, for its owner alone. @throws Error of the file system */
  save(): void {
    writeText(this.#path, this.#document.toString({ lineWidth: 0 }));
  }

  #seatsUpTo(count: number): void {
    if (!isSeq(this.#document.get('seats'))) this.#document.set('seats', this.#document.createNode([]));
    const { seats } = this.#document.toJS() as { seats: readonly unknown[] };
    for (let have = seats.length; have < count; have++) {
      this.#document.addIn(['seats'], this.#document.createNode({ chats: [] }));
    }
    const seat = this.#document.getIn(['seats', count - 1]);
    if (!isMap(seat)) this.#document.setIn(['seats', count - 1], this.#document.createNode({ chats: [] }));
  }

  /** From the end, so that places stay what they are. */
  #takeOut(which: (entry: Entry) => boolean): void {
    const places = this.entries.map((entry, index, all) => {
      const before = all.slice(0, index).filter(({ seat }) => seat === entry.seat).length;
      return { entry, place: ['seats', entry.seat - 1, 'chats', before] };
    });
    for (const { entry, place } of places.reverse()) if (which(entry)) this.#document.deleteIn(place);
  }
}

function readTextOf(path: string): string | null {
  try {
    return readText(path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new MsigError('FILE_UNREADABLE', { file: path, detail }, { cause: error });
  }
}
