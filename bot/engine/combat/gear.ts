/** What a player has on and in hand does in a fight by itself: its material, its power, its magic power. */
import { ELEMENTS, type Element, PHYSICAL, type Physical, type Reach, type Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import { type Step, sumOf } from '../why/step.ts';

export type HarmKind = Element | Physical;
export const HARM_KINDS: readonly HarmKind[] = [...ELEMENTS, ...PHYSICAL];
/** Of a kind of harm: percent of it on top, as it is taken. */
export type GearNumber = 'power' | 'magic' | HarmKind;
export const GEAR_NUMBERS: readonly GearNumber[] = ['power', 'magic', ...HARM_KINDS];

/** Percent on top: of a strike by its reach, and of harm by skills, thrown things and elements. */
export interface Gear {
  readonly power: Readonly<Record<Reach, number>>;
  readonly magic: number;
}

/** Percent, thing by thing: those that are worn, and for `power` the weapon of that reach. */
export function gearSteps(
  player: Player,
  rules: Rules,
  { name, reach = player.reach }: { readonly name: GearNumber; readonly reach?: Reach },
): readonly Step[] {
  const worn = player.bag.filter((thing) => thing.worn).map((thing) => thing.item);
  const ids = name === 'power' ? [...worn, player.weapons[reach]] : worn;
  return ids.flatMap((id): readonly Step[] => {
    const by = percentOf(rules, id, name);
    return by === 0 ? [] : [{ from: 'item', id, by }];
  });
}

function percentOf({ items, materials }: Rules, id: string, name: GearNumber): number {
  const item = items[id];
  if (name === 'power' || name === 'magic') return item?.[name] ?? 0;
  return (item?.material === undefined ? undefined : materials?.[item.material]?.takes[name]) ?? 0;
}

export function gearOf(player: Player, rules: Rules): Gear {
  const power = (reach: Reach) => sumOf(gearSteps(player, rules, { name: 'power', reach }));
  return {
    power: { near: power('near'), mid: power('mid'), far: power('far') },
    magic: sumOf(gearSteps(player, rules, { name: 'magic' })),
  };
}

/** Shares of harm that materials turn away, as the calculator takes them; only kinds that they say anything of. */
export function turnedAway(player: Player, rules: Rules): Readonly<Record<string, number>> {
  const shares = HARM_KINDS.map((kind) => {
    const percent = sumOf(gearSteps(player, rules, { name: kind }));
    return [`${kind}_resistance`, -percent / 100] as const;
  });
  return Object.fromEntries(shares.filter(([, share]) => share !== 0));
}
