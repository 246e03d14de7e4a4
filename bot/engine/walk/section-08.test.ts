/** The rules, section 8: monsters and combat. */
import { expect } from 'vitest';
import { derive, figuresOf } from '../combat/calculator.ts';
import { monster, Ringside } from '../combat/given.suite.ts';
import { BANDS } from '../combat/rules.ts';
import type { Fight } from '../combat/state.ts';
import { encounterFor } from '../monsters/encounter.ts';
import { TIERS } from '../monsters/rules.ts';
import { packOf } from './given.suite.ts';
import { EVEN, fightOf, met } from './section-08.suite.ts';
import { walk } from './walk.suite.ts';

const MONSTERS = 'bot/engine/monsters';
const FACTORY = `${MONSTERS}/factory.test.ts`;
const REGISTRY = `${MONSTERS}/registry.test.ts`;
const ENCOUNTER = `${MONSTERS}/encounter.test.ts`;
const FIGHTS = 'bot/engine/combat/fights.test.ts';
const THINGS = 'bot/engine/combat/things.test.ts';
const SKILLS = 'bot/engine/combat/skills.test.ts';
const SYNERGIES = 'bot/engine/combat/synergies.test.ts';
const TRICKSTERS = 'bot/engine/combat/tricksters.test.ts';

const rules = packOf();
const pack = rules.monsters!;
const families = Object.values(pack.families);
const templates = families.flatMap((family) => Object.values(family.templates));

/** A monster with nothing but a plain blow at whoever stands where it was announced. */
const plain = (): Ringside => new Ringside({ rules });

walk('8. Registry of monsters', {
  'families hold templates: templateId, narrativeHint, baseStats, skills, allowedTiers, environmentTags':
    () => {
      expect(templates.length).toBeGreaterThanOrEqual(60);
      for (const { id, narrativeHint, baseStats, skills, environmentTags } of templates) {
        expect([id, narrativeHint.length > 0, skills.length > 0]).toEqual([id, true, true]);
        expect(Object.keys(baseStats).length, id).toBeGreaterThan(0);
        expect(environmentTags.length, id).toBeGreaterThan(0);
      }
    },
  'allowedTiers (0 to 7)': () => {
    const all = new Set(templates.flatMap(({ allowedTiers }) => allowedTiers));
    expect([...all].sort()).toEqual([...TIERS]);
  },
  'defaultTags for the family': () => {
    for (const { id, defaultTags } of families) expect(defaultTags.length, id).toBeGreaterThan(0);
  },
  'Tier multipliers and affixes are tables': () => {
    const multipliers = TIERS.map((tier) => pack.tiers[tier].statMultiplier);
    expect(multipliers).toEqual(multipliers.toSorted((one, two) => one - two));
    expect(Object.keys(pack.affixes).length).toBeGreaterThanOrEqual(8);
  },
  'rawStats = (template.baseStats + affix.addedStats) * tier.statMultiplier': [
    FACTORY,
    "makes the document's grunt: 15 strength at tier 1, half as much again at tier 2",
    "makes the document's hunter: (base + added) * multiplier, no skill twice, the prefix before the hint",
    'adds before it multiplies, takes stats that either names, and rounds none of them',
  ],
  'derived = modifiersCalculator(rawStats)': () => {
    const draws = { int: () => 1 };
    const place = { zone: 'forest', tier: 1, luck: 0, recent: [], draws } as const;
    const found = encounterFor({ rules, ...place });
    expect(found.length).toBeGreaterThan(0);
    for (const { rawStats, derived } of found) expect(derived).toEqual(derive(rawStats, figuresOf(rules)));
  },
  'finalSkills = template.skills + affix.injectSkills, no duplicates': [
    FACTORY,
    "makes the document's hunter: (base + added) * multiplier, no skill twice, the prefix before the hint",
    'brings what abilities bring with them, and what that brings, each once',
  ],
  'finalHint = affix.visualPrefix + " " + template.narrativeHint': [
    FACTORY,
    "makes the document's hunter: (base + added) * multiplier, no skill twice, the prefix before the hint",
  ],
  'findMonstersByTags answers from an index, not by scanning': [
    REGISTRY,
    'is built once for a set of rules',
    'answers as a scan of everything would',
  ],
  'templates of that tier with any of the tags, best overlap first': [
    REGISTRY,
    'finds the snow hunter for {ice, mountain} at tier 2, and not the grunt',
    'puts the best overlap first, and equals by id',
  ],
  'the encounter service picks by zone tags, takes the affix of the zone’s element tag, the factory assembles':
    [
      ENCOUNTER,
      'in a zone everybody with one of its tags or elements may come, who fits better oftener',
      'the same draws give the same monster, with an affix of the zone',
    ],
  'the result is a plain combat session object': () => {
    const { fight } = plain();
    expect(JSON.parse(JSON.stringify(fight)) as Fight).toEqual(fight);
  },
  'A language model may give a name and a description from the hint': [
    'bot/narrator/namer.test.ts',
    'come from the model, and are asked for once for each monster, affix, tier and language',
  ],
  'without one, a grammar does': [
    'bot/narrator/namer.test.ts',
    'come from the grammar where there is no model',
  ],
  'Families at start': () => {
    const ids = ['orc_clan', 'beasts', 'undead', 'bandits', 'devils', 'seraph_swarms', 'crystalids'];
    const all = [...ids, 'static_ghosts', 'animal_gods', 'tricksters'];
    expect(Object.keys(pack.families)).toEqual(expect.arrayContaining(all));
  },
  'burrower: viewers vote where; a right guess is a free pre-emptive strike that throws it out': [
    TRICKSTERS,
    'a right guess throws it out, hurts it and stuns it',
    'a wrong one, and it strikes first',
  ],
  'regenerator: heals each round unless finished quickly; burning stops it': [
    TRICKSTERS,
    'heals each round',
    'does not while it burns, nor after two hits in a round',
  ],
  'ram bird: untouchable until it has hit; then stunned and open. Comes in flocks': [
    TRICKSTERS,
    'shrugs the first blow off, and takes the next ones',
    'comes in flocks',
  ],
  'blast mouse: wakes when approached; awake it cannot be killed, only dashed away from': [
    TRICKSTERS,
    'sleeps until somebody comes near',
    'takes no harm awake, and goes off in the next round',
    'spares whoever dashes, but not its friends',
  ],
});

walk('8. Rounds', {
  'Three distance bands: near, mid, far': () => {
    expect(BANDS).toEqual(['near', 'mid', 'far']);
    const { fight } = plain();
    for (const { band } of [fight.me, ...fight.foes]) expect(BANDS).toContain(band);
  },
  'Each round a fighter does one of: attack with a reach, dash, skill': () => {
    const deeds = [{ type: 'hit', reach: 'far' }, { type: 'dash' }, { type: 'skill' }] as const;
    for (const deed of deeds) {
      // Nobody watches, so the phrase is drawn.
      const game = met({ skills: ['heckle'], audience: 0 });
      game.must(deed, 'p1', EVEN);
      const [round] = game.of('fightRound');
      expect([deed.type, round?.fight.round]).toEqual([deed.type, 2]);
      expect(round?.fight.foes.every(({ next }) => next !== null)).toBe(true);
    }
  },
  'Each round a fighter does one of: item': [
    THINGS,
    'heals first, and the round goes on without an attack',
    'is thrown at the first foe where nobody is named',
  ],
  'weapon switch (free)': () => {
    const game = met();
    const before = fightOf(game);
    game.must({ type: 'weapon', reach: before?.me.reach === 'far' ? 'mid' : 'far' });
    expect(game.of('fightRound')).toEqual([]);
    expect(fightOf(game)).toEqual(before);
  },
  'staying in the same band two rounds running gives the enemy a bonus': () => {
    const fight = plain();
    const percent = rules.tunables.combat!.standing;
    const rest = () => fight.play({ is: 'rest' }).harm('me');
    const [first, second] = [rest(), rest()];
    expect(percent).toBeGreaterThan(0);
    expect(second).toBe(Math.round((first * (100 + percent)) / 100));
    const moved = plain().play({ is: 'rest' });
    const band = moved.fight.me.band === 'far' ? 'mid' : 'far';
    expect(moved.play({ is: 'dash', band }).harm('me')).toBeLessThanOrEqual(second);
    expect(moved.play({ is: 'rest' }).harm('me')).toBe(first);
  },
  'Dash: one-round cooldown': () => {
    const game = met();
    game.must({ type: 'dash' }, 'p1', EVEN);
    expect(game.refused({ type: 'dash' })).toBe('dash-rests');
    game.must({ type: 'hit', reach: 'far' }, 'p1', EVEN);
    game.must({ type: 'dash' }, 'p1', EVEN);
  },
  'does not cancel damage at first': () => {
    const stood = plain().play({ is: 'rest' }).harm('me');
    expect(stood).toBeGreaterThan(0);
    expect(plain().play({ is: 'dash', band: 'far' }).harm('me')).toBe(stood);
  },
  'skills change it': [SKILLS, 'light_feet cancels one blow in the round of a dash, which otherwise lands'],
  'Numbers come from the calculator': () => {
    const { fight } = plain();
    const [foe] = fight.foes;
    expect(foe?.derived).toEqual(monster(rules).derived);
    expect(foe?.hp).toBe(foe?.derived.maxHp);
  },
  'chance from the seeded draw': () => {
    const game = met();
    game.must({ type: 'hit' }, 'p1', EVEN);
    expect(game.of('drawn').map(({ purpose }) => purpose)).toContain('fight');
  },
  'A time-out plays a simple policy, so no fight hangs': [
    FIGHTS,
    'never hangs: the clock plays, and after three silent rounds the rest at once',
  ],
});

walk('8. Skills, clashes, unique scenes', {
  'Skills and synergies are data': () => {
    for (const { id, fight } of Object.values(rules.skills)) expect(fight?.length, id).toBeGreaterThan(0);
    const { skills, synergies } = rules;
    expect(Object.keys(synergies ?? {}).length).toBeGreaterThanOrEqual(8);
    const data = { skills, synergies };
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  },
  'At least eight': () => {
    expect(Object.keys(rules.skills).length).toBeGreaterThanOrEqual(8);
  },
  'Glass Cannon: at or below one hit’s worth of HP, damage doubles': [
    SKILLS,
    'glass_cannon doubles the damage one hit from the end, and not before',
  ],
  'Vampirism: heals a share of every third strike': [SKILLS, 'vampirism heals by every third hit'],
  'With Glass Cannon at low HP: claws replace the weapon, dash becomes a bat': [
    SYNERGIES,
    'vampirism and glass_cannon: claws that feed, and a dash that never rests',
  ],
  'Chain Magic: slashes add chain strikes': [
    SKILLS,
    'chain_magic strikes again with a mid weapon, and reaches whom the weapon does not',
  ],
  'With Vampirism: bind a strong enemy and bite, stealing part of its soul (a lasting debuff)': [
    SYNERGIES,
    'chain_magic and vampirism: a strong foe is bound and bitten, and stays weaker',
  ],
  'With Glass Cannon: chains throw back enemies that jumped away, onto the blade': [
    SYNERGIES,
    'chain_magic and glass_cannon: whoever jumps away is thrown back onto the blade',
  ],
  'Each skill must be worth taking alone': [
    'bot/balance/fights.test.ts',
    '%s alone: neither a loss nor a sure win',
  ],
  'PvP clash: three rounds of strike, guard, feint chosen by each chat’s vote': [
    'bot/engine/diplomacy/war.test.ts',
    'lasts three rounds: the chats are asked anew, sums decide, and a hand that was lent counts once',
  ],
  'Unique scenes: hold a room against waves': [
    'bot/engine/stories/chains.test.ts',
    'is held against waves, and how it ended is remembered',
  ],
  'a boy stuck in a tree': [
    'bot/engine/stories/stories.test.ts',
    'checks with the dice of the player, and what follows are ordinary events',
  ],
});
