import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLog } from '../../adapters/log/memory.ts';
import type { AccountWish } from '../protocol/accounts.ts';
import type { BagView } from '../protocol/views.ts';
import { type GivenCatalog, givenCatalog, givenPoll, givenStarted, givenWish } from './given.ts';
import type { HostedGame } from './hosted-game.ts';
import { seatIdentity } from './persons.ts';

let given: GivenCatalog;
let game: HostedGame;
let ids = 0;

const log = () => given.log;
const viewer = (identity: string, channel = 'p1') => {
  const [platform = '', user = ''] = identity.split(':');
  return { platform, user, name: `Name ${user}`, channel };
};
const VERA = 'twitch:vera';
const TUBE = 'youtube:vt';

/** The first player has a thing that can be used at once: the book of the one who knows all. */
function wish(): ReturnType<typeof givenWish> {
  const given = givenWish({ seed: 'cast' });
  const [first, ...others] = given.seats;
  const reader = { ...first!, classId: 'know_it_all', skills: ['light_feet', 'patience'] };
  return { ...given, seats: [reader, ...others] };
}
const BOOK = 'dog_eared_rules';
const useBook = () => {
  const book = game.host.state.players.p1?.bag.find(({ item }) => item === BOOK);
  return { type: 'use', item: String(book?.n) };
};

beforeEach(async () => {
  given = await givenCatalog({ log: memoryLog() });
  game = await givenStarted(given.catalog, wish());
});
afterEach(() => given.catalog.close());

async function ask(identity: string, wish: AccountWish, channel = 'p1') {
  ids += 1;
  const [platform = ''] = identity.split(':');
  const party = {
    identity,
    name: `Name ${identity}`,
    platform,
    game: game.id,
    channel,
    chat: null,
    address: 'x',
  };
  const { answer } = await given.accounts.ask(party, wish, `w${ids}`);
  if (!answer.ok) throw new Error(answer.code);
  return answer.says;
}

/** Links two, saying yes wherever it is asked for. */
async function link(a: string, b: string, of = game): Promise<void> {
  const said = await ask(a, { type: 'link' });
  if (said.is !== 'code') throw new Error(said.is);
  if ((await ask(b, { type: 'link', code: said.code })).is === 'linked') return;
  for (const one of [a, b]) {
    const seat = given.catalog.stakes([one])[0];
    if (seat) await ask(one, { type: 'confirm', yes: true }, seat.player);
  }
  expect(given.accounts.of(a), `${of.id}: ${a} and ${b}`).toEqual(given.accounts.of(b));
}

function act(as: Parameters<HostedGame['act']>[0]['as'], command: object, id?: string) {
  ids += 1;
  return game.act({ id: id ?? `a${ids}`, as, command: command as never });
}

function grant(who: string, terms: object = {}, player = 'p1') {
  const full = {
    tags: ['heal'],
    items: [],
    target: 'self',
    uses: 3,
    per: 'day',
    until: null,
    approval: false,
  };
  return act({ player }, { type: 'grantHelper', viewer: who, grant: { ...full, ...terms } });
}
const helpers = (player = 'p1') => Object.keys(game.host.state.players[player]?.helpers ?? {});
const keyOf = (identity: string, channel = 'p1') => {
  const actor = game.actorOf(viewer(identity, channel));
  return actor.by === 'viewer' ? actor.viewer : actor.by;
};

describe("a linked person's rights", () => {
  it('work from both chats, whichever of them was given them, and only while linked', async () => {
    await grant(TUBE);
    const [key] = helpers();
    expect(keyOf(TUBE)).toBe(key);
    expect(keyOf(VERA)).not.toBe(key);
    await link(VERA, TUBE);
    expect([keyOf(VERA), keyOf(TUBE)]).toEqual([key, key]);
    // No right from another player, so there it is the one linked first.
    expect(keyOf(TUBE, 'p2')).toBe(keyOf(VERA, 'p2'));
    await ask(VERA, { type: 'unlink' });
    expect(keyOf(VERA)).not.toBe(key);
    expect(keyOf(TUBE)).toBe(key);
  });

  it('are used up by both together', async () => {
    await grant(VERA, { tags: [], items: [BOOK], uses: 1, per: 'game' });
    await link(VERA, TUBE);
    const use = useBook();
    expect(await act(viewer(TUBE), use)).toMatchObject({ ok: true });
    expect(await act(viewer(VERA), use)).toMatchObject({ ok: false, code: 'grant-spent' });
  });

  it('are one grant when both had one, and what the player changes or takes holds for the person', async () => {
    await grant(VERA, { tags: ['heal'] });
    await grant(TUBE, { tags: ['move'] });
    await link(VERA, TUBE);
    expect(helpers()).toHaveLength(2);
    expect(keyOf(TUBE)).toBe(keyOf(VERA));
    expect(await act({ player: 'p1' }, { type: 'revokeHelper', viewer: TUBE })).toMatchObject({ ok: true });
    expect(helpers()).toEqual([]);
    await ask(VERA, { type: 'unlink' });
    await grant(VERA);
    await grant(TUBE);
    await link(VERA, TUBE);
    // Named by the key that a page knows, or by any identity: it is the same person.
    await grant(helpers()[1]!, { tags: ['trial'] });
    expect(Object.values(game.host.state.players.p1!.helpers).map(({ tags }) => tags)).toEqual([['trial']]);
    expect(helpers()).toEqual([keyOf(TUBE)]);
  });

  it('go on under the other name when one grant is over', async () => {
    await grant(VERA, { until: game.clock.now() + 5 });
    await grant(TUBE);
    const [, tube] = helpers();
    await link(VERA, TUBE);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(keyOf(VERA)).toBe(tube);
  });

  it('are seen under every name of the person, and a name stays with its identity', async () => {
    game.actorOf(viewer(VERA));
    await grant(VERA);
    await link(VERA, TUBE);
    game.actorOf(viewer(TUBE));
    const bag = game.view('bag:p1') as BagView;
    expect(Object.values(bag.helpers)).toMatchObject([{ name: 'Name vera', also: ['Name youtube:vt'] }]);
    await ask(TUBE, { type: 'unlink' });
    expect(Object.values((game.view('bag:p1') as BagView).helpers)[0]).not.toHaveProperty('also');
  });

  it('do not act twice for a message that comes again after linking', async () => {
    await grant(TUBE, { tags: [], items: [BOOK] });
    const use = useBook();
    const first = await act(viewer(TUBE), use, 'twitch:line');
    expect(first).toMatchObject({ ok: true });
    await grant(VERA, { tags: [], items: [BOOK] });
    await link(VERA, TUBE);
    expect(keyOf(TUBE)).toBe(keyOf(VERA));
    const seq = game.host.seq;
    expect(await act(viewer(TUBE), use, 'twitch:line')).toEqual(first);
    expect(game.host.seq).toBe(seq);
  });
});

describe('who is linked to a player', () => {
  const DISCORD = 'discord:77';
  const seat = () => seatIdentity(game.id, 'p1');

  it('speaks as that player in that chat, as a viewer elsewhere, and never as the referee', async () => {
    expect(await act(viewer(DISCORD), { type: 'coin' })).toMatchObject({ ok: false });
    await link(seat(), DISCORD);
    expect(await act(viewer(DISCORD), { type: 'coin' })).toMatchObject({ ok: true });
    expect(game.actorOf(viewer(DISCORD))).toEqual({ by: 'player', player: 'p1' });
    expect(game.actorOf(viewer(DISCORD, 'p2'))).toMatchObject({ by: 'viewer', player: 'p2' });
    expect(await act(viewer(DISCORD), { type: 'pause' })).toMatchObject({ ok: false });
    // What is paid for is a viewer's.
    expect(game.actorOf(viewer(DISCORD), 'redeem')).toMatchObject({ by: 'viewer' });
    const other = await givenStarted(given.catalog, givenWish({ seed: 'other' }));
    expect(other.actorOf(viewer(DISCORD))).toMatchObject({ by: 'viewer' });
    await ask(DISCORD, { type: 'unlink' });
    expect(await act(viewer(DISCORD), { type: 'coin' })).toMatchObject({ ok: false });
  });

  it('is so still after a restart', async () => {
    await link(seat(), DISCORD);
    await given.catalog.close();
    const id = game.id;
    given = await givenCatalog({ log: log() });
    expect(given.catalog.get(id)!.actorOf(viewer(DISCORD))).toEqual({ by: 'player', player: 'p1' });
  });
});

describe('a vote', () => {
  it('is one for a person: the newest, also of those given before linking', async () => {
    const { game: voting, poll } = await givenPoll(given.catalog);
    const at = voting.clock.now();
    const cast = (voter: string, choice: number, sentAt: number) =>
      voting.cast(poll.id, [{ voter, choice, sentAt }]);
    cast(VERA, 1, at + 1);
    cast(TUBE, 2, at + 2);
    cast('kick:other', 1, at);
    expect(voting.votes.live()[poll.id]?.voters).toBe(3);
    await link(VERA, TUBE, voting);
    expect(voting.votes.live()[poll.id]).toMatchObject({ voters: 2, totals: { 1: 1, 2: 1 } });
    // A player's process sends all again after a lost line: nothing comes of it.
    cast(VERA, 1, at + 1);
    expect(voting.votes.live()[poll.id]).toMatchObject({ voters: 2, totals: { 1: 1, 2: 1 } });
    cast(VERA, 1, at + 3);
    expect(voting.votes.live()[poll.id]).toMatchObject({ voters: 2, totals: { 1: 2, 2: 0 } });
    await ask(TUBE, { type: 'unlink' });
    cast(TUBE, 2, at + 4);
    expect(voting.votes.live()[poll.id]).toMatchObject({ voters: 3, totals: { 1: 2, 2: 1 } });
  });
});

describe('who may sit in a jury', () => {
  const speak = (identity: string) => act(viewer(identity), { type: 'challenge' });

  it('is linked, has spoken, and is listed once under all own names', async () => {
    await speak(VERA);
    await speak('twitch:loner');
    expect(game.people.linkedViewers()).toEqual([]);
    await link(VERA, TUBE);
    const [vera, ...others] = game.people.linkedViewers();
    expect(others).toEqual([]);
    expect(vera).toEqual([game.viewerKey(VERA), expect.stringMatching(/^v_/)]);
    await speak(TUBE);
    expect(game.people.linkedViewers()).toHaveLength(1);
  });

  it('holds no seat', async () => {
    await speak(VERA);
    await link(seatIdentity(game.id, 'p2'), VERA);
    expect(game.people.linkedViewers()).toEqual([]);
  });
});
