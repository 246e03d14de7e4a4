import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAddress, socketUrl } from './address.ts';
import { createAsk } from './ask.ts';
import { createClock } from './clock.ts';
import { readPack } from './pack.ts';

afterEach(() => vi.unstubAllGlobals());

const ASKED = { origin: 'http://h', game: 'g', key: 'k', lang: 'ru' } as const;

describe('createAsk', () => {
  it('sends a line with its own id, and the same id again when the answer is lost', async () => {
    const bodies: { id: string; as: unknown; text: string }[] = [];
    const urls: string[] = [];
    let calls = 0;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      urls.push(url);
      bodies.push(JSON.parse(String(init.body)));
      calls += 1;
      if (calls === 1) throw new TypeError('lost');
      return Response.json({ seq: 3, events: [], reply: { ru: 'да', en: 'yes' } });
    });
    const answer = await createAsk(ASKED).send({ player: 'p1' }, { text: '!roll' });
    expect(answer).toEqual({ ok: true, reply: { ru: 'да', en: 'yes' } });
    expect(bodies[0]).toMatchObject({ as: { player: 'p1' }, text: '!roll' });
    expect(bodies[1]!.id).toBe(bodies[0]!.id);
    expect(urls[0]).toBe('http://h/api/games/g/commands?lang=ru');
  });

  it('gives the refusal as a value', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json({ code: 'busy', message: 'Busy.', args: {} }, { status: 409 }),
    );
    expect(await createAsk(ASKED).send({ player: 'p1' }, { text: 'x' })).toEqual({
      ok: false,
      code: 'busy',
      message: 'Busy.',
    });
  });
});

describe('readAddress', () => {
  it('reads what is there and gives the rest its default', () => {
    const address = readAddress('http://h:1/overlay?game=g&key=k&lang=ru&bg=night&player=p9', 'en-GB');
    expect(address).toMatchObject({
      game: 'g',
      key: 'k',
      lang: 'ru',
      night: true,
      player: null,
      motion: 'auto',
    });
    expect(readAddress('http://h/overlay', 'ru-RU').lang).toBe('ru');
    expect(socketUrl('https://h:1')).toBe('wss://h:1/ws');
  });
});

describe('createClock', () => {
  it('follows a virtual clock and forgives the delay of the network', () => {
    const clock = createClock(() => 1_000);
    clock.heard(900);
    expect(clock.now()).toBe(1_000);
    clock.heard(500_000);
    expect(clock.now()).toBe(500_000);
    clock.atLeast(400_000);
    expect(clock.now()).toBe(500_000);
  });
});

describe('readPack', () => {
  it('cites the rule that answers for an entry, and nothing that the book does not have', () => {
    const rules = [{ number: '6.1', title: 'Single use', text: 'Once.' }, { number: '7' }];
    const links = { 'items/a': '6.1', 'items/b': '7', 'items/c': '9' };
    const { cited } = readPack({ book: { rules, links } });
    expect(cited('items', 'a')).toEqual({ number: '6.1', title: 'Single use', text: 'Once.' });
    expect(['b', 'c', 'constructor'].map((id) => cited('items', id))).toEqual([null, null, null]);
    expect(readPack({ book: 'none' }).cited('cells', 'trap')).toBeNull();
  });

  it('names what it does not know by its id, also odd ids', () => {
    const pack = readPack({ items: { a: { name: 'A', line: 'does' } } });
    expect(pack.entry('items', 'a')).toMatchObject({ name: 'A', line: 'does' });
    expect(pack.entry('items', 'take_two').name).toBe('take two');
    expect(pack.entry('items', 'constructor').name).toBe('constructor');
    expect(readPack(null).entry('zones', 'hell').name).toBe('hell');
  });

  it('finds the options of a choice by the path of its operation', () => {
    const pack = readPack({ finds: { lamp: { name: 'Lamp', options: ['a', 'b'] } } });
    expect(pack.options('finds/lamp/do/0')).toEqual(['a', 'b']);
    expect(pack.options('nowhere/x')).toBeNull();
  });
});
