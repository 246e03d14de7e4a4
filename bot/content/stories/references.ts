/** What scripts and watches name must be there: things, effects, monsters, attributes, elements. */
import type { Scene } from '../check/scene.ts';
import { faultIn } from '../document.ts';
import type { Fault } from '../faults.ts';
import { hint } from '../nearest.ts';
import { attribute, element } from '../schema/words.ts';
import { linesOf } from './compile.ts';
import { inScript } from './place.ts';
import type { ToldStory } from './tell.ts';
import type { Call } from './walk.ts';

/** Bouts that a scene may begin. */
const BOUTS = ['wild', 'waves'];

export function referenceFaults(scene: Scene, { def, script, walk }: ToldStory): readonly Fault[] {
  const calls = walk.calls.flatMap((call) =>
    complaintsOf(scene, call).map((message) => inScript(script, callLine(script.text, call), message)),
  );
  const document = scene.gathered.entries.stories.get(def.id);
  const watches = (def.watches ?? []).flatMap(({ deed, of, within, begins }, i) => {
    const fault = (field: string, message: string) =>
      document ? [faultIn(document, ['watches', i, field], message)] : [];
    if (deed === 'waited' && within === undefined)
      return fault('within', 'nothing came, expected for how many seconds one waits');
    if (begins !== undefined && !scene.draft.stories[begins])
      return fault('begins', `an unknown story "${begins}"${hint(begins, Object.keys(scene.draft.stories))}`);
    if (of === undefined) return [];
    const known = ['killed', 'spared', 'fled'].includes(deed)
      ? templatesOf(scene)
      : Object.keys(scene.draft.items);
    return known.includes(of) ? [] : fault('of', `an unknown id "${of}"${hint(of, known)}`);
  });
  return [...calls, ...watches];
}

function complaintsOf(scene: Scene, { name, args }: Call): readonly string[] {
  const items = Object.keys(scene.draft.items);
  const tags = Object.values(scene.draft.items).flatMap(({ tags }) => tags);
  const one = String(args[0] ?? '');
  const among = (what: string, known: readonly string[]) =>
    known.includes(one) ? [] : [`${name}: an unknown ${what} "${one}"${hint(one, known)}`];
  switch (name) {
    case 'give':
    case 'parcel':
      return among('thing', items);
    case 'has':
    case 'take':
      return among('thing or tag', [...items, ...new Set(tags)]);
    case 'effect':
      return among('effect', Object.keys(scene.draft.effects));
    case 'check':
      return among('attribute', attribute.options);
    case 'shard':
      return among('element', element.options);
    case 'chance':
      return Number(args[0]) > 0 && Number(args[0]) < 100 ? [] : [`chance: ${one} came, expected 1 to 99`];
    case 'fight':
      return [
        ...(one === '' ? [] : among('monster', templatesOf(scene))),
        ...(BOUTS.includes(String(args[1]))
          ? []
          : [`fight: an unknown bout "${args[1]}", expected ${BOUTS.join(', ')}`]),
      ];
    default:
      return [];
  }
}

function templatesOf({ draft }: Scene): readonly string[] {
  return Object.values(draft.parts.monsters).flatMap(({ templates }) => Object.keys(templates));
}

function callLine(source: string, { name, args }: Call): number | null {
  const lines = linesOf(source).filter(({ text }) => text.includes(`${name}(`));
  return (lines.find(({ text }) => text.includes(String(args[0]))) ?? lines[0])?.line ?? null;
}
