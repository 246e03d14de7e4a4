/** Operations on bags: granting, losing, stealing, giving, locking. */
import { gain, gainDie, handOver, lockable, lose, takeable } from '../../bag/things.ts';
import { sampleItem } from '../../sampler.ts';
import type { BagItem, PlayerId } from '../../state.ts';
import { drawing, emit, type Work, who } from '../../work.ts';
import { later } from '../scene.ts';
import type { Handlers } from './context.ts';

export const THINGS: Handlers<'grant' | 'die' | 'lose' | 'steal' | 'give' | 'copyLast' | 'lock'> = {
  grant(work, { op, on, scene }) {
    const item = op.item ?? sampleItem(work, on, op.sample ?? {})?.id;
    if (item) gain(work, on, { item, why: scene.why });
  },
  die(work, { op, on }) {
    gainDie(work, on, op.sides);
  },
  lose(work, { op, on, scene }) {
    if (op.what === 'die') return loseDie(work, on, op.pick, scene.why);
    const got = choose(work, on, { list: takeable(work, on, 'stealable'), pick: op.pick });
    if (got) lose(work, on, { n: got.n, why: scene.why });
  },
  steal(work, { op, on, scene }) {
    if (on === scene.self) return;
    if (op.what === 'gold')
      return passGold(work, { from: on, to: scene.self, by: op.by ?? 10, why: scene.why });
    if (op.what === 'die') return stealDie(work, on, scene.self, scene.why);
    const got = choose(work, on, { list: takeable(work, on, 'stealable'), pick: 'random' });
    if (got) handOver(work, on, scene.self, { got, why: scene.why });
  },
  give(work, { op, on, scene }) {
    if (on === scene.self) return;
    if (op.what === 'gold')
      return passGold(work, { from: scene.self, to: on, by: op.by ?? 10, why: scene.why });
    const got = choose(work, scene.self, {
      list: takeable(work, scene.self, 'transferable'),
      pick: 'cheapest',
    });
    if (got) handOver(work, scene.self, on, { got, why: scene.why });
  },
  copyLast(work, { scene }) {
    const last = work.state.lastUse;
    const def = last ? work.rules.items[last.item] : undefined;
    if (!def?.use) return;
    // What is for allies is not copied onto a rival: its owner gets what it does alone.
    const field = def.alone ? 'alone' : 'use';
    const target = def.target === 'self' || def.alone ? scene.self : scene.target;
    later(work, {
      do: 'run',
      ops: def[field] ?? [],
      scene: { ...scene, target, path: `items/${def.id}/${field}`, why: def.id },
    });
  },
  lock(work, { op, on }) {
    const got = choose(work, on, { list: lockable(work, who(work, on)), pick: 'random' });
    if (got) emit(work, { type: 'itemLocked', player: on, n: got.n, item: got.item, rolls: op.rolls });
  },
};

type Pick = 'random' | 'cheapest' | 'dearest';

function choose(work: Work, id: PlayerId, from: { list: readonly BagItem[]; pick: Pick }): BagItem | null {
  const { list, pick } = from;
  if (list.length === 0) return null;
  if (pick === 'random') {
    const i = drawing(work, { player: id, purpose: 'use' }, (draws) => draws.int(list.length));
    return list[i - 1] ?? null;
  }
  const price = (got: BagItem) => work.rules.items[got.item]?.price ?? 0;
  const sorted = [...list].sort((a, b) => price(a) - price(b) || a.n - b.n);
  return (pick === 'cheapest' ? sorted[0] : sorted.at(-1)) ?? null;
}

function loseDie(work: Work, id: PlayerId, pick: Pick, why: string): void {
  const dice = [...who(work, id).dice].sort((a, b) => a - b);
  const sides = pick === 'dearest' ? dice.at(-1) : dice[0];
  if (sides !== undefined) emit(work, { type: 'dieLost', player: id, sides, why });
}

function stealDie(work: Work, from: PlayerId, to: PlayerId, why: string): void {
  const sides = Math.max(...who(work, from).dice, 0);
  if (sides === 0) return;
  emit(work, { type: 'dieLost', player: from, sides, why });
  gainDie(work, to, sides);
}

function passGold(work: Work, pass: { from: PlayerId; to: PlayerId; by: number; why: string }): void {
  const by = Math.min(who(work, pass.from).gold, pass.by);
  if (by <= 0) return;
  emit(work, { type: 'counted', player: pass.from, what: 'gold', by: -by, why: pass.why });
  emit(work, { type: 'counted', player: pass.to, what: 'gold', by, why: pass.why });
}
