/** What things are made of is there, what fights read of a thing is on one that counts there, and words say it. */
import type { ItemDef } from '../../engine/rules.ts';
import { faultIn } from '../document.ts';
import { about, type Fault } from '../faults.ts';
import { holesIn } from '../gear-words.ts';
import { LANGS, type Lang } from '../schema/kinds.ts';
import { type Complaint, unknown } from './fights.ts';
import { entryFault, type Scene } from './scene.ts';

const NUMBERS = ['power', 'magic'] as const;

export function checkGear(scene: Scene): readonly Fault[] {
  const items = Object.values(scene.draft.items);
  const told = (check: (item: ItemDef) => readonly Complaint[]) =>
    items.flatMap((item) =>
      check(item).map(([path, message]) => entryFault(scene, ['items', item.id], path, message)),
    );
  return [
    ...about(
      'reference',
      told(({ material }) => ofMaterial(scene, material)),
    ),
    ...about('balance', told(ofNumbers)),
    ...about(
      'words',
      LANGS.flatMap((lang) => [
        ...items.flatMap((item) => itemWords(scene, lang, item)),
        ...materialWords(scene, lang),
      ]),
    ),
  ];
}

function ofMaterial({ gathered }: Scene, material: string | undefined): readonly Complaint[] {
  const known = gathered.parts.materials;
  if (material === undefined || known.has(material)) return [];
  return [[['material'], unknown('materials', material, known.keys())]];
}

/** Fights read them of worn things, and the power of weapons. */
function ofNumbers(item: ItemDef): readonly Complaint[] {
  return NUMBERS.flatMap((name): readonly Complaint[] => {
    const counts = item.slot !== undefined || (name === 'power' && item.category === 'weapon');
    if (item[name] === undefined || counts) return [];
    return [[[name], 'no fight reads it: the thing is not worn, expected a slot']];
  });
}

function itemWords({ draft, gathered }: Scene, lang: Lang, item: ItemDef): readonly Fault[] {
  const document = gathered.texts[lang].items.get(item.id);
  const text = draft.texts[lang].items[item.id];
  if (!document || !text) return [];
  return NUMBERS.flatMap((name) => {
    const said = holesIn(text.rule).includes(name);
    if (said === (item[name] !== undefined)) return [];
    const message = said
      ? `{${name}} came, which the thing does not have`
      : `the thing has ${name}, expected {${name}} in its rule`;
    return [faultIn(document, ['rule'], message)];
  });
}

/** Each number of a material, and no other. */
function materialWords({ draft, gathered }: Scene, lang: Lang): readonly Fault[] {
  return Object.values(draft.parts.materials).flatMap(({ id, takes }) => {
    const document = gathered.texts[lang].materials.get(id);
    const text = draft.texts[lang].materials[id];
    if (!document || !text) return [];
    const [said, wanted] = [holesIn(text.line), Object.keys(takes)];
    const missing = wanted.filter((kind) => !said.includes(kind));
    const strange = said.filter((kind) => !wanted.includes(kind));
    return [
      ...missing.map((kind) => faultIn(document, ['line'], `expected {${kind}}, which it changes`)),
      ...strange.map((kind) => faultIn(document, ['line'], `{${kind}} came, which it does not change`)),
    ];
  });
}
