import { describe, expect, it } from 'vitest';
import { type Ask, ask, type KickCallError } from './http.ts';

const answering = (body: BodyInit | null, init: ResponseInit = {}): typeof fetch => {
  const answer: typeof fetch = async () => new Response(body, init);
  return answer;
};

const failure = (call: Partial<Ask>): Promise<KickCallError> =>
  ask({ method: 'GET', url: 'https://kick.example/a?token=secret', timeoutMs: 500, ...call }).then(
    () => Promise.reject(new Error('it went well')),
    (error: KickCallError) => error,
  );

describe('a call', () => {
  it('gives the JSON, and null for an answer without a body', async () => {
    const call = { method: 'GET', url: 'https://kick.example/', timeoutMs: 500 } as const;
    expect(await ask({ ...call, fetch: answering('{"data":[1]}') })).toEqual({ data: [1] });
    expect(await ask({ ...call, fetch: answering(null, { status: 204 }) })).toBeNull();
  });

  it.each([
    ['a page', '<html>', 200, 'not_json', true],
    ['a page of a guard', '<html>', 403, 'not_json', true],
    ['a page of an overload', '<html>', 503, 'not_json', true],
    ['a refusal', '{"message":"Forbidden"}', 403, 'http_403', false],
    ['trouble', '{"message":"Oops"}', 500, 'http_500', true],
    ['haste', '{}', 429, 'http_429', true],
    ['nothing', '', 404, 'http_404', false],
    ['a flood', 'x'.repeat(2_100_000), 200, 'too_long', true],
  ])('answered by %s', async (_, body, status, code, passing) => {
    expect(await failure({ fetch: answering(body, { status }) })).toMatchObject({ code, passing, status });
  });

  it('reads Retry-After in seconds and as a date, and not nonsense', async () => {
    const wait = async (text: string) =>
      (await failure({ fetch: answering('{}', { status: 429, headers: { 'Retry-After': text } }) }))
        .retryAfterMs;
    expect(await wait('7')).toBe(7_000);
    expect(await wait(new Date(Date.now() + 30_000).toUTCString())).toBeGreaterThan(20_000);
    expect(await wait(new Date(0).toUTCString())).toBe(0);
    expect(await wait('soon')).toBeNull();
    expect(await wait('99999999')).toBe(3_600_000);
  });

  it('names the place without the query, and hides what was sent', async () => {
    const body = '{"message":"no such token: token-of-mine"}';
    const error = await failure({ token: 'token-of-mine', fetch: answering(body, { status: 400 }) });
    expect(error.message).toBe('HTTP 400 from GET /a, "no such token: ***"');
  });
});
