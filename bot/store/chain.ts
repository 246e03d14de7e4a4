/** The first half of `verify`: what can be said of a log without knowing the game. */
import { openingHash, sha256Hex } from '../../adapters/log/contract.ts';
import type { Rules } from '../engine/rules.ts';
import { canonical } from '../protocol/canonical.ts';
import { LineFault } from './file.ts';
import type { CommandLine, EndLine, Header } from './line.ts';
import { FORMAT, senderOf } from './line.ts';

export interface Chained {
  readonly header: Header;
  readonly rules: Rules;
  /** Line 3 of the file is at index 0. */
  readonly commands: readonly CommandLine[];
  readonly end: EndLine | null;
}

const COMMAND_KEYS = 'as,at,command,events,hash,id,prev,seq';
const END_KEYS = 'end,hash,places,prev,seeds';
const HEADER_TEXTS = [
  'version',
  'engineVersion',
  'game',
  'pack',
  'rulesHash',
  'mapSeed',
  'mapHash',
  'commitment',
  'size',
  'pace',
  'lang',
] as const;

/**
 * Canonical form of every line, hashes, links, numbers, times, ids.
 * @throws LineFault with the line of the file.
 */
export function checkChain(lines: readonly string[]): Chained {
  const header = readHeader(lines);
  const rules = parse(lines, 2) as Rules & object;
  if (sha256Hex(lines[1]!) !== header.rulesHash) throw rulesFault(lines, header);
  const link = new Link(openingHash(lines[0]!, lines[1]!), lines.length);
  const commands: CommandLine[] = [];
  let end: EndLine | null = null;
  for (let n = 3; n <= lines.length; n += 1) {
    if (end !== null) throw new LineFault(n, 'there is a line after the end line');
    const value = parse(lines, n);
    if (Object.keys(value).join() === END_KEYS) {
      end = value as unknown as EndLine;
      link.follow(n, end);
      checkEndShape(n, end);
    } else {
      commands.push(link.command(n, value as unknown as CommandLine));
    }
  }
  return { header, rules, commands, end };
}

class Link {
  #prev: string;
  #at = Number.NEGATIVE_INFINITY;
  readonly #ids = new Set<string>();

  readonly #length: number;

  /** @param length how many lines the file has. */
  constructor(opening: string, length: number) {
    this.#prev = opening;
    this.#length = length;
  }

  follow(n: number, line: EndLine | CommandLine): void {
    const { hash, ...rest } = line;
    if (sha256Hex(canonical(rest)) !== hash)
      throw new LineFault(n, 'the line was changed: its hash does not fit it');
    if (line.prev === this.#prev) {
      this.#prev = hash;
      return;
    }
    // The line is whole and in its place, so it is what it follows that was changed; the rules were checked.
    if (n === 3 && ('seq' in line ? line.seq === 1 : this.#length === 3)) {
      throw new LineFault(1, 'the header was changed: line 3 follows another one');
    }
    throw new LineFault(
      n,
      `the line does not follow line ${n - 1}: lines were cut, added, moved or changed here`,
    );
  }

  command(n: number, line: CommandLine): CommandLine {
    if (Object.keys(line).join() !== COMMAND_KEYS) {
      throw new LineFault(
        n,
        `expected the fields ${COMMAND_KEYS} or ${END_KEYS}, got ${Object.keys(line).join()}`,
      );
    }
    this.follow(n, line);
    if (line.seq !== n - 2) throw new LineFault(n, `expected seq ${n - 2}, got ${String(line.seq)}`);
    if (
      typeof line.id !== 'string' ||
      typeof line.as !== 'object' ||
      line.as === null ||
      !Array.isArray(line.events)
    ) {
      throw new LineFault(n, 'id, as or events have the wrong shape');
    }
    if (!Number.isSafeInteger(line.at) || line.at < this.#at) {
      throw new LineFault(n, `time runs backwards: ${String(line.at)} after ${this.#at}`);
    }
    const key = JSON.stringify([senderOf(line.as), line.id]);
    if (this.#ids.has(key))
      throw new LineFault(n, `the id "${line.id}" of ${senderOf(line.as)} was there before`);
    this.#ids.add(key);
    this.#at = line.at;
    return line;
  }
}

function readHeader(lines: readonly string[]): Header {
  if (lines.length < 2)
    throw new LineFault(lines.length + 1, 'the file is too short: a header and rules were expected');
  const header = parse(lines, 1) as Partial<Header>;
  if (header.format !== FORMAT) {
    throw new LineFault(
      1,
      `expected a log of format ${FORMAT}, got ${JSON.stringify(header.format) ?? 'none'}`,
    );
  }
  const missing = HEADER_TEXTS.filter((key) => typeof header[key] !== 'string');
  if (missing.length > 0 || typeof header.ranked !== 'boolean') {
    throw new LineFault(
      1,
      `the header lacks ${[...missing, ...('ranked' in header ? [] : ['ranked'])].join(', ')}`,
    );
  }
  return header as Header;
}

/** Rules and `rulesHash` differ: which of the two was changed is told by line 3, which was linked to both as they were. */
function rulesFault([, rules = '', first = '']: readonly string[], header: Header): LineFault {
  const due = canonical({ ...header, rulesHash: sha256Hex(rules) });
  return first.includes(`"prev":"${openingHash(due, rules)}"`)
    ? new LineFault(1, 'rulesHash was changed: it does not name the rules of line 2')
    : new LineFault(2, 'the rules are not those that rulesHash of line 1 names');
}

function checkEndShape(n: number, end: EndLine): void {
  const texts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  if (!['finished', 'cancelled'].includes(end.end) || !texts(end.places) || !texts(end.seeds)) {
    throw new LineFault(n, 'end, places or seeds have the wrong shape');
  }
}

function parse(lines: readonly string[], n: number): object {
  const text = lines[n - 1]!;
  let value: unknown;
  let again: string | null = null;
  try {
    value = JSON.parse(text);
    again = canonical(value);
  } catch {
    throw new LineFault(n, text === '' ? 'the line is empty' : 'the line is not JSON');
  }
  if (again !== text) throw new LineFault(n, 'the line is not in canonical form (RFC 8785)');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineFault(n, 'the line is not an object');
  }
  return value;
}
