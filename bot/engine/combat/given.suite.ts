/** For tests: fights against made-up monsters, with luck that is always the same. */
import type { Draws } from '../chance.ts';
import type { Monster, RawStats, Tier } from '../monsters/rules.ts';
import type { Rules } from '../rules.ts';
import type { Action } from './action.ts';
import { arenaWith, challenger } from './alone.ts';
import { beginFight } from './begin.ts';
import { derive, figuresOf } from './calculator.ts';
import type { Arena } from './ring.ts';
import { type Outcome, playRound } from './round.ts';
import type { Beat, Fight } from './state.ts';

/** Nothing is missed, nothing is critical, every blow is exactly what it says; votes fall on the last option. */
export const STEADY: Draws = { int: (sides) => (sides === 31 ? 16 : sides) };

const PLAIN_STATS: RawStats = { strength: 7, agility: 0, endurance: 10, mind: 7, luck: 0 };
const OWN_STATS: RawStats = { strength: 7, agility: 7, endurance: 7, mind: 7, luck: 5 };

/** A monster that only strikes where the player stands, unless it is told more. */
export function monster(rules: Rules, skills: readonly string[] = [], more: Partial<Monster> = {}): Monster {
  const rawStats = { ...PLAIN_STATS, ...more.rawStats };
  return {
    templateId: 'dummy',
    affixId: null,
    tier: 2 as Tier,
    skills,
    hint: '',
    ...more,
    rawStats,
    derived: derive(rawStats, figuresOf(rules)),
  };
}

export interface Setting {
  readonly rules: Rules;
  readonly skills?: readonly string[];
  readonly foes?: readonly Monster[];
  /** Points of the player's health; absent: all of it. */
  readonly hp?: number;
  readonly draws?: Draws;
  readonly prop?: string;
}

/** A fight that is played action by action. */
export class Ringside {
  readonly arena: Arena;
  readonly draws: Draws;
  fight: Fight;
  /** Of the last round. */
  beats: readonly Beat[];
  end: Outcome['end'];

  constructor({ rules, skills = [], foes = [monster(rules)], hp, draws = STEADY, prop }: Setting) {
    // As the content made them: how hard the pack wants its fights is not asked here.
    const { foes: _foes, posts: _posts, graze: _graze, ...combat } = rules.tunables.combat!;
    const plain: Rules = { ...rules, tunables: { ...rules.tunables, combat } };
    this.arena = arenaWith(plain, skills);
    this.draws = draws;
    const full = challenger(plain, OWN_STATS, 1);
    const me = { ...full, hp: hp ?? full.hp };
    const opening = { n: 1, bout: 'wild' as const, me, foes, prop: prop ?? null };
    const { fight, beats, end } = beginFight(this.arena, opening, draws);
    this.fight = fight;
    this.beats = beats;
    this.end = end;
  }

  /** Changes the state as if it had come to that. */
  set(change: (fight: Fight) => Fight): this {
    this.fight = change(this.fight);
    return this;
  }

  play(action: Action): this {
    const { fight, beats, end } = playRound(this.arena, this.fight, action, this.draws);
    this.fight = fight;
    this.beats = beats;
    this.end = end;
    return this;
  }

  hit(reach: 'near' | 'mid' | 'far' = 'near'): this {
    return this.play({ is: 'hit', reach });
  }

  /** Harm of blows and rules in the last round: to the first foe, or to the player. */
  harm(on: 'me' | number = 1): number {
    return this.beats.reduce((sum, beat) => {
      if (beat.is === 'blow' && beat.on === on) return sum + beat.harm;
      return beat.is === 'hurt' && beat.who === on ? sum + beat.points : sum;
    }, 0);
  }

  healed(who: 'me' | number = 'me'): number {
    return this.beats.reduce(
      (sum, beat) => (beat.is === 'heal' && beat.who === who ? sum + beat.points : sum),
      0,
    );
  }

  foe(n = 1) {
    const found = this.fight.foes.find((one) => one.n === n);
    if (!found) throw new Error(`no foe ${n}`);
    return found;
  }

  has(n: number, effect: string): boolean {
    return this.foe(n).statuses.some((one) => one.effect === effect);
  }
}
