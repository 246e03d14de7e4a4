/** What can be typed in a fight now, and what each would do from here. */
import type { Fight } from '../../../bot/engine/combat/state.ts';
import { wayOf } from '../../board/props/props.ts';
import type { Face } from '../../link/face.ts';
import type { Reach } from '../../link/types.ts';
import type { FightWords, Order } from '../../texts/fight-words.ts';
import type { FightIcon } from './icons.ts';
import { standing } from './replay.ts';

export interface OrderShown {
  readonly key: string;
  readonly type: string;
  readonly note: string;
  readonly icon: FightIcon;
  /** The drawn weapon, and whatever is ready and rare. */
  readonly drawn: boolean;
  readonly open: boolean;
}

const REACHES = ['near', 'mid', 'far'] as const satisfies readonly Reach[];
const LINE = ['near', 'mid', 'far'] as const;
/** Where a weapon of this reach bites, by the bands between; weapons with other feels still bite best here. */
const BITES: Readonly<Record<Reach, readonly number[]>> = { near: [0], mid: [1, 0], far: [2, 1] };

/** From where a blow of this reach would land on the first foe: here, after one step, or not at all. */
export function aimOf(fight: Fight, reach: Reach): { readonly band: (typeof LINE)[number] } | null {
  const foe = standing(fight)[0];
  if (!foe) return null;
  const [me, at] = [LINE.indexOf(fight.me.band), LINE.indexOf(foe.band)];
  for (const far of BITES[reach]) {
    const spots = [me, me - 1, me + 1].filter((i) => LINE[i] !== undefined && Math.abs(i - at) === far);
    if (spots[0] !== undefined) return { band: LINE[spots[0]]! };
  }
  return null;
}

export interface Ordering {
  readonly face: Face;
  readonly words: FightWords;
  readonly fight: Fight;
  /** Own weapons by reach, where the bag is known. */
  readonly weapons: Readonly<Partial<Record<Reach, string>>>;
}

export function ordersOf({ face, words, fight, weapons }: Ordering): OrderShown[] {
  const plain = (order: Order, icon: FightIcon, note: string, open = true): OrderShown => ({
    key: order,
    type: words.commands[order],
    note,
    icon,
    drawn: false,
    open,
  });
  const { dash } = fight.me;
  const bound = fight.bout === 'gate' || fight.bout === 'boss';
  return [
    ...REACHES.map((reach) => hit({ face, words, fight, weapons }, reach)),
    plain('dash', 'dash', dash > 0 ? words.resting(dash) : words.notes.dash, dash === 0),
    plain('skill', 'skill', words.notes.skill),
    fight.prop
      ? plain('prop', wayOf(fight.prop.id), ...propNote({ face, words, fight }, fight.prop))
      : plain('weapon', 'weapon', words.notes.weapon),
    bound ? plain('auto', 'auto', words.notes.auto) : plain('flee', 'flee', words.notes.flee),
  ];
}

/** The name of what stands there, or why it cannot be set off: it takes its own weapon, or its own band. */
function propNote(
  { face, words, fight }: Omit<Ordering, 'weapons'>,
  { id, used }: NonNullable<Fight['prop']>,
): [note: string, open: boolean] {
  if (used) return [words.propUsed, false];
  const { name, reach } = face.pack.entry('props', id);
  const reaches = reach === undefined || fight.me.reach === reach || fight.me.band === reach;
  return reaches ? [name, true] : [words.propNeeds(words.weapons[reach]), false];
}

/** All that a player may type in a fight, for buttons: what the stage leaves out for want of room too. */
export function buttonsOf(ordering: Ordering): OrderShown[] {
  const shown = ordersOf(ordering).filter(({ key }) => key !== 'weapon');
  if (shown.some(({ key }) => key === 'auto')) return shown;
  const { commands, notes } = ordering.words;
  const auto: OrderShown = {
    key: 'auto',
    type: commands.auto,
    note: notes.auto,
    icon: 'auto',
    drawn: false,
    open: true,
  };
  return [...shown, auto];
}

function hit({ face, words, fight, weapons }: Ordering, reach: Reach): OrderShown {
  const aim = aimOf(fight, reach);
  const { band, derived } = fight.me;
  const what = weapons[reach] ? face.pack.entry('items', weapons[reach]).name : words.weapons[reach];
  const points = words.about(derived.damage[reach]);
  const note =
    aim === null
      ? words.outOfReach
      : aim.band === band
        ? `${what} ${points}`
        : `${words.step(words.bands[aim.band])} ${points}`;
  return {
    key: reach,
    type: `${words.commands.hit} ${words.typed[reach]}`,
    note,
    icon: reach,
    drawn: fight.me.reach === reach,
    open: aim !== null,
  };
}
