import { describe, expect, it } from 'vitest';
import { affixLook } from './affixes.ts';
import { enemyOf, kindOf, sizeOf } from './enemies.ts';
import { AFFIX_LOOKS, KIND_NAMES } from './palette.ts';

const EXAMPLES = {
  orc: 'orc_snow_hunter',
  beast: 'beast_wolf',
  undead: 'undead_clerk',
  bandit: 'bandit_toll_keeper',
  imp: 'devil_boiler_chief',
  seraph: 'seraph_cirrus_flock',
  crystalid: 'crystalid_choir',
  ghost: 'ghost_eternal_lurker',
  god: 'god_badger_remembers',
  mole: 'burrower_underminer',
  ogre: 'regenerator_encore_ogre',
  wren: 'ram_battering_wren',
  mouse: 'blast_dynamouse',
  stranger: 'xyzzy',
} as const;

describe('drawings of monsters', () => {
  it('are known for every family and trickster by its id', () => {
    for (const kind of KIND_NAMES) expect(kindOf(EXAMPLES[kind], '')).toBe(kind);
  });

  it('go by the family, whatever else an id says', () => {
    expect(
      [
        'bandit_smoke_stoker',
        'beast_cloud_manta',
        'beast_furnace_ox',
        'seraph_static_swifts',
        'crystal_tenor',
      ].map((id) => kindOf(id, '')),
    ).toEqual(['bandit', 'beast', 'beast', 'seraph', 'crystalid']);
  });

  it('follow the look where the id says nothing, and never a part of a word', () => {
    expect(kindOf('number_nine', 'grey wolf, torn ear')).toBe('beast');
    expect(kindOf('important_person', 'nobody')).toBe('stranger');
  });

  it.each(KIND_NAMES)('%s: whole numbers in every path, inside the box, the same each time', (kind) => {
    for (const affixId of [
      null,
      'ice',
      'fire',
      'static',
      'crystal',
      'moss',
      'rain',
      'wind',
      'night',
      'odd',
    ]) {
      const wanted = { templateId: EXAMPLES[kind], affixId, tier: 4, hint: '' };
      const enemy = enemyOf(wanted);
      const growths = enemy.affix ? [...enemy.affix.dress.behind, ...enemy.affix.dress.before] : [];
      expect(affixId === null || growths.length > 0).toBe(true);
      for (const { d } of [...enemy.figure.pieces, ...growths]) expect(d).toMatch(/^M[-\d.\sA-Za-z]+Z$/);
      for (const { d } of [...enemy.figure.pieces, ...growths])
        expect(d).not.toMatch(/NaN|undefined|Infinity/);
      expect(enemyOf(wanted)).toEqual(enemy);
    }
  });

  it('differ from kind to kind and from affix to affix in shape, not in colour alone', () => {
    const shape = (templateId: string, affixId: string | null) => {
      const { figure, affix } = enemyOf({ templateId, affixId, tier: 3, hint: '' });
      return [...figure.pieces, ...(affix?.dress.behind ?? []), ...(affix?.dress.before ?? [])]
        .map(({ d }) => d)
        .join();
    };
    const kinds = KIND_NAMES.map((kind) => shape(EXAMPLES[kind], null));
    expect(new Set(kinds).size).toBe(KIND_NAMES.length);
    const affixes = AFFIX_LOOKS.map((look) => shape('orc_grunt', look));
    expect(new Set([...affixes, shape('orc_grunt', null)]).size).toBe(AFFIX_LOOKS.length + 1);
    for (const look of AFFIX_LOOKS) expect(affixLook(look)).toBe(look);
  });

  it('grow with the tier', () => {
    const sizes = [0, 1, 2, 3, 4, 5, 6, 7].map((tier) => sizeOf(tier, 'orc'));
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes.at(-1)).toBeCloseTo(1, 2);
  });

  it('show whether the blast mouse sleeps', () => {
    const look = (awake: boolean) =>
      enemyOf({ templateId: 'blast_dynamouse', affixId: null, tier: 2, hint: '', awake });
    expect(look(true).figure.pieces).not.toEqual(look(false).figure.pieces);
  });
});
