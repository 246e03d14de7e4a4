/** Section 11 of the rules, sentence by sentence: each test changes a state. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import type { Rules } from '../rules.ts';
import { seasonTable, standings } from './standings.ts';

const { rules: whole } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const superGame = {
  need: 2,
  guardian: { fight: 'check', attribute: 'strength', tier: 7, harder: 0, mercy: 1 },
  chorus: { tags: ['crowd'], ease: 1, mercy: 0.2 },
  duel: { near: 12, bonus: 6, stakes: 2, perStake: 1 },
  points: [10, 6, 4, 2],
} as const;
/** Without skills and class items, so that dice are only dice; figures of its own, so that tuning breaks nothing. */
const rules: Rules = {
  ...whole,
  tunables: {
    ...whole.tunables,
    superGame,
    trials: { ...whole.tunables.trials, checkBase: 11, perTier: 1 },
    final: { house: [4, 4, 4], bonus: 6, mercy: 1, seconds: 30, lock: 240 },
  },
  classes: Object.fromEntries(
    Object.entries(whole.classes).map(([id, one]) => [id, { ...one, shifts: {}, item: '', skill: 'none' }]),
  ),
  skills: Object.fromEntries(
    Object.keys(whole.skills).map((id) => [id, { ...whole.skills[id], stats: {}, hooks: [] }]),
  ) as Rules['skills'],
};
const attributes = { strength: 2, agility: 0, endurance: 0, mind: 0, luck: 0 };
const SYSTEM = { by: 'system' } as const;
/** Drawn before the guardian's dice: which guardian it is. */
const WHICH = 1;
const STRONG = [WHICH, 4, 4, 4];
const WEAK = [WHICH, 1, 1, 1];

/** p1 has walked into the finish from a camp at 10; everybody else is at the start. */
const facing = (players = 4) => {
  const game = new Table({ rules, players }).flat();
  game.set('p1', { cell: game.state.board.finish - 1, camp: 10, attributes });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  return game;
};
const poll = (game: Table) => {
  const found = Object.values(game.state.polls).find((one) => one.player === 'p1');
  if (!found) throw new Error('nobody sings');
  return found;
};
const sing = (game: Table, voters: number, dice: readonly number[] = []) => {
  const { id, closes } = poll(game);
  game.at = closes;
  return game.must({ type: 'closePoll', poll: id, totals: {}, voters, root: '' }, SYSTEM, dice);
};

describe('the super game', () => {
  it('is opened by who reaches the finish', () => {
    const game = facing();
    expect(game.state.status).toBe('superGame');
    expect(game.player('p1').final).toEqual({ stage: 'guardian', won: [], lost: [] });
    expect(game.player('p1').pending[0]).toMatchObject({ is: 'final', stage: 'guardian' });
  });

  it('has three stages: the guardian, the chorus, and the last throw', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', STRONG);
    expect(game.player('p1').final).toEqual({ stage: 'chorus', won: ['guardian'], lost: [] });
    game.set('p1', { audience: 50 });
    sing(game, 0);
    expect(game.player('p1').final).toEqual({ stage: 'throw', won: ['guardian'], lost: ['chorus'] });
    expect(game.player('p1').pending[0]).toMatchObject({ is: 'final', stage: 'throw' });
  });

  it('asks each stage for another strength: an attribute, a chat, the bag', () => {
    const weak = facing().set('p1', { attributes: { ...attributes, strength: 0 } });
    weak.must({ type: 'roll' }, 'p1', STRONG);
    const strong = facing().set('p1', { attributes: { ...attributes, strength: 6 } });
    strong.must({ type: 'roll' }, 'p1', STRONG);
    expect([weak.player('p1').final?.won, strong.player('p1').final?.won]).toEqual([[], ['guardian']]);
    expect(poll(strong).kind).toBe('crowd');
    expect(strong.of('checked')[0]).toMatchObject({ total: 12 + 11, need: 18, passed: true });
  });

  it('meets the guardian at tier 7', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', WEAK);
    expect(game.of('checked')[0]?.need).toBe(11 + 7);
    expect(game.player('p1').stats).toMatchObject({ stagesLost: 1 });
  });

  it('takes the attribute that the pack names, the best, or the mean of all', () => {
    const bonus = (attribute: 'strength' | 'best' | 'mean') => {
      const tunables = {
        ...rules.tunables,
        superGame: { ...superGame, guardian: { ...superGame.guardian, attribute } },
      };
      const game = new Table({ rules: { ...rules, tunables } }).flat();
      const spread = { strength: 0, agility: 0, endurance: 0, mind: 7, luck: 3 };
      game.set('p1', { cell: game.state.board.finish - 1, attributes: spread });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
      game.must({ type: 'roll' }, 'p1', WEAK);
      expect(game.player('p1').stats.stagesLost).toBe(1);
      return game.of('checked')[0]?.bonus;
    };
    expect([bonus('strength'), bonus('best'), bonus('mean')]).toEqual([5, 12, 7]);
  });

  it('neither rewards nor punishes the guardian’s check: the stage is both', () => {
    const game = facing();
    const { bag, gold, score } = game.player('p1');
    game.must({ type: 'roll' }, 'p1', WEAK);
    expect(game.player('p1')).toMatchObject({ bag, gold, score });
    expect(game.of('punished')).toEqual([]);
  });

  it('lets all chats of the player sing at once: as many different people as the equaliser asks', () => {
    const game = facing().set('p1', { audience: 400 });
    game.must({ type: 'roll' }, 'p1', STRONG);
    const { need } = poll(game);
    expect(need).toBeGreaterThan(10);
    sing(game, need);
    expect(game.state).toMatchObject({ status: 'finished', winner: 'p1' });
  });

  it('gives a chat that is there nothing for keeping quiet, and a game without viewers a coin', () => {
    const full = facing().set('p1', { audience: 9 });
    full.must({ type: 'roll' }, 'p1', STRONG);
    sing(full, 0, [1]);
    expect(full.player('p1').final?.lost).toEqual(['chorus']);
    const empty = facing();
    empty.must({ type: 'roll' }, 'p1', STRONG);
    sing(empty, 0, [1]);
    expect(empty.state.winner).toBe('p1');
  });

  it('is won by two of three', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', STRONG);
    sing(game, 60);
    expect(game.state).toMatchObject({ status: 'finished', winner: 'p1' });
    expect(game.refused({ type: 'roll' }, 'p2')).toBe('not-running');
  });

  it('is won by the last two of three as well', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', WEAK);
    sing(game, 60);
    game.must({ type: 'roll' }, 'p1', [4, 4, 4, 1, 1, 1]);
    expect(game.state).toMatchObject({ status: 'finished', winner: 'p1' });
  });

  it('lost, leads back to the last camp, and the gate closes for that player for a while', () => {
    const game = facing().set('p1', { audience: 9 });
    game.must({ type: 'roll' }, 'p1', WEAK);
    sing(game, 0);
    expect(game.player('p1')).toMatchObject({ cell: 10, final: null, finalTries: 1, pending: [] });
    expect(game.player('p1').lockedUntil).toBe(game.at + 240_000);
    expect(game.state.status).toBe('running');
    game.set('p1', { cell: game.state.board.finish - 1, tokens: { count: 1, since: game.at } });
    expect(game.refused({ type: 'roll' })).toBe('finish-locked');
  });

  it('shuts the gate for the loser alone: rivals may catch up', () => {
    const game = facing().set('p1', { audience: 9 });
    game.must({ type: 'roll' }, 'p1', WEAK);
    sing(game, 0);
    game.set('p2', { cell: game.state.board.finish - 1, tokens: { count: 1, since: game.at } });
    game.must({ type: 'roll' }, 'p2', [1, 1, 1]);
    expect(game.player('p2').final?.stage).toBe('guardian');
    expect(game.state.status).toBe('superGame');
  });

  it('gives a second chance when the lock is over, and each is easier', () => {
    const game = facing().set('p1', { audience: 400 });
    game.must({ type: 'roll' }, 'p1', WEAK);
    const first = poll(game).need;
    sing(game, 0);
    game.wait(240).set('p1', { cell: game.state.board.finish - 1, tokens: { count: 1, since: game.at } });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.player('p1').final?.stage).toBe('guardian');
    game.must({ type: 'roll' }, 'p1', WEAK);
    expect(game.of('checked')[0]?.need).toBe(17);
    expect(poll(game).need).toBeLessThan(first);
  });

  it('can be played by several at a time, each for oneself', () => {
    const game = facing();
    game.set('p2', { cell: game.state.board.finish - 1 });
    game.must({ type: 'roll' }, 'p2', [1, 1, 1]);
    game.must({ type: 'roll' }, 'p2', STRONG);
    expect(game.player('p1').final).toMatchObject({ stage: 'guardian', won: [] });
    expect(game.player('p2').final).toMatchObject({ stage: 'chorus', won: ['guardian'] });
  });

  it('goes on after a pause', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', STRONG);
    game.must({ type: 'pause' }, { by: 'admin' });
    game.wait(50).must({ type: 'resume' }, { by: 'admin' });
    expect(game.state.status).toBe('superGame');
    sing(game, 60);
    expect(game.state.winner).toBe('p1');
  });

  it('is out of reach for hostile things', () => {
    const game = facing();
    const item = Object.values(rules.items).find(
      (one) => one.hostile && one.target === 'rival' && !one.use?.some((op) => op.op === 'lock'),
    );
    if (!item) throw new Error('the pack has no hostile item');
    game.set('p2', {
      cell: game.state.board.finish - 1,
      bag: [{ n: 900, item: item.id, charges: 1, ttl: null, worn: false, wait: 0 }],
    });
    expect(game.refused({ type: 'use', item: item.id, targets: ['p1'] }, 'p2')).toBe('target-final');
    game.set('p1', { final: null, pending: [], cell: game.state.board.finish - 2 });
    expect(game.when({ type: 'use', item: item.id, targets: ['p1'] }, 'p2')).not.toHaveProperty('refused');
  });
});

describe('the last throw', () => {
  const throwing = (patch: Parameters<Table['set']>[1] = {}) => {
    const game = facing().set('p1', { audience: 9, ...patch });
    game.must({ type: 'roll' }, 'p1', STRONG);
    sing(game, 0);
    return game;
  };
  const thing = (n: number, item: string) => ({ n, item, charges: 1, ttl: null, worn: false, wait: 0 });
  const [cheap = '', dear = '', dearest = ''] = Object.values(rules.items)
    .filter(
      (one) => !one.protected && one.transferable !== false && !one.hooks && !one.stats && one.price > 0,
    )
    .sort((a, b) => a.price - b.price)
    .filter((one, i, all) => one.price !== all[i - 1]?.price)
    .map((one) => one.id);

  it('is a dice duel against the house', () => {
    const game = throwing();
    game.must({ type: 'roll' }, 'p1', [4, 4, 4, 2, 2, 1]);
    expect(game.of('lastThrow')[0]).toMatchObject({ total: 12, need: 11, won: true, against: null });
    expect(game.state.winner).toBe('p1');
  });

  it('or against the runner-up, if that one is near enough', () => {
    const game = throwing();
    game.set('p3', { cell: game.state.board.finish - 5 });
    game.must({ type: 'roll' }, 'p1', [4, 3, 3, 1, 1, 1]);
    expect(game.of('lastThrow')[0]).toMatchObject({ against: 'p3', total: 10, need: 3 + 6, won: true });
  });

  it('throws the boosters that are left along, and they are spent', () => {
    const game = throwing({ dice: [20] });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1, 1, 4, 4, 4]);
    expect(game.player('p1').dice).toEqual([]);
  });

  it('puts what is left in the bag at stake: the dearest things lend their weight', () => {
    const game = throwing({ bag: [thing(901, cheap), thing(902, dearest), thing(903, dear)] });
    game.must({ type: 'roll' }, 'p1', [4, 4, 2, 1, 2, 2]);
    expect(game.of('lastThrow')[0]).toMatchObject({ staked: 2, total: 12, need: 11, won: true });
    expect(game.player('p1').bag).toHaveLength(3);
  });

  it('lost to the house, takes the stakes away', () => {
    const game = throwing({ bag: [thing(901, cheap), thing(902, dearest), thing(903, dear)] });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1, 4, 4, 4]);
    expect(game.player('p1').bag.map((got) => got.item)).toEqual([cheap]);
    expect(game.of('itemLost').map(({ why }) => why)).toEqual(['staked', 'staked']);
  });

  it('lost to the runner-up, hands them over', () => {
    const game = throwing({ bag: [thing(902, dearest)] });
    game.set('p3', { cell: game.state.board.finish - 5, bag: [] });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1, 4, 4, 4]);
    expect(game.player('p1').bag).toEqual([]);
    expect(game.player('p3').bag.map((got) => got.item)).toEqual([dearest]);
  });

  it('never stakes what is worn or protected', () => {
    const kept = Object.values(rules.items).find((one) => one.protected)?.id;
    const bag = [{ ...thing(901, dearest), worn: true }, ...(kept ? [thing(902, kept)] : [])];
    const game = throwing({ bag });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1, 4, 4, 4]);
    expect(game.of('lastThrow')[0]?.staked).toBe(0);
    expect(game.player('p1').bag).toHaveLength(bag.length);
  });
});

describe('HP 0 in the super game', () => {
  it('loses it, at the last camp', () => {
    const game = facing();
    const bleeding = {
      ...Object.values(rules.effects)[0]!,
      ...{ id: 'doom', duration: { minutes: 1 }, stacking: 'refresh' as const },
      hooks: [{ at: 'expire' as const, do: [{ op: 'harm' as const, percent: 1000 }] }],
    };
    const doomed = new Table({ rules: { ...rules, effects: { ...rules.effects, doom: bleeding } } });
    doomed.state = game.state;
    doomed.at = game.at;
    const effect = { n: 980, effect: 'doom', from: null, stacks: 1, rolls: null, turns: null };
    doomed.set('p1', { effects: [{ ...effect, until: doomed.at + 1000 }] });
    doomed.wait(1).must({ type: 'expire' }, SYSTEM);
    expect(doomed.player('p1')).toMatchObject({ cell: 10, final: null, finalTries: 1, pending: [] });
    expect(doomed.player('p1').lockedUntil).toBe(doomed.at + 240_000);
    expect(doomed.state.status).toBe('running');
  });
});

describe('a stage nobody plays', () => {
  it('is played by the clock: the guardian, the chorus and the throw each in their time', () => {
    const game = facing().set('p1', { audience: 9 });
    game.wait(rules.tunables.final.seconds);
    game.must({ type: 'expire' }, SYSTEM, STRONG);
    expect(game.player('p1').final?.won).toEqual(['guardian']);
    const until = game.player('p1').pending[0]?.until ?? 0;
    game.at = until;
    game.must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').final?.lost).toEqual(['chorus']);
    game.wait(rules.tunables.final.seconds);
    game.must({ type: 'expire' }, SYSTEM, [1, 1, 1, 4, 4, 4]);
    expect(game.player('p1')).toMatchObject({ final: null, cell: 10 });
  });

  it('cannot be slipped out of: giving up the chorus loses it', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', STRONG);
    game.must({ type: 'giveUp' }, 'p1');
    expect(game.player('p1').final).toMatchObject({ stage: 'throw', lost: ['chorus'] });
  });

  it('comes back when something else took it away', () => {
    const game = facing().set('p1', { pending: [] });
    game.must({ type: 'coin' }, 'p2');
    expect(game.player('p1').pending[0]).toMatchObject({ is: 'final', stage: 'guardian' });
  });

  it('is lost where the pack has no song', () => {
    const trials = Object.fromEntries(
      Object.entries(rules.trials).filter(([, one]) => !one.tags.includes('crowd')),
    );
    const game = new Table({ rules: { ...rules, trials } }).flat();
    game.set('p1', { cell: game.state.board.finish - 1, camp: 10, attributes });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    game.must({ type: 'roll' }, 'p1', STRONG);
    expect(game.player('p1').final).toEqual({ stage: 'throw', won: ['guardian'], lost: ['chorus'] });
  });
});

describe('at the end', () => {
  const ended = () => {
    const game = facing();
    game.set('p3', { cell: 30 }).set('p2', { score: 9 });
    game.must({ type: 'roll' }, 'p1', STRONG);
    sing(game, 60);
    return game;
  };

  it('there are places: the winner, then by distance, super games, score and seat', () => {
    const game = ended();
    expect(game.state.places).toEqual(['p1', 'p3', 'p2', 'p4']);
    game.set('p4', { finalTries: 1 });
    expect(standings(game.state, 'p1')).toEqual(['p1', 'p3', 'p4', 'p2']);
  });

  it('there are statistics', () => {
    expect(ended().player('p1').stats).toMatchObject({ stagesWon: 2, checksPassed: 1 });
  });

  it('nobody is asked anything any more', () => {
    const { state } = ended();
    for (const id of state.order) expect(state.players[id]?.pending).toEqual([]);
    expect(state.polls).toEqual({});
  });

  it('the season table is updated', () => {
    const game = ended();
    expect(game.state.points).toEqual({ p1: 10, p3: 6, p2: 4, p4: 2 });
    const who = { p1: 'Ann', p2: 'Bo', p3: 'Cy', p4: 'Di' };
    const again = { ...game.state, winner: 'p3', points: { p3: 10, p1: 6 }, places: ['p3', 'p1'] };
    const off = { ...game.state, status: 'cancelled' } as const;
    const table = seasonTable([
      { state: game.state, who },
      { state: again, who },
      { state: off, who },
    ]);
    expect(
      table.map(({ place, who: name, games, wins, points }) => [place, name, games, wins, points]),
    ).toEqual([
      [1, 'Ann', 2, 1, 16],
      [2, 'Cy', 2, 1, 16],
      [3, 'Bo', 1, 0, 4],
      [4, 'Di', 1, 0, 2],
    ]);
    expect(table[0]?.stats.stagesWon).toBe(4);
  });
});
