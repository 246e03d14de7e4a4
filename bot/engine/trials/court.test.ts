/** GAME.md 7: games, evidence, the window to contest, the jury; each sentence with the state it changes. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { nextDeadline } from '../deadlines.ts';
import type { TrialDef } from '../rules.ts';
import type { Pending } from '../state.ts';
import { evidenceOf, isProof } from './evidence.ts';
import { ADMIN, SYSTEM, TrialTable, trialOf, viewer } from './given.ts';
import { juryOf } from './limits.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const long = trialOf('long', {
  ...{ kind: 'game', tags: ['game'], pace: 'marathon' },
  game: { genre: 'story', hours: [4, 10], difficulty: 3 },
});
const CLIP = 'https://clips.example.org/abc';
const { stake, least, size, seconds } = juryOf(rules);
const PEOPLE = Array.from({ length: 12 }, (_, n) => [`v_${n}`, `v_${n}b`]);

/** Everybody is on a game; player 1 is done. */
function said(trials: readonly TrialDef[] = [long]): TrialTable {
  const game = new TrialTable(rules, trials, { pace: 'marathon' });
  for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
  game.must({ type: 'coin' });
  game.must({ type: 'done', proof: CLIP });
  return game;
}
function gameOf(game: TrialTable): Extract<Pending, { is: 'trial' }> {
  const found = game.player('p1').pending.find((one) => one.is === 'trial');
  if (found?.is !== 'trial') throw new Error('no game');
  return found;
}
function contested(): TrialTable {
  const game = said();
  game.must({ type: 'contest', player: 'p1' }, 'p2');
  return game;
}
function tried(): TrialTable {
  const game = contested();
  game.must({ type: 'summon', player: 'p1', n: gameOf(game).n, candidates: PEOPLE }, SYSTEM);
  return game;
}
const jurors = (game: TrialTable) => gameOf(game).review?.jurors ?? [];
function vote(game: TrialTable, votes: readonly boolean[]): void {
  const keys = jurors(game).map((juror) => juror.keys[0] ?? '');
  for (const [i, yes] of votes.entries()) game.must({ type: 'verdict', yes }, viewer(keys[i] ?? '', 'p3'));
}

describe('the player says done with a link to proof', () => {
  it('and not without', () => {
    const game = new TrialTable(rules, [long], { pace: 'marathon' });
    for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
    game.must({ type: 'coin' });
    expect(game.refused({ type: 'done' })).toBe('needs-proof');
    expect(game.refused({ type: 'done', proof: 'https://www.twitch.tv/videos/123' })).toBe('needs-proof');
    game.must({ type: 'done', proof: 'https://www.twitch.tv/videos/123?t=1h02m' });
    expect(gameOf(game).done).toMatch(/t=1h02m/);
    expect(game.refused({ type: 'done', proof: CLIP })).toBe('proof-given');
  });

  it('referee confirms', () => {
    const game = said();
    game.must({ type: 'judge', player: 'p1', pass: true }, ADMIN);
    expect(game.of('trialPassed')[0]).toMatchObject({ player: 'p1', trial: 'long' });
    expect(game.player('p1').tokens.count).toBe(1);
  });

  it.each([
    [{ 1: 3, 2: 2 }, 1],
    [{ 1: 2, 2: 3 }, 0],
    [{}, 1],
  ] as const)('or viewers vote: %j', (totals, tokens) => {
    const game = said();
    game.count(totals, 5);
    expect(game.player('p1').tokens.count).toBe(tokens);
  });

  it('ends by itself, in favour of the player, when the totals never come', () => {
    const game = said();
    game.lapse(gameOf(game).until);
    expect(game.of('trialPassed')).toHaveLength(1);
  });
});

describe('rivals contest inside a window', () => {
  it('for a stake, once, and not their own game', () => {
    const game = said();
    expect(game.refused({ type: 'contest', player: 'p1' }, 'p1')).toBe('own-contest');
    expect(game.refused({ type: 'contest', player: 'p3' }, 'p2')).toBe('no-contest');
    game.set('p4', { gold: stake - 1 });
    expect(game.refused({ type: 'contest', player: 'p1' }, 'p4')).toBe('no-gold');
    const { gold } = game.player('p2');
    game.must({ type: 'contest', player: 'p1' }, 'p2');
    expect(game.player('p2').gold).toBe(gold - stake);
    expect(gameOf(game).review?.contest).toEqual({ by: 'p2', stake });
    expect(game.refused({ type: 'contest', player: 'p1' }, 'p3')).toBe('contested-already');
  });

  it('and not after it', () => {
    const game = said();
    expect(game.poll().closes - game.at).toBe(rules.tunables.trials.contest * 1000);
    game.count({}, 0);
    expect(game.refused({ type: 'contest', player: 'p1' }, 'p2')).toBe('no-contest');
  });
});

describe('a contested result goes to a jury of randomly drawn linked viewers', () => {
  it('drawn by the dice of the game from those whom the host knows to be linked', () => {
    const game = tried();
    expect(jurors(game)).toHaveLength(size);
    expect(new Set(jurors(game).map(({ keys }) => keys[0])).size).toBe(size);
    expect(game.of('drawn')[0]).toMatchObject({ purpose: 'jury', player: 'p1' });
    expect(gameOf(game).until).toBe(game.at + seconds * 1000);
    expect(
      game.refused({ type: 'summon', player: 'p1', n: gameOf(game).n, candidates: PEOPLE }, SYSTEM),
    ).toBe('jury-sits');
  });

  it('never from the helpers of either side, and not from too few', () => {
    const game = contested();
    const grant = {
      tags: ['heal'],
      items: [],
      target: 'self',
      uses: 1,
      per: 'day',
      until: null,
      approval: false,
    } as const;
    game.must({ type: 'grantHelper', viewer: 'v_0', grant }, 'p2');
    const { n } = gameOf(game);
    const candidates = PEOPLE.slice(0, least);
    expect(game.refused({ type: 'summon', player: 'p1', n, candidates }, SYSTEM)).toBe('jury-small');
    expect(game.refused({ type: 'summon', player: 'p1', n: n + 1, candidates }, SYSTEM)).toBe('no-case');
    expect(game.refused({ type: 'summon', player: 'p1', n, candidates }, 'p1')).toBe('not-admin');
  });

  it('one person has one vote, under whichever name, and may change it', () => {
    const game = tried();
    const [keys] = jurors(game).map((juror) => juror.keys);
    game.must({ type: 'verdict', yes: true }, viewer(keys?.[0] ?? '', 'p1'));
    game.must({ type: 'verdict', yes: false }, viewer(keys?.[1] ?? '', 'p4'));
    expect(jurors(game).filter(({ yes }) => yes !== null)).toHaveLength(1);
    expect(jurors(game)[0]?.yes).toBe(false);
    expect(game.refused({ type: 'verdict', yes: true }, viewer('v_stranger'))).toBe('not-juror');
    expect(game.refused({ type: 'verdict', yes: true, player: 'p2' }, viewer(keys?.[0] ?? ''))).toBe(
      'no-case',
    );
  });

  it.each([
    [
      'upholds it: the stake goes to the player',
      [true, true, true, true, false, false, false],
      'upheld',
      1,
      'p1',
    ],
    [
      'overturns it: the stake goes back',
      [false, false, false, false, true, true, true],
      'overturned',
      0,
      'p2',
    ],
  ] as const)('%s', (_name, votes, how, tokens, to) => {
    const game = tried();
    const before = game.player(to).gold;
    vote(game, votes);
    expect(game.of('caseClosed')[0]).toMatchObject({ how, stakeTo: to });
    const fromTrial = game
      .of('counted')
      .filter(({ player, what, why }) => player === to && what === 'gold' && why !== 'contest');
    expect(game.player(to).gold - before - fromTrial.reduce((sum, { by }) => sum + by, 0)).toBe(stake);
    expect([game.player('p1').tokens.count, game.state.polls]).toEqual([tokens, {}]);
  });

  it('decides with the votes there are when its time is up; in doubt for the player, and the stake goes back', () => {
    const game = tried();
    vote(game, [true, false]);
    game.lapse(nextDeadline(game.state));
    expect(game.of('caseClosed')[0]).toMatchObject({ how: 'doubt', stakeTo: 'p2' });
    expect(game.of('trialPassed')[0]).toMatchObject({ player: 'p1' });
  });

  it('where there is none, two thirds of the own chat decide', () => {
    const game = contested();
    const before = game.player('p1').gold;
    game.count({ 1: 2, 2: 1 }, 3);
    expect(game.player('p1').tokens.count).toBe(0);
    game.lapse(nextDeadline(game.state));
    expect(game.of('caseClosed')[0]).toMatchObject({ how: 'upheld', stakeTo: 'p1' });
    expect(game.player('p1').gold).toBeGreaterThanOrEqual(before + stake);
  });

  it('or the game goes on with the time it had, for better proof; the same rival may not doubt it again', () => {
    const game = new TrialTable(rules, [long], { pace: 'marathon' });
    for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
    game.must({ type: 'coin' });
    const whole = (gameOf(game).until ?? 0) - game.at;
    game.must({ type: 'done', proof: CLIP });
    game.must({ type: 'contest', player: 'p1' }, 'p2');
    game.lapse(nextDeadline(game.state));
    expect(game.of('caseClosed')[0]).toMatchObject({ how: 'void', stakeTo: 'p2' });
    expect(gameOf(game)).toMatchObject({ done: null, poll: null });
    expect((gameOf(game).until ?? 0) - game.at).toBe(whole);
    expect(game.state.polls).toEqual({});
    game.must({ type: 'done', proof: CLIP });
    expect(game.refused({ type: 'contest', player: 'p1' }, 'p2')).toBe('contested-already');
    game.must({ type: 'contest', player: 'p1' }, 'p3');
  });

  it('the referee ends it with a word, and giving up ends it too', () => {
    const judged = tried();
    judged.must({ type: 'judge', player: 'p1', pass: false }, ADMIN);
    expect(judged.of('caseClosed')[0]).toMatchObject({ how: 'overturned', stakeTo: 'p2' });
    const dropped = contested();
    dropped.must({ type: 'giveUp' });
    expect(dropped.of('caseClosed')[0]?.stakeTo).toBe('p2');
  });
});

describe('evidence', () => {
  it.each([
    ['https://clips.twitch.tv/Abc', 'clip', null, true],
    ['look: https://www.youtube.com/watch?v=x&t=3723', 'recording', 3723, true],
    ['https://youtu.be/x?t=1h2m3s', 'recording', 3723, true],
    ['https://kick.com/someone/videos/123', 'recording', null, false],
    ['https://example.org/achievements', 'page', null, true],
    ['trust me', null, null, false],
  ] as const)('%s', (proof, is, moment, enough) => {
    expect(evidenceOf(proof)).toMatchObject({ is, moment });
    expect(isProof(evidenceOf(proof), {})).toBe(enough);
  });

  it('category and time history of the stream', () => {
    const game = new TrialTable(rules, [long], { pace: 'marathon' });
    for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
    game.must({ type: 'coin' });
    game.must({ type: 'streamed', category: 'Chess', live: true });
    expect(game.refused({ type: 'streamed', category: 'Chess', live: true })).toBe('nothing-due');
    const from = game.at;
    game.wait(3600).must({ type: 'streamed', category: 'Chess', live: false });
    expect(game.player('p1').stream).toEqual([{ category: 'Chess', from, until: game.at }]);
    game.must({ type: 'done', proof: 'it is all on the stream' });
    expect(gameOf(game).review).toBeDefined();
  });
});

describe('sampled by genre, length, difficulty', () => {
  const other = trialOf('short', {
    ...long,
    id: 'short',
    game: { genre: 'chess', hours: [1, 2], difficulty: 1 },
  });
  it.each([
    [{ genres: ['chess'] }, 'short'],
    [{ hours: [5, 20] }, 'long'],
    [{ difficulty: 2 }, 'short'],
  ] as const)('%j', (query, wanted) => {
    const find = {
      ...Object.values(rules.rewards)[0],
      id: 'ask',
      do: [{ op: 'coin', heads: [{ op: 'trial', tags: ['game'], ...query }], tails: [] }],
    };
    const game = new TrialTable({ ...rules, rewards: { ask: find as never } }, [long, other], {
      pace: 'marathon',
    });
    game.must({ type: 'redeem', redemption: 'kick:1', reward: 'ask' }, viewer('v_a'));
    expect(game.waiting()).toEqual([wanted]);
  });

  it('a game of the pack for evenings comes up in session pace, the others do not', () => {
    const evening = { ...long, id: 'evening', pace: 'session' } as const;
    const game = new TrialTable(rules, [long, evening]);
    game.meet();
    expect(game.waiting()).toEqual(['evening']);
  });

  it("a practice bot's result is drawn from the declared length and difficulty", () => {
    const ends = (trial: TrialDef, roll: number) => {
      const game = new TrialTable(rules, [trial], { pace: 'marathon' });
      for (const id of game.state.order) game.set(id, { kind: 'bot', tokens: { count: 0, since: 0 } });
      game.must({ type: 'coin' });
      game.must({ type: 'done' }, 'p1', [roll]);
      return game.of('trialPassed').length;
    };
    const game = (hours: readonly [number, number], difficulty: number) => ({
      ...long,
      game: { genre: 'any', hours, difficulty },
    });
    expect([ends(game([1, 1], 1), 11), ends(game([1, 1], 1), 10)]).toEqual([1, 0]);
    expect(ends(game([1, 1], 3), 20)).toBe(0);
    expect(ends(game([20, 20], 1), 20)).toBe(0);
  });
});
