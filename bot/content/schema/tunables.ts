import { z } from 'zod';
import type { MapSize, Tunables } from '../../engine/rules.ts';
import { combatTunablesSchema } from './combat.ts';
import { superGameSchema, timeSchema } from './race.ts';
import { count, int, share, sides, size, some } from './words.ts';

const dice = z.array(sides).min(1).max(12);
const seconds = some;
const percents = z.number().min(0).max(100);
const number = z.number();

const mapSize = z.strictObject({
  cells: some.max(2000),
  width: some.max(400),
  height: some.max(400),
  lanes: some,
  forks: count,
}) satisfies z.ZodType<MapSize>;

/** Units as in `Tunables`: seconds unless the name says otherwise, percents 0 to 100, shares 0 to 1. */
export const tunablesSchema = z.strictObject({
  players: z.strictObject({ min: some, max: some.max(8) }),
  attributes: z.strictObject({ base: count, points: count, cap: some }),
  hp: z.strictObject({ base: some, perEndurance: count, campHeal: percents }),
  dice: z.strictObject({
    start: dice,
    pouch: count,
    overGold: count,
    games: z.array(z.strictObject({ hours: count, sides })).optional(),
  }),
  tokens: z.strictObject({ every: seconds, keep: some, start: count }),
  bag: z.strictObject({ slots: some }),
  gold: z.strictObject({ start: count, lostOnFall: count }),
  fork: z.strictObject({ seconds }),
  choice: z.strictObject({ seconds }),
  trials: z.strictObject({
    queued: count,
    checkBase: int,
    perTier: number,
    contest: seconds,
    keep: number.min(0).max(100).optional(),
  }),
  challenge: z.strictObject({
    cost: count,
    perViewer: count,
    perPlayer: count,
    window: seconds,
    earn: number.min(0),
    cap: count,
    hold: seconds.optional(),
  }),
  equaliser: z.strictObject({
    factor: number.positive(),
    power: number.positive().max(1),
    min: some,
    max: some,
    perHour: some.optional(),
    share: number.positive().max(1).optional(),
  }),
  market: z.strictObject({
    stock: count,
    sell: percents,
    reputation: number.min(0),
    shard: count.optional(),
  }),
  gate: z.strictObject({ difficulty: int, mercy: number.min(0) }),
  skills: z.strictObject({ every: some, most: count }).optional(),
  luck: z.strictObject({ perPoint: number.min(0), pity: count, pityStep: number.min(0) }),
  final: z.strictObject({
    house: dice,
    bonus: number,
    mercy: number.min(0),
    seconds,
    lock: count,
  }),
  superGame: superGameSchema.optional(),
  time: timeSchema.optional(),
  combat: combatTunablesSchema.optional(),
  helpers: z.strictObject({ max: count, approval: seconds }),
  poll: z.strictObject({ grace: count, lag: count.optional() }),
  jury: z.strictObject({ size: some.max(99), least: some, seconds, stake: count }).optional(),
  performance: z.strictObject({ vote: seconds.max(600), quorum: number.positive() }).optional(),
  map: z.strictObject({
    campEvery: some,
    noTrapBefore: count,
    shortcut: share,
    sizes: z.record(size, mapSize),
  }),
}) satisfies z.ZodType<Tunables>;
