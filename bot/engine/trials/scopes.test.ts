/** GAME.md 7: scope, queue, prizes and punishments, rerolls; each sentence with the state it changes. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { ItemDef, TrialDef } from '../rules.ts';
import { TrialTable, trialOf, viewer } from './given.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const quiz = (id: string, rest: Partial<TrialDef> = {}) =>
  trialOf(id, { chat: { game: 'quiz', seconds: 20, options: 2, answer: 1 }, ...rest });
const waitingOf = (game: TrialTable) => game.state.order.map((id) => game.waiting(id).length);

describe('scope', () => {
  it('individual: whoever came upon it', () => {
    const game = new TrialTable(rules, [quiz('q')]);
    game.meet('p2');
    expect(waitingOf(game)).toEqual([0, 1, 0, 0]);
    expect(game.of('trialCalled')).toEqual([]);
  });

  it('random: one who is drawn, and nobody who rests in a camp', () => {
    const drawn = (at: number) => {
      const game = new TrialTable(rules, [quiz('q', { scope: 'random' })]);
      const cell = game.player('p1').cell + 3;
      game.flat({ [cell]: 'trial', 20: 'camp' });
      game.set('p2', { cell: 20 });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1, 1, at]);
      return waitingOf(game);
    };
    expect(drawn(1)).toEqual([1, 0, 0, 0]);
    expect(drawn(2)).toEqual([0, 0, 1, 0]);
    expect(drawn(3)).toEqual([0, 0, 0, 1]);
  });

  it('mass: all players, each in the own chat', () => {
    const game = new TrialTable(rules, [quiz('q', { scope: 'mass' })]);
    game.meet();
    expect(waitingOf(game)).toEqual([1, 1, 1, 1]);
    expect(game.of('trialCalled')[0]).toMatchObject({ scope: 'mass', players: game.state.order });
    game.count({ 1: 1 }, 1, 'p3');
    expect(game.of('trialPassed')[0]).toMatchObject({ player: 'p3' });
    expect(waitingOf(game)).toEqual([1, 1, 0, 1]);
  });

  it('regional: all in that zone', () => {
    const game = new TrialTable(rules, [quiz('q', { scope: 'regional' })]);
    const home = game.state.board.cells[game.player('p1').cell + 3]?.zone;
    const away = game.state.board.cells.find((cell) => cell.zone !== home)?.id ?? 0;
    game.set('p4', { cell: away });
    game.meet();
    expect(waitingOf(game)).toEqual([1, 1, 1, 0]);
  });

  it('what viewers pay for is never for others', () => {
    const game = new TrialTable(rules, [quiz('m', { scope: 'mass' }), quiz('q')]);
    game.set('p1', { influence: 100 });
    game.must({ type: 'challenge' }, viewer('v_a'));
    expect(waitingOf(game)).toEqual([1, 0, 0, 0]);
    expect(game.waiting()).toEqual(['q']);
  });
});

describe('one active, two queued', () => {
  it('and no more: not from viewers, not from a mass trial', () => {
    const game = new TrialTable(rules, [quiz('m', { scope: 'mass' }), quiz('q', { tags: ['mine'] })]);
    for (const name of ['v_a', 'v_b', 'v_c']) {
      game.set('p1', { influence: 100 });
      game.must({ type: 'challenge' }, viewer(name));
    }
    expect(Object.values(game.state.polls)).toHaveLength(1);
    expect(game.player('p1').pending.map(({ until }) => until !== null)).toEqual([true, false, false]);
    game.set('p1', { influence: 100, challenges: [] });
    expect(game.refused({ type: 'challenge' }, viewer('v_d'))).toBe('challenge-full');
    game.count({ 1: 1 }, 1);
    expect(
      game
        .player('p1')
        .pending.filter((one) => one.is === 'trial')
        .map(({ until }) => until !== null),
    ).toEqual([true, false]);
  });
});

describe('success: a prize sampled by tier and luck', () => {
  const prizes = [0, 1, 2, 3].map((tier) => ({
    tier,
    weight: 1,
    do: [{ op: 'gold', by: 100 * tier }] as const,
  }));
  const gold = (luck: number, roll: number) => {
    const game = new TrialTable({ ...rules, prizes }, [quiz('q')]);
    game.set('p1', { attributes: { ...game.player('p1').attributes, luck }, classId: '' });
    game.meet();
    const before = game.player('p1').gold;
    game.at = game.poll().settles ?? 0;
    game.must(
      { type: 'closePoll', poll: game.poll().id, totals: { 1: 1 }, voters: 1, root: '' },
      { by: 'system' },
      [roll],
    );
    return game.player('p1').gold - before;
  };
  const chance = 3 * rules.tunables.luck.perPoint;
  it('luck lifts it a tier, as often as the points say', () => {
    expect(gold(3, chance) - gold(3, chance + 1)).toBe(100);
    expect(gold(0, 1)).toBe(gold(3, chance + 1));
  });
});

describe('failure or giving up: a punishment is sampled', () => {
  it.each([
    ['failure', (game: TrialTable) => game.count({ 2: 1 }, 1)],
    ['giving up', (game: TrialTable) => game.must({ type: 'giveUp' })],
  ] as const)('%s', (_name, fail) => {
    const game = new TrialTable(rules, [quiz('q')]);
    game.meet();
    fail(game);
    expect(game.of('punished')).toHaveLength(1);
    expect(game.player('p1').stats).toMatchObject({ trialsFailed: 1, punished: 1 });
    expect(game.waiting()).toEqual([]);
  });

  it('of every kind that the rules name', () => {
    const ops = JSON.stringify(Object.values(rules.punishments).map((one) => one.do));
    for (const op of ['"op":"lose"', '"op":"move"', '"op":"apply"', '"op":"gold"', '"op":"coin"'])
      expect(ops).toContain(op);
  });
});

describe('!reroll where an item allows it', () => {
  const item = Object.values(rules.items).find((one) =>
    one.use?.some(({ op }) => op === 'reoffer'),
  ) as ItemDef;
  const got = { n: 900, item: item.id, charges: 1, ttl: null, worn: false, wait: 0 };
  const table = () => {
    const game = new TrialTable(rules, [quiz('a'), quiz('b')]);
    game.meet();
    return game;
  };

  it('takes the item and brings another of the same kind, at once', () => {
    const game = table();
    const [first] = game.waiting();
    game.set('p1', { bag: [got] });
    game.must({ type: 'reroll' });
    expect(game.player('p1').bag).toEqual([]);
    expect(game.waiting()).toEqual([first === 'a' ? 'b' : 'a']);
    expect(Object.values(game.state.polls)).toHaveLength(1);
    expect(game.of('punished')).toEqual([]);
  });

  it('and is refused without one, without a trial, and where there is no other', () => {
    const game = table();
    expect(game.refused({ type: 'reroll' })).toBe('no-reroll');
    expect(game.refused({ type: 'reroll' }, 'p2')).toBe('no-trial');
    const alone = new TrialTable(rules, [quiz('a')]);
    alone.meet();
    alone.set('p1', { bag: [got] });
    expect(alone.refused({ type: 'reroll' })).toBe('nothing-else');
    expect(alone.player('p1').bag).toEqual([got]);
  });

  it('no trial comes again soon', () => {
    const game = new TrialTable(rules, [quiz('a'), quiz('b'), quiz('c')]);
    const seen: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      game.meet();
      seen.push(game.waiting()[0] ?? '');
      game.count({ 1: 1 }, 1);
      game.set('p1', { pending: [] });
    }
    expect(seen.toSorted()).toEqual(['a', 'b', 'c']);
  });
});
