/** The rules, section 5: dice, coin, chance. */
import { expect } from 'vitest';
import type { ItemQuery } from '../effects/operations.ts';
import { loaded } from '../given.ts';
import { closeDraft, openDraft } from '../patch.ts';
import type { Rules } from '../rules.ts';
import { sampleItem } from '../sampler.ts';
import { trialOf } from '../trials/given.ts';
import type { Work } from '../work.ts';
import { court, itemOf, packOf, thing } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const TURN = 'bot/engine/turn/decide.test.ts';
const TUNING = 'bot/engine/tuning/tuning.test.ts';

/** A pack of these things alone, and all that a query can bring out of it. */
function drawn(query: ItemQuery, more: Parameters<typeof itemOf>[1] = {}): readonly string[] {
  const list = [
    itemOf('plain', { tags: ['a'] }),
    itemOf('both', { tags: ['a', 'b'] }),
    itemOf('other', { tags: ['b', 'c'], rarity: 'rare' }),
    itemOf('foreign', { tags: ['a'], zone: 'hell' }),
    itemOf('slow', { tags: ['a'], pace: 'marathon' }),
    itemOf('never', { tags: ['a'], weight: 0 }),
    itemOf('spear', { tags: ['a'], category: 'weapon' }),
    itemOf('one_off', { tags: ['d'], unique: true, ...more }),
  ];
  const rules = { ...packOf(), items: Object.fromEntries(list.map((one) => [one.id, one])) };
  const found = new Set<string>();
  for (let roll = 1; roll <= 9000; roll += 23) found.add(sampled(rules, query, roll)?.id ?? '');
  return [...found].filter((id) => id !== '').sort();
}

function sampled(rules: Rules, query: ItemQuery, roll: number, dry = 0) {
  const game = court(rules).set('p1', { cell: 5, pity: { items: dry } });
  const work: Work = {
    ...{ state: { ...game.state }, events: [], rules, at: game.at, tasks: [] },
    chance: loaded([], roll),
  };
  openDraft(work.state);
  const item = sampleItem(work, 'p1', query);
  closeDraft();
  return item;
}

walk('5. Dice, coin, chance', {
  'Start: three d4, permanent, rolled together': [TURN, 'throws three d4, spends the token, walks and lands'],
  'Further dice (d3 to d20) are found; they are single-use boosters: `!roll +d8`': [
    TURN,
    'throws boosters along once, and only those in the pouch',
  ],
  'Pouch limit 6; a die over the limit becomes gold': () => {
    const rules = packOf({
      items: [
        itemOf('box', {
          use: [
            { op: 'die', sides: 8 },
            { op: 'die', sides: 8 },
          ],
        }),
      ],
    });
    const { pouch, overGold } = rules.tunables.dice;
    expect(pouch).toBe(6);
    const game = court(rules).set('p1', { dice: [4, 4, 4, 4, 4], bag: [thing(rules, 'box')] });
    game.must({ type: 'use', item: 'box' });
    expect(game.player('p1')).toMatchObject({ dice: [4, 4, 4, 4, 4, 8], gold: 50 + overGold });
  },
  'Before a roll, anyone can ask for the odds: the chance of each landing cell': [
    'bot/engine/why/why.test.ts',
    'three d4: 64 outcomes, each total by its count',
  ],
  'for the chosen dice and effects': [TURN, 'know boosters, and gates that stop'],
  '(`!odds`, ru `!шансы`; shown on the map)': [
    'bot/engine/why/why.test.ts',
    'are exact for a pouch that no enumeration could go through',
    'draw nothing',
  ],
  'Marathons: a finished `game` trial also grants booster dice by the length of the game': () => {
    const rules = packOf();
    const of = (least: number, most: number) =>
      Object.values(rules.trials).find(({ game }) => game && game.hours[1] > least && game.hours[1] <= most)!;
    const steps = rules.tunables.dice.games ?? [];
    const dice = steps
      .map(({ hours }, i) => of(hours, steps[i + 1]?.hours ?? 999))
      .map((trial) => {
        const game = court(rules, { pace: 'marathon' }).set('p1', { tokens: { count: 0, since: 0 } });
        const waits = { is: 'trial', trial: trial.id, tier: 1, by: null, poll: null, done: null } as const;
        game.set('p1', { pending: [{ ...waits, n: 950, until: game.at + 9e9 }] });
        game.must({ type: 'judge', player: 'p1', pass: true }, { by: 'admin' });
        const [die] = game.of('dieGained').filter(({ player }) => player === 'p1');
        return [die?.sides ?? 0, game.player('p1').tokens.count];
      });
    expect(dice.map(([sides]) => sides)).toEqual(steps.map(({ sides }) => sides));
    expect(new Set(dice.map(([sides]) => sides)).size).toBe(3);
    expect(dice.map(([, tokens]) => tokens)).toEqual([1, 1, 1]);
  },
  'Coin: heads or tails; in every bag from the start': () => {
    const game = court();
    game.must({ type: 'coin' }, 'p1', [1]);
    expect(game.of('coinFlipped')).toMatchObject([{ side: 'heads' }]);
    game.must({ type: 'coin' }, 'p1', [2]);
    expect(game.of('coinFlipped')).toMatchObject([{ side: 'tails' }]);
    expect(game.player('p1').draws.coin).toBe(2);
  },
  'used by prizes, punishments, duels': () => {
    const coin = { op: 'coin', heads: [{ op: 'gold', by: 9 }], tails: [{ op: 'gold', by: -9 }] } as const;
    const rules = packOf({ items: [itemOf('penny', { use: [coin] })] });
    const gold = [1, 2].map((side) => {
      const game = court(rules).set('p1', { bag: [thing(rules, 'penny')] });
      game.must({ type: 'use', item: 'penny' }, 'p1', [side]);
      return game.player('p1').gold;
    });
    expect(gold).toEqual([59, 41]);
  },
  'one weighted sampler serves items, trials, punishments, prizes': () => {
    const check = { kind: 'check', tags: ['pick'], check: { attribute: 'mind', harder: -30 } } as const;
    const happening = { zone: 'any', tags: ['pick'], purpose: 'risk' } as const;
    const gold = (by: number) => [{ op: 'gold', by }] as const;
    const pack: Rules = {
      ...packOf({
        items: [
          itemOf('wish', { use: [{ op: 'grant', sample: { tags: ['pick'] } }] }),
          itemOf('bell', { use: [{ op: 'trial', tags: ['pick'] }] }),
          itemOf('rod', { use: [{ op: 'punish' }] }),
          itemOf('cup', { use: [{ op: 'prize', tier: 1 }] }),
          itemOf('open', { tags: ['pick'] }),
          itemOf('shut', { tags: ['pick'], weight: 0 }),
        ],
      }),
      trials: { open: trialOf('open', check), shut: trialOf('shut', { ...check, weight: 0 }) },
      punishments: {
        open: { id: 'open', ...happening, do: gold(-1) },
        shut: { id: 'shut', ...happening, weight: 0, do: gold(-40) },
      },
      prizes: [
        { tier: 1, weight: 0, do: gold(40) },
        { tier: 1, weight: 1, do: gold(1) },
      ],
    };
    for (const roll of [1, 7, 19, 400]) {
      const game = court(pack);
      const use = (item: string) => {
        game.set('p1', { gold: 50, bag: [thing(pack, item)] }).must({ type: 'use', item }, 'p1', [roll]);
        return game;
      };
      expect(use('wish').player('p1').bag).toMatchObject([{ item: 'open' }]);
      expect(use('bell').of('checked')).toMatchObject([{ trial: 'open' }]);
      expect(use('rod').of('punished')).toMatchObject([{ punishment: 'open' }]);
      expect(use('cup').player('p1').gold).toBe(51);
    }
  },
  language: ['bot/content/pack.test.ts', 'no language says much more than the other'],
  'Sampling: parameters are tags (any)': () => {
    expect(drawn({ tags: ['a'] })).toEqual(['both', 'plain']);
  },
  'tags (all)': () => {
    expect(drawn({ all: ['a', 'b'] })).toEqual(['both']);
  },
  'tags (none)': () => {
    expect(drawn({ tags: ['a', 'b'], none: ['b'] })).toEqual(['plain']);
  },
  rarity: () => {
    expect(drawn({ rarity: ['rare'] })).toEqual(['other']);
  },
  'zone, pace, exclusions': () => {
    const all = drawn({});
    for (const shut of ['foreign', 'slow', 'never', 'spear']) expect(all).not.toContain(shut);
    expect(all).toEqual(['both', 'one_off', 'other', 'plain']);
  },
  'tier and luck': [
    'bot/engine/trials/scopes.test.ts',
    'luck lifts it a tier, as often as the points say',
    'success: a prize sampled by tier and luck',
  ],
  'without replacement where asked': ['bot/engine/trials/scopes.test.ts', 'no trial comes again soon'],
  'a pity counter against long droughts': () => {
    const list = [itemOf('gem', { rarity: 'rare' }), itemOf('plain', {})];
    const loot = { common: 90, uncommon: 0, rare: 10, epic: 0, legendary: 0 };
    const base = packOf();
    const rules = {
      ...base,
      items: Object.fromEntries(list.map((one) => [one.id, one])),
      zones: { ...base.zones, forest: { ...base.zones.forest, loot } },
    };
    /** How many of these numbers bring the rare one. */
    const share = (dry: number) => {
      const rolls = [50, 90, 130, 200, 400, 600, 900];
      return rolls.filter((roll) => sampled(rules, {}, roll, dry)?.id === 'gem').length;
    };
    expect([share(0), share(8)]).toEqual([2, 2]);
    expect(share(20)).toBeGreaterThan(2);
    expect(share(40)).toBeGreaterThan(share(20));
  },
  'Before the first draw the game commits to a chain of secret epoch seeds': [
    'bot/host/epochs.test.ts',
    'are links of one chain that was committed to before the first draw',
  ],
  'every player’s own process adds a nonce (committed, then revealed)': [
    'bot/engine/life/life.test.ts',
    'are sealed before any is shown, and must fit their seal',
  ],
  'viewers add words (`!luck`) that count from the next epoch': [
    'bot/engine/time/epochs.test.ts',
    'go into the key of the next epoch alone',
    'change every draw of that epoch; without words the key is that of before there were any',
  ],
  'every draw is a keyed function of these, the seat, the purpose and that seat’s own counter': [
    TURN,
    'logs every number with its seat, purpose and counter',
  ],
  'nobody can steer a die, not even by reordering other people’s commands': [
    'bot/engine/game.test.ts',
    'of one seat do not depend on what others do',
  ],
  'Seeds are revealed at each epoch’s end': [
    'bot/engine/time/epochs.test.ts',
    'ends after its hours, and its seed is shown',
  ],
  '`verify` replays the exported game': [
    'bot/store/verify.test.ts',
    'a true game passes: every hash, draw and decision',
  ],
  'Games started from a given seed are practice (`ranked: false`)': [
    'bot/gateway/http.test.ts',
    'are made with everybody ready, started, and played',
  ],
  'Tuning is an event of the log that everybody can see': [
    TUNING,
    'is an event of the log that everybody can see, with its reason',
  ],
  'weights, dice skew, difficulty, prices, cooldowns': [
    TUNING,
    'weights: what weighs nothing is never drawn',
    'dice skew: the total of a roll is another, and the player stands elsewhere',
    'difficulty: a check asks for more',
    'prices: the market asks for more, and takes it',
    'cooldowns: the next roll comes earlier, and what was waited keeps its share',
  ],
  'per game, zone or player': [TUNING, 'a player: that one alone', 'a zone: whoever stands in it'],
  'with a reason; audited; reversible': [
    TUNING,
    'without a reason nothing is tuned',
    'is taken back, and everything is as it was',
  ],
});
