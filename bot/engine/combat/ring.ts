/** One fight while it is being played: a copy that may be written to, and who stands where. */
import type { Draws } from '../chance.ts';
import type { Reach, Rules } from '../rules.ts';
import type { Gear } from './gear.ts';
import {
  BANDS,
  type Band,
  type CombatTunables,
  type Distance,
  type FightRule,
  type Moment,
  type WeaponDef,
} from './rules.ts';
import type { Beat, Fight, Fighter, Foe, Me } from './state.ts';

/** What a player brings along; nothing of it changes while a command is played. */
export interface Arena {
  readonly rules: Pick<Rules, 'monsters' | 'effects' | 'skills' | 'synergies' | 'props' | 'tunables'>;
  readonly skills: readonly string[];
  readonly weapons: Readonly<Record<Reach, WeaponDef>>;
  /** Absent: nothing is worn, and weapons are plain. */
  readonly gear?: Gear;
  /** Somebody watches who could vote. Otherwise chance speaks for the chat, at once. */
  readonly chat: boolean;
}

/** `me`, or a foe's number. */
export type Side = 'me' | number;
export type Open<T> = { -readonly [K in keyof T]: T[K] };
export interface OpenFight extends Open<Omit<Fight, 'me' | 'foes'>> {
  me: Open<Me>;
  foes: Open<Foe>[];
}

export interface Ring {
  readonly arena: Arena;
  readonly t: CombatTunables;
  readonly fight: OpenFight;
  readonly draws: Draws;
  readonly beats: Beat[];
  /** Where the player stood before the step or dash of this round. */
  from: Band;
  /** Blows taken in this round. */
  readonly taken: Map<Side, number>;
  /** Rules that have shown themselves in this round. */
  readonly shown: Set<string>;
  /** How deep rules have called rules. */
  depth: number;
}

/** Figures of packs without fights of their own, for what is played apart from a game. */
export const PLAIN: CombatTunables = {
  seconds: { session: 15, marathon: 600 },
  rounds: 20,
  standing: 25,
  dash: { power: 40, rest: 1 },
  critical: 150,
  damage: { base: 3, perPoint: 1 },
  loot: { gold: 4, perTier: 3 },
  assist: 80,
  mercy: 10,
};

export function open(arena: Arena, fight: Fight, draws: Draws): Ring {
  return {
    arena,
    t: arena.rules.tunables.combat ?? PLAIN,
    fight: { ...fight, me: { ...fight.me }, foes: fight.foes.map((foe) => ({ ...foe })) },
    draws,
    beats: [],
    from: fight.me.band,
    taken: new Map(),
    shown: new Set(),
    depth: 0,
  };
}

export const stands = (foe: Foe): boolean => foe.hp > 0 && foe.out === undefined;

export function standing(fight: Pick<OpenFight, 'foes'>): Open<Foe>[] {
  return fight.foes.filter(stands);
}

export function fighterAt(ring: Ring, side: Side): Open<Fighter> | undefined {
  return side === 'me' ? ring.fight.me : ring.fight.foes.find((foe) => foe.n === side);
}

export function apart(a: Pick<Fighter, 'band'>, b: Pick<Fighter, 'band'>): Distance {
  return Math.abs(BANDS.indexOf(a.band) - BANDS.indexOf(b.band)) as Distance;
}

export interface Source {
  readonly id: string;
  /** Skills it belongs to. */
  readonly of: readonly string[];
  readonly rules: readonly FightRule[];
}

const NOTHING: readonly never[] = [];

/** A rule at its moment. */
export interface Bound {
  readonly source: Source;
  readonly rule: FightRule;
  /** Names the rule in this fight. */
  readonly key: string;
}

interface Known {
  readonly rules: Arena['rules'];
  readonly found: readonly Source[];
  readonly at: ReadonlyMap<Moment, readonly Bound[]>;
}
/** By the list of skills, which stays the same through a fight. */
const known = new WeakMap<readonly string[], Known>();

function knownOf({ arena, fight }: Ring, side: Side): Known {
  const skills = side === 'me' ? arena.skills : (fight.foes.find((one) => one.n === side)?.skills ?? NOTHING);
  const before = known.get(skills);
  if (before?.rules === arena.rules) return before;
  const found = side === 'me' ? ownSources(arena) : foeSources(arena, skills);
  const all = found.flatMap((source) =>
    source.rules.map((rule, i): Bound => ({ source, rule, key: `${source.id}/${i}` })),
  );
  const now = { rules: arena.rules, found, at: Map.groupBy(all, ({ rule }) => rule.at) };
  known.set(skills, now);
  return now;
}

/** What the player knows, and what two of these make together: the pair first, so that it can bend what its parts do. */
function ownSources({ rules, skills }: Arena): readonly Source[] {
  const alone = skills.map((id) => ({ id, of: [id], rules: rules.skills[id]?.fight ?? [] }));
  const pairs = Object.values(rules.synergies ?? {}).flatMap(({ id, skills: both, rules: made }) =>
    both.every((one) => skills.includes(one)) ? [{ id, of: both, rules: made }] : [],
  );
  return [...pairs, ...alone].filter((one) => one.rules.length > 0);
}

function foeSources({ rules }: Arena, skills: readonly string[]): readonly Source[] {
  const abilities = rules.monsters?.abilities ?? {};
  return skills.flatMap((id) => {
    const made = abilities[id]?.rules;
    return made ? [{ id, of: [id], rules: made }] : [];
  });
}

export function sourcesOf(ring: Ring, side: Side): readonly Source[] {
  return knownOf(ring, side).found;
}

/** Rules of one fighter that are bound to a moment, in the order of their sources. */
export function boundTo(ring: Ring, side: Side, at: Moment): readonly Bound[] {
  return knownOf(ring, side).at.get(at) ?? NOTHING;
}

/** Sum of what statuses say, over a fighter. */
export function statusSum(ring: Ring, fighter: Fighter, name: 'deals' | 'takes'): number {
  return fighter.statuses.reduce(
    (sum, { effect }) => sum + (ring.arena.rules.effects[effect]?.fight?.[name] ?? 0),
    0,
  );
}

export function hasStatus(ring: Ring, fighter: Fighter, name: 'stun' | 'holds' | 'noHeal'): boolean {
  return fighter.statuses.some(({ effect }) => ring.arena.rules.effects[effect]?.fight?.[name] === true);
}

export function mark(fighter: Open<Fighter>, flag: string, rounds: number | null = null): void {
  fighter.flags = { ...fighter.flags, [flag]: rounds };
}

export function unmark(fighter: Open<Fighter>, flag: string): void {
  if (!(flag in fighter.flags)) return;
  const { [flag]: _gone, ...rest } = fighter.flags;
  fighter.flags = rest;
}
