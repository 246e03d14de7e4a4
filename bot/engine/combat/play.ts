/** The heart of a fight: blows land, rules fire at their moments, operations change the stage. */
import type { Reach } from '../rules.ts';
import { type Blow, land } from './blow.ts';
import {
  boundTo,
  fighterAt,
  hasStatus,
  mark,
  type Open,
  type Ring,
  type Side,
  sourcesOf,
  standing,
  stands,
  unmark,
} from './ring.ts';
import type { Band, FightOp, FightRule, Moment } from './rules.ts';
import type { Fighter } from './state.ts';
import { bandFor, bend, chained, firstFoe, touched } from './targets.ts';
import { type About, passes, usedBy } from './tests.ts';

/** Rules that call rules that call rules stop here. */
const DEEPEST = 4;
type Whom = Pick<About, 'other' | 'blow'>;

/** Everything of one fighter that is bound to a moment. */
export function fire(ring: Ring, own: Side, at: Moment, about: Whom): void {
  if (ring.depth >= DEEPEST) return;
  ring.depth += 1;
  for (const { source, rule, key } of boundTo(ring, own, at)) {
    const scene: About = { ...about, own, rule: key };
    const tests = rule.if ?? [];
    if (!tests.every((test) => passes(ring, test, scene))) continue;
    if (tests.some(({ is }) => is === 'once')) use(ring, own, scene.rule);
    show(ring, own, source.id);
    perform(ring, rule.do, scene);
  }
  ring.depth -= 1;
}

/** Calls one skill by name, with what it makes together with others. */
export function call(ring: Ring, skill: string, other: Side | null): void {
  for (const { rule, scene } of callsOf(ring, skill, other)) {
    if (rule.if?.some(({ is }) => is === 'once')) use(ring, 'me', scene.rule);
    show(ring, 'me', scene.rule.split('/')[0] ?? skill);
    perform(ring, rule.do, scene);
  }
}

/** What a call would set off now; none while it rests. */
export function callsOf(
  ring: Ring,
  skill: string,
  other: Side | null,
): readonly { readonly rule: FightRule; readonly scene: About }[] {
  return sourcesOf(ring, 'me').flatMap(({ id, of, rules }) => {
    if (!of.includes(skill)) return [];
    return rules.flatMap((rule, i) => {
      const scene: About = { own: 'me', other, rule: `${id}/${i}` };
      const open = rule.at === 'call' && (rule.if ?? []).every((test) => passes(ring, test, scene));
      return open ? [{ rule, scene }] : [];
    });
  });
}

function use(ring: Ring, own: Side, rule: string): void {
  const fighter = fighterAt(ring, own);
  if (fighter) fighter.used = [...usedBy(fighter), rule];
}

/** Told once a round. */
export function show(ring: Ring, who: Side, id: string): void {
  const key = `${who} ${id}`;
  if (ring.shown.has(key)) return;
  ring.shown.add(key);
  ring.beats.push({ is: 'rule', who, id });
}

/** Strikes, with everything that may bend it on both sides. */
export function strike(ring: Ring, blow: Blow): void {
  const target = fighterAt(ring, blow.on);
  if (!target || target.hp <= 0) return;
  const who = blow.who;
  if (!blow.extra && who !== 'ally') fire(ring, who, 'strike', { other: blow.on, blow });
  const about = who === 'ally' ? 'me' : who;
  fire(ring, blow.on, 'struck', { other: about, blow });
  const tell = (how: 'hit' | 'critical' | 'missed' | 'negated' | 'immune', harm = 0) => {
    const kind = blow.kind === undefined ? {} : { kind: blow.kind };
    ring.beats.push({ is: 'blow', who, on: blow.on, harm, ...kind, how, by: blow.by });
  };
  if ('under' in target.flags) return tell('immune');
  if (blow.negated) return tell(blow.on === 'me' ? 'negated' : 'immune');
  const how = land(ring, blow);
  if (how === 'missed') return tell(how);
  target.hp -= blow.harm;
  ring.taken.set(blow.on, (ring.taken.get(blow.on) ?? 0) + 1);
  tell(how, blow.harm);
  if (blow.status && target.hp > 0) putOn(ring, blow.on, blow.status);
  if (who !== 'ally') landed(ring, who, blow);
  fallIfDown(ring, blow.on);
}

function landed(ring: Ring, who: Side, blow: Blow): void {
  const striker = fighterAt(ring, who);
  if (blow.extra) return;
  if (striker) striker.strikes = (striker.strikes ?? 0) + 1;
  fire(ring, who, 'hit', { other: blow.on, blow });
}

function fallIfDown(ring: Ring, side: Side): void {
  if (side === 'me') return;
  const foe = ring.fight.foes.find((one) => one.n === side);
  if (!foe || foe.hp > 0 || foe.out) return;
  foe.out = { how: 'fell', loot: 100 };
  foe.next = null;
  ring.beats.push({ is: 'fell', who: side });
  fire(ring, side, 'fall', { other: 'me' });
  fire(ring, 'me', 'fall', { other: side });
}

/** Comes to another band; both sides take note. */
export function shift(ring: Ring, side: Side, to: Band, dash = false): void {
  const fighter = fighterAt(ring, side);
  if (!fighter || fighter.band === to) return;
  const from = fighter.band;
  if (side === 'me') ring.from = from;
  fighter.band = to;
  fighter.stood = 0;
  mark(fighter, 'moved', 1);
  ring.beats.push({ is: 'move', who: side, from, to, ...(dash ? { dash: true as const } : {}) });
  fire(ring, side, 'band', { other: side === 'me' ? firstFoe(ring) : 'me' });
  const others: readonly Side[] = side === 'me' ? standing(ring.fight).map(({ n }) => n) : ['me'];
  for (const one of others) fire(ring, one, 'other', { other: side });
}

function putOn(ring: Ring, side: Side, { effect, rounds }: { effect: string; rounds: number }): void {
  const fighter = fighterAt(ring, side);
  if (!fighter) return;
  const rest = fighter.statuses.filter((one) => one.effect !== effect);
  const before = fighter.statuses.find((one) => one.effect === effect)?.rounds ?? 0;
  fighter.statuses = [...rest, { effect, rounds: Math.max(before, rounds) }];
  ring.beats.push({ is: 'status', who: side, effect, rounds });
}

interface Hurt {
  readonly percent: number;
  readonly kind?: Blow['kind'];
  readonly by: string;
  /** Percent of that on top. */
  readonly more?: number | undefined;
}

/** What is under the ground is not reached, and what has woken cannot be killed. */
const UNHURT = ['under', 'awake'] as const;

/** Harm that is no blow: a share of the maximum, or points. Shrugged off by kind. */
export function hurt(ring: Ring, side: Side, by: Hurt): void {
  const fighter = fighterAt(ring, side);
  if (!fighter || fighter.hp <= 0 || UNHURT.some((flag) => flag in fighter.flags)) return;
  const shrugged = by.kind ? (fighter.derived.resist[by.kind] ?? 0) : 0;
  const percent = (by.percent * (100 + (by.more ?? 0))) / 100;
  const points = Math.ceil((fighter.derived.maxHp * percent * (1 - shrugged)) / 100);
  const harm = Math.min(fighter.hp, Math.max(0, points));
  if (harm === 0) return;
  fighter.hp -= harm;
  ring.beats.push({ is: 'hurt', who: side, by: by.by, points: harm });
  fallIfDown(ring, side);
}

function restore(ring: Ring, side: Side, points: number, by: string): void {
  const fighter = fighterAt(ring, side);
  if (!fighter || fighter.hp <= 0 || hasStatus(ring, fighter, 'noHeal')) return;
  const gain = Math.min(fighter.derived.maxHp - fighter.hp, Math.round(points));
  if (gain <= 0) return;
  fighter.hp += gain;
  ring.beats.push({ is: 'heal', who: side, by, points: gain });
}

export function perform(ring: Ring, ops: readonly FightOp[], about: About): void {
  ops.forEach((op, i) => {
    performOne(ring, op, { ...about, rule: `${about.rule}/${i}` });
  });
}

/** `rule` carries the place of the operation in its list. */
function performOne(ring: Ring, op: FightOp, about: About): void {
  const on: Side | null = 'on' in op && op.on === 'other' ? about.other : about.own;
  const by = about.rule.split('/')[0] ?? '';
  const target = on === null ? undefined : fighterAt(ring, on);
  switch (op.do) {
    case 'power':
    case 'negate':
    case 'kind':
    case 'evade':
      if (about.blow) bend(about.blow, op);
      return;
    case 'again':
      return strikeAgain(ring, op, about);
    case 'heal':
      if (on !== null && target) {
        const whole = op.of === 'harm' ? (about.blow?.harm ?? 0) : target.derived.maxHp;
        restore(ring, on, Math.ceil((whole * op.percent) / 100), by);
      }
      return;
    case 'harm':
      for (const side of touched(ring, op.on ?? 'other', about))
        hurt(ring, side, {
          ...op,
          by,
          more: about.own === 'me' && side !== 'me' ? ring.arena.gear?.magic : 0,
        });
      return;
    case 'status':
      if (on !== null) putOn(ring, on, op);
      return;
    case 'cure':
      if (target) target.statuses = target.statuses.filter(({ effect }) => effect !== op.effect);
      return;
    case 'push':
      if (on !== null && target) shift(ring, on, bandFor(ring, op.to, { side: on, about }));
      return;
    case 'flag':
      if (target && on !== null) setFlag(ring, on, op);
      return;
    case 'clear':
      if (target && on !== null) clearFlag(ring, on, op.flag);
      return;
    default:
      performRare(ring, op, about);
  }
}

type Rare = Extract<
  FightOp,
  { do: 'decoy' | 'readyDash' | 'count' | 'vote' | 'spare' | 'leave' | 'gone' | 'loot' }
>;

function performRare(ring: Ring, op: Rare, about: About): void {
  const { fight } = ring;
  switch (op.do) {
    case 'decoy':
      fight.me.decoy = { band: ring.from, rounds: op.rounds };
      return;
    case 'readyDash':
      fight.me.dash = 0;
      return;
    case 'count': {
      const own = fighterAt(ring, about.own);
      if (own) own.strikes = (own.strikes ?? 0) + 1;
      return;
    }
    case 'vote':
      return ask(ring, op, about);
    case 'spare':
      return takeOut(ring, about, { how: 'spared', loot: op.loot, fact: op.fact });
    case 'gone':
      return takeOut(ring, about, { how: 'left', loot: op.loot });
    case 'leave':
      fight.leaves = [...(fight.leaves ?? []), op.effect];
      return;
    case 'loot':
      fight.loot = (fight.loot ?? 0) + op.percent;
      return;
  }
}

/** A chain goes on to somebody else in reach, and comes back to the same one where there is nobody. */
function strikeAgain(ring: Ring, op: Extract<FightOp, { do: 'again' }>, about: About): void {
  const own = fighterAt(ring, about.own);
  if (!own) return;
  const reach: Reach = about.blow?.reach ?? (about.own === 'me' ? ring.fight.me.reach : 'near');
  const by = about.rule.split('/')[0] ?? '';
  const on = about.own === 'me' ? chained(ring, { op, about, reach }) : 'me';
  if (on === null) return;
  const plain = own.derived.damage[reach];
  const blow = { plain, power: op.percent, crit: 0, evade: 0, negated: false, extra: true, harm: 0 };
  const weapon = about.own === 'me' ? ring.arena.weapons[reach].kind : undefined;
  const kind = about.blow?.kind ?? weapon;
  strike(ring, { who: about.own, on, by, reach, ...blow, ...(kind ? { kind } : {}) });
}

const TOLD: Readonly<Record<string, 'woke' | 'dug'>> = { awake: 'woke', under: 'dug' };

function setFlag(ring: Ring, on: Side, { flag, rounds }: Extract<FightOp, { do: 'flag' }>): void {
  const fighter = fighterAt(ring, on) as Open<Fighter>;
  const told = TOLD[flag];
  if (told && !(flag in fighter.flags)) ring.beats.push({ is: told, who: on });
  mark(fighter, flag, rounds ?? null);
}

function clearFlag(ring: Ring, on: Side, flag: string): void {
  const fighter = fighterAt(ring, on) as Open<Fighter>;
  if (flag === 'under' && flag in fighter.flags) ring.beats.push({ is: 'thrownOut', who: on });
  unmark(fighter, flag);
}

/** Out of the fight without falling. Whoever's rule it is, it is the monster that goes. */
function takeOut(
  ring: Ring,
  { own, other }: About,
  end: { how: 'spared' | 'left'; loot: number; fact?: string },
): void {
  const side = own === 'me' ? other : own;
  const foe = ring.fight.foes.find(({ n }) => n === side);
  if (!foe || !stands(foe)) return;
  foe.out = { how: end.how, loot: end.loot };
  foe.next = null;
  if (end.fact) ring.fight.facts = [...(ring.fight.facts ?? []), [end.fact, foe.templateId]];
  ring.beats.push({ is: 'left', who: foe.n });
}

type Vote = Extract<FightOp, { do: 'vote' }>;

/** Where nobody watches, chance speaks for the chat. One vote at a time: another question waits for its turn. */
function ask(ring: Ring, op: Vote, about: About): void {
  if (ring.fight.vote) return;
  if (!ring.arena.chat) return answer(ring, op, { about, option: ring.draws.int(op.options) });
  ring.fight.vote = { poll: '', rule: `${about.own}/${about.rule}`, options: op.options };
}

/** What the chat has said comes true; 0: it kept quiet. */
export function answer(ring: Ring, op: Vote, by: { about: About; option: number }): void {
  const hidden = op.about === 'where' ? { where: ring.draws.int(op.options) } : {};
  const right = hidden.where === undefined || by.option === hidden.where;
  ring.beats.push({ is: 'voted', option: by.option, right, ...hidden });
  perform(ring, right ? op.then : (op.else ?? []), by.about);
}

/** The question that is open, and whose it is; null if there is none. */
export function openVote(ring: Ring): { op: Vote; about: About } | null {
  const { vote } = ring.fight;
  if (!vote) return null;
  const [side = '', id = '', rule = '', op = ''] = vote.rule.split('/');
  const own: Side = side === 'me' ? 'me' : Number(side);
  const found = sourcesOf(ring, own).find((source) => source.id === id)?.rules[Number(rule)]?.do[Number(op)];
  if (found?.do !== 'vote') return null;
  const other = own === 'me' ? firstFoe(ring) : 'me';
  return { op: found, about: { own, other, rule: `${id}/${rule}/${op}` } };
}
