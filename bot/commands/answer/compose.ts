/** Parts of an answer → one line of a chat. */
import type { PlayerId } from '../../engine/state.ts';
import { cut, lengthOf } from '../text.ts';
import type { Phrase } from './phrases.ts';
import { playerName, type Speech, say } from './say.ts';
import type { Values } from './template.ts';

/** VOICE 9: at most one of these, first in the line. */
export type Sign = '🎲' | '👣' | '🎒' | '🛡' | '⚔' | '📜' | '🎁' | '🕳' | '🤝' | '📢' | '⏳' | '🏁';

export interface Part {
  readonly phrase: Phrase;
  readonly values: Values;
  /** Whom it is about; null for everybody. */
  readonly about: PlayerId | null;
  /** The phrase says the name itself. */
  readonly named?: boolean;
  /** 1 may go first when the line is long … 9 is what the line is for. */
  readonly weight: number;
  readonly sign?: Sign;
}

/** The shortest chat box among our platforms, and the most we ever write. */
export const SOFT = 200;
export const HARD = 400;
/** Parts of this weight and more stay even beyond the soft limit. */
const KEEP = 7;

/** Joins parts in order; drops the lightest, last first, until the line fits. `''` for no parts. */
export function compose(parts: readonly Part[], speech: Speech): string {
  let kept = parts;
  let line = join(kept, speech);
  while (lengthOf(line) > SOFT) {
    const out = lightest(kept, lengthOf(line) > HARD ? 10 : KEEP);
    if (out < 0 || kept.length === 1) break;
    kept = kept.filter((_, i) => i !== out);
    line = join(kept, speech);
  }
  return shorten(line, HARD);
}

/** Index of the last part with the least weight below `limit`; -1 for none. */
function lightest(parts: readonly Part[], limit: number): number {
  let at = -1;
  for (let i = 0; i < parts.length; i += 1) {
    const weight = parts[i]!.weight;
    if (weight < limit && (at < 0 || weight <= parts[at]!.weight)) at = i;
  }
  return at;
}

function join(parts: readonly Part[], speech: Speech): string {
  const sign = parts.find((part) => part.sign)?.sign;
  let about: PlayerId | null = null;
  const sentences: string[] = [];
  for (const { phrase, values, ...part } of parts) {
    const prefixed = part.about !== null && part.about !== about && !part.named;
    const said = say(speech, phrase, { values, capital: !prefixed });
    if (part.about !== null) about = part.about;
    if (said === '') continue;
    const text = prefixed ? `${playerName(speech, part.about ?? '')}${joint(said)}${said}` : said;
    sentences.push(/[.?!…]["»]?$/u.test(text) ? text : `${text}.`);
  }
  if (sentences.length === 0) return '';
  return (sign ? `${sign} ` : '') + sentences.join(' ');
}

/** A sentence has one colon: before one that brings its own, a dash says whom it is about. */
function joint(said: string): string {
  return /^[^.?!…]*: /u.test(said) ? ' — ' : ': ';
}

/** Cuts at a word, with an ellipsis. */
export function shorten(line: string, max: number): string {
  if (lengthOf(line) <= max) return line;
  const head = cut(line, max - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > max / 2 ? head.slice(0, space) : head).replace(/[\s,;:.—-]+$/u, '')}…`;
}
