/** What schemas cannot see of treaties: effects that are there, stances that beat each other, words for each. */
import { faultIn } from '../document.ts';
import type { Fault, Path } from '../faults.ts';
import { hint } from '../nearest.ts';
import type { DiplomacyFile } from '../schema/diplomacy.ts';
import { LANGS } from '../schema/kinds.ts';
import type { Scene } from './scene.ts';
import { wordFaults } from './wording.ts';

type Complaint = readonly [path: Path, message: string];
type Treaty = DiplomacyFile['treaties'][keyof DiplomacyFile['treaties']];

export function checkDiplomacy(scene: Scene): readonly Fault[] {
  const { draft, gathered } = scene;
  const document = gathered.diplomacy;
  if (!draft.diplomacy || !document) return [];
  const rules = Object.entries(draft.diplomacy.treaties).flatMap(([id, treaty]) =>
    ofTreaty(scene, treaty).map(([path, message]) => faultIn(document, ['treaties', id, ...path], message)),
  );
  return [...rules, ...words(scene)];
}

function ofTreaty({ gathered }: Scene, treaty: Treaty): readonly Complaint[] {
  const effects = gathered.entries.effects;
  const found: Complaint[] = treaty.bars.flatMap((effect, i) =>
    effects.has(effect)
      ? []
      : [[['bars', i], `"${effect}" is not one of the effects${hint(effect, effects.keys())}`] as const],
  );
  const { pay, clash } = treaty.terms;
  if (pay && pay.min > pay.max) found.push([['terms', 'pay'], 'min is above max']);
  if (clash) found.push(...ofClash(clash));
  return found;
}

function ofClash({ vote, beats }: NonNullable<Treaty['terms']['clash']>): readonly Complaint[] {
  const stances = vote.options.length;
  if (beats.length !== stances)
    return [[['terms', 'clash', 'beats'], `${beats.length} came, expected ${stances}: one for each stance`]];
  return beats.flatMap((other, i) =>
    other > stances || other === i + 1
      ? [[['terms', 'clash', 'beats', i], `${other} came, expected the number of another stance`] as const]
      : [],
  );
}

function words({ draft, gathered }: Scene): readonly Fault[] {
  return LANGS.flatMap((lang) =>
    Object.entries(draft.texts[lang].treaties).flatMap(([id, text]) => {
      const document = gathered.texts[lang].treaties.get(id);
      const stances = Object.entries(draft.diplomacy?.treaties ?? {}).find(([kind]) => kind === id)?.[1].terms
        .clash?.vote.options.length;
      const came = text.options?.length ?? 0;
      const complaints: Complaint[] = [...wordFaults(text)];
      if (came !== (stances ?? 0)) complaints.push([['options'], `${came} came, expected ${stances ?? 0}`]);
      return document ? complaints.map(([path, message]) => faultIn(document, path, message)) : [];
    }),
  );
}
