/**
 * The lines of a game's log and of its export (decisions/0002-log-format.md). Each line's text is canonical JSON; it is
 * built once, in parts, and the storage thread splices hash and link in.
 */
import type { EndEntry, LogEntry } from '../../adapters/log/contract.ts';
import { sha256Hex } from '../../adapters/log/contract.ts';
import type { Actor, Command } from '../engine/commands.ts';
import type { GameEvent } from '../engine/events.ts';
import type { Pace, Rules, Size } from '../engine/rules.ts';
import type { Millis, PlayerId, Setup } from '../engine/state.ts';
import { canonical } from '../protocol/canonical.ts';

export const FORMAT = 1;

/** Line 1. Hashes are lower-case hex SHA-256. */
export interface Header {
  readonly format: typeof FORMAT;
  /** Of the program, and of the engine's rules of play: `verify` decides again only with the same engine. */
  readonly version: string;
  readonly engineVersion: string;
  readonly game: string;
  /** Name of the content pack that the rules were frozen from. */
  readonly pack: string;
  /** Over line 2. */
  readonly rulesHash: string;
  readonly mapSeed: string;
  /** Over the canonical text of the board. */
  readonly mapHash: string;
  readonly ranked: boolean;
  /** `commitmentOf` in engine/proof.ts. */
  readonly commitment: string;
  readonly size: Size;
  readonly pace: Pace;
  readonly lang: 'ru' | 'en';
}

/** What a command line says, before it has a place. */
export interface Said {
  readonly at: Millis;
  /** As the sender gave it. */
  readonly id: string;
  readonly as: Actor;
  readonly command: Command;
  readonly events: readonly GameEvent[];
}

/** Lines 3 … : one for each accepted command. */
export interface CommandLine extends Said {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Hash of the line before; for the first one `openingHash`. */
  readonly prev: string;
  /** Over the canonical text of this line without this field. */
  readonly hash: string;
}

export interface Ending {
  readonly end: 'finished' | 'cancelled';
  readonly places: readonly PlayerId[];
  /** Epoch seeds in hex, first epoch first; empty when a cancelled game is left unproven. */
  readonly seeds: readonly string[];
}

/** The last line of a game that is over. */
export interface EndLine extends Ending {
  readonly prev: string;
  readonly hash: string;
}

export function sha256Of(value: unknown): string {
  return sha256Hex(canonical(value));
}

/** @param rulesLine the canonical text of the rules, made once: it is some 100 KB. */
export function headerLine(header: Omit<Header, 'format' | 'rulesHash'>, rulesLine: string): string {
  return canonical({ ...header, format: FORMAT, rulesHash: sha256Hex(rulesLine) });
}

export function rulesLine(rules: Rules): string {
  return canonical(rules);
}

export function setupOf(header: Header): Setup {
  const { game, mapSeed, size, pace, lang, ranked } = header;
  return { game, mapSeed, size, pace, lang, ranked };
}

/**
 * Who sent it, as far as ids go: an id is unique per (game, sender). It follows from `as`, so that a log says all that
 * is needed to check it. Player ids, pseudonyms and the two words cannot be mistaken for each other.
 */
export function senderOf(as: Actor): string {
  switch (as.by) {
    case 'player':
      return as.player;
    case 'viewer':
      return `${as.viewer}@${as.player}`;
    case 'referee':
      return `referee ${as.viewer}`;
    default:
      return as.by;
  }
}

/** Keys in their canonical order: as, at, command, events, (hash,) id, (prev, seq). @throws TypeError by `canonical`. */
export function entryOf({ at, id, as, command, events }: Said): LogEntry {
  const text = canonical({ as, at, command, events });
  return { by: senderOf(as), id, head: `${text.slice(0, -1)},`, tail: `"id":${canonical(id)},` };
}

/** Keys in their canonical order: end, (hash,) places, (prev,) seeds. */
export function endEntryOf({ end, places, seeds }: Ending): EndEntry {
  return {
    head: `{"end":${canonical(end)},`,
    tail: `"places":${canonical(places)},`,
    rest: `,"seeds":${canonical(seeds)}}`,
  };
}

/** Reads a stored line back; what an old version wrote may be brought up to date by `upcast`, after hashing. */
export function readCommandLine(text: string): CommandLine {
  return JSON.parse(text) as CommandLine;
}

export function readEndLine(text: string): EndLine {
  return JSON.parse(text) as EndLine;
}

/** Brings a line of an older engine to today's events. Never changes what is stored. */
export type Upcast = (line: CommandLine, header: Header) => CommandLine;
export const asItIs: Upcast = (line) => line;
