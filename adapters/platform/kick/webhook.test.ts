import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KICK_PUBLIC_KEY } from './public-key.ts';
import { type KickWebhook, MOST_BYTES, verifyKickWebhook } from './webhook.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const NOW = Date.parse('2026-11-02T18:00:00Z');

interface Made {
  body?: string | Buffer;
  at?: number | string;
  headers?: Record<string, string | string[] | undefined>;
}

function made({ body = '{"broadcaster":{"user_id":1}}', at = NOW, headers = {} }: Made = {}): KickWebhook {
  const rawBody = Buffer.from(body as string);
  const stamp = typeof at === 'string' ? at : new Date(at).toISOString();
  const signed = Buffer.concat([Buffer.from(`01ABC.${stamp}.`), rawBody]);
  const signature = sign('RSA-SHA256', signed, privateKey).toString('base64');
  const all = {
    'kick-event-message-id': '01ABC',
    'kick-event-subscription-id': '01SUB',
    'kick-event-signature': signature,
    'kick-event-message-timestamp': stamp,
    'kick-event-type': 'chat.message.sent',
    'kick-event-version': '1',
    ...headers,
  };
  return { headers: all, rawBody, publicKeyPem, now: NOW };
}

describe('a webhook', () => {
  it('is known by its signature, and read', () => {
    const verdict = verifyKickWebhook(made({ body: '{"broadcaster":{"user_id":1},"content":"🎲 да"}' }));
    expect(verdict).toEqual({
      ok: true,
      key: 'kick:01ABC',
      stale: false,
      delivery: {
        id: '01ABC',
        subscription: '01SUB',
        type: 'chat.message.sent',
        version: '1',
        sentAt: NOW,
        stale: false,
        broadcaster: '1',
        payload: { broadcaster: { user_id: 1 }, content: '🎲 да' },
      },
    });
  });

  it('has headers in any case and as lists', () => {
    const { headers, ...rest } = made();
    const loud = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value as string]]),
    );
    expect(verifyKickWebhook({ ...rest, headers: loud })).toMatchObject({ ok: true, key: 'kick:01ABC' });
  });

  it.each([
    ['another body', { ...made(), rawBody: Buffer.from('{"broadcaster":{"user_id":2}}') }],
    ['half a body', { ...made(), rawBody: made().rawBody.subarray(0, 9) }],
    [
      'the same JSON in another spelling',
      { ...made(), rawBody: Buffer.from('{ "broadcaster":{"user_id":1}}') },
    ],
    ['another id', made({ headers: { 'kick-event-message-id': '01ABD' } })],
    ['another time', made({ headers: { 'kick-event-message-timestamp': '2026-11-02T18:00:01Z' } })],
    ['a signature that is none', made({ headers: { 'kick-event-signature': 'нет' } })],
    [
      'an empty signature of the right length',
      made({ headers: { 'kick-event-signature': 'A'.repeat(344) } }),
    ],
  ])('is refused with %s', (_, webhook) => {
    expect(verifyKickWebhook(webhook)).toEqual({ ok: false, status: 401, code: 'signature' });
  });

  it.each(['message-id', 'message-timestamp', 'signature', 'type'])('needs the header %s', (name) => {
    const verdict = verifyKickWebhook(made({ headers: { [`kick-event-${name}`]: undefined } }));
    expect(verdict).toEqual({ ok: false, status: 400, code: 'headers' });
  });

  it.each([
    ['on time', 119_000, { ok: true, stale: false }],
    ['a clock of ours that is five minutes slow', -300_000, { ok: true, stale: false }],
    ['two minutes late', 121_000, { ok: true, stale: true }],
    ['almost a day late', 24 * 3_600_000 - 1_000, { ok: true, stale: true }],
    ['over a day late', 24 * 3_600_000 + 1_000, { ok: false, status: 403, code: 'too_old' }],
    ['from the future', -601_000, { ok: false, status: 403, code: 'from_the_future' }],
  ])('%s', (_, age, expected) => {
    expect(verifyKickWebhook(made({ at: NOW - age }))).toMatchObject(expected);
  });

  it('is told apart by age only after its signature', () => {
    const old = made({ at: NOW - 48 * 3_600_000, headers: { 'kick-event-signature': 'AAAA' } });
    expect(verifyKickWebhook(old)).toMatchObject({ status: 401 });
  });

  it('is refused when it is no time, too big, or the key is none', () => {
    expect(verifyKickWebhook(made({ at: 'yesterday' }))).toMatchObject({ status: 400, code: 'timestamp' });
    const big = { ...made(), rawBody: new Uint8Array(MOST_BYTES + 1) };
    expect(verifyKickWebhook(big)).toMatchObject({ status: 413, code: 'too_big' });
    expect(verifyKickWebhook({ ...made(), publicKeyPem: 'x' })).toMatchObject({ status: 503, code: 'key' });
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    const pem = other.export({ type: 'spki', format: 'pem' }) as string;
    expect(verifyKickWebhook({ ...made(), publicKeyPem: pem })).toMatchObject({ status: 503, code: 'key' });
  });

  it.each(['', 'null', '[1]', '7', '{"a":', Buffer.from([0x7b, 0xff, 0x7d])])(
    'signed by Kick is taken even if its body says nothing: %s',
    (body) => {
      const verdict = verifyKickWebhook(made({ body }));
      expect(verdict).toMatchObject({ ok: true, delivery: { payload: null, broadcaster: null } });
    },
  );

  it("is checked against Kick's own key unless another is given", () => {
    expect(verifyKickWebhook({ ...made(), publicKeyPem: KICK_PUBLIC_KEY })).toMatchObject({
      code: 'signature',
    });
  });

  it('never throws, whatever comes', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const name = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(made().headers)));
    fc.assert(
      fc.property(fc.dictionary(name, value), fc.uint8Array(), (headers, rawBody) => {
        expect(verifyKickWebhook({ headers, rawBody, publicKeyPem, now: NOW }).ok).toBe(false);
      }),
    );
  });
});
