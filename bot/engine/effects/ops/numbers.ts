/** Operations on counters: gold, health, shards, influence, roll tokens, reputation, facts. */
import { zoneOf } from '../../sampler.ts';
import { refill } from '../../turn/tokens.ts';
import { emit, who } from '../../work.ts';
import { harm, heal } from '../health.ts';
import type { Handlers } from './context.ts';

export const NUMBERS: Handlers<
  'gold' | 'heal' | 'harm' | 'shard' | 'influence' | 'token' | 'remember' | 'rep'
> = {
  gold(work, { op, on, scene }) {
    const has = who(work, on).gold;
    const by = Math.max(-has, (op.by ?? 0) + Math.round((has * (op.percent ?? 0)) / 100));
    if (by !== 0) emit(work, { type: 'counted', player: on, what: 'gold', by, why: scene.why });
  },
  heal(work, { op, on, scene }) {
    heal(work, on, { percent: op.percent, why: scene.why });
  },
  harm(work, { op, on, scene }) {
    harm(work, on, { percent: op.percent, why: scene.why });
  },
  shard(work, { op, on }) {
    const by = Math.max(-who(work, on).shards[op.element], op.by);
    if (by !== 0) emit(work, { type: 'shards', player: on, element: op.element, by });
  },
  influence(work, { op, on, scene }) {
    const has = who(work, on).influence;
    const by = Math.min(work.rules.tunables.challenge.cap - has, Math.max(-has, op.by));
    if (by !== 0) emit(work, { type: 'counted', player: on, what: 'influence', by, why: scene.why });
  },
  token(work, { op, on }) {
    const tokens = refill({ ...work, player: on }, who(work, on).tokens);
    emit(work, {
      type: 'tokens',
      player: on,
      tokens: { ...tokens, count: Math.max(0, tokens.count + op.by) },
    });
  },
  remember(work, { op, on }) {
    emit(work, { type: 'remembered', player: on, fact: op.fact, value: op.value ?? 'yes' });
  },
  rep(work, { op, on }) {
    emit(work, { type: 'reputation', player: on, zone: zoneOf(work, on), by: op.by });
  },
};
