/** GAME.md 10, sentence by sentence: wars, clashes, items on rivals. */
import { describe, expect, it } from 'vitest';
import type { GameState } from '../state.ts';
import { type Court, rules, table, treaties, withRounds } from './given.ts';
import { diplomacyOf } from './state.ts';

const war = (on: string) => ({ type: 'declare', on }) as const;
const clash = treaties.war.terms.clash!;
const open = (state: GameState) => diplomacyOf(state).clashes;

/** Brings the totals of this player's chat. */
function vote(game: Court, player: string, totals: Record<string, number>, dice: readonly number[] = []) {
  const poll = Object.values(game.state.polls).find((one) => one.player === player)!;
  game.at = Math.max(game.at, poll.closes);
  const voters = Object.values(totals).reduce((sum, one) => sum + one, 0);
  game.must({ type: 'closePoll', poll: poll.id, totals, voters, root: '' }, { by: 'system' }, dice);
}

describe('War: declared on one rival, with a cooldown', () => {
  it('needs nobody’s consent, and is one at a time', () => {
    const game = table();
    game.must(war('p2'));
    expect(game.treaties).toMatchObject([{ kind: 'war', between: ['p1', 'p2'], price: null }]);
    expect(game.refused(war('p3'))).toBe('treaty-full');
    expect(game.refused(war('p2'))).toBe('treaty-stands');
    expect(game.refused(war('p1'), 'p2')).toBe('treaty-stands');
    game.must(war('p3'), 'p2');
  });

  it('is not for oneself or a stranger', () => {
    const game = table();
    expect(game.refused(war('p1'))).toBe('self-treaty');
    expect(game.refused(war('p7'))).toBe('bad-target');
  });

  it('the next one comes after a rest, an early peace does not shorten it', () => {
    const game = table();
    game.must(war('p2'));
    game.sign('truce', 'p2', 'p1');
    const { lasts, rest } = treaties.war;
    game.wait(lasts!.session + rest!.session - 1);
    expect(game.refused(war('p3'))).toBe('treaty-rests');
    game.wait(1).must(war('p3'));
  });

  it('nobody is set upon by everybody at once', () => {
    const game = table({ players: 5 });
    for (const id of ['p2', 'p3']) game.must(war('p1'), id);
    expect(game.refused(war('p1'), 'p4')).toBe('war-crowded');
  });

  it('takes what was offered off the table', () => {
    const game = table();
    game.must({ type: 'propose', to: 'p1', kind: 'alliance' }, 'p2');
    game.must(war('p2'));
    expect(game.offers).toEqual([]);
  });
});

describe('lasts 24 h (marathon) or 20 min (session)', () => {
  it.each([
    ['session', 20 * 60],
    ['marathon', 24 * 3600],
  ] as const)('%s', (pace, seconds) => {
    const game = table({ setup: { pace } });
    game.must(war('p2'));
    const end = game.at + seconds * 1000;
    expect(game.treaties[0]?.until).toBe(end);
    game.at = end - 1;
    game.when({ type: 'expire' }, { by: 'system' });
    expect(game.treaties).toHaveLength(1);
    game.at = end;
    game.expire();
    expect(game.treaties).toEqual([]);
  });
});

describe('removes range limits on items', () => {
  it('between the two, and between nobody else', () => {
    const game = table().set('p2', { cell: 40 }).set('p3', { cell: 40 }).bag('p1', 'net', 'bolt', 'net');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('too-far');
    expect(game.refused({ type: 'use', item: 'bolt', targets: ['p2'] })).toBe('too-far');
    game.must(war('p2'));
    game.must({ type: 'use', item: 'net', targets: ['p2'] });
    game.must({ type: 'use', item: 'bolt', targets: ['p2'] });
    expect(game.player('p2').cell).toBe(38);
    expect(game.refused({ type: 'use', item: 'net', targets: ['p3'] })).toBe('too-far');
    game.bag('p2', 'net');
    game.must({ type: 'use', item: 'net', targets: ['p1'] }, 'p2');
  });
});

describe('Items on rivals: within range, not in camps, not on allies; wards and reflections answer', () => {
  it('within range', () => {
    const game = table().set('p2', { cell: 16 }).bag('p1', 'net');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('too-far');
    game.set('p2', { cell: 15 }).must({ type: 'use', item: 'net', targets: ['p2'] });
  });

  it('not in camps, in a war neither', () => {
    const game = table().set('p1', { cell: 29 }).set('p2', { cell: 30 }).bag('p1', 'net');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('target-safe');
    game.must(war('p2'));
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('target-safe');
  });

  it('not on allies', () => {
    const game = table().bag('p1', 'net').sign('alliance', 'p1', 'p2');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('treaty-binds');
  });

  it('wards and reflections answer, across the map too', () => {
    const game = table().set('p2', { cell: 40 }).bag('p1', 'net', 'net').effect('p2', 'shell');
    game.must(war('p2'));
    game.must({ type: 'use', item: 'net', targets: ['p2'] });
    expect(game.of('defended')[0]).toMatchObject({ player: 'p2', how: 'ward' });
    expect(game.player('p2').cell).toBe(40);
    game.effect('p2', 'mirror').must({ type: 'use', item: 'net', targets: ['p2'] });
    expect([game.player('p1').cell, game.player('p2').cell]).toEqual([9, 40]);
  });
});

describe('meeting on one cell forces a clash', () => {
  it('whoever comes, and both chats are asked', () => {
    const game = table();
    game.must(war('p2'));
    game.meet('p1', 'p2');
    expect(open(game.state)).toMatchObject([{ cell: 15, sides: [{ player: 'p1' }, { player: 'p2' }] }]);
    for (const id of ['p1', 'p2']) {
      expect(game.player(id).pending).toMatchObject([
        { is: 'choice', open: [1, 2, 3], poll: expect.any(String) },
      ]);
    }
    expect(Object.values(game.state.polls)).toHaveLength(2);
    expect(game.refused({ type: 'roll' })).toBe('busy');
  });

  it('but nobody who is in a fight or a scene: it begins when that is over, on that cell', () => {
    const game = table();
    game.must(war('p2'));
    game.set('p1', { cell: 12 }).flat({ 15: 'monster', 20: 'market' });
    game.set('p1', { cell: 14, audience: 20 });
    game.step('p1');
    expect(game.player('p1').fight?.bout).toBe('wild');
    game.set('p2', { cell: 14 }).step('p2');
    game.set('p2', { fight: null, pending: [] });
    expect([game.player('p2').cell, open(game.state)]).toEqual([15, []]);
    const { fight } = game.player('p1');
    const foes = fight?.foes.map((foe) => ({ ...foe, hp: 1, flags: {}, skills: [] })) ?? [];
    if (fight) game.set('p1', { fight: { ...fight, foes } });
    for (let i = 0; i < 8 && game.player('p1').fight; i += 1) game.must({ type: 'auto' });
    expect(open(game.state)).toMatchObject([{ cell: 15, sides: [{ player: 'p1' }, { player: 'p2' }] }]);
    for (const id of ['p1', 'p2']) expect(game.player(id).pending[0]).toMatchObject({ is: 'choice' });
    expect(Object.values(game.state.polls)).toHaveLength(2);
  });

  it('and not in the middle of it, by a war that is declared on somebody there', () => {
    const game = table().flat({ 15: 'monster' }).set('p1', { cell: 14 }).set('p2', { cell: 15 });
    game.step('p1');
    game.must(war('p1'), 'p2');
    expect([game.treaties.length, open(game.state)]).toEqual([1, []]);
  });

  it('the one who is attacked may be the one who comes', () => {
    const game = table();
    game.must(war('p2'));
    game.meet('p2', 'p1');
    expect(open(game.state)[0]?.sides.map(({ player }) => player)).toEqual(['p2', 'p1']);
  });

  it('those who stand together when it is declared have met', () => {
    const game = table().set('p1', { cell: 15 }).set('p2', { cell: 15 });
    game.must(war('p2'));
    expect(open(game.state)).toHaveLength(1);
  });

  it('not in a camp, and not again before they have parted', () => {
    const camp = table();
    camp.must(war('p2'));
    camp.meet('p1', 'p2', 30);
    expect(open(camp.state)).toEqual([]);
    const game = table();
    game.must(war('p2'));
    game.meet('p1', 'p2');
    vote(game, 'p1', {});
    vote(game, 'p2', {});
    game.must({ type: 'coin' });
    expect(open(game.state)).toEqual([]);
    game.meet('p1', 'p2');
    expect(open(game.state)).toHaveLength(1);
  });

  it('nor with somebody who has been away for so long that nothing reaches them', () => {
    const game = table({ setup: { pace: 'marathon' } });
    game.must({ type: 'presence', player: 'p2', live: false }, { by: 'system' });
    game.wait(game.rules.tunables.time!.absence.shield);
    game.must(war('p2'));
    game.meet('p1', 'p2');
    expect(open(game.state)).toEqual([]);
  });

  it('nor for anybody who is not at war', () => {
    const game = table();
    game.meet('p1', 'p2');
    expect(open(game.state)).toEqual([]);
  });
});

describe('a round of a clash: the stance of each chat, then dice and strength', () => {
  const fight = (one: Record<string, number>, two: Record<string, number>, dice: readonly number[]) => {
    const game = table();
    game.must(war('p2'));
    game.meet('p1', 'p2');
    vote(game, 'p1', one);
    vote(game, 'p2', two, dice);
    return game;
  };
  const even = [2, 2, 2, 2, 2, 2];

  it.each([
    ['strike beats feint', 1, 3, 'p1'],
    ['feint beats guard', 2, 3, 'p2'],
    ['guard beats strike', 2, 1, 'p1'],
    ['equal stances have no edge', 2, 2, null],
  ] as const)('%s', (_name, one, two, winner) => {
    const game = fight({ [one]: 3 }, { [two]: 3 }, even);
    const [fought] = game.of('clashFought');
    expect(fought).toMatchObject({ winner, sides: [{ stance: one }, { stance: two }] });
    expect(Math.abs(fought!.sides[0].total - fought!.sides[1].total)).toBe(winner ? clash.edge : 0);
    expect([open(game.state), game.player('p1').pending, game.state.polls]).toEqual([[], [], {}]);
  });

  it('a silent chat chooses nothing, so nobody can count on its silence', () => {
    const game = fight({ 1: 9 }, {}, even);
    expect(game.of('clashFought')[0]).toMatchObject({ winner: null, sides: [{ stance: 1 }, { stance: 0 }] });
  });

  it('the help of allies counts', () => {
    const game = table().sign('alliance', 'p2', 'p3');
    game.must(war('p2'));
    game.meet('p1', 'p2');
    game.must({ type: 'assist', ally: 'p2' }, 'p3');
    vote(game, 'p1', {});
    vote(game, 'p2', {}, even);
    expect(game.of('clashFought')[0]?.winner).toBe('p2');
  });

  it('lasts three rounds: the chats are asked anew, sums decide, and a hand that was lent counts once', () => {
    const game = table({ rules: withRounds(rules, 3) }).sign('alliance', 'p2', 'p3');
    game.must(war('p2'));
    game.meet('p1', 'p2');
    game.must({ type: 'assist', ally: 'p2' }, 'p3');
    const round = (one: number, two: number) => {
      vote(game, 'p1', { [one]: 3 });
      vote(game, 'p2', { [two]: 3 }, even);
    };
    round(1, 3);
    expect(game.of('clashRound')).toMatchObject([
      { round: 1, clash: { round: 2, sides: [{ stance: null }, { stance: null }] } },
    ]);
    round(2, 2);
    const [now] = open(game.state);
    const bonus = treaties.alliance.terms.assist ?? 0;
    expect(now?.round).toBe(3);
    expect(now!.sides[0].so!.total - now!.sides[1].so!.total).toBe(clash.edge - bonus);
    round(2, 2);
    const [fought] = game.of('clashFought');
    expect(fought!.sides.map(({ dice }) => dice.length)).toEqual([9, 9]);
    expect(fought!.sides[1].total - fought!.sides[0].total).toBe(bonus - clash.edge);
    expect([open(game.state), game.state.polls]).toEqual([[], {}]);
  });

  it('ends by the clock alone', () => {
    const game = table();
    game.must(war('p2'));
    game.meet('p1', 'p2');
    game.at = open(game.state)[0]!.until;
    game.expire();
    expect(game.of('clashFought')).toHaveLength(1);
    expect([open(game.state), game.player('p1').pending, game.player('p2').pending]).toEqual([[], [], []]);
  });

  it('a question that waits behind another does not hold it up', () => {
    const game = table();
    game.must(war('p2'));
    const trial = Object.values(game.rules.trials).find((one) => one.kind === 'chat')!.id;
    game.set('p2', {
      pending: [
        { is: 'trial', n: 777, until: game.at + 1e9, trial, tier: 1, by: null, poll: null, done: null },
      ],
    });
    game.meet('p1', 'p2');
    vote(game, 'p1', { 1: 1 });
    game.at = open(game.state)[0]!.until;
    game.expire();
    expect(game.of('clashFought')[0]?.sides.map(({ stance }) => stance)).toEqual([1, 0]);
    expect(game.player('p2').pending.map(({ n }) => n)).toEqual([777]);
  });
});

describe('spoils to the winner', () => {
  const fought = (dice: readonly number[], gold = 50) => {
    const game = table().set('p2', { gold });
    game.must(war('p2'));
    game.meet('p1', 'p2');
    vote(game, 'p1', {});
    vote(game, 'p2', {}, dice);
    return game;
  };

  it('gold from the loser, and the loser is hurt', () => {
    const game = fought([4, 4, 4, 1, 1, 1]);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([70, 30]);
    expect(game.player('p2').hp).toBeLessThan(30);
    expect(game.player('p1').stats.clashesWon).toBe(1);
  });

  it('no more than there is', () => {
    const game = fought([4, 4, 4, 1, 1, 1], 7);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([57, 0]);
  });

  it('an even fight has none', () => {
    const game = fought([2, 2, 2, 2, 2, 2]);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([50, 50]);
  });
});

describe('peace by agreement', () => {
  it('nobody leaves or betrays a war', () => {
    const game = table();
    game.must(war('p2'));
    for (const type of ['leave', 'betray'] as const)
      expect(game.refused({ type, with: 'p2' })).toBe('treaty-fixed');
  });

  it('a truce that both want ends it', () => {
    const game = table();
    game.must(war('p2'));
    game.must({ type: 'propose', to: 'p1', kind: 'truce' }, 'p2');
    expect(game.treaties.map(({ kind }) => kind)).toEqual(['war']);
    game.must({ type: 'accept', offer: game.offers[0]!.n });
    expect(game.treaties.map(({ kind }) => kind)).toEqual(['truce']);
    expect(game.of('treatyEnded')[0]).toMatchObject({ kind: 'war', why: 'replaced' });
  });

  it('calls off a clash that is on', () => {
    const game = table();
    game.must(war('p2'));
    game.meet('p1', 'p2');
    game.sign('truce', 'p1', 'p2');
    expect(game.of('clashCalledOff')).toHaveLength(1);
    expect([open(game.state), game.player('p1').pending, game.player('p2').pending]).toEqual([[], [], []]);
    expect(game.state.polls).toEqual({});
  });
});
