/** GAME.md 7, the kinds, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { nextDeadline } from '../deadlines.ts';
import type { ChatGame, TrialDef } from '../rules.ts';
import { needed } from './equaliser.ts';
import { ADMIN, TrialTable, trialOf } from './given.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const chat = (game: ChatGame, rest: Partial<TrialDef> = {}) => trialOf('t', { chat: game, ...rest });
const met = (trial: TrialDef): TrialTable => {
  const game = new TrialTable(rules, [trial]);
  game.meet();
  return game;
};
const NEED = needed({ rules }, 50, 1);

describe('chat: the engine decides', () => {
  it.each([
    ['quiz', { game: 'quiz', seconds: 20, options: 4, answer: 2 }, { 2: 5, 1: 4 }, { 2: 4, 1: 5 }, 9, 9],
    ['word scramble', { game: 'scramble', seconds: 20, ease: 1 }, {}, {}, NEED, NEED - 1],
    ['riddle', { game: 'riddle', seconds: 20, ease: 1 }, {}, {}, NEED, NEED - 1],
    [
      'number guess',
      { game: 'number', seconds: 20, answer: 100, tolerance: 0.1 },
      { median: 110 },
      { median: 111 },
      3,
      3,
    ],
    ['emote race', { game: 'emote', seconds: 20, ease: 1 }, {}, {}, NEED, NEED - 1],
    [
      'N different viewers write X in T seconds',
      { game: 'crowd', seconds: 20, ease: 1 },
      {},
      {},
      NEED,
      NEED - 1,
    ],
    [
      'not too many of them',
      { game: 'crowd', seconds: 20, ease: 1, most: 2 },
      {},
      {},
      2 * NEED,
      2 * NEED + 1,
    ],
    [
      'poll',
      { game: 'poll', seconds: 20, options: 3, share: 0.5 },
      { 1: 5, 2: 5 },
      { 1: 4, 2: 3, 3: 3 },
      10,
      10,
    ],
    [
      'a question on the race itself',
      { game: 'recall', seconds: 20, ask: 'rolls' },
      { 1: 3, 2: 1 },
      { 1: 1, 2: 3 },
      4,
      4,
    ],
  ] as const)('%s', (_name, game, right, wrong, many, few) => {
    const won = met(chat(game));
    expect(won.refused({ type: 'roll' })).toBe('busy');
    won.count(right, many);
    expect(won.of('trialPassed')).toHaveLength(1);
    expect(won.player('p1').stats.trialsPassed).toBe(1);
    const lost = met(chat(game));
    lost.count(wrong, few);
    expect(lost.of('trialFailed')[0]).toMatchObject({ why: 'failed' });
    expect(lost.of('punished')).toHaveLength(1);
  });

  it('an emote race that doubles what was asked is worth a better prize', () => {
    const prizes = [0, 1, 2, 3, 4].map((tier) => ({
      tier,
      weight: 1,
      do: [{ op: 'gold', by: 100 * tier }] as const,
    }));
    const gold = (voters: number) => {
      const game = new TrialTable({ ...rules, prizes }, [chat({ game: 'emote', seconds: 20, ease: 1 })]);
      game.meet();
      game.count({}, voters);
      return game.player('p1').gold;
    };
    expect(gold(2 * NEED) - gold(NEED)).toBe(100);
  });
});

describe('check: dice and attribute against a difficulty', () => {
  const check = trialOf('c', { kind: 'check', check: { attribute: 'mind', harder: 0 } });
  it('passes at the number and fails below it', () => {
    const game = new TrialTable(rules, [check]);
    game.meet('p1', [1, 4, 4, 4]);
    expect(game.of('checked')[0]?.passed).toBe(true);
    const hard = new TrialTable(rules, [{ ...check, check: { attribute: 'mind', harder: 30 } }]);
    hard.meet('p1', [1, 4, 4, 4]);
    expect(hard.of('checked')[0]?.passed).toBe(false);
    expect(hard.player('p1').stats.trialsFailed).toBe(1);
  });
});

describe("performance: the viewers' vote decides, one per viewer across platforms", () => {
  const show = trialOf('s', { kind: 'performance', performance: { think: 30, act: 60, share: 0.55 } });
  const quorum = needed({ rules }, 50, rules.tunables.performance?.quorum ?? 0);

  it('waits for the player, who says when it is over', () => {
    const game = met(show);
    expect(game.state.polls).toEqual({});
    game.must({ type: 'done' });
    expect(game.poll()).toMatchObject({ kind: 'confirm', confirms: 'performance', need: quorum });
    expect(game.refused({ type: 'done' })).toBe('proof-given');
  });

  it.each([
    [11, 9, 'trialPassed'],
    [10, 10, 'trialFailed'],
  ] as const)('%i yes and %i no: %s', (yes, no, end) => {
    const game = met(show);
    game.must({ type: 'done' });
    game.count({ 1: yes, 2: no }, yes + no);
    expect(game.of(end)).toHaveLength(1);
    expect(game.of('checked')).toHaveLength(0);
    expect(game.waiting()).toEqual([]);
  });

  it('on too few votes the dice decide, so that two friends are no jury', () => {
    const game = met(show);
    game.must({ type: 'done' });
    game.count({ 1: quorum - 1 }, quorum - 1);
    expect(game.of('checked')).toHaveLength(1);
    expect(game.waiting()).toEqual([]);
  });

  it('opens the vote by itself when the time to act is up, and ends by itself when nobody counts', () => {
    const game = met(show);
    game.lapse(nextDeadline(game.state));
    expect(game.of('performed')).toHaveLength(1);
    game.lapse(nextDeadline(game.state));
    expect(game.of('checked')).toHaveLength(1);
    expect([game.waiting(), game.state.polls]).toEqual([[], {}]);
  });

  it('may be swapped for dice, and judged by the referee', () => {
    const swapped = met(show);
    swapped.must({ type: 'reroll' });
    expect(swapped.of('trialRerolled')[0]).toMatchObject({ from: 's', to: null });
    expect(swapped.of('checked')).toHaveLength(1);
    const judged = met(show);
    judged.must({ type: 'judge', player: 'p1', pass: true }, ADMIN);
    expect(judged.of('trialPassed')).toHaveLength(1);
  });
});

describe('duel of chats: two channels compete in the same chat game', () => {
  const duel = (game: ChatGame) => trialOf('d', { kind: 'duel', chat: game });
  const crowd = duel({ game: 'crowd', seconds: 20, ease: 1 });

  it('asks both at once and compares what each has reached by its own size', () => {
    const game = new TrialTable(rules, [crowd]);
    game.set('p2', { audience: 5000 });
    game.meet();
    const rival = game.of('duelCalled')[0]?.rival ?? '';
    expect(rival).toBe('p2');
    expect(game.poll('p2')).toMatchObject({ owner: 'p1', trial: 'd', closes: game.poll('p1').closes });
    expect(game.poll('p2').need).toBeGreaterThan(game.poll('p1').need);
    game.count({}, game.poll('p2').need - 1, 'p2');
    expect(game.player('p1').pending).toHaveLength(1);
    game.count({}, game.poll('p1').need);
    expect(game.of('duelEnded')[0]).toMatchObject({ winner: 'p1' });
    expect(game.of('trialPassed')[0]).toMatchObject({ player: 'p1' });
    expect(game.state.polls).toEqual({});
  });

  it('gives the rival the prize and the challenger the punishment', () => {
    const game = met(crowd);
    game.count({}, 1);
    game.count({}, 50, 'p2');
    expect(game.of('trialPassed')[0]).toMatchObject({ player: 'p2' });
    expect(game.of('trialFailed')[0]).toMatchObject({ player: 'p1' });
    expect(game.of('punished')[0]).toMatchObject({ player: 'p1' });
    expect(game.player('p2').stats.duelsWon).toBe(1);
  });

  it('is a draw when it is even, and when nobody comes', () => {
    const game = met(crowd);
    game.lapse(game.player('p1').pending[0]?.until ?? 0);
    expect(game.of('duelEnded')[0]).toMatchObject({ winner: null });
    expect([...game.of('punished'), ...game.of('trialPassed')]).toEqual([]);
    expect([game.waiting(), game.state.polls]).toEqual([[], {}]);
  });

  it.each([
    ['one pulls', { 1: 3 }, { 2: 3 }, 2, 0],
    ['both pull', { 1: 3 }, { 1: 3 }, -1, -1],
    ['both let go', { 2: 3 }, { 2: 3 }, 1, 1],
  ] as const)('a tug where %s moves the players', (_name, own, theirs, mine, other) => {
    const game = met(duel({ game: 'tug', seconds: 20, rounds: 2 }));
    game.set('p2', { cell: 5 });
    const [a, b] = [game.player('p1').cell, game.player('p2').cell];
    game.count(own, 3);
    game.count(theirs, 3, 'p2');
    expect([game.player('p1').cell - a, game.player('p2').cell - b]).toEqual([mine, other]);
    expect(game.poll().id).toMatch(/\.2$/);
    game.count(own, 3);
    game.count(theirs, 3, 'p2');
    expect(game.player('p1').cell - a).toBe(2 * mine);
    expect(game.waiting()).toEqual([]);
  });

  it('draws the score of a bot, which has no chat', () => {
    const game = new TrialTable(rules, [crowd]);
    game.set('p2', { kind: 'bot' });
    game.meet();
    game.count({}, 0, 'p2');
    expect(game.of('duelScored')[0]?.score).toBeTypeOf('number');
  });
});

describe('timed', () => {
  const check = trialOf('c', {
    kind: 'check',
    check: { attribute: 'mind', harder: 0 },
    timed: { session: 60, marathon: 600 },
  });
  it('a check with a clock goes on beside the turn, and is thrown on a word', () => {
    const game = met(check);
    expect(game.player('p1').pending[0]?.until).toBe(game.at + 60_000);
    game.set('p1', { tokens: { count: 1, since: 0 } });
    game.flat();
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    game.must({ type: 'done' });
    expect(game.of('checked')).toHaveLength(1);
    expect(game.waiting()).toEqual([]);
  });
  it('and thrown by the clock when nobody throws it', () => {
    const game = met(check);
    game.lapse(nextDeadline(game.state));
    expect(game.of('checked')).toHaveLength(1);
  });
});
