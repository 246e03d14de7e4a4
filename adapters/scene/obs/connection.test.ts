/** OBS that is absent, old, locked, silent, or gone in the middle. */
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PART } from '../contract.suite.ts';
import { isSceneError, type SceneCode } from '../failures.ts';
import { obsScene } from './index.ts';
import { evening, QUICK, type Rig, startRig, until } from './rig.suite.ts';
import { ObsSimulator, type SimOptions } from './simulator.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function rig(options?: Parameters<typeof startRig>[0]): Promise<Rig> {
  const made = await startRig(options);
  ends.push(made.end);
  return made;
}

async function codeOf(promise: Promise<unknown>): Promise<SceneCode | null> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isSceneError(error) ? error.code : null;
}

describe('coming in', () => {
  it('by challenge and password, never sending the password', async () => {
    const { program, obs } = await rig({ password: 'пароль с пробелом' });
    await program.connect();
    expect(program.health()).toEqual({ state: 'up', version: '5.6.3' });
    expect(obs.sessions).toBe(1);
  });

  it.each([
    ['a wrong password', { password: 'right', given: 'wrong' }, 'SCENE_PASSWORD'],
    ['no password where one is asked', { password: 'right', given: '' }, 'SCENE_PASSWORD'],
    ['a server of before protocol 5', { protocol: 4 }, 'SCENE_OLD'],
  ] satisfies [string, SimOptions & { given?: string }, SceneCode][])(
    '%s: says so, and does not hammer',
    async (_, options, code) => {
      const { program, obs } = await rig({ ...options, pauses: { refusedPauseMs: 60_000 } });
      expect(await codeOf(program.connect())).toBe(code);
      expect(program.health().state).toBe('refused');
      expect(program.health().error?.message).not.toMatch(/right|wrong/);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(obs.greeted).toBeLessThanOrEqual(1);
      expect(await program.setScene('Game')).toMatchObject({ ok: false, code: 'down' });
    },
  );

  it('comes in by itself once the password is put right', async () => {
    const { program, obs } = await rig({ password: 'new', given: 'old' });
    expect(await codeOf(program.connect())).toBe('SCENE_PASSWORD');
    obs.password = 'old';
    await until(() => program.health().state === 'up');
  });

  it('a server that never greets', async () => {
    const { program, obs } = await rig({ pauses: { deadlineMs: 100 } });
    obs.faults.mute = true;
    expect(await codeOf(program.connect())).toBe('SCENE_SILENT');
    obs.faults.mute = false;
    await until(() => program.health().state === 'up');
  });

  it('a port behind which something else listens, or nothing', async () => {
    const other = createServer((socket) => {
      socket.on('error', () => {});
      socket.end('220 hello\r\n', () => socket.destroy());
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const program = obsScene({ url: `ws://127.0.0.1:${port}`, password: null, pauses: QUICK });
    ends.push(() => program.close());
    expect(await codeOf(program.connect())).toBe('SCENE_UNREACHABLE');
    await program.close();
    await new Promise((resolve) => other.close(resolve));
    const nobody = obsScene({ url: `ws://127.0.0.1:${port}`, password: null, pauses: QUICK });
    ends.push(() => nobody.close());
    expect(await codeOf(nobody.connect())).toBe('SCENE_UNREACHABLE');
    expect(nobody.health()).toMatchObject({
      state: 'down',
      error: { message: expect.stringContaining('ECONNREFUSED') },
    });
  });

  it('waits for an OBS that is started later, with pauses that grow', async () => {
    const first = await ObsSimulator.start();
    const { port } = first;
    await first.kill();
    const program = obsScene({ url: `ws://127.0.0.1:${port}`, password: null, pauses: QUICK });
    ends.push(() => program.close());
    await program.connect().catch(() => {});
    const obs = await ObsSimulator.start({ port });
    ends.push(() => obs.kill());
    await until(() => program.health().state === 'up');
  });
});

describe('in the middle', () => {
  it('a call to a socket that closes fails at once, and the connection comes back', async () => {
    const { program, obs } = await rig();
    await program.connect();
    obs.faults.cutAt = 'SetCurrentProgramScene';
    expect(await program.setScene('Game')).toMatchObject({ ok: false, code: 'down' });
    await until(() => program.health().state === 'up');
    expect(await program.setScene('Game')).toEqual({ ok: true });
  });

  it('a call that is never answered ends, and the next one works', async () => {
    const { program, obs } = await rig({ pauses: { callMs: 100 } });
    await program.connect();
    obs.faults.silent.add('GetSourceScreenshot');
    expect(await program.screenshot(640)).toBeNull();
    obs.faults.silent.clear();
    expect(await program.screenshot(640)).not.toBeNull();
  });

  it('an OBS that answers nothing any more is left and met again', async () => {
    const { program, obs } = await rig({ pauses: { callMs: 80, beatMs: 60 } });
    await program.connect();
    obs.faults.silent.add('*');
    await until(() => program.health().state !== 'up');
    expect(program.health().error?.code).toBe('SCENE_SILENT');
    obs.faults.silent.clear();
    await until(() => program.health().state === 'up');
    await until(() => obs.sessions === 1);
  });

  it('OBS that is not ready yet is asked again', async () => {
    const { program, obs } = await rig();
    await program.connect();
    obs.faults.notReady = 2;
    expect(await program.setScene('Game')).toEqual({ ok: true });
    expect(obs.asked.filter((type) => type === 'SetCurrentProgramScene')).toHaveLength(3);
  });

  it('a kick is respected for a while', async () => {
    const { program, obs } = await rig({ pauses: { refusedPauseMs: 800 } });
    await program.connect();
    obs.kick();
    await until(() => program.health().state === 'refused');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(obs.greeted).toBe(1);
    await until(() => program.health().state === 'up');
  });

  it('killed and started again on its port: connected again, the part mended', async () => {
    const { program, obs } = await rig();
    await program.connect();
    await program.ensureCollectionPart(PART);
    const { port } = obs;
    await obs.kill();
    await until(() => program.health().state === 'down');
    expect(await codeOf(program.ensureCollectionPart(PART))).toBe('SCENE_GONE');
    // What OBS had not saved is gone with it.
    const again = await ObsSimulator.start({ port, world: evening() });
    ends.push(() => again.kill());
    await until(() => program.health().state === 'up');
    expect(await program.ensureCollectionPart(PART)).toMatchObject({ made: ['MSIG full', 'MSIG map'] });
  });

  it('closing while it connects leaves nothing behind', async () => {
    const { program, obs } = await rig();
    const connecting = program.connect();
    await program.close();
    expect(await codeOf(connecting)).toBe('SCENE_CLOSED');
    await until(() => obs.sessions === 0);
    expect(program.health().state).toBe('closed');
  });
});
