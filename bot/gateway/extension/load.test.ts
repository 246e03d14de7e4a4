/** Many viewers at once, over real sockets. Nothing here measures time: what counts is who was answered how. */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardView } from '../../protocol/views.ts';
import { CHANNEL, type GivenExtension, givenExtension, viewerToken } from './given.ts';
import { MESSAGE_BYTES } from './snapshot.ts';
import { FRESH_MS } from './snapshots.ts';

const LONG = process.env.MSIG_TEST_LONG === '1';
const VIEWERS = LONG ? 5_000 : 400;
const ROUNDS = LONG ? 4 : 2;
const VOTES_A_SECOND = 200;
const SECONDS = LONG ? 12 : 2;
/** No second begins so shortly before the vote closes. */
const LAST_MS = 10_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const messages: { readonly text: string; readonly at: number }[] = [];
let given: GivenExtension;
let port = 0;

beforeAll(async () => {
  const twitch = {
    async broadcast(_channel: string, text: string) {
      messages.push({ text, at: Date.now() });
      return 0;
    },
    configure: async () => {},
    nameOf: async () => null,
  };
  given = await givenExtension({ vote: true, twitch });
  port = Number((await given.listen()).split(':')[1]);
});
afterAll(async () => {
  agent.destroy();
  await given.end();
});

interface Got {
  readonly status: number;
  readonly tag: string;
  readonly bytes: number;
}

function ask(path: string, headers: Record<string, string>, body?: object): Promise<Got> {
  return new Promise((resolve, reject) => {
    const method = body ? 'POST' : 'GET';
    const type = body ? { 'content-type': 'application/json' } : {};
    const sent = request(
      { agent, port, path, method, host: '127.0.0.1', headers: { ...headers, ...type } },
      (response) => {
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        response.on('end', () => {
          const { statusCode: status = 0, headers: got } = response;
          resolve({ status, tag: String(got.etag ?? ''), bytes });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}

const path = `/ext/state/${CHANNEL}`;
const round = (tags: readonly string[]) =>
  Promise.all(tags.map((tag) => ask(path, tag ? { 'if-none-match': tag } : {})));

describe(`${VIEWERS} viewers`, () => {
  it('vote by the hundred a second while all others look, each counted once, and cost a few snapshots', async () => {
    const { game, poll, extension } = given;
    const began = Date.now();
    const before = extension.snapshots.made;
    let tags: readonly string[] = Array(VIEWERS).fill('');
    const statuses = new Map<number, number>();
    let looking = true;
    const watchers = (async () => {
      while (looking) {
        const got = await round(tags);
        tags = got.map(({ tag }, i) => tag || tags[i]!);
        for (const { status } of got) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    const votes: Got[] = [];
    for (let second = 0; second < SECONDS; second += 1) {
      const started = Date.now();
      const all = Array.from({ length: VOTES_A_SECOND }, (_, n) => {
        const user = String(10_000 + second * VOTES_A_SECOND + n);
        const token = viewerToken({ opaque_user_id: `U${user}`, user_id: user });
        const body = { poll: poll!.id, choice: 1 + (n % poll!.options) };
        return ask('/ext/vote', { authorization: `Bearer ${token}` }, body);
      });
      votes.push(...(await Promise.all(all)));
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, started + 1000 - Date.now())));
      // A busy machine takes seconds for one second's votes.
      if (game.clock.now() > poll!.closes - LAST_MS) break;
    }
    looking = false;
    await watchers;
    expect(new Set(votes.map(({ status }) => status))).toEqual(new Set([200]));
    expect((game.view('board') as BoardView).tally[poll!.id]?.voters).toBe(votes.length);
    expect([...statuses.keys()].sort()).toEqual([200, 304]);
    const time = Date.now() - began;
    expect(extension.snapshots.made - before).toBeLessThanOrEqual(Math.ceil(time / FRESH_MS) + 1);
  });

  it('who ask again for what has not changed get 304 and nothing else', async () => {
    const settled = async () => {
      for (;;) {
        const one = await ask(path, {});
        await new Promise((resolve) => setTimeout(resolve, FRESH_MS + 50));
        if ((await ask(path, {})).tag === one.tag) return one.tag;
      }
    };
    const { game } = given;
    // Nothing may happen meanwhile that a clock would do.
    await game.host.submit({ id: 'pause', as: { by: 'admin' }, command: { type: 'pause' } });
    const tag = await settled();
    const before = given.extension.snapshots.made;
    for (let n = 0; n < ROUNDS; n += 1) {
      const got = await round(Array(VIEWERS).fill(tag));
      expect(got.filter(({ status, bytes }) => status === 304 && bytes === 0)).toHaveLength(VIEWERS);
    }
    expect(given.extension.snapshots.made).toBe(before);
  });

  it('are told by at most one message a second, none over 5 KB', () => {
    expect(messages.length).toBeGreaterThan(0);
    // A timer that comes late is followed by one in time: over any stretch the rate holds.
    const span = (messages.at(-1)?.at ?? 0) - (messages[0]?.at ?? 0);
    expect(messages.length).toBeLessThanOrEqual(span / 1000 + 2);
    for (const { text } of messages) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MESSAGE_BYTES);
  });
});
