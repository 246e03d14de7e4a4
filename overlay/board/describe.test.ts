import { expect, it, describe as suite } from 'vitest';
import { makeTreaty } from '../elements/fixture/treaties.ts';
import { describe } from './describe.ts';
import { sampleBoard } from './dev/sample.ts';
import { sampleView } from './dev/scene.ts';
import { WORDS } from './texts.ts';

const view = sampleView(sampleBoard('S', 'words'), { players: 5, crowd: 0, lead: 0.5 });

suite('the board in words', () => {
  it.each(['en', 'ru'] as const)('tells everybody and everything in %s, the leader first', (lang) => {
    const lines = describe(view, WORDS[lang]).split('\n');
    expect(lines).toHaveLength(2 + 5);
    expect(lines[1]).toContain(view.players[0]!.name);
    for (const player of view.players) {
      const line = lines.find((one) => one.startsWith(`${player.place}.`))!;
      expect(line).toContain(player.name);
      expect(line).toContain(WORDS[lang].zones[player.zone]);
    }
    expect(lines.join()).not.toContain('{');
  });

  it('names the effects and the winner', () => {
    const won = { ...view, winner: 'p1' };
    expect(describe(won, WORDS.en)).toContain(`won by ${view.players.find(({ id }) => id === 'p1')!.name}`);
    expect(describe(view, { ...WORDS.en, effect: (id) => `<${id}>` })).toContain('<swift>');
  });

  it('tells what stands between players, super games, and passages', () => {
    const [a, b] = view.players;
    const final = { stage: 'throw', won: ['guardian'], lost: ['chorus'] } as const;
    const players = view.players.map((one) => (one === a ? { ...one, final } : one));
    const treaties = [makeTreaty(1, 'war', [a!.id, b!.id])];
    const lines = describe({ ...view, players, treaties, passages: { 4: 11 } }, WORDS.ru)
      .split('\n')
      .slice(-3);
    expect(lines).toEqual([
      `${a!.name} в суперигре: этапов взято 1, не взято 1.`,
      `${a!.name} и ${b!.name}: война.`,
      'Открыто проходов: 1.',
    ]);
  });

  it('says so when nobody is there', () => {
    expect(describe({ ...view, players: [] }, WORDS.en)).toBe(WORDS.en.empty);
  });
});
