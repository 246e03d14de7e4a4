import { beforeEach, describe, expect, it } from 'vitest';
import { memoryLog } from '../../adapters/log/memory.ts';
import { readLine } from '../commands/read.ts';
import type { AccountWish } from '../protocol/accounts.ts';
import { Accounts, type IdentityStore, type Stake } from './accounts.ts';
import { Codes, codeOf, LIFE_MS, MOST_CODES, MOST_TRIES, PAUSE_MS } from './codes.ts';
import type { Party, Said } from './talk.ts';

const MIN = 60_000;
let now: number;
let store: ReturnType<typeof memoryLog>;
let stakes: Map<string, Stake[]>;
let accounts: Accounts;
let ids: number;

beforeEach(async () => {
  now = 1_000_000;
  ids = 0;
  stakes = new Map();
  store = memoryLog();
  await store.open();
  accounts = await open(store);
});

function open(over: IdentityStore): Promise<Accounts> {
  return Accounts.open({
    store: over,
    stakes: (all) => all.flatMap((one) => stakes.get(one) ?? []),
    now: () => now,
  });
}

function party(identity: string, more: Partial<Party> = {}): Party {
  const [platform = ''] = identity.split(':');
  return {
    ...{
      identity,
      name: `N ${identity}`,
      platform,
      game: 'g',
      channel: 'p1',
      chat: platform,
      address: `g/${platform}`,
    },
    ...more,
  };
}
const VERA = party('twitch:1');
const VERA_TOO = party('youtube:a');
const TROLL = party('kick:66');
const SEAT = party('seat:g:p1', { name: 'Анна' });

function ask(who: Party, wish: AccountWish, id?: string): Promise<Said> {
  ids += 1;
  return accounts.ask(who, wish, id ?? `m${ids}`);
}
async function codeFor(who: Party): Promise<string> {
  const { answer } = await ask(who, { type: 'link' });
  if (!answer.ok || answer.says.is !== 'code') throw new Error(JSON.stringify(answer));
  return answer.says.code;
}
const claim = (who: Party, code: string) => ask(who, { type: 'link', code });
const confirm = (who: Party, yes = true) => ask(who, { type: 'confirm', yes });
const refusal = async (said: Promise<Said>) => {
  const { answer, news } = await said;
  expect(news).toEqual([]);
  return answer.ok ? `ok: ${answer.says.is}` : answer.code;
};
const members = (identity: string) => accounts.of(identity)?.map((one) => one.identity) ?? null;

describe('linking', () => {
  it('joins the one who asked for a code and the one who types it, and tells both', async () => {
    const code = await codeFor(VERA);
    expect(readLine(`!link ${code.toLowerCase()}`, CONTEXT)).toMatchObject({ kind: 'account' });
    const { answer, news } = await claim(VERA_TOO, code.toLowerCase());
    expect(answer).toEqual({
      ok: true,
      says: { is: 'linked', to: 'N youtube:a', other: 'N twitch:1', platform: 'twitch', count: 2 },
    });
    expect(news).toMatchObject([
      {
        to: { platform: 'twitch', user: '1' },
        chat: 'twitch',
        party: { address: 'g/twitch' },
        says: { is: 'linked', to: 'N twitch:1', other: 'N youtube:a', platform: 'youtube' },
      },
    ]);
    expect(members('youtube:a')).toEqual(['twitch:1', 'youtube:a']);
    expect(await store.identities()).toMatchObject([{ identity: 'twitch:1' }, { identity: 'youtube:a' }]);
  });

  it('gives one code to one identity, once usable and for ten minutes', async () => {
    const code = await codeFor(VERA);
    now += LIFE_MS - 1;
    expect(await codeFor(VERA)).toBe(code);
    now += 1;
    expect(await refusal(claim(VERA_TOO, code))).toBe('link-code');
    const fresh = await codeFor(VERA);
    await claim(VERA_TOO, fresh);
    expect(await refusal(claim(TROLL, fresh))).toBe('link-code');
    expect(members('kick:66')).toBeNull();
  });

  it('refuses oneself, whom one is already, and what was never a code', async () => {
    expect(await refusal(claim(VERA, await codeFor(VERA)))).toBe('link-self');
    await claim(VERA_TOO, await codeFor(VERA));
    expect(await refusal(claim(VERA_TOO, await codeFor(VERA)))).toBe('link-already');
    expect(await refusal(claim(TROLL, '????'))).toBe('link-code');
    expect(await refusal(confirm(TROLL))).toBe('link-nothing');
    expect(await refusal(ask(TROLL, { type: 'unlink' }))).toBe('link-alone');
  });

  it('makes whoever guesses wait, also with the right code, and nobody else', async () => {
    const code = await codeFor(VERA);
    for (let n = 0; n < MOST_TRIES; n += 1) expect(await refusal(claim(TROLL, '2222'))).toBe('link-code');
    const { answer } = await claim(TROLL, code);
    expect(answer).toMatchObject({ ok: false, code: 'link-tries', args: { wait: PAUSE_MS / 1000 } });
    expect((await claim(VERA_TOO, code)).answer.ok).toBe(true);
    now += PAUSE_MS;
    expect(await refusal(claim(TROLL, '2222'))).toBe('link-code');
  });

  it('answers the same message once, and says the news of it once', async () => {
    const code = await codeFor(VERA);
    const first = await accounts.ask(VERA_TOO, { type: 'link', code }, 'message 7');
    const again = await accounts.ask(VERA_TOO, { type: 'link', code }, 'message 7');
    expect(again.answer).toEqual(first.answer);
    expect([first.news.length, again.news.length]).toEqual([1, 0]);
  });

  it('is not said to be done when it could not be stored, and the code is still good', async () => {
    let broken = true;
    const saveIdentities: IdentityStore['saveIdentities'] = async (put, drop) => {
      if (broken) throw new Error('disk');
      return store.saveIdentities(put, drop);
    };
    accounts = await open({ saveIdentities, identities: () => store.identities() });
    const code = await codeFor(VERA);
    await expect(accounts.ask(VERA_TOO, { type: 'link', code }, 'x')).rejects.toThrow('disk');
    expect(members('twitch:1')).toBeNull();
    broken = false;
    expect((await accounts.ask(VERA_TOO, { type: 'link', code }, 'x')).answer.ok).toBe(true);
    expect(members('twitch:1')).toHaveLength(2);
  });

  it('is there after a restart, and can be undone by either side', async () => {
    await claim(VERA_TOO, await codeFor(VERA));
    await claim(party('discord:5'), await codeFor(VERA));
    accounts = await open(store);
    expect(members('discord:5')).toEqual(['twitch:1', 'youtube:a', 'discord:5']);
    expect((await ask(VERA, { type: 'unlink' })).answer).toMatchObject({
      ok: true,
      says: { is: 'unlinked' },
    });
    expect(members('twitch:1')).toBeNull();
    expect(members('discord:5')).toEqual(['youtube:a', 'discord:5']);
    await ask(VERA_TOO, { type: 'unlink' });
    expect(members('discord:5')).toBeNull();
    expect(await store.identities()).toEqual([]);
  });

  it('is forgotten with all of the person, with the codes and the answers', async () => {
    await claim(VERA_TOO, await codeFor(VERA));
    const code = await codeFor(VERA);
    expect(await accounts.forget('youtube:a')).toEqual(['twitch:1', 'youtube:a']);
    expect(await store.identities()).toEqual([]);
    expect(await refusal(claim(TROLL, code))).toBe('link-code');
  });

  it('tells of each change, when it is stored', async () => {
    const heard: unknown[] = [];
    const stop = accounts.onChange((change) => heard.push(change));
    await claim(VERA_TOO, await codeFor(VERA));
    stop();
    await ask(VERA, { type: 'unlink' });
    const joined = [{ from: 'youtube:a', to: 'twitch:1' }];
    expect(heard).toEqual([{ identities: ['twitch:1', 'youtube:a'], joined }]);
  });
});

describe('whoever has something to lose', () => {
  const helperOf = (player: string, name: string): Stake => ({ game: 'g', player, name });

  it('is asked first: a stranger who reads the code gets nothing but a question to its owner', async () => {
    stakes.set('twitch:1', [helperOf('p1', 'Анна')]);
    const { answer, news } = await claim(TROLL, await codeFor(VERA));
    expect(answer).toMatchObject({ ok: true, says: { is: 'pending', yours: false, other: 'N twitch:1' } });
    expect(news).toMatchObject([
      { says: { is: 'pending', yours: true, other: 'N kick:66', platform: 'kick' } },
    ]);
    expect(members('twitch:1')).toBeNull();
    // The stranger cannot say yes for somebody else.
    expect(await refusal(confirm(TROLL))).toBe('link-nothing');
    const no = await confirm(VERA, false);
    expect(no.answer).toMatchObject({ ok: true, says: { is: 'declined', other: 'N kick:66' } });
    expect(no.news).toMatchObject([{ to: { platform: 'kick', user: '66' }, says: { is: 'declined' } }]);
    expect(await refusal(confirm(VERA))).toBe('link-nothing');
    expect(members('twitch:1')).toBeNull();
  });

  it('says yes in the chat where the rights are: another process cannot say it in their name', async () => {
    stakes.set('twitch:1', [helperOf('p2', 'Борис')]);
    await claim(VERA_TOO, await codeFor(VERA));
    const { answer } = await confirm(VERA);
    expect(answer).toEqual({ ok: false, code: 'link-elsewhere', args: { typed: 'Борис' } });
    const yes = await confirm(party('twitch:1', { channel: 'p2' }));
    expect(yes.answer).toMatchObject({
      ok: true,
      says: { is: 'linked', to: 'N twitch:1', other: 'N youtube:a' },
    });
    expect(yes.news).toMatchObject([
      { to: { platform: 'youtube', user: 'a' }, says: { is: 'linked', to: 'N youtube:a' } },
    ]);
    expect(members('twitch:1')).toHaveLength(2);
  });

  it('a player is asked whether somebody may speak for the seat, on whichever side the code was', async () => {
    stakes.set('seat:g:p1', [{ game: 'g', player: 'p1', name: 'Анна' }]);
    expect((await claim(SEAT, await codeFor(TROLL))).answer).toMatchObject({
      says: { is: 'pending', yours: true },
    });
    expect(members('kick:66')).toBeNull();
    const yes = await confirm(SEAT);
    expect(yes.answer).toMatchObject({ says: { is: 'linked', to: 'Анна', other: 'N kick:66' } });
    expect(yes.news).toMatchObject([
      { to: { platform: 'kick', user: '66' }, says: { other: 'Анна', platform: 'seat' } },
    ]);
    const who = await ask(TROLL, { type: 'who' });
    expect(who.answer).toMatchObject({ says: { is: 'who', count: 2, seat: 'p1' } });
  });

  it('both say yes when both have', async () => {
    stakes.set('twitch:1', [helperOf('p1', 'Анна')]);
    stakes.set('youtube:a', [helperOf('p1', 'Анна')]);
    await claim(VERA_TOO, await codeFor(VERA));
    const first = await confirm(VERA_TOO);
    expect(first.answer).toMatchObject({ says: { is: 'pending', yours: false } });
    expect(first.news).toMatchObject([{ says: { is: 'pending', yours: true } }]);
    expect(members('twitch:1')).toBeNull();
    expect((await confirm(VERA)).answer).toMatchObject({ says: { is: 'linked' } });
  });

  it('is not asked for ever, and a new code turns the old question away', async () => {
    stakes.set('twitch:1', [helperOf('p1', 'Анна')]);
    await claim(TROLL, await codeFor(VERA));
    now += LIFE_MS;
    expect(await refusal(confirm(VERA))).toBe('link-nothing');
    await claim(TROLL, await codeFor(VERA));
    await codeFor(VERA);
    expect(await refusal(confirm(VERA))).toBe('link-nothing');
  });
});

describe('codes', () => {
  it('are four signs that are not misread, of both kinds, and never two alike', () => {
    const codes = new Codes<{ code: string; until: number }>();
    const seen = new Set<string>();
    for (let n = 0; n < MOST_CODES; n += 1) {
      const code = codes.fresh(0)!;
      expect(code).toMatch(/^(?=.*\d)(?=.*\D)[2-9BCDFGHJKMNPQRSTVWXZ]{4}$/);
      codes.put({ code, until: MIN });
      seen.add(code);
    }
    expect(seen.size).toBe(MOST_CODES);
    expect(codes.fresh(0)).toBeNull();
    expect(codes.fresh(MIN)).not.toBeNull();
  });

  it('are understood in small letters and from a Russian keyboard where letters look alike', () => {
    expect(codeOf(' 7q2f ')).toBe('7Q2F');
    expect(codeOf('вс3х')).toBe('BC3X');
  });
});

const CONTEXT = {
  lang: 'en' as const,
  player: 'p1',
  role: 'viewer' as const,
  names: {},
  bag: [],
  texts: { ru: {}, en: {} } as never,
  polls: [],
  now: 0,
};
