/** One pixel of a PNG with 8 bits a channel, for looking at what OBS shows. */
import { inflateSync } from 'node:zlib';

/** @param x and y from 0 to 1. @returns red, green and blue, 0 to 255. */
export function pixelOf(png: Buffer, x: number, y: number): readonly [number, number, number] {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25] ?? 0];
  if (png[24] !== 8 || channels === undefined) throw new Error(`a PNG of type ${png[25]}, ${png[24]} bits`);
  const rows = unfiltered(inflateSync(dataOf(png)), { stride: width * channels, height, channels });
  const at = (Math.floor(x * width) + Math.floor(y * height) * width) * channels;
  return [rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0];
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

interface Shape {
  /** Bytes of a row. */
  readonly stride: number;
  readonly height: number;
  readonly channels: number;
}

function unfiltered(raw: Buffer, { stride, height, channels }: Shape): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let i = 0; i < stride; i += 1) {
      const at = row * stride + i;
      const left = i >= channels ? (out[at - channels] ?? 0) : 0;
      const up = row > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = i >= channels && row > 0 ? (out[at - stride - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[row * (stride + 1) + 1 + i] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
