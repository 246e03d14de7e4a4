import { describe, expect, it } from 'vitest';
import { jwt, receipt, SECRET, soon, viewerToken } from './given.ts';
import { extensionKeys, readReceipt, readViewer } from './jwt.ts';

const keys = extensionKeys([SECRET]);
const OTHER = Buffer.from('the secret that came after it').toString('base64');
const code = async (token: string) => {
  const read = await readViewer(token, keys);
  return read.ok ? 'ok' : read.code;
};

describe('a token of Twitch', () => {
  it('says channel, opaque id, role, and who it is only when shared', async () => {
    expect(await readViewer(viewerToken(), keys)).toEqual({
      ok: true,
      value: { channel: '1001', opaque: 'Uviewer', user: null, role: 'viewer' },
    });
    const shared = await readViewer(viewerToken({ user_id: '3003', role: 'moderator' }), keys);
    expect(shared).toMatchObject({ ok: true, value: { user: '3003', role: 'moderator' } });
  });

  it('is refused when absent, forged, unsigned, or signed in another way', async () => {
    expect(await code('')).toBe('ext-no-token');
    expect(await code('no.token.atall')).toBe('ext-bad-token');
    expect(await code(viewerToken({}, OTHER))).toBe('ext-bad-token');
    const claims = { exp: soon(), opaque_user_id: 'U1', channel_id: '1001', role: 'broadcaster' };
    expect(await code(jwt(claims, { alg: 'none' }))).toBe('ext-bad-token');
    expect(await code(jwt(claims, { alg: 'HS512', hash: 'sha512' }))).toBe('ext-bad-token');
    // The text of the secret is not its bytes.
    expect(await code(viewerToken({}, Buffer.from(SECRET).toString('base64')))).toBe('ext-bad-token');
    const [head, , signature] = viewerToken().split('.');
    const swapped = Buffer.from(JSON.stringify({ ...claims, channel_id: '9' })).toString('base64url');
    expect(await code(`${head}.${swapped}.${signature}`)).toBe('ext-bad-token');
  });

  it('ends, with half a minute for clocks that differ', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await code(viewerToken({ exp: now - 20 }))).toBe('ok');
    expect(await code(viewerToken({ exp: now - 40 }))).toBe('ext-token-expired');
    expect(await code(jwt({ opaque_user_id: 'U1', channel_id: '1', role: 'viewer' }))).toBe('ext-bad-token');
  });

  it('never speaks for our own side, nor without a channel', async () => {
    expect(await code(viewerToken({ role: 'external' }))).toBe('ext-bad-token');
    expect(await code(viewerToken({ channel_id: undefined }))).toBe('ext-bad-token');
    expect(await code(viewerToken({ channel_id: 'all' }))).toBe('ext-bad-token');
  });

  it('is good under each secret while they are being exchanged, and under the old one no longer', async () => {
    const both = extensionKeys([OTHER, SECRET]);
    for (const secret of [OTHER, SECRET])
      expect(await readViewer(viewerToken({}, secret), both)).toMatchObject({ ok: true });
    const after = extensionKeys([OTHER]);
    expect(await readViewer(viewerToken(), after)).toEqual({ ok: false, code: 'ext-bad-token' });
  });
});

describe('a receipt for Bits', () => {
  it('holds what was paid for what, by whom', async () => {
    expect(await readReceipt(receipt('t1'), keys)).toEqual({
      ok: true,
      value: {
        transaction: 't1',
        user: '3003',
        sku: 'hot_soup',
        bits: 40,
        domain: 'twitch.ext.ext0client0id',
      },
    });
  });

  it('counts late too, for it counts only once; but not for ever', async () => {
    const hours = (n: number) => Math.floor(Date.now() / 1000) - n * 3600;
    const late = JSON.parse(Buffer.from(receipt('t1').split('.')[1]!, 'base64url').toString());
    expect(await readReceipt(jwt({ ...late, exp: hours(20) }), keys)).toMatchObject({ ok: true });
    expect(await readReceipt(jwt({ ...late, exp: hours(200) }), keys)).toMatchObject({ ok: false });
  });

  it('is not any other signed thing', async () => {
    expect(await readReceipt(viewerToken(), keys)).toEqual({ ok: false, code: 'ext-bad-token' });
  });
});
