/** A chat line → what it means. Called for every line of every chat, so ordinary talk leaves at its first letter. */
import { readBare, readVote } from './args/ballot.ts';
import { wholeNumber } from './args/number.ts';
import { checkRole } from './checks/role.ts';
import { findCommand, indexCommands } from './find.ts';
import { go } from './list/go.ts';
import { COMMANDS } from './list.ts';
import {
  type CommandSpec,
  type Fault,
  fault,
  type ReadContext,
  type ReadResult,
  type Typed,
} from './spec.ts';
import { clean, echo, lengthOf } from './text.ts';

/** Code points of a line; longer ones than any platform allows. */
export const MAX_LINE = 500;
/** A number and what keyboards put around it. */
const MAX_WAY = 12;
const BANG = 0x21;
const WIDE_BANG = 0xff01;
const NONE = Object.freeze({ kind: 'none' } as const);

/**
 * Reads one line. Never throws, whatever the text. `none`: ordinary talk; `fault`: a command that cannot be
 * understood, with the code and args of its sentence. Roles are not checked here, see `checks/`.
 */
export function readLine(text: string, context: ReadContext): ReadResult {
  const first = firstVisible(text);
  if (first !== BANG && first !== WIDE_BANG) {
    if (context.polls.length === 0) return bareWay(text, context) ?? NONE;
    const bare = readBare(text, context.polls, first);
    return bare ? { ...bare, spec: null } : NONE;
  }
  return readCommandLine(text, context);
}

/** Code of the first sign that is not a space or invisible; -1 for none. */
function firstVisible(text: string): number {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Spaces, soft hyphen, zero-width and direction marks, byte order mark: platforms and pasting leave them in front.
    const skipped =
      code <= 0x20 || code === 0xa0 || code === 0xad || (code >= 0x2000 && code <= 0x206f) || code === 0xfeff;
    if (!skipped) return code;
  }
  return -1;
}

function readCommandLine(text: string, context: ReadContext): ReadResult {
  const quiet = context.role === 'viewer';
  if (text.length > MAX_LINE) {
    const length = lengthOf(text.length > 4 * MAX_LINE ? text.slice(0, 4 * MAX_LINE) : text);
    if (length > MAX_LINE) return fault('too-long', { length, max: MAX_LINE }, quiet);
  }
  const [head = '', ...rest] = clean(text).split(' ');
  const word = head.slice(1);
  // «!», «!!!», «! ура», «!?»: excitement, not a command.
  if (/^[!?]/.test(word) || !/[\p{L}\p{N}]/u.test(word)) return NONE;
  const { name, glued } = unglue(word);
  const words = glued === '' ? rest : [glued, ...rest];
  const found = findCommand(indexCommands(COMMANDS), name, context);
  if (!found.spec) {
    const ballot = loudVote([word, ...rest], context) ?? bareWay([word, ...rest].join(' '), context);
    if (ballot) return ballot;
  }
  if (!found.spec) return hush(found.fault, quiet);
  if (!found.sure && !found.spec.who.includes(context.role))
    return fault(
      'unknown-command',
      { typed: echo(name) || '?', suggest: `!${found.spec.names[context.lang][0]}` },
      true,
    );
  const raw = text.trim().replace(/^\S+\s*/u, '');
  return meaning(found.spec, { words, raw }, context);
}

/** The player's bare number at a fork is the way, where no vote could be meant by it. */
function bareWay(text: string, { role, fork = 0, polls }: ReadContext): ReadResult | null {
  if (fork === 0 || role !== 'player' || polls.length > 0 || text.length > MAX_WAY) return null;
  const way = wholeNumber(clean(text));
  if (way === null || way < 1 || way > fork) return null;
  return { kind: 'command', command: { type: 'go', way }, spec: go };
}

/** `!2` and `!ёлка` while a vote runs: people put the sign in front of everything. */
function loudVote(words: readonly string[], context: ReadContext): ReadResult | null {
  if (context.polls.length === 0) return null;
  const said = words.join(' ');
  const bare = readBare(said, context.polls);
  if (bare) return { ...bare, spec: null };
  if (words.length > 1 || !/^\d+$/.test(said)) return null;
  const read = readVote({ words, rest: said, name: '!' }, context);
  return read.kind === 'fault' ? { ...read, quiet: context.role === 'viewer' } : { ...read, spec: null };
}

/** `!go2` and `!бросок+d8` without the space. */
function unglue(word: string): { name: string; glued: string } {
  if (!/[\d+@]/.test(word)) return { name: word, glued: '' };
  const match = /^([^\d+@]{2,})([+@]?[\p{L}]?\d[\p{L}\p{N}+]*|[+@].+)$/u.exec(word);
  return match ? { name: match[1]!, glued: match[2]! } : { name: word, glued: '' };
}

function meaning(
  spec: CommandSpec,
  { words, raw }: Required<Pick<Typed, 'words' | 'raw'>>,
  context: ReadContext,
): ReadResult {
  const typed: Typed = { words, raw, rest: words.join(' '), name: `!${spec.names[context.lang][0]}` };
  const read = spec.read(typed, context);
  if (read.kind !== 'fault') return { ...read, spec };
  // Whoever may not do it at all is told that, not how to type it.
  const refused = checkRole(spec, context.role);
  return refused ? { ...refused, args: { player: context.player } } : read;
}

/** Other programs' commands are common in busy chats: a viewer is answered only when something close was meant. */
function hush(wrong: Fault, quiet: boolean): Fault {
  return quiet && wrong.args.suggest === undefined ? { ...wrong, quiet } : wrong;
}
