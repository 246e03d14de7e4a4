/** GAME.md 10 and 3, sentence by sentence: trade in a market. */
import { describe, expect, it } from 'vitest';
import { general, table } from './given.ts';

const MARKET = 20;
const wares = (items: readonly string[], gold = 0) => ({ items, gold });
const trade = (to: string, give: ReturnType<typeof wares>, want: ReturnType<typeof wares>) =>
  ({ type: 'trade', to, give, want }) as const;
const stall = () =>
  table()
    .set('p1', { cell: MARKET })
    .set('p2', { cell: MARKET })
    .bag('p1', 'cake', 'net')
    .bag('p2', 'bolt', 'hat');
const items = (game: ReturnType<typeof table>, id: string) => game.player(id).bag.map(({ item }) => item);

describe('two players in one market may trade', () => {
  it('and nowhere else, and not with somebody who is elsewhere', () => {
    const game = stall();
    const deal = trade('p2', wares(['cake']), wares([], 5));
    game.set('p2', { cell: MARKET + 1 });
    expect(game.refused(deal)).toBe('trade-apart');
    game.set('p1', { cell: MARKET + 1 });
    expect(game.refused(deal)).toBe('trade-apart');
    game.set('p1', { cell: MARKET }).set('p2', { cell: MARKET }).must(deal);
    game.set('p2', { cell: MARKET + 1 });
    expect(game.refused({ type: 'accept', offer: game.offers[0]!.n }, 'p2')).toBe('trade-apart');
  });
});

describe('Trade in a market: offer, counter, confirm on both sides; atomic', () => {
  it('offer: nothing moves before the other has confirmed', () => {
    const game = stall();
    game.must(trade('p2', wares(['cake'], 5), wares(['bolt'])));
    expect(game.offers).toMatchObject([{ is: 'trade', from: 'p1', to: 'p2' }]);
    expect([items(game, 'p1'), items(game, 'p2')]).toEqual([
      ['cake', 'net'],
      ['bolt', 'hat'],
    ]);
    expect(game.player('p1').gold).toBe(50);
  });

  it('confirm on both sides: things and gold change hands at once', () => {
    const game = stall();
    game.must(trade('p2', wares(['cake'], 5), wares(['bolt'], 20)));
    game.must({ type: 'accept', offer: game.offers[0]!.n }, 'p2');
    expect([items(game, 'p1'), items(game, 'p2')]).toEqual([
      ['net', 'bolt'],
      ['hat', 'cake'],
    ]);
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([65, 35]);
    expect(game.offers).toEqual([]);
    expect(game.player('p1').stats.trades).toBe(1);
  });

  it('counter: other terms are another offer, which now the first has to confirm', () => {
    const game = stall();
    game.must(trade('p2', wares(['cake']), wares(['bolt'])));
    const first = game.offers[0]!.n;
    game.must(trade('p1', wares(['bolt']), wares(['cake'], 10)), 'p2');
    expect(game.offers).toHaveLength(1);
    expect(game.of('offerClosed')[0]).toMatchObject({ n: first, why: 'countered' });
    expect(game.refused({ type: 'accept', offer: first }, 'p2')).toBe('no-offer');
    const second = game.offers[0]!.n;
    expect(game.refused({ type: 'accept', offer: second }, 'p2')).toBe('own-offer');
    game.must({ type: 'accept', offer: second }, 'p1');
    expect([game.player('p1').gold, game.player('p2').gold]).toEqual([40, 60]);
  });

  it('decline and the clock end it, and nothing has moved', () => {
    const game = stall();
    game.must(trade('p2', wares(['cake']), wares([], 5)));
    game.must({ type: 'decline', offer: game.offers[0]!.n }, 'p2');
    game.wait(general.offers.again.session);
    game.must(trade('p2', wares(['cake']), wares([], 5)));
    game.expire(general.trade.seconds);
    expect(game.offers).toEqual([]);
    expect(items(game, 'p1')).toEqual(['cake', 'net']);
  });

  it.each([
    [
      'a thing that is gone',
      (game: ReturnType<typeof table>) => game.set('p1', { bag: game.player('p1').bag.slice(1) }),
      'trade-gone',
    ],
    ['gold that is gone', (game: ReturnType<typeof table>) => game.set('p2', { gold: 4 }), 'cannot-pay'],
    [
      'a bag that has filled up',
      (game: ReturnType<typeof table>) => game.bag('p2', ...Array.from({ length: 12 }, () => 'vase')),
      'trade-room',
    ],
  ])('atomic: %s stops all of it', (_name, change, code) => {
    const game = stall();
    game.must(trade('p2', wares(['cake']), wares([], 5)));
    change(game);
    const before = game.state.players;
    expect(game.refused({ type: 'accept', offer: game.offers[0]!.n }, 'p2')).toBe(code);
    expect(game.state.players).toBe(before);
    expect(game.offers).toHaveLength(1);
  });

  it('two full bags can change things one for one', () => {
    const game = stall();
    game
      .bag('p1', ...Array.from({ length: 12 }, () => 'cake'))
      .bag('p2', ...Array.from({ length: 12 }, () => 'net'));
    game.must(trade('p2', wares(['cake', 'cake']), wares(['net', 'net'])));
    game.must({ type: 'accept', offer: game.offers[0]!.n }, 'p2');
    expect(items(game, 'p1').filter((one) => one === 'net')).toHaveLength(2);
    expect([items(game, 'p1').length, items(game, 'p2').length]).toEqual([12, 12]);
  });

  it('pockets that go with a thing are counted', () => {
    const game = stall().bag('p1', 'purse', ...Array.from({ length: 13 }, () => 'cake'));
    expect(game.refused(trade('p2', wares(['purse']), wares([], 5)))).toBe('trade-room');
    game.must(trade('p2', wares(['purse', 'cake']), wares([], 5)));
  });

  it.each([
    ['nothing', trade('p2', wares([]), wares([])), 'trade-empty'],
    ['what stays with its owner', trade('p2', wares(['vase']), wares([], 1)), 'not-transferable'],
    ['what is worn', trade('p2', wares([], 1), wares(['hat'])), 'trade-gone'],
    ['what nobody has', trade('p2', wares(['storm']), wares([], 1)), 'trade-gone'],
    ['one thing twice', trade('p2', wares(['cake', 'cake']), wares([], 1)), 'trade-gone'],
    ['too much at once', trade('p2', wares(['net', 'net', 'net', 'net']), wares([])), 'trade-much'],
    ['more gold than there is', trade('p2', wares([], 51), wares(['bolt'])), 'cannot-pay'],
    ['oneself', trade('p1', wares(['cake']), wares([])), 'self-treaty'],
  ])('%s is not traded', (_name, command, code) => {
    const game = stall().bag('p1', 'cake', 'vase', 'net', 'net', 'net', 'net');
    const [bolt, hat] = game.player('p2').bag;
    game.set('p2', { bag: [bolt!, { ...hat!, worn: true }] });
    expect(game.refused(command)).toBe(code);
  });

  it('by number too, of two alike the one that was meant', () => {
    const game = stall().bag('p1', 'cake', 'cake');
    const second = game.player('p1').bag[1]!;
    game.must(trade('p2', wares([String(second.n)]), wares([], 1)));
    expect(game.offers[0]).toMatchObject({ give: { items: [{ n: second.n, item: 'cake' }] } });
  });
});
