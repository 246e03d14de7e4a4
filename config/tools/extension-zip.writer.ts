/** A zip of small files, written whole: deflate where it helps, names in UTF-8, the same bytes for the same files. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  /** With `/` between folders, none in front. */
  readonly name: string;
  readonly data: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const STORE = 0;
const DEFLATE = 8;
/** 1 January 1980, the oldest that the format knows: when it was packed is nobody's business, and two packs compare. */
const DATE = 0x0021;

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** @throws RangeError for more than the plain format holds: 65,535 files, 4 GB. */
export function zip(files: readonly ZipFile[]): Uint8Array {
  if (files.length > 0xffff) throw new RangeError(`${files.length} files are too many for a zip`);
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const packed = pack(file);
    const local = localHead(packed);
    central.push(centralHead(packed, offset));
    parts.push(local, packed.bytes);
    offset += local.length + packed.bytes.length;
  }
  const size = central.reduce((sum, one) => sum + one.length, 0);
  if (offset + size > 0xffffffff) throw new RangeError('more than 4 GB do not fit into a zip');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...central, end]);
}

function pack({ name, data }: ZipFile): Packed {
  const deflated = deflateRawSync(data, { level: 9 });
  const small = deflated.length < data.length;
  return {
    name: Buffer.from(name, 'utf8'),
    method: small ? DEFLATE : STORE,
    crc: crc32(data),
    size: data.length,
    bytes: small ? deflated : data,
  };
}

/** The fields that both headers have, from `at` on. */
function common(head: Buffer, at: number, { name, method, crc, size, bytes }: Packed): void {
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(UTF8, at + 2);
  head.writeUInt16LE(method, at + 4);
  head.writeUInt16LE(0, at + 6);
  head.writeUInt16LE(DATE, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(bytes.length, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

function localHead(packed: Packed): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  common(head, 4, packed);
  return Buffer.concat([head, packed.name]);
}

function centralHead(packed: Packed, offset: number): Uint8Array {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  common(head, 6, packed);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, packed.name]);
}
