import { describe, expect, it } from 'vitest';
import type { BoardView } from '../../../bot/protocol/views.ts';
import type { Pending, Poll } from '../../link/types.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { tasksOf } from './stage.ts';
import './task.ts';

const make = () => document.createElement('msig-task');
const poll = (changes: Partial<Poll>): Poll => ({
  id: 'q1',
  player: 'p3',
  pending: 7,
  kind: 'crowd',
  options: 0,
  need: 40,
  opens: NOW - 20_000,
  closes: NOW + 40_000,
  ...changes,
});
const trial = (id: string): Pending => ({
  is: 'trial',
  n: 7,
  trial: id,
  tier: 2,
  by: null,
  poll: 'q1',
  done: null,
  until: NOW + 40_000,
});

function boardWith(
  polls: readonly Poll[],
  pendings: Readonly<Record<string, Pending>>,
  tally: BoardView['tally'] = {},
): BoardView {
  const board = makeBoard({ polls, tally });
  return { ...board, players: board.players.map((one) => ({ ...one, pending: pendings[one.id] ?? null })) };
}

describe('msig-task', () => {
  it('asks a crowd for its word, with the meter and 24 petals', async () => {
    const board = boardWith([poll({})], { p3: trial('signal') }, { q1: { voters: 29, totals: {} } });
    const { find, words, all } = await mount(make(), makeFace(board));
    expect(find('.word').textContent).toBe('signal');
    expect(words()).toContain('40 voices write');
    expect(find('[role=meter]').getAttribute('aria-valuenow')).toBe('29');
    expect(all('.countdown > path')).toHaveLength(24);
    expect(find('.countdown-number').textContent).toBe('40');
    expect(words()).toContain('closes +3 s');
  });

  it('numbers the answers of a quiz as they are typed and marks the leading one', async () => {
    const quiz = poll({ kind: 'quiz', options: 3, need: 0 });
    const board = boardWith(
      [quiz],
      { p3: trial('riddle') },
      { q1: { voters: 10, totals: { 1: 2, 2: 7, 3: 1 } } },
    );
    const { all, words } = await mount(make(), makeFace(board));
    expect(all('.options kbd').map((one) => one.textContent)).toEqual(['1', '2', '3']);
    expect(all('.options .leads .text').map((one) => one.textContent)).toEqual(['A map']);
    expect(words()).toContain('70%');
    expect(words()).toContain('type the number in chat');
  });

  it('shows the ways of a fork with the line that takes each', async () => {
    const fork: Pending = { is: 'fork', n: 3, cell: 4, left: 2, ways: [5, 6], until: NOW + 20_000 };
    const [task] = tasksOf(makeFace(boardWith([], { p2: fork })), boardWith([], { p2: fork }));
    expect(task!.options.map(({ type, text }) => [type, text])).toEqual([
      ['!go 1', 'story, market, camp'],
      ['!go 2', 'market, camp, gate'],
    ]);
  });

  it('puts the oldest poll on stage and lists what else is open', async () => {
    const second = poll({ id: 'q2', player: 'p1', opens: NOW - 5_000, kind: 'number' });
    const board = boardWith([second, poll({})], { p3: trial('signal'), p1: { ...trial('riddle'), n: 7 } });
    const { find, all } = await mount(make(), makeFace(board));
    expect(find('.who .name').textContent).toBe('<img src=x onerror=alert(1)>');
    expect(all('.also li')).toHaveLength(1);
    expect(all('img')).toEqual([]);
  });

  it('says what viewers can type when nothing is asked, and who has won in the end', async () => {
    const { words, face, element, find } = await mount(make());
    expect(words()).toContain('!challenge');
    face.views.put('board', makeBoard({ status: 'finished', winner: 'p2', places: ['p2', 'p1'] }));
    await element.updateComplete;
    expect(find('.word').textContent).toBe('Северный');
    expect(words()).toContain('Kestrel');
    expect(words()).toContain('The next start brings a new game.');
  });

  it('has no faults of accessibility', async () => {
    await mount(make(), makeFace(boardWith([poll({ kind: 'quiz', options: 3 })], { p3: trial('riddle') })));
    expect(await faults()).toEqual([]);
  });
});
