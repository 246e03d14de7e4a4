/** Questions to the chat in a fight: one at a time, each with its own end. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { nextDeadline } from '../deadlines.ts';
import { Table } from '../given.ts';
import type { Poll, Setup } from '../state.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const SYSTEM = { by: 'system' } as const;
const EVEN = Array.from({ length: 400 }, () => 60);

/** The first player is in a fight that neither side will end soon, with an ally who has not helped yet. */
function met(setup: Partial<Setup> = {}): Table {
  const game = new Table({ rules, setup }).flat({ 3: 'monster' });
  game.must({ type: 'presence', player: 'p1', live: true }, SYSTEM);
  game.set('p1', { skills: ['heckle'], audience: 20, bag: [], pending: [] });
  game.set('p1', { tokens: { count: 3, since: game.at } });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1, ...EVEN]);
  game.must({ type: 'propose', to: 'p1', kind: 'alliance' }, 'p2');
  game.must({ type: 'accept', offer: game.state.diplomacy?.offers[0]?.n ?? 0 }, 'p1');
  const { fight } = game.player('p1');
  if (!fight) throw new Error('no fight');
  const foes = fight.foes.map((foe) => ({ ...foe, hp: 900, flags: {}, skills: [] }));
  return game.set('p1', { hp: 60, fight: { ...fight, foes } });
}

function asked(game: Table): Poll {
  game.must({ type: 'skill', skill: 'heckle' }, 'p1', EVEN);
  return open(game);
}

function open(game: Table): Poll {
  const [poll, ...more] = Object.values(game.state.polls);
  if (!poll || more.length > 0) throw new Error(`${more.length + (poll ? 1 : 0)} polls`);
  return poll;
}

const waits = (game: Table) => game.player('p1').pending.find(({ is }) => is === 'fight');
const close = (poll: string) => ({ type: 'closePoll', poll, totals: { 1: 4 }, voters: 4, root: '' }) as const;

describe('a vote that nobody counts', () => {
  it('is over with its poll, and a late count answers nothing', () => {
    const game = met();
    const first = asked(game);
    game.at = nextDeadline(game.state) ?? game.at;
    game.must({ type: 'expire' }, SYSTEM, EVEN);
    expect(game.of('pollClosed')).toMatchObject([{ poll: first.id, voters: 0 }]);
    expect([game.state.polls, game.player('p1').fight?.vote]).toEqual([{}, null]);
    expect(game.refused(close(first.id), SYSTEM)).toBe('no-poll');
  });

  it('of another question is not taken for the one that is open', () => {
    const game = met();
    const poll = asked(game);
    const old: Poll = { ...poll, id: 'f0' };
    game.state = { ...game.state, polls: { ...game.state.polls, f0: old } };
    game.at = old.closes;
    game.must(close('f0'), SYSTEM, EVEN);
    expect(game.player('p1').fight?.vote?.poll).toBe(poll.id);
    expect(game.of('fightRound')).toEqual([]);
  });

  it('runs on without the player, in a marathon too', () => {
    const game = met({ pace: 'marathon' });
    const poll = asked(game);
    game.wait(1).must({ type: 'presence', player: 'p1', live: false }, SYSTEM);
    const due = waits(game)?.until ?? 0;
    expect(due - poll.closes).toBeLessThan(60_000);
    expect(nextDeadline(game.state)).toBe(due);
  });
});

describe('an ally’s hand', () => {
  it('does not open the question again', () => {
    const game = met();
    const poll = asked(game);
    const until = waits(game)?.until;
    game.wait(5).must({ type: 'assist', ally: 'p1' }, 'p2', EVEN);
    expect(game.of('pollOpened')).toEqual([]);
    expect([open(game), waits(game)?.until]).toEqual([poll, until]);
  });

  it('does not refill the clock of the round', () => {
    const game = met();
    const until = waits(game)?.until;
    game.wait(5).must({ type: 'assist', ally: 'p1' }, 'p2', EVEN);
    expect(waits(game)?.until).toBe(until);
    game.must({ type: 'hit', reach: 'far' }, 'p1', EVEN);
    expect(waits(game)?.until).toBeGreaterThan(until ?? 0);
  });
});
