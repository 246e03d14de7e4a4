/** GAME.md 10, sentence by sentence: alliances, truces, tributes. */
import { describe, expect, it } from 'vitest';
import { bagView } from '../views/bag.ts';
import { boardView } from '../views/board.ts';
import { general, rules, table, treaties } from './given.ts';
import { diplomacyOf } from './state.ts';
import { partnersOf } from './treaties.ts';

const offer = (to: string, kind: 'alliance' | 'truce' = 'alliance') =>
  ({ type: 'propose', to, kind }) as const;

describe('Alliance: offer, accept, decline, leave; at most two partners', () => {
  it('offer: waits for the other, and changes nothing yet', () => {
    const game = table();
    game.must(offer('p2'));
    expect(game.offers).toMatchObject([{ is: 'treaty', kind: 'alliance', from: 'p1', to: 'p2', pay: null }]);
    expect(game.treaties).toEqual([]);
  });

  it('accept: by the one who was asked, and by nobody else', () => {
    const game = table();
    game.must(offer('p2'));
    const accept = { type: 'accept', offer: game.offers[0]!.n } as const;
    expect(game.refused(accept, 'p3')).toBe('no-offer');
    expect(game.refused(accept, 'p1')).toBe('own-offer');
    game.must(accept, 'p2');
    expect(partnersOf(game.state, 'p1', 'alliance')).toEqual(['p2']);
    expect(partnersOf(game.state, 'p2', 'alliance')).toEqual(['p1']);
    expect(game.offers).toEqual([]);
    expect(game.refused(accept, 'p2')).toBe('no-offer');
  });

  it('two who offer each other the same are agreed', () => {
    const game = table();
    game.must(offer('p2'));
    game.must(offer('p1'), 'p2');
    expect(partnersOf(game.state, 'p1', 'alliance')).toEqual(['p2']);
    expect(game.offers).toEqual([]);
  });

  it('decline: nothing is signed, and the same player may not ask again for a while', () => {
    const game = table();
    game.must(offer('p2'));
    game.must({ type: 'decline', offer: game.offers[0]!.n }, 'p2');
    expect([game.offers, game.treaties]).toEqual([[], []]);
    expect(game.refused(offer('p2'))).toBe('offer-again');
    game.must(offer('p1'), 'p2');
    game.must({ type: 'decline', offer: game.offers[0]!.n }, 'p2');
    game.wait(general.offers.again.session);
    game.must(offer('p2'));
  });

  it('an offer without an answer is declined by the clock, which costs nobody anything', () => {
    const game = table();
    game.must(offer('p2'));
    game.expire(general.offers.seconds.session);
    expect(game.of('offerClosed')[0]).toMatchObject({ why: 'late', again: null });
    expect(game.offers).toEqual([]);
    game.must(offer('p2'));
    game.wait(general.offers.seconds.session);
    expect(game.refused({ type: 'accept', offer: game.offers[0]!.n }, 'p2')).toBe('no-offer');
  });

  it('leave: by notice; what was agreed holds until it is over, and there is no price', () => {
    const game = table().bag('p2', 'storm').sign('alliance', 'p1', 'p2');
    game.must({ type: 'leave', with: 'p2' });
    expect(game.treaties[0]).toMatchObject({ leaving: 'p1' });
    expect(game.refused({ type: 'leave', with: 'p2' })).toBe('treaty-leaving');
    game.bag('p2', 'net');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p1'] }, 'p2')).toBe('treaty-binds');
    const before = game.player('p1');
    game.expire(treaties.alliance.notice!.session);
    expect(game.treaties).toEqual([]);
    expect(game.of('treatyEnded')[0]).toMatchObject({ why: 'left', by: 'p1' });
    expect(game.player('p1')).toEqual(before);
    game.must({ type: 'use', item: 'net', targets: ['p1'] }, 'p2');
  });

  it('at most two partners, for the one who asks and for the one who is asked', () => {
    const game = table({ players: 5 }).sign('alliance', 'p1', 'p2').sign('alliance', 'p1', 'p3');
    expect(game.refused(offer('p4'))).toBe('treaty-full');
    expect(game.refused(offer('p1'), 'p4')).toBe('treaty-full');
    game.must(offer('p4'), 'p2');
    const waiting = game.offers[0]!.n;
    game.must(offer('p5'), 'p4');
    game.must({ type: 'accept', offer: game.offers[1]!.n }, 'p5');
    game.must(offer('p5'), 'p3');
    game.must({ type: 'accept', offer: game.offers[1]!.n }, 'p5');
    // What has become impossible since it was offered is refused whole, and goes on waiting.
    game.must({ type: 'accept', offer: waiting }, 'p4');
    expect(game.treaties).toHaveLength(5);
  });

  it('nobody has a treaty with oneself, with a stranger, or twice with the same', () => {
    const game = table();
    expect(game.refused(offer('p1'))).toBe('self-treaty');
    expect(game.refused(offer('p8'))).toBe('bad-target');
    game.must(offer('p2'));
    expect(game.refused(offer('p2'))).toBe('offer-waits');
    game.must({ type: 'accept', offer: game.offers[0]!.n }, 'p2');
    expect(game.refused(offer('p2'))).toBe('treaty-stands');
    expect(game.refused(offer('p2', 'truce'))).toBe('treaty-stands');
  });

  it('of open offers a player has a few', () => {
    const game = table({ players: 6 });
    for (let i = 2; i < 2 + general.offers.most; i += 1) game.must(offer(`p${i}`));
    expect(game.refused(offer('p6'))).toBe('offers-full');
    game.must({ type: 'decline', offer: game.offers[0]!.n });
    expect(game.of('offerClosed')[0]).toMatchObject({ why: 'withdrawn' });
    game.must(offer('p6'));
  });
});

describe('Allies gift at any distance, cannot target one another, may assist once per fight', () => {
  it('gift at any distance', () => {
    const game = table().bag('p1', 'cake');
    expect(game.refused({ type: 'gift', item: 'cake', to: 'p2' })).toBe('too-far');
    game.sign('alliance', 'p1', 'p2').must({ type: 'gift', item: 'cake', to: 'p2' });
    expect(game.player('p2').bag.map((got) => got.item)).toEqual(['cake']);
    expect(game.player('p1').bag).toEqual([]);
  });

  it('cannot target one another, by name or among all', () => {
    const game = table().bag('p1', 'net', 'storm').sign('alliance', 'p1', 'p2');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('treaty-binds');
    game.must({ type: 'use', item: 'storm' });
    expect(game.of('itemUsed')[0]?.targets).toEqual(['p3', 'p4']);
    expect(game.player('p2').cell).toBe(11);
  });

  it('may assist once per fight', () => {
    const game = table().sign('alliance', 'p1', 'p3');
    expect(game.refused({ type: 'assist', ally: 'p1' }, 'p3')).toBe('no-clash');
    game.must({ type: 'declare', on: 'p2' });
    game.meet('p1', 'p2');
    expect(game.refused({ type: 'assist', ally: 'p1' }, 'p4')).toBe('treaty-none');
    game.must({ type: 'assist', ally: 'p1' }, 'p3');
    expect(diplomacyOf(game.state).clashes[0]?.sides[0]).toMatchObject({ helped: ['p3'], lent: 2 });
    expect(game.refused({ type: 'assist', ally: 'p1' }, 'p3')).toBe('assisted-already');
  });

  it('and never helps against somebody it has peace with', () => {
    const game = table().sign('alliance', 'p1', 'p3').sign('truce', 'p2', 'p3');
    game.must({ type: 'declare', on: 'p2' });
    game.meet('p1', 'p2');
    expect(game.refused({ type: 'assist', ally: 'p1' }, 'p3')).toBe('treaty-binds');
  });
});

describe('Breaking it marks an oathbreaker for a while', () => {
  it('at once, and the price is paid: a mark, gold to the other, reputation', () => {
    const game = table().sign('alliance', 'p1', 'p2');
    game.must({ type: 'betray', with: 'p2' });
    expect(game.treaties).toEqual([]);
    expect(game.player('p1').effects.map((one) => one.effect)).toEqual(['oathbreaker']);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([35, 65]);
    const zone = game.state.board.cells[10]!.zone;
    expect(game.player('p1').reputation[zone]).toBe(-10);
    expect(game.player('p2').effects).toEqual([]);
    expect(game.player('p1').stats.betrayals).toBe(1);
  });

  it('for a while: as long as the mark is there, nobody allies with its bearer', () => {
    const game = table().effect('p1', 'oathbreaker');
    expect(game.refused(offer('p2'))).toBe('treaty-barred');
    expect(game.refused(offer('p1'), 'p2')).toBe('treaty-barred');
    game.must(offer('p2', 'truce'));
    game.set('p1', { effects: [] });
    game.must(offer('p3'));
    expect(rules.effects.oathbreaker?.duration).toEqual({ rolls: 3 });
  });

  it('whoever has little pays what there is', () => {
    const game = table().sign('alliance', 'p1', 'p2').set('p1', { gold: 4 });
    game.must({ type: 'betray', with: 'p2' });
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([0, 54]);
  });
});

describe('Alliances, truces, tributes and wars are treaties: data with terms, expiry and the price of betrayal', () => {
  it('a truce keeps two apart until its time is up', () => {
    const game = table().bag('p1', 'net').sign('truce', 'p1', 'p2');
    expect(game.treaties[0]).toMatchObject({
      terms: { peace: true, gifts: false, assist: 0, reach: false, clash: false },
      until: game.at + treaties.truce.lasts!.session * 1000,
      price: 'treaties/truce/betrayal',
    });
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('treaty-binds');
    expect(game.refused({ type: 'leave', with: 'p2' })).toBe('treaty-fixed');
    game.expire(treaties.truce.lasts!.session);
    game.must({ type: 'use', item: 'net', targets: ['p2'] });
  });

  it('a tribute is paid at once, again each period, and is peace as long as it is paid', () => {
    const game = table().bag('p2', 'net').sign('tribute', 'p1', 'p2', 20);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([30, 70]);
    expect(game.refused({ type: 'use', item: 'net', targets: ['p1'] }, 'p2')).toBe('treaty-binds');
    const every = treaties.tribute.terms.pay!.every.session;
    game.expire(every);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([10, 90]);
    game.expire(every);
    expect(game.of('treatyEnded')[0]).toMatchObject({ why: 'unpaid', by: 'p1' });
    expect([game.player('p1').gold, game.treaties]).toEqual([10, []]);
  });

  it('a tribute may be asked for; what cannot be paid is not signed', () => {
    const game = table().set('p2', { gold: 5 });
    const ask = { type: 'propose', to: 'p2', kind: 'tribute', gold: 10, payer: 'p2' } as const;
    expect(game.refused(ask)).toBe('cannot-pay');
    game.set('p2', { gold: 10 });
    game.must(ask);
    game.set('p2', { gold: 9 });
    expect(game.refused({ type: 'accept', offer: game.offers[0]!.n }, 'p2')).toBe('cannot-pay');
    game.set('p2', { gold: 10 });
    game.must({ type: 'accept', offer: game.offers[0]!.n }, 'p2');
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([60, 0]);
  });

  it.each([undefined, 0, 31, 2.5])('a tribute of %s gold is none', (gold) => {
    const game = table();
    const ask = {
      type: 'propose',
      to: 'p2',
      kind: 'tribute',
      ...(gold === undefined ? {} : { gold }),
    } as const;
    expect(game.refused(ask)).toBe('bad-tribute');
  });

  it('a late clock collects every payment that came due, and none after the end', () => {
    const game = table().set('p1', { gold: 1000 }).sign('tribute', 'p1', 'p2', 10);
    const { lasts, terms } = treaties.tribute;
    game.expire(lasts!.session + 10_000);
    expect(game.player('p1').gold).toBe(1000 - 10 * (lasts!.session / terms.pay!.every.session));
    expect(game.treaties).toEqual([]);
  });

  it('terms are those of the signing, whatever the rules become', () => {
    const game = table().sign('alliance', 'p1', 'p2');
    const lax = { ...treaties, alliance: { ...treaties.alliance, terms: {} } };
    Object.assign(game, { rules: { ...rules, treaties: lax } });
    game.bag('p1', 'net');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('treaty-binds');
  });

  it('contradictory ones are refused, better ones take their place', () => {
    const game = table().sign('truce', 'p1', 'p2');
    expect(game.refused({ type: 'declare', on: 'p2' })).toBe('treaty-binds');
    game.sign('alliance', 'p1', 'p2');
    expect(game.treaties.map(({ kind }) => kind)).toEqual(['alliance']);
    expect(game.refused({ type: 'propose', to: 'p2', kind: 'tribute', gold: 5 })).toBe('treaty-stands');
  });

  it('public in the chronicle: events without a secret, and all of it on the board', () => {
    const game = table().sign('alliance', 'p1', 'p2');
    expect(game.of('treatySigned')[0]?.treaty).toMatchObject({ kind: 'alliance', between: ['p1', 'p2'] });
    const extra = { rules, seq: 1, names: {}, links: {}, tally: {}, commitment: '' };
    expect(boardView(game.state, extra).treaties).toEqual(game.treaties);
    game.must(offer('p4'), 'p3');
    expect(bagView(game.state, 'p4', { rules, names: {} }).offers).toEqual(game.offers);
    expect(bagView(game.state, 'p2', { rules, names: {} }).offers).toEqual([]);
  });

  it('a pause costs no treaty any time', () => {
    const game = table().sign('tribute', 'p1', 'p2', 5);
    game.must(offer('p4'), 'p3');
    const before = diplomacyOf(game.state);
    game.must({ type: 'pause' }, { by: 'admin' });
    game.wait(1000).must({ type: 'resume' }, { by: 'admin' });
    const after = diplomacyOf(game.state);
    expect(after.treaties[0]!.until! - before.treaties[0]!.until!).toBe(1_000_000);
    expect(after.treaties[0]!.pay!.due - before.treaties[0]!.pay!.due).toBe(1_000_000);
    expect(after.offers[0]!.until - before.offers[0]!.until).toBe(1_000_000);
  });
});

describe('a game from before there were treaties', () => {
  it('plays on: nobody can make one, and nothing else changes', () => {
    const { treaties: _none, diplomacy: _neither, ...old } = rules;
    const game = table();
    Object.assign(game, { rules: old });
    const { diplomacy: _gone, ...state } = game.state;
    game.state = state;
    expect(game.refused(offer('p2'))).toBe('no-treaties');
    expect(game.refused({ type: 'declare', on: 'p2' })).toBe('no-treaties');
    expect(game.refused({ type: 'leave', with: 'p2' })).toBe('treaty-none');
    game.must({ type: 'coin' });
    game.must({ type: 'pause' }, { by: 'admin' });
    game.must({ type: 'resume' }, { by: 'admin' });
  });
});
