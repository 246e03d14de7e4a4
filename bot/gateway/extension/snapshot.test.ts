/** What a panel is told of a game that is really played: a fight, a scene, treaties. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../engine/commands.ts';
import type { Player, PlayerId } from '../../engine/state.ts';
import { type VirtualClock, virtualClock } from '../../host/clock.ts';
import type { ExtState } from '../../protocol/extension.ts';
import { type GivenExtension, givenExtension } from './given.ts';
import { messageOf } from './snapshot.ts';
import { FRESH_MS } from './snapshots.ts';

/** Longer than between two rolls of the base pack, in ms. */
const ROLL_MS = 340_000;
const MOST_ROLLS = 60;

let clock: VirtualClock;
let given: GivenExtension;
let said = 0;
const channelOf = (player: PlayerId) => `200${player.slice(1)}`;
beforeEach(async () => {
  clock = virtualClock(Date.UTC(2026, 10, 20, 18));
  given = await givenExtension({ clock });
  for (const player of given.game.host.state.order)
    expect((await given.bind(channelOf(player), player)).status).toBe(200);
});
afterEach(() => given.end());

function act(player: PlayerId, command: Command) {
  said += 1;
  return given.game.host.submit({ id: `a${said}`, as: { by: 'player', player }, command });
}

/** Everybody rolls, again and again, until this is true of one of them. */
async function whoComesTo(which: (player: Player) => boolean): Promise<Player> {
  for (let n = 0; n < MOST_ROLLS; n += 1) {
    for (const id of given.game.host.state.order) {
      await act(id, { type: 'roll' });
      const player = given.game.host.state.players[id]!;
      if (which(player)) return player;
    }
    clock.jump(clock.now() + ROLL_MS);
  }
  throw new Error(`nobody came there in ${MOST_ROLLS} rolls`);
}

async function stateOf(player: PlayerId): Promise<ExtState> {
  await new Promise((resolve) => setTimeout(resolve, FRESH_MS + 10));
  const { status, text } = await given.ask(`/ext/state/${channelOf(player)}`);
  expect(status).toBe(200);
  return JSON.parse(text) as ExtState;
}

describe('the state of a channel tells', () => {
  it('the fight of its streamer, and only while it lasts', async () => {
    const { id, fight } = await whoComesTo((player) => player.pending[0]?.is === 'fight');
    const told = await stateOf(id);
    expect(told.asked?.is).toBe('fight');
    expect(told.fight?.round).toBe(fight!.round);
    expect(told.fight?.foes).toEqual(
      fight!.foes.map(({ templateId: template, affixId: affix, hp, derived: { maxHp: max }, next }) => {
        return { template, affix, hp, max, next: next && { move: next.move, lands: next.lands } };
      }),
    );
    expect(told.fight?.foes.length).toBeGreaterThan(0);
    expect(messageOf(told)).toContain('"fight":{');
    await act(id, { type: 'auto' });
    expect((await stateOf(id)).fight).toBeNull();
  });

  it('the scene its streamer is asked in', async () => {
    const { id, pending } = await whoComesTo((player) => player.pending[0]?.is === 'scene');
    const { asked } = await stateOf(id);
    expect(asked).toEqual(pending[0]);
    expect(asked).toMatchObject({
      is: 'scene',
      run: { options: expect.arrayContaining([expect.anything()]) },
    });
    await act(id, { type: 'choose', option: 1 });
    expect((await stateOf(id)).asked).not.toEqual(asked);
  });

  it('what stands between players, in every channel alike', async () => {
    expect((await stateOf('p1')).bonds).toEqual([]);
    await act('p1', { type: 'propose', to: 'p2', kind: 'truce' });
    const offer = given.game.host.state.diplomacy!.offers[0]!;
    expect((await act('p2', { type: 'accept', offer: offer.n })).ok).toBe(true);
    for (const player of ['p1', 'p3']) expect((await stateOf(player)).bonds).toEqual([['truce', 'p1', 'p2']]);
  });
});
