/** At least so many entries in each cell: table → cell → number. Write to the cell, not to the total. */

const PURPOSES = [
  'speed',
  'control',
  'defence',
  'information',
  'economy',
  'chat',
  'diplomacy',
  'comeback',
  'risk',
] as const;
const PLACES = ['forest', 'crystal', 'static', 'hell', 'heaven'] as const;

type Row = Readonly<Record<string, number>>;
const byPurpose = (...least: readonly number[]): Row =>
  Object.fromEntries(PURPOSES.map((purpose, i) => [purpose, least[i] ?? 0]));
const byZone = (any: number, each: number): Row => ({
  any,
  ...Object.fromEntries(PLACES.map((zone) => [zone, each])),
});

export const LEAST: Readonly<Record<string, Row>> = {
  'items by purpose': byPurpose(18, 20, 20, 15, 16, 18, 13, 14, 16),
  'effects by purpose': byPurpose(12, 12, 10, 8, 7, 8, 6, 8, 9),
  'trials by purpose': byPurpose(22, 10, 12, 28, 12, 36, 12, 10, 18),
  'traps by purpose': byPurpose(8, 7, 5, 5, 5, 3, 2, 2, 3),
  'finds by purpose': byPurpose(6, 3, 5, 5, 7, 4, 3, 4, 3),
  'punishments by purpose': byPurpose(7, 4, 3, 3, 7, 6, 3, 3, 4),
  'items by zone': byZone(50, 20),
  'effects by zone': byZone(30, 10),
  'trials by zone': byZone(70, 18),
  'traps by zone': byZone(0, 8),
  'finds by zone': byZone(0, 8),
  'punishments by zone': byZone(15, 5),
  'common items by purpose': byPurpose(7, 8, 9, 7, 7, 7, 5, 5, 5),
  'uncommon items by purpose': byPurpose(6, 6, 6, 4, 5, 5, 4, 4, 5),
  'rare items by purpose': byPurpose(3, 4, 3, 3, 2, 4, 2, 3, 3),
  'epic items by purpose': byPurpose(1, 2, 2, 1, 1, 2, 1, 1, 2),
  'legendary items by purpose': byPurpose(1, 0, 0, 0, 1, 0, 1, 1, 1),
  'items by category': {
    ...{ consumable: 48, wearable: 26, scroll: 24, artifact: 16, tool: 14, die: 12, key: 10 },
  },
  'items by target': { self: 60, rival: 34, cell: 24, ally: 14, vote: 10, all: 8 },
  'items by range': { self: 60, '1–6': 30, '7–12': 34, zone: 14, any: 12 },
  'items by element': {
    ...{ none: 70, earth: 16, water: 16, fire: 16, electricity: 16 },
    ...{ push: 4, stun: 4, slow: 4, bleed: 4 },
  },
  'effects by kind': { lasting: 24, local: 14, delayed: 14, global: 10, instant: 10, dispelling: 8 },
  'effects by polarity': { positive: 32, negative: 30, mixed: 18 },
  'effects by stacking': { refresh: 32, ignore: 20, stack: 14, replace: 14 },
  'trials by scope': { individual: 126, random: 14, regional: 14, mass: 6 },
  'trials by kind': {
    ...{ game: 56, chat: 50, performance: 18, check: 14, duel: 8, mass: 6 },
    ...{ quiz: 16, recall: 8, scramble: 5, riddle: 5, number: 5, emote: 4, crowd: 4, poll: 3 },
  },
  'games by hours': { 'up to 3': 16, 'up to 8': 20, 'up to 20': 14, longer: 6 },
};
