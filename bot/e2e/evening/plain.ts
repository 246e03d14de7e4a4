/** Is a chat's answer a sentence in the chat's language, without anything from inside the program? */
import { COMMANDS } from '../../commands/list.ts';
import type { Lang } from '../../protocol/texts.ts';
import { REFUSALS } from '../../refusals.ts';

/** Latin that Russian answers have by right: health, dice, a salute of chats, and the game's own name. */
const LATIN_IN_RU = /^(?:HP|d\d+|o7|MSIG)$/u;
/** Help on one command names it in the other language, too. */
const ALSO = /(?:Ещё|Also): (?:!\p{L}+ ?)+\.$/u;
const INSIDE: readonly (readonly [string, RegExp])[] = [
  ['a blank that was not filled', /[{}]|undefined|NaN|\bnull\b|\[object/u],
  ["a player's id", /\bp[1-8]\b/u],
  ['an id of the pack', /\p{L}+_\p{L}+/u],
  ['a path of the rules', /[a-z]{2,}\/[a-z]{2,}/u],
  ['a name of the code', /\b[a-z]+[A-Z][a-z]+/u],
  ['a bare hash', /\b[0-9a-f]{12,}\b/u],
];
const CODES = new Set(Object.keys(REFUSALS).filter((code) => code.includes('-')));
const NAMES: Readonly<Record<Lang, ReadonlySet<string>>> = {
  ru: new Set(COMMANDS.flatMap(({ names }) => names.ru)),
  en: new Set(COMMANDS.flatMap(({ names }) => names.en)),
};

/** What is wrong with it; empty for a good one. */
export function faultsOf(said: string, lang: Lang): readonly string[] {
  if (said.trim() === '') return ['nothing is said'];
  const answer = said.replace(ALSO, '');
  const faults = INSIDE.flatMap(([what, pattern]) => {
    const found = pattern.exec(answer);
    return found ? [`${what}: ${found[0]}`] : [];
  });
  const words = answer.match(/[\p{L}\p{N}-]+/gu) ?? [];
  faults.push(...words.filter((word) => CODES.has(word)).map((word) => `a refusal's code: ${word}`));
  const foreign = words.filter((word) =>
    lang === 'en' ? /\p{Script=Cyrillic}/u.test(word) : /[a-z]/iu.test(word) && !LATIN_IN_RU.test(word),
  );
  faults.push(...foreign.map((word) => `not the chat's language: ${word}`));
  const commands = [...answer.matchAll(/!(\p{L}+)/gu)].map((match) => match[1] ?? '');
  faults.push(
    ...commands.filter((name) => !NAMES[lang].has(name)).map((name) => `no such command here: !${name}`),
  );
  // A sign in front, a quotation mark, a number, the command that help is about; else a capital letter.
  if (!/^[!\p{Lu}\p{N}\p{Extended_Pictographic}«"]/u.test(answer)) faults.push('no beginning of a sentence');
  if (!words.some((word) => /\p{L}{2,}/u.test(word))) faults.push('no words');
  return faults;
}
