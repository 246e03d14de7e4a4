/** Sentences of scenes: keys of a script in the words of a language. */

import type { PlayerId } from '../../engine/state.ts';
import type { SceneRun } from '../../engine/stories/state.ts';
import type { PackTexts } from '../../protocol/texts.ts';
import { entryOf, playerName, type Speech } from './say.ts';
import { fill } from './template.ts';

type Telling = Pick<Speech, 'lang' | 'names'> & { readonly texts: Pick<PackTexts, 'stories'> };

/** What is told now, as one text; a key that has no sentence in these texts says nothing. */
export function sceneLines(speech: Telling, run: SceneRun, player: PlayerId): string {
  return run.lines.flatMap((key) => sentence(speech, { run, player, key }) ?? []).join(' ');
}

/** Labels of the options, in order; the key itself where it has no sentence. */
export function sceneLabels(speech: Telling, run: SceneRun, player: PlayerId): readonly string[] {
  return run.options.map((key) => sentence(speech, { run, player, key }) ?? key);
}

interface Saying {
  readonly run: SceneRun;
  readonly player: PlayerId;
  readonly key: string;
}

function sentence(speech: Telling, { run, player, key }: Saying): string | undefined {
  const lines = entryOf(speech.texts.stories ?? {}, run.story)?.lines;
  if (!lines || !Object.hasOwn(lines, key)) return undefined;
  const named = (id: PlayerId | undefined) => (id === undefined ? undefined : playerName(speech, id));
  const values = { name: named(player), rival: named(run.rival) };
  return fill(lines[key] ?? '', { values, lang: speech.lang, capital: false });
}
