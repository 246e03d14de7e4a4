/** One round: the player acts, rules fire, foes' blows land, statuses run, the next blows are announced. Pure. */
import type { Draws } from '../chance.ts';
import { type Action, aimed, stepFor } from './action.ts';
import { announce, moveOf } from './announce.ts';
import type { Blow } from './blow.ts';
import type { FightEnd } from './events.ts';
import { answer, call, fire, hurt, openVote, perform, shift, show, strike } from './play.ts';
import {
  type Arena,
  apart,
  fighterAt,
  hasStatus,
  mark,
  type Open,
  open,
  type Ring,
  type Side,
  standing,
  unmark,
} from './ring.ts';
import type { Band, FightOp, Move } from './rules.ts';
import type { Beat, Fight, Fighter, Foe } from './state.ts';
import { firstFoe } from './targets.ts';
import { nextWave } from './waves.ts';

export interface Outcome {
  readonly fight: Fight;
  readonly beats: readonly Beat[];
  /** Null while it goes on. */
  readonly end: FightEnd | null;
}

/** Plays the player's part and the rest of the round. The action must have been found possible. */
export function playRound(arena: Arena, fight: Fight, action: Action, draws: Draws): Outcome {
  const ring = open(arena, fight, draws);
  if (!hasStatus(ring, ring.fight.me, 'stun')) {
    act(ring, action);
    if (ring.fight.vote) {
      ring.fight.calling = true;
      return close(ring);
    }
  }
  return finishRound(ring, action);
}

/** The chat has been counted; `option` 0: nobody spoke. A round that waited for it goes on. */
export function playVote(arena: Arena, fight: Fight, option: number, draws: Draws): Outcome {
  const ring = open(arena, fight, draws);
  const vote = openVote(ring);
  const calling = ring.fight.calling === true;
  ring.fight.vote = null;
  delete ring.fight.calling;
  if (vote) answer(ring, vote.op, { about: vote.about, option });
  return calling ? finishRound(ring, { is: 'rest' }) : close(ring);
}

/** A way out: what was announced still lands. */
export function playFlight(arena: Arena, fight: Fight, draws: Draws): Outcome {
  const ring = open(arena, fight, draws);
  for (const foe of standing(ring.fight)) foeActs(ring, foe);
  return { fight: ring.fight, beats: ring.beats, end: ring.fight.me.hp <= 0 ? 'lost' : 'fled' };
}

/** An ally's blow, in between. */
export function playHelp(arena: Arena, fight: Fight, points: number, draws: Draws): Outcome {
  const ring = open(arena, fight, draws);
  const on = standing(ring.fight)[0];
  const rest = { crit: 0, evade: 0, negated: false, extra: true, harm: 0 };
  if (on)
    strike(ring, { who: 'ally', on: on.n, by: 'assist', reach: 'near', plain: points, power: 100, ...rest });
  return close(ring);
}

function act(ring: Ring, action: Action): void {
  const { me } = ring.fight;
  if (action.is === 'hit') {
    const foe = aimed(ring, action.foe);
    const to = foe && stepFor(ring, action.reach, foe);
    me.reach = action.reach;
    if (to) shift(ring, 'me', to);
    return;
  }
  fire(ring, 'me', 'rest', { other: firstFoe(ring) });
  if (action.is === 'dash') dash(ring, action.band);
  else if (action.is === 'skill') call(ring, action.skill, firstFoe(ring));
  else if (action.is === 'prop') setOff(ring);
  else if (action.is === 'item') throwThing(ring, action);
}

/** Shown even where it was used on oneself: the round went by with it. */
function throwThing(ring: Ring, { item, does = [] }: Extract<Action, { is: 'item' }>): void {
  show(ring, 'me', item);
  perform(ring, does, { own: 'me', other: firstFoe(ring), rule: `${item}/0` });
}

function dash(ring: Ring, band: Band): void {
  const { me } = ring.fight;
  mark(me, 'dashed', 1);
  mark(me, 'rush');
  me.dash = ring.t.dash.rest + 1;
  shift(ring, 'me', band, true);
  fire(ring, 'me', 'dash', { other: firstFoe(ring) });
}

function setOff(ring: Ring): void {
  const { prop } = ring.fight;
  const def = prop ? ring.arena.rules.props?.[prop.id] : undefined;
  if (!prop || !def) return;
  ring.fight.prop = { id: prop.id, used: true };
  ring.beats.push({ is: 'prop', id: prop.id });
  for (const foe of standing(ring.fight).filter(({ band }) => def.lands.includes(band))) {
    for (const op of def.do) setOffOn(ring, op, { foe, id: def.id });
  }
}

/** What falls, burns or floods does nothing but harm, statuses and pushing. */
function setOffOn(ring: Ring, op: FightOp, { foe, id }: { foe: Open<Foe>; id: string }): void {
  if (op.do === 'harm') hurt(ring, foe.n, { ...op, by: id });
  else perform(ring, [op], { own: foe.n, other: 'me', rule: `${id}/0` });
}

/** The quicker strike first; between equals the player does. */
function finishRound(ring: Ring, action: Action): Outcome {
  const { me } = ring.fight;
  const quick = standing(ring.fight).filter(({ derived }) => derived.initiative > me.derived.initiative);
  const strikes = action.is === 'hit' && !hasStatus(ring, me, 'stun');
  const first = strikes ? quick : [];
  for (const foe of first) foeActs(ring, foe);
  if (strikes && me.hp > 0) playerStrikes(ring, action);
  for (const foe of standing(ring.fight)) if (!first.includes(foe)) foeActs(ring, foe);
  if (me.hp > 0) wind(ring);
  const end = endOf(ring) ?? (ring.fight.round >= ring.t.rounds ? 'left' : null);
  if (end !== null) return { fight: ring.fight, beats: ring.beats, end };
  nextRound(ring);
  return close(ring);
}

function playerStrikes(ring: Ring, { reach, foe }: Extract<Action, { is: 'hit' }>): void {
  const { me } = ring.fight;
  const weapon = ring.arena.weapons[reach];
  const near = aimed(ring, foe) ?? standing(ring.fight)[0];
  const bite = near ? (weapon.power[apart(me, near)] ?? 0) : 0;
  if (!near || bite === 0) return;
  const rush = 'rush' in me.flags ? ring.t.dash.power : 0;
  unmark(me, 'rush');
  const blow: Blow = {
    who: 'me',
    on: near.n,
    by: reach,
    reach,
    plain: me.derived.damage[reach],
    power: (bite * (100 + rush)) / 100,
    crit: weapon.crit ?? 0,
    evade: 0,
    negated: false,
    extra: false,
    harm: 0,
    ...(weapon.kind ? { kind: weapon.kind } : {}),
    ...(weapon.status ? { status: weapon.status } : {}),
  };
  strike(ring, blow);
}

/** Stunned, asleep or fallen since: what was announced does not come. */
function foeActs(ring: Ring, foe: Open<Foe>): void {
  const move = moveOf(ring, foe);
  const { me } = ring.fight;
  if (!move || !foe.next || foe.hp <= 0 || foe.out || me.hp <= 0 || hasStatus(ring, foe, 'stun')) return;
  const { lands } = foe.next;
  foe.next = null;
  if (move.goes) shift(ring, foe.n, goesTo(ring, foe, move.goes));
  if (move.power === 0 && !move.status) return;
  if (me.decoy && lands.includes(me.decoy.band)) {
    ring.beats.push({ is: 'blow', who: foe.n, on: 'decoy', harm: 0, how: 'hit', by: move.id });
    me.decoy = null;
    mark(me, 'decoyed', 1);
    return;
  }
  const caught = caughtBy(ring, lands);
  if (caught > 0) strike(ring, foeBlow(ring, foe, { move, caught }));
}

/** Percent of a blow that arrives: whoever dashes is caught where the dash began, whoever steps aside is grazed. */
function caughtBy({ fight: { me }, from, t }: Ring, lands: readonly Band[]): number {
  if (lands.includes(me.band)) return 100;
  if (!lands.includes(from)) return 0;
  return 'dashed' in me.flags ? 100 : (t.graze ?? 0);
}

function goesTo(ring: Ring, foe: Foe, goes: NonNullable<Move['goes']>): Band {
  if (goes === 'you') return ring.fight.me.band;
  return goes === 'home' ? foe.home : goes;
}

function foeBlow(ring: Ring, foe: Foe, { move, caught }: { move: Move; caught: number }): Blow {
  const still = ring.fight.me.stood >= 2 ? ring.t.standing : 0;
  return {
    who: foe.n,
    on: 'me',
    by: move.id,
    reach: move.reach,
    plain: foe.derived.damage[move.reach],
    power: (move.power * (100 + still) * caught) / 10_000,
    crit: 0,
    evade: 0,
    negated: move.power === 0,
    extra: false,
    harm: 0,
    ...(move.kind ? { kind: move.kind } : {}),
    ...(move.status && caught === 100 ? { status: move.status } : {}),
  };
}

/** Statuses bite, rules of the end fire, marks run out. */
function wind(ring: Ring): void {
  const sides = (): readonly Side[] => ['me', ...standing(ring.fight).map(({ n }) => n)];
  for (const side of sides()) {
    const fighter = fighterAt(ring, side) as Open<Fighter>;
    fighter.hits = ring.taken.get(side) ?? 0;
    for (const { effect } of fighter.statuses) {
      const def = ring.arena.rules.effects[effect]?.fight;
      if (def?.harm)
        hurt(ring, side, { percent: def.harm, by: effect, ...(def.kind ? { kind: def.kind } : {}) });
    }
  }
  for (const side of sides()) fire(ring, side, 'end', { other: side === 'me' ? firstFoe(ring) : 'me' });
  for (const side of sides()) runDown(fighterAt(ring, side) as Open<Fighter>);
  const { me } = ring.fight;
  me.dash = Math.max(0, me.dash - 1);
  if (me.decoy) me.decoy = me.decoy.rounds > 1 ? { ...me.decoy, rounds: me.decoy.rounds - 1 } : null;
}

function runDown(fighter: Open<Fighter>): void {
  fighter.stood += 1;
  fighter.statuses = fighter.statuses.flatMap((one) =>
    one.rounds > 1 ? [{ ...one, rounds: one.rounds - 1 }] : [],
  );
  const flags = Object.entries(fighter.flags).filter(([, rounds]) => rounds === null || rounds > 1);
  fighter.flags = Object.fromEntries(flags.map(([flag, rounds]) => [flag, rounds && rounds - 1]));
}

function nextRound(ring: Ring): void {
  ring.fight.round += 1;
  ring.from = ring.fight.me.band;
  ring.taken.clear();
  ring.shown.clear();
  announce(ring);
}

/** How it stands. A wave that is beaten makes room for the next. */
function endOf(ring: Ring): FightEnd | null {
  const { me, foes } = ring.fight;
  if (me.hp <= 0) return 'lost';
  if (standing(ring.fight).length === 0 && !nextWave(ring)) {
    const ways = foes.map(({ out }) => out?.how);
    return ways.includes('fell') ? 'won' : ways.includes('spared') ? 'spared' : 'left';
  }
  return null;
}

/** What came of it, as plain data. */
export function close(ring: Ring): Outcome {
  return { fight: ring.fight, beats: ring.beats, end: endOf(ring) };
}
