/** A player's process of Kick, killed again and again. `MSIG_TEST_LONG=1` kills it 50 times. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '../../adapters/vault/vault.ts';
import { Dice } from './dice.ts';
import { KickRig, REWARDS } from './kick-rig.ts';
import { pause, Run, until } from './rig.ts';

const LONG = process.env.MSIG_TEST_LONG === '1';
const KILLS = LONG ? 50 : 6;

let rig: KickRig;
beforeAll(async () => {
  rig = await KickRig.start('killed');
});
afterAll(() => rig?.end());

describe('the program, killed between redemption and settlement', () => {
  /** As the supervisor starts it. */
  const env = async () => {
    const { accessToken, refreshToken } = rig.kick.signIn('streamer');
    return {
      MSIG_TOKEN: await rig.token(),
      MSIG_DATA: rig.parts.data,
      MSIG_KICK_API_URL: rig.kick.apiUrl,
      MSIG_KICK_AUTH_URL: rig.kick.authUrl,
      MSIG_KICK_CLIENT_ID: rig.kick.client.id,
      MSIG_KICK_CLIENT_SECRET: rig.kick.client.secret,
      MSIG_KICK_TOKEN: accessToken,
      MSIG_KICK_REFRESH: refreshToken,
    };
  };

  /** What the host and Kick knew of each at that moment: `.` nothing, `o` it is owed, `s` it has its end. */
  const phasesOf = (ids: readonly string[]) => {
    const phase = (id: string) => {
      if (rig.status(id) !== 'pending') return 's';
      return rig.game.host.state.unsettled[`kick:${id}`] ? 'o' : '.';
    };
    return ids.map(phase).join('');
  };

  it(
    `ends every redemption once, over ${KILLS} kills`,
    async () => {
      const dice = new Dice(7);
      const args = ['player', '--gateway', rig.url, '--platform', 'kick', '--channel', 'streamer'];
      const given = await env();
      const mine: string[] = [];
      const phases: string[] = [];
      const ready = () =>
        rig.kick.rewards().some(({ channel, title }) => channel === 'streamer' && title === REWARDS.dare);
      const redeem = (title: string) => mine.push(rig.kick.redeem('streamer', title, `fan${mine.length}`));
      let run = new Run(args, { env: given });
      try {
        await until(ready, 30_000, () => run.stderr);
        for (let kill = 0; kill < KILLS; kill++) {
          await until(
            () => rig.me.link === 'up',
            30_000,
            () => run.stderr,
          );
          // Sometimes it has not even met its chat yet.
          await pause(dice.below(500));
          for (const title of [REWARDS.soup, REWARDS.money, REWARDS.dare]) redeem(title);
          await pause(dice.below(120));
          await run.kill();
          phases.push(phasesOf(mine.slice(-3)));
          // Nobody is there to hear this one.
          redeem(REWARDS.money);
          await until(() => rig.me.link !== 'up');
          run = new Run(args, { env: given });
        }
        await until(
          () => mine.every((id) => rig.status(id) !== 'pending'),
          200_000,
          () => run.stderr,
        );
        await until(() => Object.keys(rig.game.host.state.unsettled).length === 0, 60_000);
        await until(async () => (await rig.inbox()).length === 0, 30_000);
      } finally {
        await run.stop();
      }
      // Chance hits each phase over so many; over few it may not.
      if (LONG) for (const phase of '.os') expect(phases.join('')).toContain(phase);
      const ends = await rig.logged('redeemed');
      expect(ends.map(({ redemption }) => redemption).toSorted()).toEqual(
        mine.map((id) => `kick:${id}`).toSorted(),
      );
      for (const { redemption, outcome } of ends) {
        const at = rig.kick.redemptions().find(({ id }) => `kick:${id}` === redemption);
        expect([at?.status, at?.changes]).toEqual([outcome === 'applied' ? 'accepted' : 'rejected', 1]);
      }
      const settled = (await rig.logged('settled')).map(({ redemption }) => redemption);
      expect(new Set(settled).size).toBe(mine.length);
      expect(settled).toHaveLength(mine.length);
      // What each was paid for happened once.
      const coins = ends.filter(({ reward, outcome }) => reward === 'pocket_money' && outcome === 'applied');
      expect(coins).toHaveLength(KILLS * 2);
      expect(run.stderr).not.toMatch(/[ar]t-[0-9a-f]{24}|sim-app-secret/);
    },
    240_000 + KILLS * 20_000,
  );

  it('keeps a sign-in that it had to renew, for its owner alone', async () => {
    const given = await env();
    rig.kick.expire();
    const args = ['player', '--gateway', rig.url, '--platform', 'kick', '--channel', 'streamer'];
    const run = new Run(args, { env: given });
    const folder = join(rig.parts.data, 'vault');
    try {
      const kept = await until(() => {
        const text = openVault(folder).get('kick/streamer') ?? '{"signIn":{}}';
        const { signIn } = JSON.parse(text) as { signIn: { accessToken?: string; renewing?: unknown } };
        return signIn.renewing === null && signIn.accessToken !== given.MSIG_KICK_TOKEN ? signIn : null;
      }, 30_000);
      expect(kept.accessToken).toMatch(/./);
      expect(statSync(join(folder, 'kick%2Fstreamer.sealed')).mode & 0o777).toBe(0o600);
      const line = rig.kick.redeem('streamer', REWARDS.soup, 'late fan');
      await until(
        () => rig.status(line) === 'accepted',
        30_000,
        () => run.stderr,
      );
    } finally {
      await run.stop();
    }
  }, 90_000);
});
