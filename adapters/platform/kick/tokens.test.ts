import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from './crash.child.ts';
import type { KickPair } from './oauth.ts';
import { pause } from './rig.suite.ts';
import type { KickSimulator } from './simulator/surface.ts';
import { startKickSimulator } from './simulator.ts';
import { UserTokens, type UserTokensOptions } from './tokens.ts';

let kick: KickSimulator;
let store: KickPair;
beforeEach(async () => {
  kick = await startKickSimulator();
  kick.open('streamer', { id: 1 });
  store = kick.signIn('streamer');
});
afterEach(() => kick.close());

const ranOut = (pair: KickPair): KickPair => ({ ...pair, expiresAt: Date.now() - 1 });

function tokensWith(options: Partial<UserTokensOptions> = {}): UserTokens {
  return new UserTokens({
    pair: store,
    client: kick.client,
    auth: kick.authUrl,
    save: (pair) => {
      store = pair;
    },
    times: { restMs: 30, waitMs: 2_000, callMs: 2_000, saveMs: 300 },
    ...options,
  });
}

describe('a renewal', () => {
  it('happens once for many who were refused at the same time', async () => {
    const tokens = tokensWith();
    const old = await tokens.token();
    const all = await Promise.all(Array.from({ length: 30 }, () => tokens.after(old)));
    expect(new Set(all).size).toBe(1);
    expect(kick.calls('/oauth/token')).toBe(1);
    // Somebody whose refusal comes in late gets the new one without another renewal.
    expect(await tokens.after(old)).toBe(all[0]);
    expect(kick.calls('/oauth/token')).toBe(1);
  });

  it('comes before the end, and is saved before the token is used', async () => {
    const order: string[] = [];
    store = { ...store, expiresAt: Date.now() + 60_000 };
    const tokens = tokensWith({
      save: async (pair) => {
        await pause(20);
        order.push(pair.renewing === null ? 'saved' : 'marked');
        store = pair;
      },
      fetch: (input, init) => {
        order.push('called');
        return fetch(input, init);
      },
    });
    const token = await tokens.token();
    order.push('used');
    expect(order).toEqual(['marked', 'called', 'saved', 'used']);
    expect(store).toMatchObject({ accessToken: token, renewing: null });
  });

  it('survives a 503, a page instead of JSON and a cut, with the old token in use meanwhile', async () => {
    store = { ...store, expiresAt: Date.now() + 60_000 };
    const tokens = tokensWith();
    const old = store.accessToken;
    for (const how of [{ status: 503 }, { status: 403, html: true }, { how: 'cut' as const }]) {
      kick.break(1, how);
      expect(await tokens.token()).toBe(old);
      // Not again at once.
      expect(await tokens.token()).toBe(old);
      await pause(40);
    }
    expect(await tokens.token()).not.toBe(old);
    expect(tokens.over).toBeNull();
    expect(kick.calls('/oauth/token')).toBe(4);
  });

  it('that answers after everybody stopped waiting is kept', async () => {
    store = ranOut(store);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const tokens = tokensWith({
      times: { waitMs: 50, callMs: 2_000 },
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        await held;
        return answer;
      },
    });
    await expect(tokens.token()).rejects.toThrow(/no answer within 50 ms/);
    release();
    await pause(30);
    expect(await tokens.token()).toBe(store.accessToken);
    expect(kick.calls('/oauth/token')).toBe(1);
  });

  it('that is refused ends the sign-in, and is not tried again', async () => {
    store = ranOut(store);
    kick.expire({ refused: true });
    const tokens = tokensWith();
    for (let n = 0; n < 3; n++) await expect(tokens.token()).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
    expect(kick.calls('/oauth/token')).toBe(1);
    expect(tokens.over?.message).toContain('msig setup kick');
  });

  it('needs the app, and says so', async () => {
    const tokens = tokensWith({ pair: ranOut(store), client: { id: '', secret: '' } });
    await expect(tokens.token()).rejects.toThrow(/client id and secret/);
    expect(kick.calls('/oauth/token')).toBe(0);
  });

  it('by another process is taken over from the storage, as is a new sign-in', async () => {
    const stale = ranOut(store);
    store = kick.signIn('streamer');
    const tokens = tokensWith({ pair: stale, load: () => store });
    expect(await tokens.token()).toBe(store.accessToken);
    expect(kick.calls('/oauth/token')).toBe(0);
    kick.expire({ refused: true });
    await expect(tokens.after(store.accessToken)).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
    store = kick.signIn('streamer');
    await pause(40);
    expect(await tokens.token()).toBe(store.accessToken);
    expect(tokens.over).toBeNull();
  });
});

describe('storage that fails', () => {
  it('keeps the old token in use and unspent while it is good', async () => {
    store = { ...store, expiresAt: Date.now() + 60_000 };
    const tokens = tokensWith({ save: () => Promise.reject(new Error('disk full')) });
    expect(await tokens.token()).toBe(store.accessToken);
    expect(kick.calls('/oauth/token')).toBe(0);
  });

  it('after the end of the old token: the new one lives in memory, and is saved when that works', async () => {
    const logged: string[] = [];
    let full = true;
    const tokens = tokensWith({
      pair: ranOut(store),
      log: (text) => logged.push(text),
      save: async (pair) => {
        if (full) throw new Error('disk full');
        store = pair;
      },
    });
    const token = await tokens.token();
    expect(tokens.unsaved).toBe(true);
    expect(logged.join()).toContain('disk full');
    expect(logged.join()).not.toContain(token);
    full = false;
    await pause(40);
    expect(await tokens.token()).toBe(token);
    expect(tokens.unsaved).toBe(false);
    expect(store.accessToken).toBe(token);
  });

  it('hangs: nobody waits for it for ever', async () => {
    const tokens = tokensWith({
      pair: ranOut(store),
      save: () => new Promise(() => {}),
      times: { saveMs: 50 },
    });
    expect(await tokens.token()).not.toBe('');
    expect(tokens.unsaved).toBe(true);
  });
});

describe('a process killed while it renews', () => {
  let file: string;
  beforeEach(() => {
    file = path.join(mkdtempSync(path.join(tmpdir(), 'kick-')), 'pair.json');
    writeFileSync(file, JSON.stringify(ranOut(store)));
  });
  afterEach(() => rmSync(path.dirname(file), { recursive: true, force: true }));

  async function renewIn(step: Step): Promise<string> {
    const settings = JSON.stringify({ step, auth: kick.authUrl, client: kick.client });
    const child = path.join(import.meta.dirname, 'crash.child.ts');
    const run = promisify(execFile)(process.execPath, [child, file, settings]);
    return run.then(
      ({ stdout }) => stdout,
      (error: { signal?: string }) => `killed by ${error.signal}`,
    );
  }

  // Before the call and after the save nothing at all is lost.
  it.each<Step>(['in mark', 'after mark', 'saved'])(
    '%s: the sign-in goes on after the restart',
    async (step) => {
      expect(await renewIn(step)).toBe('killed by SIGKILL');
      expect(await renewIn('none')).toMatch(/^token at-/);
      const kept = JSON.parse(readFileSync(file, 'utf8')) as KickPair;
      expect(kept.renewing).toBeNull();
      // What is stored is the living pair: it can be renewed once more.
      writeFileSync(file, JSON.stringify(ranOut(kept)));
      expect(await renewIn('none')).toMatch(/^token at-/);
    },
  );

  // Kick has given out a pair that nobody wrote down: this cannot be kept, but it is known and said.
  it.each<Step>(['answered', 'in save'])('%s: what is lost is named, and the file is whole', async (step) => {
    expect(await renewIn(step)).toBe('killed by SIGKILL');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as KickPair;
    expect(kept).toMatchObject({ refreshToken: store.refreshToken, renewing: expect.any(Number) });
    expect(await renewIn('none')).toBe('failed KICK_SIGN_IN_LOST');
  });

  it('in between: the old access token still serves until its own end', async () => {
    // It is renewed five minutes early; Kick may let the old one live, and then it is what can be kept.
    const marked = { ...store, expiresAt: Date.now() + 60_000, renewing: Date.now() };
    kick.expire({ refused: true });
    const tokens = tokensWith({ pair: marked });
    expect(await tokens.token()).toBe(store.accessToken);
    expect(tokens.over?.code).toBe('KICK_SIGN_IN_LOST');
  });
});
