/** Whether a text says what is never said, however it is spelt. */
import { ANYWHERE, INNOCENT, STARTS, WORDS } from './never.ts';

/** A text as if it were all in one alphabet. */
interface Reading {
  /** What is in another alphabet altogether is not read so. */
  readonly script: RegExp;
  /** Sign → the letter that it is read as. */
  readonly letters: ReadonlyMap<string, string>;
}

/** From pairs of a sign and a letter. */
function reading(script: RegExp, pairs: string): Reading {
  return { script, letters: new Map(pairs.split(' ').map(([sign = '', letter = '']) => [sign, letter])) };
}

const LATIN =
  '0o 3e 4a 5s 7t 8b @a $s €e £l аa вb еe кk мm нh оo рp сc тt уy хx іi ѕs јj αa βb εe ιi κk νv οo ρp τt υu χx';
const CYRILLIC = '0о 3з 4ч 6б @а €е aа bв cс eе hн iи іи kк mм oо pр tт xх yу αа βв εе κк οо ρр τт χх';
/** Nobody knows which alphabet was meant, nor whether a stroke is an i or an l; so a text is read in each way. */
const READINGS: readonly Reading[] = [
  reading(/\p{Script=Latin}/u, `${LATIN} 1i !i |i`),
  reading(/\p{Script=Latin}/u, `${LATIN} 1l !l |l`),
  reading(/\p{Script=Cyrillic}/u, CYRILLIC),
];

const WHOLE: ReadonlySet<string> = new Set(WORDS);
/** So many letters that stand alone are one word in pieces; two may be words. */
const IN_PIECES = 3;

/** For a name or a line in any language. Rather too strict: whoever is refused has other words. */
export function saysNever(text: string): boolean {
  const plain = bare(text);
  return READINGS.some(({ script, letters }) => script.test(plain) && wordsOf(plain, letters).some(isNever));
}

/** Small letters without marks, ё as е; nothing that cannot be seen. */
function bare(text: string): string {
  const low = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');
  return low.replace(/[^й]/gu, (sign) => sign.normalize('NFKD')).replace(/\p{M}/gu, '');
}

/** Every word of a text, also those that stand in pieces: `f.u.c.k`, `f u c k`. */
function wordsOf(plain: string, letters: Reading['letters']): readonly string[] {
  // At the end of a word these are what they are.
  const signs = plain.replace(/[!|]+(?!\p{L})/gu, ' ');
  const text = [...signs].map((sign) => letters.get(sign) ?? sign).join('');
  const words = text.split(/\P{L}+/u).filter((word) => word !== '');
  const joined = text.split(/\s+/).map((word) => word.replace(/\P{L}+/gu, ''));
  return [...words, ...joined, ...inPieces(words)];
}

function inPieces(words: readonly string[]): readonly string[] {
  const runs = words.map((word) => (word.length === 1 ? word : ' ')).join('');
  return runs.split(' ').filter((run) => run.length >= IN_PIECES);
}

/** Long letters are read as two and as one; doubled ones as one only for what is sure: "good" is none of ours. */
function isNever(word: string): boolean {
  const forms = [word.replace(/(\p{L})\1{2,}/gu, '$1$1'), word.replace(/(\p{L})\1{2,}/gu, '$1')];
  return forms.map(withoutInnocent).some((form) => {
    if (WHOLE.has(form) || STARTS.some((root) => form.startsWith(root))) return true;
    const once = form.replace(/(\p{L})\1+/gu, '$1');
    return ANYWHERE.some((root) => form.includes(root) || once.includes(root));
  });
}

function withoutInnocent(word: string): string {
  return INNOCENT.reduce((rest, part) => rest.replaceAll(part, '-'), word);
}
