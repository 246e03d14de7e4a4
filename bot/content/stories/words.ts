/** The sentences of a scene: there for each key in each language, none too many, and short enough for a chat. */

import type { Scene } from '../check/scene.ts';
import { bannedIn } from '../check/wording.ts';
import { faultIn } from '../document.ts';
import type { Fault } from '../faults.ts';
import { LANGS, type Lang } from '../schema/kinds.ts';
import { ID_PATTERN } from '../schema/words.ts';
import { lineOf } from './compile.ts';
import { inScript } from './place.ts';
import type { ToldStory } from './tell.ts';
import type { Page } from './walk.ts';

/** Characters: the shortest chat box, and what a button of the overlay holds. */
const LONGEST_PAGE = 200;
const LONGEST_OPTION = 60;
/** A page and its question in one line of a chat, with room for the name of the scene and how to answer. */
const LONGEST_BOTH = 320;
/** What a nickname counts for. */
const NAME = 25;
/** Blanks that a sentence may have: the player, and whom the scene is about. */
const BLANKS = ['name', 'rival'];

export function wordFaultsOf(scene: Scene, story: ToldStory): readonly Fault[] {
  const keys = new Set(story.walk.pages.flatMap(({ lines, options }) => [...lines, ...options]));
  const unkeyed = [...keys].filter((key) => !ID_PATTERN.test(key));
  const strange = unkeyed.map((key) =>
    inScript(
      story.script,
      lineOf(story.script.text, escaped(key)),
      `${JSON.stringify(key)} is said, expected the key of a sentence like boy_waves`,
    ),
  );
  return [...strange, ...LANGS.flatMap((lang) => ofLang(scene, story, { lang, keys }))];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function ofLang(
  { draft, gathered }: Scene,
  { def, script, walk }: ToldStory,
  { lang, keys }: { lang: Lang; keys: ReadonlySet<string> },
): readonly Fault[] {
  const document = gathered.texts[lang].stories.get(def.id);
  const sentences: Readonly<Record<string, string>> = draft.texts[lang].stories[def.id]?.lines ?? {};
  // A text that is missing altogether is told by the check of all texts.
  if (!document || !draft.texts[lang].stories[def.id]) return [];
  const missing = [...keys].filter((key) => ID_PATTERN.test(key) && sentences[key] === undefined);
  const fault = (key: string, message: string) => faultIn(document, ['lines', key], message);
  return [
    ...missing.map((key) =>
      inScript(script, lineOf(script.text, key), `"${key}" has no sentence in texts/${lang}/stories`),
    ),
    ...Object.keys(sentences)
      .filter((key) => !keys.has(key))
      .map((key) => fault(key, 'no path of the script says this')),
    ...Object.entries(sentences).flatMap(([key, words]) => [
      ...bannedIn([], words).map(([, message]) => fault(key, message)),
      ...blanksIn(words).map((message) => fault(key, message)),
    ]),
    ...tooLong(walk.pages, sentences).map(([key, message]) => fault(key, message)),
  ];
}

function blanksIn(words: string): readonly string[] {
  const blanks = [...words.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  return blanks
    .filter((name) => !BLANKS.includes(name))
    .map((name) => `the blank {${name}} came, expected {${BLANKS.join('} or {')}}`);
}

/** Each page is one chat line, each question another. */
function tooLong(
  pages: readonly Page[],
  sentences: Readonly<Record<string, string>>,
): readonly (readonly [key: string, message: string])[] {
  const found = new Map<string, string>();
  const said = (key: string) => (sentences[key] ?? '').replace(/\{[^}]*\}/g, ' '.repeat(NAME));
  for (const { lines, options } of pages) {
    const page = [...lines.map(said).join(' ')].length;
    if (page > LONGEST_PAGE)
      found.set(
        lines.at(-1) ?? '',
        `with the lines before it (${lines.join(', ')}) ${page} characters, expected at most ${LONGEST_PAGE}`,
      );
    const asked = [...options.map((key, i) => `${i + 1} — ${said(key)}`).join(', ')].length;
    if (asked > LONGEST_PAGE)
      found.set(
        options[0] ?? '',
        `the options together have ${asked} characters, expected at most ${LONGEST_PAGE}`,
      );
    if (page + asked > LONGEST_BOTH)
      found.set(
        lines.at(-1) ?? '',
        `with its options ${page + asked} characters, expected at most ${LONGEST_BOTH}`,
      );
    for (const key of options)
      if ([...said(key)].length > LONGEST_OPTION)
        found.set(
          key,
          `${[...said(key)].length} characters came, expected at most ${LONGEST_OPTION} in an option`,
        );
  }
  return [...found];
}
