/** Every door of the running program, with nonsense: it stays up, says so, and keeps nothing of it. */
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import { verify } from '../store/verify.ts';
import { attackHttp, attackRaw, attackSocket, closeAgents, type Target } from './attacks.ts';
import { Dice } from './dice.ts';
import { Heap } from './heap.ts';
import type { Loot } from './messages.ts';
import { type Host, pause, startHost, temporary, until } from './rig.ts';

/** In the long run three storms, one after the other; `MSIG_TEST_SEED` begins elsewhere. */
const FRAMES = 20_000;
const FIRST = Number(process.env.MSIG_TEST_SEED ?? 7);
const SEEDS = process.env.MSIG_TEST_LONG === '1' ? [FIRST, FIRST + 10, FIRST + 20] : [FIRST];
const STORM_MS = 80_000;
/** At work at the same time. */
const ATTACKERS = 12;

let folder: Awaited<ReturnType<typeof temporary>>;
let host: Host;
let heap: Heap;
let target: Target;
const broken: string[] = [];

beforeAll(async () => {
  folder = await temporary('fuzz');
  const args = ['--players', '4', '--bots', '0'];
  host = await startHost(join(folder.path, 'data'), args, { node: ['--inspect=127.0.0.1:0'] });
  heap = await Heap.of(host.run);
  target = { port: host.port, loot: await lootOf(), broken: (what) => broken.push(what) };
}, 90_000);

afterAll(async () => {
  heap?.close();
  closeAgents();
  await host?.run.stop();
  await folder?.remove();
});

async function lootOf(): Promise<Loot> {
  const seats = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
  const made = await host.ask<{ game: string; players: { token: string }[] }>('/api/games', {
    body: { seed: 'fuzz', players: seats },
  });
  const { game, players } = made.body;
  await host.ask(`/api/games/${game}/start`, { method: 'POST' });
  const { body } = await host.ask<{ key: string }>('/api/overlay-keys', { body: { game } });
  const forge = (end: number) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('msig')
      .setAudience('admin')
      .setExpirationTime(end)
      .sign(new Uint8Array(32).fill(1));
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${host.adminToken.split('.')[1]}.`;
  const foreign = new URL(host.play).searchParams.get('key') ?? '';
  const tokens = [
    host.adminToken,
    host.adminToken,
    ...players.map(({ token }) => token),
    body.key,
    foreign,
    await forge(Math.floor(Date.now() / 1000) + 3600),
    await forge(1),
    none,
    `${host.adminToken}x`,
    'ov_nothing',
    '',
  ];
  return { game, tokens, file: (await host.ask(`/api/games/${game}/export`)).text };
}

/** So many frames and requests, from several at once, each with a generator of its own. */
async function storm(count: number, seed: number): Promise<void> {
  let left = count;
  const attack = async (dice: Dice) => {
    while (left > 0 && host.run.alive) {
      const kind = dice.below(100);
      if (kind < 8) left -= await attackSocket(target, dice, Math.min(left, 10 + dice.below(80)));
      else if (kind < 85) {
        left -= 1;
        await attackHttp(target, dice);
      } else {
        left -= 1;
        await attackRaw(target, dice);
      }
    }
  };
  const attacks = Array.from({ length: ATTACKERS }, (_, i) => attack(new Dice(seed * 1000 + i)));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still ${left} to go`)), STORM_MS);
  });
  await Promise.race([Promise.all(attacks), late]);
  clearTimeout(timer);
}

async function figure(name: string): Promise<number> {
  const { text } = await host.ask('/metrics');
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Nobody but the four processes of the rehearsal. */
const calm = () => until(async () => (await figure('msig_sockets')) <= 4, 30_000);

describe(`${FRAMES} random frames and requests`, () => {
  it.each(SEEDS)(
    'break nothing, and leave nothing behind (seed %i)',
    async (seed) => {
      await storm(FRAMES / 4, seed);
      await calm();
      await pause(500);
      const before = await heap.used();
      await storm(FRAMES, seed + 1);
      await calm();
      await pause(500);
      const after = await heap.used();

      expect(broken).toEqual([]);
      expect(host.run.alive).toBe(true);
      expect((await host.ask('/healthz')).body).toMatchObject({ ok: true });
      expect(await figure('msig_troubles_total')).toBe(0);
      expect(host.run.stderr).not.toMatch(/"level":[456]0|Unhandled|Warning|Error:/);
      const { text } = await host.ask(`/api/games/${target.loot.game}/export`);
      expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true });
      expect(after / before).toBeLessThan(1.1);
    },
    3 * STORM_MS,
  );
});
