/** Putting effects on and taking them off, by their stacking rule. */
import type { EffectDef } from '../rules.ts';
import type { ActiveEffect, Millis, PlayerId } from '../state.ts';
import { ownNow } from '../time/clock.ts';
import { emit, type Work, who } from '../work.ts';
import { later } from './scene.ts';

export function applyEffect(work: Work, id: PlayerId, what: { effect: string; from: PlayerId | null }): void {
  const def = work.rules.effects[what.effect];
  if (!def) return;
  const present = who(work, id).effects.find((active) => active.effect === def.id);
  if (present && def.stacking === 'ignore') return;
  const fresh: ActiveEffect = {
    n: work.state.serial,
    effect: def.id,
    from: what.from,
    stacks: 1,
    ...lasting(ownNow(work.state, who(work, id), work.at), def),
  };
  if (!present || def.stacking === 'replace') {
    if (present) endEffect(work, id, { n: present.n, why: 'replaced' });
    emit(work, { type: 'effectApplied', player: id, effect: fresh });
    if (!lasts(def)) endEffect(work, id, { n: fresh.n, why: 'expired' });
    return;
  }
  const stacks = def.stacking === 'stack' ? Math.min(def.max ?? 3, present.stacks + 1) : present.stacks;
  emit(work, { type: 'effectChanged', player: id, effect: { ...fresh, n: present.n, stacks } });
}

function lasting(now: Millis, def: EffectDef): Pick<ActiveEffect, 'rolls' | 'turns' | 'until'> {
  const { rolls, turns, minutes } = def.duration;
  return { rolls: rolls ?? null, turns: turns ?? null, until: minutes ? now + minutes * 60_000 : null };
}

/** An effect without any duration does its `expire` at once. */
function lasts(def: EffectDef): boolean {
  const { rolls, turns, minutes, untilCamp } = def.duration;
  return Boolean(rolls || turns || minutes || untilCamp);
}

type EndWhy = 'expired' | 'cleansed' | 'camp' | 'used' | 'replaced';

/** Ends one effect; what is bound to its `expire` runs only when it ended by itself. */
export function endEffect(work: Work, id: PlayerId, end: { n: number; why: EndWhy }): void {
  const active = who(work, id).effects.find((effect) => effect.n === end.n);
  if (!active) return;
  emit(work, { type: 'effectEnded', player: id, n: active.n, effect: active.effect, why: end.why });
  if (end.why !== 'expired') return;
  work.rules.effects[active.effect]?.hooks?.forEach((reaction, i) => {
    if (reaction.at !== 'expire') return;
    const path = `effects/${active.effect}/hooks/${i}/do`;
    later(work, { do: 'run', ops: reaction.do, scene: { path, why: active.effect, self: id, target: id } });
  });
}

/** One roll or turn less for everything that is counted so. `except`: effects that came in this very roll. */
export function countDown(
  work: Work,
  id: PlayerId,
  what: { by: 'rolls' | 'turns'; known: ReadonlySet<number> },
): void {
  for (const active of who(work, id).effects) {
    const left = active[what.by];
    if (left === null || !what.known.has(active.n)) continue;
    if (left <= 1) endEffect(work, id, { n: active.n, why: 'expired' });
    else emit(work, { type: 'effectChanged', player: id, effect: { ...active, [what.by]: left - 1 } });
  }
}

/** Negative first; the oldest goes first. */
export function cleanse(
  work: Work,
  id: PlayerId,
  what: { polarity: 'positive' | 'negative' | 'any'; count: number },
): void {
  const fitting = who(work, id).effects.filter((active) => {
    const polarity = work.rules.effects[active.effect]?.polarity;
    return what.polarity === 'any' || polarity === what.polarity;
  });
  for (const active of fitting.slice(0, what.count)) endEffect(work, id, { n: active.n, why: 'cleansed' });
}
