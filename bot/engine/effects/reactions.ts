/** Everything of one player that reacts or adds: skills, gear and effects, in the order in which it runs. */
import type { Attribute, Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import type { Step } from '../why/step.ts';
import type { Hook, Reaction, StatName, Stats } from './operations.ts';

export interface Source {
  readonly kind: 'effect' | 'item' | 'skill';
  readonly id: string;
  /** Number of the effect or bag item; 0 for skills. */
  readonly n: number;
}

export interface Bound {
  readonly reaction: Reaction;
  readonly source: Source;
  /** Where its operations stand in the rules. */
  readonly path: string;
  readonly priority: number;
}

/** Gear and skills run after effects of lower and before effects of higher priority. */
const GEAR = 50;
const SKILL = 60;

interface Summary {
  readonly hooks: ReadonlyMap<Hook, readonly Bound[]>;
  readonly stats: ReadonlyMap<string, number>;
  /** What those sums are made of. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
}

/** What a summary follows from; a player who moves or earns gold keeps all of it. */
interface Worked extends Pick<Player, 'bag' | 'skills' | 'effects'> {
  readonly rules: Rules;
  readonly summary: Summary;
}

/**
 * The summaries of late, a few for each seat: as many games as are played at once find theirs again. Everything is
 * immutable, so the same references mean the same summary. No WeakMap: its entries cost the collector more than
 * making a summary anew.
 */
const GAMES = 4;
const lately: (Worked | undefined)[] = [];
let next = 0;

function summaryOf(player: Player, rules: Rules): Summary {
  const first = player.seat * GAMES;
  for (let slot = first; slot < first + GAMES; slot += 1) {
    const worked = lately[slot];
    if (worked !== undefined && holdsFor(worked, player, rules)) return worked.summary;
  }
  const { bag, skills, effects } = player;
  const summary = summarise(player, rules);
  next = (next + 1) % GAMES;
  lately[first + next] = { rules, bag, skills, effects, summary };
  return summary;
}

function holdsFor(worked: Worked, player: Player, rules: Rules): boolean {
  return (
    worked.bag === player.bag &&
    worked.effects === player.effects &&
    worked.skills === player.skills &&
    worked.rules === rules
  );
}

export function reactionsTo(hook: Hook, player: Player, rules: Rules): readonly Bound[] {
  return summaryOf(player, rules).hooks.get(hook) ?? NOTHING;
}
const NOTHING: readonly Bound[] = [];

/** Sum of one value over skills, gear and effects. */
export function statOf(player: Player, rules: Rules, name: StatName | Attribute): number {
  return summaryOf(player, rules).stats.get(name) ?? 0;
}

/** What the sum is made of, in the order in which it was added up. */
export function statSteps(player: Player, rules: Rules, name: StatName | Attribute): readonly Step[] {
  return summaryOf(player, rules).steps.get(name) ?? NO_STEPS;
}
const NO_STEPS: readonly Step[] = [];

function summarise(player: Player, rules: Rules): Summary {
  const bound: Bound[] = [];
  const stats = new Map<string, number>();
  const steps = new Map<string, Step[]>();
  const add = (
    source: Source,
    from: { stats?: Stats; hooks?: readonly Reaction[] },
    how: { priority: number; times: number },
  ) => {
    for (const [name, by] of Object.entries(from.stats ?? {})) {
      const step: Step = { from: source.kind, id: source.id, by: (by as number) * how.times };
      stats.set(name, (stats.get(name) ?? 0) + step.by);
      steps.set(name, [...(steps.get(name) ?? []), step]);
    }
    from.hooks?.forEach((reaction, i) => {
      bound.push({
        reaction,
        source,
        path: `${source.kind}s/${source.id}/hooks/${i}/do`,
        priority: how.priority,
      });
    });
  };
  for (const id of player.skills) {
    const skill = rules.skills[id];
    if (skill) add({ kind: 'skill', id, n: 0 }, skill, { priority: SKILL, times: 1 });
  }
  for (const got of player.bag) {
    const item = rules.items[got.item];
    if (item && (got.worn || !item.slot))
      add({ kind: 'item', id: got.item, n: got.n }, item, { priority: GEAR, times: 1 });
  }
  for (const active of player.effects) {
    const effect = rules.effects[active.effect];
    if (effect) {
      add({ kind: 'effect', id: active.effect, n: active.n }, effect, {
        priority: effect.priority,
        times: active.stacks,
      });
    }
  }
  bound.sort((a, b) => a.priority - b.priority || a.source.n - b.source.n);
  const hooks = new Map<Hook, Bound[]>();
  for (const one of bound) hooks.set(one.reaction.at, [...(hooks.get(one.reaction.at) ?? []), one]);
  return { hooks, stats, steps };
}
