/**
 * What a fighter without a player does, in time-outs, on `auto` and for practice bots: it tries every action for one
 * round with even luck, and takes the one that leaves most of its own health and least of theirs.
 */
import type { Draws } from '../chance.ts';
import { REACHES } from '../rules.ts';
import { type Action, callable, faultOf } from './action.ts';
import { type Arena, stands } from './ring.ts';
import { type Outcome, playRound } from './round.ts';
import { BANDS, type Band } from './rules.ts';
import type { Fight } from './state.ts';

/** Neither lucky nor unlucky: nothing is missed, nothing is critical. */
const EVEN: Draws = { int: (sides) => Math.ceil(sides * 0.55) };

/** What a foe that still stands is worth beside its health: its blows to come. */
const STANDS = 0.35;
/** Marks and statuses that will be worth something. */
const READY: Readonly<Record<string, number>> = { charged: 0.24, rush: 0.06, dodge: 0.05 };
const LAMED = 0.12;
const STILL = 0.03;
/** Own health counts for more, the less of it is left. */
const CARE = 1.2;

/** The best thing to do now. */
export function choose(arena: Arena, fight: Fight): Action {
  const blind: Arena = arena.chat ? { ...arena, chat: false } : arena;
  const plain: Fight = fight.vote ? { ...fight, vote: null } : fight;
  let best: { action: Action; worth: number } | null = null;
  for (const action of options(arena, plain)) {
    const worth = worthOf(playRound(blind, plain, action, EVEN), plain);
    if (!best || worth > best.worth) best = { action, worth };
  }
  return best?.action ?? { is: 'rest' };
}

/** Everything that is possible. Foes beyond the first and the weakest are not told apart. */
export function options(arena: Arena, fight: Fight): readonly Action[] {
  const open = fight.foes.filter(stands);
  const weakest = [...open].sort((a, b) => a.hp - b.hp)[0];
  const aims = [...new Set([open[0], weakest])].flatMap((foe) => (foe ? [foe.n] : []));
  const all: readonly Action[] = [
    ...aims.flatMap((foe) => REACHES.map((reach): Action => ({ is: 'hit', reach, foe }))),
    ...BANDS.map((band): Action => ({ is: 'dash', band })),
    ...callable(arena).map((skill): Action => ({ is: 'skill', skill })),
    { is: 'prop' },
    { is: 'rest' },
  ];
  return all.filter((action) => faultOf(arena, fight, action) === null);
}

function worthOf({ fight, end }: Outcome, before: Fight): number {
  if (end === 'won' || end === 'spared') return 10 + share(fight.me.hp, fight.me.derived.maxHp);
  if (end === 'lost') return -10;
  const { me, foes } = fight;
  const own = share(me.hp, me.derived.maxHp);
  const size = before.foes.filter(stands).length || 1;
  let theirs = 0;
  for (const foe of foes) {
    if (!stands(foe)) continue;
    theirs += (share(foe.hp, foe.derived.maxHp) + STANDS) / size;
    theirs -= (LAMED * foe.statuses.length + (foe.next === null ? LAMED : 0)) / size;
  }
  const ready = Object.keys(me.flags).reduce((sum, flag) => sum + (READY[flag] ?? 0), 0);
  const stuck = me.stood >= 2 ? STILL : 0;
  const ill = LAMED * me.statuses.filter(({ rounds }) => rounds < 50).length;
  return CARE * own ** 0.8 - theirs + ready - stuck - ill;
}

const share = (part: number, whole: number): number => Math.max(0, part) / Math.max(1, whole);

/** Away from where the blow will land: the furthest quiet band, else the furthest. */
export function dashTo({ me, foes }: Fight): Band {
  const hot = new Set(foes.filter(stands).flatMap(({ next }) => next?.lands ?? []));
  const others = BANDS.filter((band) => band !== me.band).toReversed();
  return others.find((band) => !hot.has(band)) ?? others[0] ?? 'far';
}
