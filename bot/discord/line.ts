/** A filled-in slash command → the line that a chat would have typed: there is one reader for both. */
import type { OptionValues } from '../../adapters/platform/discord/contract.ts';
import type { CommandSpec } from '../commands/spec.ts';
import type { Lang } from '../protocol/texts.ts';
import { argsOf, OFFERED } from './args.ts';
import { WORDS } from './words.ts';

/** What was given for a field; fields come back by their English names. */
export function given(options: OptionValues, name: keyof (typeof WORDS)['en']['args']): string {
  return String(options[WORDS.en.args[name][0]] ?? '').trim();
}

/** `/применить вещь:Верёвка цель:p2` → `!применить Верёвка p2`. */
export function lineOf(spec: CommandSpec, options: OptionValues, lang: Lang): string {
  const words = argsOf(spec)
    .filter(({ name }) => name !== 'player')
    .map(({ name }) => given(options, name));
  return [`!${spec.names[lang][0]}`, ...words].filter(Boolean).join(' ');
}

const MAIN = new Map(
  OFFERED.flatMap(({ names }) =>
    (['ru', 'en'] as const).flatMap((lang) => names[lang].map((name) => [name, names[lang][0]!] as const)),
  ),
);

/** Answers say `!бросок`; here it is `/бросок`. Other words with the sign stay. */
export function withSlashes(text: string): string {
  return text.replace(/!(\p{L}+)/gu, (whole, word: string) => {
    const name = MAIN.get(word.toLowerCase());
    return name === undefined ? whole : `/${name}`;
  });
}
