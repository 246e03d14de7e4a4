/** No place of the map may come up empty: every zone finds something of everything that a cell can ask for. */
import type { Entry, TrialDef, ZoneDef } from '../../engine/rules.ts';
import { faultIn } from '../document.ts';
import type { Fault } from '../faults.ts';
import { reach } from '../schema/words.ts';
import type { Scene } from './scene.ts';

/** Checks that belong to a kind of cell; the sampler finds them by these tags. */
const PLACES = ['monster', 'story', 'guardian'] as const;

export function checkCoverage(scene: Scene): readonly Fault[] {
  return [...Object.values(scene.draft.zones).flatMap((zone) => ofZone(scene, zone)), ...weapons(scene)];
}

function ofZone(scene: Scene, zone: ZoneDef): readonly Fault[] {
  const { draft } = scene;
  const trials = Object.values(draft.trials);
  const special = (trial: TrialDef) => PLACES.some((place) => trial.tags.includes(place));
  const needs: readonly (readonly [what: string, from: readonly Entry[]])[] = [
    ['trap', Object.values(draft.traps)],
    ['find', Object.values(draft.finds)],
    ['punishment', Object.values(draft.punishments)],
    // `game` trials take hours: an evening needs others.
    [
      'trial for an evening',
      trials.filter((trial) => !special(trial) && trial.kind !== 'game' && trial.pace !== 'marathon'),
    ],
    ...PLACES.map((place) => {
      const fitting = trials.filter((trial) => trial.kind === 'check' && trial.tags.includes(place));
      return [`trial of kind check with the tag "${place}"`, fitting] as const;
    }),
  ];
  const document = scene.gathered.zones.get(zone.id);
  const missing = needs.filter(([, from]) => !from.some((entry) => isIn(entry, zone)));
  const complaints = missing.map(
    ([what]) => `the zone has no ${what} of tiers ${zone.tiers.join(' to ')}, expected one`,
  );
  if (zone.tiers[0] > zone.tiers[1]) complaints.push('tiers: expected min, max');
  if (!Object.values(zone.cells).some((weight) => weight > 0)) complaints.push('cells: every weight is 0');
  if (!Object.values(zone.loot).some((weight) => weight > 0)) complaints.push('loot: every weight is 0');
  return document ? complaints.map((message) => faultIn(document, [], message)) : [];
}

/** Own or any zone, and at least one tier in common. */
function isIn(entry: Entry, zone: ZoneDef): boolean {
  const fits = !entry.tiers || (entry.tiers[0] <= zone.tiers[1] && entry.tiers[1] >= zone.tiers[0]);
  return fits && (entry.zone === 'any' || entry.zone === zone.id);
}

/** Everybody starts with a weapon for each reach. */
function weapons({ draft }: Scene): readonly Fault[] {
  const items = Object.values(draft.items);
  return reach.options
    .filter((wanted) => !items.some((item) => item.category === 'weapon' && item.reach === wanted))
    .map((wanted) => ({
      file: 'items',
      path: '',
      message: `no weapon has the reach "${wanted}", expected one`,
    }));
}
