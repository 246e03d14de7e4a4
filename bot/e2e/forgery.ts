/** Ways to change an exported game after the fact. */
import { hash } from 'node:crypto';
import type { GameEvent } from '../engine/events.ts';
import { canonical } from '../protocol/canonical.ts';
import type { Dice } from './dice.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

export type Line = Record<string, unknown> & { events?: GameEvent[] };

/** One byte replaced by another. @returns the line it stands in, from 1. */
export function bendByte(file: Buffer, dice: Dice): { readonly bent: Buffer; readonly line: number } {
  const at = dice.below(file.length);
  const bent = Buffer.from(file);
  bent[at] = (file[at]! + 1 + dice.below(255)) % 256;
  let line = 1;
  for (let i = 0; i < at; i += 1) if (file[i] === 0x0a) line += 1;
  return { bent, line };
}

/** The file with this line changed, and every number, link and hash from there on made to fit again. */
export function forge(lines: readonly string[], index: number, change: (line: Line) => void): string[] {
  const line = JSON.parse(lines[index]!) as Line;
  change(line);
  return relink([...lines.slice(0, index), JSON.stringify(line), ...lines.slice(index + 1)]);
}

/** Gives every line after the first two the number, link and hash that its place asks for. */
export function relink(lines: readonly string[]): string[] {
  const [header = '', rules = '', ...rest] = lines;
  let prev = sha256(`${header}\n${rules}`);
  return [
    header,
    rules,
    ...rest.map((text, i) => {
      const { hash: _, ...line } = JSON.parse(text) as Line;
      const linked = { ...line, prev, ...('seq' in line ? { seq: i + 1 } : {}) };
      prev = sha256(canonical(linked));
      return canonical({ ...linked, hash: prev });
    }),
  ];
}

export function fileOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
