/**
 * A seat played from Kick: webhooks with true signatures through the gateway's door and its inbox, a player's process,
 * the host, answers and settlements back at Kick.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kickPlatform } from '../../adapters/platform/kick/index.ts';
import type { KickAdapter } from '../../adapters/platform/kick/options.ts';
import { type Running, runPlayer } from '../player/process.ts';
import { KickRig, REWARDS } from './kick-rig.ts';
import { pause, until } from './rig.ts';

/** Pauses of tests; the real ones are minutes. */
const QUICK = { checkMs: 100, firstPauseMs: 50, longestPauseMs: 200, gapMs: 5, redemptionsMs: 60_000 };

let rig: KickRig;
beforeAll(async () => {
  rig = await KickRig.start('kick');
});
afterAll(() => rig?.end());

describe('a seat played from Kick', () => {
  let adapter: KickAdapter;
  let running: Running;

  beforeAll(async () => {
    running = await startProcess();
  });
  afterAll(() => running?.close());

  async function startProcess(): Promise<Running> {
    const started = await runPlayer({
      gateway: rig.url,
      token: await rig.token(),
      adapters: () => {
        adapter = kickPlatform({
          channel: 'streamer',
          client: rig.kick.client,
          account: { pair: rig.kick.signIn('streamer'), save: () => {} },
          addresses: { api: rig.kick.apiUrl, auth: rig.kick.authUrl },
          times: QUICK,
        });
        return [adapter];
      },
      note: () => {},
      onAlive: () => {},
    });
    await until(() => rig.me.link === 'up');
    return started;
  }

  it("moves the avatar at the broadcaster's line, once, and answers in the chat", async () => {
    const before = rig.me.cell;
    rig.kick.say('streamer', 'streamer', '!кубик', { id: 'throw' });
    await until(() => rig.me.rolls === 1);
    await until(() => rig.me.cell > before || rig.me.pending !== null);
    await until(() => rig.kick.spoken().some(({ text }) => text.includes(String(rig.me.lastRoll?.total))));
    await until(async () => (await rig.inbox()).length === 0);
    const sent = rig.kick.sent().find(({ body }) => body.includes('"throw"'))!;
    expect(await rig.kick.post(sent)).toBe(200);
    await pause(300);
    expect(rig.me.rolls).toBe(1);
  });

  it('answers for its door: foreign, late, old, forged', async () => {
    const body = (id: number) => JSON.stringify({ broadcaster: { user_id: id } });
    const post = async (change: Partial<{ id: number; age: number; forged: boolean }>) => {
      const { id = 100, age = 0, forged = false } = change;
      const sent = rig.kick.make({ type: 'chat.message.sent', body: body(id), sentAt: Date.now() - age });
      const made = forged ? { ...sent, body: `${sent.body} ` } : sent;
      const answer = await fetch(`${rig.url}/hooks/kick`, {
        method: 'POST',
        headers: made.headers,
        body: made.body,
      });
      return `${answer.status} ${JSON.stringify(await answer.json())}`;
    };
    expect(await post({ id: 555 })).toBe('200 {"result":"unknown"}');
    expect(await post({ age: 5 * 60_000 })).toBe('200 {"result":"stale"}');
    expect(await post({ age: 25 * 3_600_000 })).toMatch(/^403 .*too_old/);
    expect(await post({ forged: true })).toMatch(/^401 .*signature/);
    expect((await fetch(`${rig.url}/hooks/kick`, { method: 'POST', body: 'x' })).status).toBe(400);
  });

  it('hears what came while its process was away, and does what is not too late', async () => {
    await running.close();
    await until(() => rig.me.link !== 'up');
    const reach = rig.me.reach;
    rig.kick.say('streamer', 'streamer', `!оружие ${reach === 'far' ? 'ближнее' : 'дальнее'}`, {
      id: 'while away',
    });
    await until(async () => (await rig.inbox()).length === 1);
    expect(rig.me.reach).toBe(reach);
    running = await startProcess();
    await until(() => rig.me.reach !== reach);
    await until(async () => (await rig.inbox()).length === 0);
  });

  it('settles what was granted as accepted, and what could not be as rejected, with the reason in the chat', async () => {
    await until(() => rig.kick.rewards().some(({ title }) => title === REWARDS.money));
    const soup = rig.kick.redeem('streamer', REWARDS.soup, 'vera');
    await until(() => rig.status(soup) === 'accepted');
    const dares = Array.from({ length: 8 }, (_, n) =>
      rig.kick.redeem('streamer', REWARDS.dare, `viewer${n}`),
    );
    // A trial that is paid for while others wait is neither granted nor refused until its turn comes, or the game ends.
    await until(() => dares.some((id) => rig.status(id) === 'rejected'));
    await rig.game.host.submit({ id: 'over', as: { by: 'admin' }, command: { type: 'cancel' } });
    await until(() => dares.every((id) => rig.status(id) !== 'pending'));
    const ends = await rig.logged('redeemed');
    const expected = new Map([...ends].map(({ redemption, outcome }) => [redemption, outcome]));
    expect(ends).toHaveLength(9);
    for (const { id, status, changes } of rig.kick.redemptions()) {
      const outcome = expected.get(`kick:${id}`);
      expect([status, changes]).toEqual([outcome === 'applied' ? 'accepted' : 'rejected', 1]);
    }
    expect(dares.map((id) => rig.status(id))).toContain('rejected');
    await until(
      () => rig.kick.spoken().some(({ text }) => /балл/i.test(text)),
      15_000,
      () => JSON.stringify(rig.kick.spoken()),
    );
    // A log that has ended takes no more lines: what was told to Kick before is in it.
    expect((await rig.logged('settled')).length).toBeGreaterThan(0);
  });
});
