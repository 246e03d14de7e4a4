/** The rules, what other sections say of fights and scenes. */
import { expect } from 'vitest';
import { derive } from '../combat/calculator.ts';
import { Ringside } from '../combat/given.suite.ts';
import { effectOf, packOf } from './given.suite.ts';
import { EVEN, fightOf, met } from './section-08.suite.ts';
import { walk } from './walk.suite.ts';

const FIGHTS = 'bot/engine/combat/fights.test.ts';
const EVENING = 'bot/e2e/fights-evening.test.ts';

walk('4. Skills, weapons and numbers in fights', {
  'They shape the fighting style': () => {
    const rules = packOf();
    const harm = (skills: readonly string[]) => new Ringside({ rules, skills, hp: 3 }).hit('mid').harm();
    expect(harm(['glass_cannon'])).toBe(harm([]) * 2);
    expect(harm(['chain_magic'])).toBeGreaterThan(harm([]));
  },
  'switch at any time in combat': () => {
    const game = met();
    for (const reach of ['far', 'mid', 'near'] as const) {
      if (game.player('p1').reach !== reach) game.must({ type: 'weapon', reach });
      expect(game.player('p1').reach).toBe(reach);
    }
    expect(fightOf(game)?.round).toBe(1);
  },
  'damage per reach': () => {
    const plain = derive({}).damage;
    const [strong, quick, clever] = (['strength', 'agility', 'mind'] as const).map(
      (name) => derive({ [name]: 5 }).damage,
    );
    expect([strong!.near > plain.near, strong!.mid, strong!.far]).toEqual([true, plain.mid, plain.far]);
    expect([quick!.far > plain.far, quick!.near, quick!.mid]).toEqual([true, plain.near, plain.mid]);
    expect([clever!.mid > plain.mid, clever!.near, clever!.far]).toEqual([true, plain.near, plain.far]);
  },
  'initiative, critical chance': () => {
    expect(derive({ agility: 4 }).initiative).toBeGreaterThan(derive({}).initiative);
    expect(derive({ luck: 4 }).crit).toBeGreaterThan(derive({}).crit);
  },
  dash: () => {
    const rules = packOf();
    const near = () => new Ringside({ rules }).play({ is: 'dash', band: 'near' });
    const stood = new Ringside({ rules });
    stood.set((now) => ({ ...now, me: { ...now.me, band: 'near' } }));
    const { power } = rules.tunables.combat!.dash;
    const plain = stood.hit().harm();
    expect(Math.abs(near().hit().harm() - (plain * (100 + power)) / 100)).toBeLessThanOrEqual(1);
  },
});

walk('5. Sampling of fights and scenes', {
  'and monsters': [
    'bot/engine/monsters/encounter.test.ts',
    'in a zone everybody with one of its tags or elements may come, who fits better oftener',
    'whoever was met last comes again only if there is nobody else',
    'luck brings the weaker oftener, bad luck the stronger',
  ],
  'and stories': [
    'bot/engine/stories/stories.test.ts',
    'knows only scenes of its own place',
    'brings no scene twice; when all are met it is a check again',
  ],
});

walk('6. Effects in fights', {
  'the hook of a combat round': () => {
    const rules = packOf({
      effects: [effectOf('purse', { hooks: [{ at: 'round', do: [{ op: 'gold', by: 7 }] }] })],
    });
    const game = met({}, rules);
    const since = { n: 900, from: null, stacks: 1, turns: null, rolls: 2, until: null };
    game.set('p1', { effects: [{ ...since, effect: 'purse' }] });
    const { gold } = game.player('p1');
    game.must({ type: 'hit' }, 'p1', EVEN);
    expect(game.player('p1').gold).toBe(gold + 7);
  },
});

walk('7. Trials of the kind combat', {
  'combat: monster': [FIGHTS, 'begins on a monster’s cell, blocks the roll and shows what comes next'],
  'combat: guardian': [FIGHTS, 'a gate opens when its guardian is beaten, and whoever wanted to walk walks'],
  'combat: waves': [
    'bot/engine/stories/chains.test.ts',
    'is held against waves, and how it ended is remembered',
  ],
  'combat: the engine decides': [
    FIGHTS,
    'won, brings gold, points, a prize and a memory; breath is caught',
    'lost, ends where every fall ends: at the camp',
  ],
});

walk('12. Commands of fights and scenes', {
  'fight: attack / dash / skill / weapon / auto': [
    EVENING,
    'uses every word of a fight, and is answered with how the fight stands',
  ],
  'story: choose': [EVENING, 'has stories that chats decide by a vote, and choices that a player types'],
});
