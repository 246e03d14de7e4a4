import { afterEach, expect, it, vi } from 'vitest';
import { createKeys } from './keys.ts';

afterEach(() => vi.unstubAllGlobals());

function given(answer: (method: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${url} ${init.body}`);
    return answer(String(init.method));
  });
  return { keys: createKeys({ origin: 'http://h', game: 'g', token: 't' }), asked };
}

it('ends all keys before it asks for a fresh one', async () => {
  const { keys, asked } = given((method) =>
    Response.json(method === 'POST' ? { key: 'ov_2' } : { revoked: 1 }),
  );
  expect(await keys.replace()).toEqual({ ok: true, key: 'ov_2' });
  expect(asked).toEqual(
    ['DELETE', 'POST'].map((method) => `${method} http://h/api/overlay-keys {"game":"g"}`),
  );
});

it('tells when the old keys have ended and no fresh one came', async () => {
  for (const status of [500, 403]) {
    const { keys } = given((method) =>
      method === 'POST' ? Response.json({ code: 'fault' }, { status }) : Response.json({ revoked: 1 }),
    );
    expect(await keys.replace()).toEqual({ ok: false, why: 'ended' });
  }
});

it.each([
  ['forbidden', () => Response.json({ code: 'forbidden' }, { status: 403 })],
  ['silent', () => Response.json({ code: 'fault' }, { status: 500 })],
  ['silent', () => Promise.reject(new TypeError('lost'))],
] as const)('says %s, and then asks for nothing more', async (why, answer) => {
  const { keys, asked } = given(answer);
  expect(await keys.replace()).toEqual({ ok: false, why });
  expect(await keys.current()).toEqual({ ok: false, why });
  expect(asked).toHaveLength(2);
});
