import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { kickDoor } from './door.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const NOW = Date.parse('2026-06-01T12:00:00Z');

function webhook(id: string, now = NOW) {
  const at = new Date(now).toISOString();
  const rawBody = Buffer.from('{"broadcaster":{"user_id":1}}');
  const signed = Buffer.concat([Buffer.from(`${id}.${at}.`), rawBody]);
  const headers = {
    'kick-event-message-id': id,
    'kick-event-message-timestamp': at,
    'kick-event-type': 'chat.message.sent',
    'kick-event-version': '1',
    'kick-event-signature': sign('RSA-SHA256', signed, pair.privateKey).toString('base64'),
  };
  return { headers, rawBody, now };
}

function given(publicKey: string | null, api: string | null, fetchKey: () => Promise<string>) {
  const asked: string[] = [];
  const logged: string[] = [];
  const door = kickDoor({
    publicKey,
    api,
    log: (text) => logged.push(text),
    fetchKey: (from) => {
      asked.push(from);
      return fetchKey();
    },
  });
  return { door, asked, logged };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

it('takes up a newer key of Kick after the first signature that does not fit', async () => {
  const { door, asked, logged } = given(null, 'http://kick', async () => pem);
  expect(door(webhook('a'))).toMatchObject({ ok: false, status: 401, code: 'signature' });
  await soon();
  expect(door(webhook('a'))).toMatchObject({ ok: true, key: 'kick:a' });
  expect(asked).toEqual(['http://kick']);
  expect(logged).toHaveLength(1);
});

it('asks seldom, however many wrong signatures come, and bears that nobody answers', async () => {
  const { door, asked, logged } = given(null, 'http://kick', () => Promise.reject(new Error('down')));
  for (let n = 0; n < 100; n++) door(webhook(`n${n}`, NOW + n * 1_000));
  await soon();
  expect([asked.length, logged.length]).toEqual([1, 1]);
  expect(door(webhook('later', NOW + 6 * 60_000)).ok).toBe(false);
  expect(asked).toHaveLength(2);
});

it('keeps a key that was set, and asks nobody when Kick is not in use', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const set = given(other.export({ type: 'spki', format: 'pem' }) as string, 'http://kick', async () => pem);
  const unused = given(null, null, async () => pem);
  for (const { door, asked } of [set, unused]) {
    door(webhook('a'));
    await soon();
    expect(door(webhook('b')).ok).toBe(false);
    expect(asked).toEqual([]);
  }
  expect(given(pem, null, async () => '').door(webhook('a')).ok).toBe(true);
});
