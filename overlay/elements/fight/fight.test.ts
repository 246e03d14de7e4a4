import { afterEach, describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { FIGHT_PACK, makeFight, makeFighting, makeFoe, roundOf } from '../fixture/fights.ts';
import { makeFace, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './fight.ts';
import './small-card.ts';
import type { Fight } from '../../../bot/engine/combat/state.ts';
import { createFace } from '../../link/face.ts';

afterEach(() => document.body.replaceChildren());

const vote = {
  polls: [{ id: 'v1', player: 'p1', kind: 'choice', options: 3, opens: NOW, closes: NOW + 9_000 }],
  tally: { v1: { voters: 9, totals: { '2': 6, '3': 3 } } },
};

async function show(fight: Fight, lang: 'ru' | 'en' = 'en', more: object = {}) {
  const face = makeFace(makeFighting({ 1: fight }, more), lang);
  face.setPack(FIGHT_PACK);
  return mount(document.createElement('msig-fight'), face, 1280);
}

describe('a fight', () => {
  it('shows who, how much health, the round, and what comes next where', async () => {
    const { words, find, all } = await show(makeFight({ foes: [makeFoe({ affixId: 'ice' })] }));
    expect(words()).toContain('Kestrel');
    expect(words()).toContain('31/44');
    expect(words()).toContain('Snow Hunter');
    expect(words()).toContain('Ice-Infused · tier 4');
    expect(words()).toContain('Round 3');
    expect(find('.blow').textContent).toContain('Heavy strike');
    expect(all('.bands .floor')).toHaveLength(1);
    expect(find('.hidden-words').textContent).toBe(
      'Kestrel: mid. Snow Hunter: near, HP 62 of 88, Heavy strike, reaches mid.',
    );
  });

  it('shows what can be typed, in the language of the page, and which weapon is drawn', async () => {
    const { all, find } = await show(makeFight(), 'ru');
    expect(all('.typed').map((one) => one.textContent)).toEqual([
      '!бей ближнее',
      '!бей среднее',
      '!бей дальнее',
      '!рывок',
      '!навык',
      '!оружие',
      '!бегство',
    ]);
    expect(find('.drawn .typed').textContent).toBe('!бей среднее');
  });

  it('says what a reach cannot do from here, and nobody flees a guardian', async () => {
    const base = makeFight();
    const { all, words } = await show(
      makeFight({
        bout: 'gate',
        me: { ...base.me, band: 'far', dash: 1 },
        prop: { id: 'old_lamp', used: false },
      }),
    );
    expect(all('.shut .typed').map((one) => one.textContent)).toEqual(['!hit near', '!dash']);
    expect(words()).toContain('Old stage lamp');
    expect(words()).toContain('Gate guardian');
    expect(words()).not.toContain('!flee');
    expect(all('.honour')).toHaveLength(1);
  });

  it('offers what stands on the stage only to its own weapon or band', async () => {
    const prop = { id: 'chandelier', used: false };
    const { all, words } = await show(makeFight({ prop }));
    expect(all('.shut .typed').map((one) => one.textContent)).toEqual(['!prop']);
    expect(words()).toContain('takes the near weapon');
    const { me } = makeFight();
    const armed = await show(makeFight({ prop, me: { ...me, reach: 'near' } }));
    expect(armed.all('.shut')).toHaveLength(0);
    expect(armed.words()).toContain('Chandelier');
  });

  it('asks where somebody digs: three mounds with votes', async () => {
    const foes = [makeFoe({ templateId: 'burrower_underminer', next: null, flags: { under: null } })];
    const { all, words } = await show(
      makeFight({ foes, vote: { poll: 'v1', rule: 'x/0', options: 3 } }),
      'en',
      vote,
    );
    expect(all('.mounds li').map((one) => one.textContent?.replace(/\s+/g, ''))).toEqual([
      '1left0',
      '2center6',
      '3right3',
    ]);
    expect(all('.mounds .leads')).toHaveLength(1);
    expect(words()).toContain('Type a number: 1, 2 or 3');
  });

  it('numbers a flock, each with its own health', async () => {
    const foes = Array.from({ length: 12 }, (_, i) =>
      makeFoe({ n: i + 1, templateId: 'ram_battering_wren', tier: 1 }),
    );
    const { all, words } = await show(makeFight({ foes }));
    expect(all('.figure.foe')).toHaveLength(12);
    expect(all('.tag b').map((one) => Number(one.textContent))).toEqual(foes.map(({ n }) => n));
    expect(words()).toContain('×12');
    expect(words()).toContain('Heavy strike×12');
  });

  it('is clean for axe: alone, in a crowd, asked', async () => {
    for (const fight of [
      makeFight({ me: { ...makeFight().me, stood: 2, statuses: [{ effect: 'burn', rounds: 2 }] } }),
      makeFight({ foes: [makeFoe({ n: 1 }), makeFoe({ n: 2, statuses: [{ effect: 'burn', rounds: 1 }] })] }),
      makeFight({ vote: { poll: 'v1', rule: 'x/0', options: 3 } }),
    ]) {
      await show(fight, 'en', vote);
      expect(await faults()).toEqual([]);
    }
  });

  it.each([
    ['en', 3, '3 rounds in one spot: foes hit harder'],
    ['ru', 5, '5-й раунд на месте: враги бьют сильнее'],
  ] as const)(
    'says in %s for how many rounds the player stays where they stand',
    async (lang, stood, said) => {
      const { find } = await show(makeFight({ me: { ...makeFight().me, stood } }), lang);
      expect(find('.warn').textContent).toBe(said);
    },
  );

  it('shows three fights at once as one scene and two badges', async () => {
    const face = makeFace(makeFighting({ 1: makeFight(), 2: makeFight({ n: 2 }), 3: makeFight({ n: 3 }) }));
    const { all, element } = await mount(document.createElement('msig-fight'), face, 1280);
    expect(all('.badge')).toHaveLength(2);
    element.player = 'p2';
    await element.updateComplete;
    expect(all('.badge')).toHaveLength(0);
  });
});

describe('a round', () => {
  const start = makeFight();
  const next = makeFight({ round: 4, foes: [makeFoe({ hp: 50 })] });
  const beats = [
    { is: 'blow', who: 'me', on: 1, harm: 12, how: 'critical', by: 'mid' },
    { is: 'blow', who: 1, on: 'me', harm: 0, how: 'missed', by: 'heavy_strike' },
  ] as const;

  async function play(motion: 'full' | 'reduced') {
    const { views, clock, words } = makeFace(makeFighting({ 1: start }));
    const face = createFace({ words, motion, pack: FIGHT_PACK, views, clock });
    const shown = await mount(document.createElement('msig-fight'), face, 1280);
    const { players } = makeFighting({ 1: next });
    face.views.change('board', [[['players'], players]], [roundOf(next, beats)]);
    await shown.element.updateComplete;
    return shown;
  }

  it('is told in words and numbers, a beat after another', async () => {
    const { all, words, element } = await play('full');
    expect(all('.pop').map((one) => one.textContent)).toEqual(['−12']);
    expect(words()).toContain('Kestrel → Snow Hunter: −12, right on the spot');
    expect(words()).not.toContain('a miss');
    const moving = [...element.renderRoot.querySelectorAll('.body')].flatMap((one) => one.getAnimations());
    expect(moving.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(words()).toContain('Snow Hunter → Kestrel: a miss');
    expect(words()).toContain('50/88');
  });

  it('is there at once where nothing shall move', async () => {
    const { all, words } = await play('reduced');
    expect(words()).toContain('50/88');
    expect(words()).toContain('Snow Hunter → Kestrel: a miss');
    expect(all('.pop')).toHaveLength(0);
  });

  it('ends with how it ended, and then the stage is free', async () => {
    const { element, face, words } = await play('reduced');
    const players = makeFighting({}).players;
    face.views.change(
      'board',
      [[['players'], players]],
      [
        {
          seq: 12,
          at: NOW,
          events: [{ type: 'fightEnded', player: 'p1', n: 1, how: 'won', foes: [], rounds: 4 }],
        },
      ],
    );
    await element.updateComplete;
    expect(words()).toContain('Victory');
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await element.updateComplete;
    expect(words()).toContain('The stage is free');
  });
});

describe('the card beside gameplay', () => {
  it('shows the enemy, its health, the next blow and where it lands; empty without a fight', async () => {
    const face = makeFace(makeFighting({ 2: makeFight() }));
    face.setPack(FIGHT_PACK);
    const { words, all, element } = await mount(document.createElement('msig-fight-card'), face, 400);
    expect(words()).toContain('Snow Hunter');
    expect(words()).toContain('62/88');
    expect(words()).toContain('Next: Heavy strike');
    expect(all('.lanes .struck').map((one) => one.textContent)).toEqual(['Mid']);
    expect(await faults()).toEqual([]);
    element.player = 'p1';
    await element.updateComplete;
    expect(words()).toBe('');
  });

  it('counts a flock as one kind, and others beside the first', async () => {
    const wren = makeFoe({ n: 2, templateId: 'ram_battering_wren' });
    for (const [second, said] of [
      [makeFoe({ n: 2 }), 'Snow Hunter×2'],
      [wren, 'Snow Hunter+1'],
    ] as const) {
      const face = makeFace(makeFighting({ 1: makeFight({ foes: [makeFoe(), second] }) }));
      face.setPack(FIGHT_PACK);
      const { find } = await mount(document.createElement('msig-fight-card'), face, 400);
      expect(find('.title').textContent).toBe(said);
    }
  });
});
