import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionApi, ExtensionCallError, extensionApi, MOST_BYTES } from './api.ts';
import { ExtensionSimulator } from './simulator.ts';

const SECRET = Buffer.from('a secret of thirty-two bytes, or so').toString('base64');
const clientId = 'ext1';
const ownerId = '900';
const twitch = new ExtensionSimulator({ clientId, ownerId, secrets: [SECRET], rate: 6 });
let apiUrl = '';
let api: ExtensionApi;

beforeAll(async () => {
  apiUrl = await twitch.open();
  api = extensionApi({ clientId, ownerId, secret: SECRET, apiUrl });
});
afterAll(() => twitch.close());

const fault = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('the extension at Twitch', () => {
  it('takes a message for the open panels of a channel', async () => {
    expect(await api.broadcast('1001', '{"v":1}')).toBe(0);
    expect(twitch.heard.at(-1)).toMatchObject({ channel: '1001', message: '{"v":1}' });
  });

  it('keeps the segment of a channel and gives it back', async () => {
    expect(await api.configuration('1002')).toBeNull();
    await api.configure('1002', '{"on":true}');
    expect(await api.configuration('1002')).toBe('{"on":true}');
  });

  it('is told to wait when few messages are left, and refused when none is', async () => {
    const waits = [];
    for (let n = 0; n < 6; n += 1) waits.push(await api.broadcast('1003', String(n)));
    expect(waits.slice(0, 2)).toEqual([0, 0]);
    expect(waits.at(-1)).toBeGreaterThan(1_000);
    expect(await fault(api.broadcast('1003', 'x'))).toMatchObject({ status: 429 });
  });

  it('does not send what is too long, counted in bytes', async () => {
    const before = twitch.heard.length;
    expect(await fault(api.broadcast('1004', 'ж'.repeat(MOST_BYTES / 2 + 1)))).toBeInstanceOf(
      ExtensionCallError,
    );
    expect(twitch.heard.length).toBe(before);
  });

  it('is refused with another secret or owner, and says so without the secret', async () => {
    const foreign = Buffer.from('another secret').toString('base64');
    const error = await fault(
      extensionApi({ clientId, ownerId, secret: foreign, apiUrl }).broadcast('1', 'x'),
    );
    expect(error).toMatchObject({ status: 401 });
    expect(String(error)).toContain('JWT could not be verified');
    expect(String(error)).not.toContain(foreign);
    const stranger = extensionApi({ clientId, ownerId: '1', secret: SECRET, apiUrl });
    expect(await fault(stranger.configure('1', 'x'))).toMatchObject({ status: 401 });
  });

  it('reports trouble on their side and silence', async () => {
    twitch.faults.push(503);
    expect(await fault(api.broadcast('1005', 'x'))).toMatchObject({ status: 503 });
    const nobody = extensionApi({ clientId, ownerId, secret: SECRET, apiUrl: 'http://127.0.0.1:9/helix' });
    expect(await fault(nobody.broadcast('1005', 'x'))).toMatchObject({ status: null });
  });

  it('knows a viewer by the name that Twitch gives, or not at all', async () => {
    twitch.names.set('3003', 'Зритель');
    expect(await api.nameOf('3003', 'token')).toBe('Зритель');
    expect(await api.nameOf('3004', 'token')).toBeNull();
    twitch.faults.push(500);
    expect(await api.nameOf('3003', 'token')).toBeNull();
  });
});
