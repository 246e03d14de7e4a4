/** `msig obs …` with a simulated OBS and a host of our own. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evening, until } from '../../../adapters/scene/obs/rig.suite.ts';
import { ObsSimulator } from '../../../adapters/scene/obs/simulator.ts';
import { composeHost, type HostParts } from '../../compose.ts';
import { MsigError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import type { Settings } from '../../settings-table.ts';
import type { ObsSettings } from '../../stage/rules.ts';
import { addObs } from '../obs.ts';
import { runningLink } from './links.ts';
import { listenTo } from './run.ts';
import { startHostStage } from './stage.ts';

const LINK = 'http://127.0.0.1:4747/overlay?game=g1&key=ov_1';

let obs: ObsSimulator;
beforeEach(async () => {
  obs = await ObsSimulator.start({ password: 'hush', world: evening() });
});
afterEach(() => obs.kill());

interface Ran {
  readonly out: string;
  readonly error: MsigError | null;
}

async function msig(...args: string[]): Promise<Ran> {
  const program = new Command().exitOverride();
  addObs(program);
  let out = '';
  const { write } = process.stdout;
  process.stdout.write = (chunk) => {
    out += String(chunk);
    return true;
  };
  try {
    await program.parseAsync(['obs', ...args], { from: 'user' });
    return { out, error: null };
  } catch (error) {
    if (!(error instanceof MsigError)) throw error;
    return { out, error };
  } finally {
    process.stdout.write = write;
  }
}
const setup = (...more: string[]) =>
  msig('setup', '--url', obs.url, '--password', 'hush', '--overlay', LINK, '--lang', 'en', ...more);

describe('msig obs setup', () => {
  it('makes everything once, however often it runs', async () => {
    const first = await setup();
    expect(first.error).toBeNull();
    expect(first.out).toMatch(/^made: MSIG full, MSIG full page, MSIG strip/m);
    const before = obs.world.snapshot();
    const second = await setup();
    expect(second.out).toMatch(/^was there: MSIG full/m);
    expect(second.out).not.toMatch(/^(made|mended):/m);
    expect(obs.world.snapshot()).toBe(before);
    await until(() => obs.sessions === 0);
  });

  it('mends, and speaks Russian', async () => {
    await setup();
    obs.world.input('MSIG strip page')!.settings.height = 90;
    const { out } = await setup('--lang', 'ru');
    expect(out).toContain('поправлено: MSIG strip page');
    expect(obs.world.input('MSIG strip page')!.settings.height).toBe(160);
  });

  it.each([
    ['a wrong password', ['--password', 'no'], 'OBS_PASSWORD', /не принимает пароль/],
    ['nothing at that port', ['--url', 'ws://127.0.0.1:1'], 'OBS_UNREACHABLE', /Запусти OBS/],
    ['no address', ['--url', '4455'], 'BAD_OPTION', /ожидалось адрес вроде ws/],
    ['no overlay link', ['--overlay', 'http://127.0.0.1/'], 'BAD_OPTION', /--overlay/],
  ])('%s: one clear sentence, nothing touched', async (_, more, code, ru) => {
    const before = obs.world.snapshot();
    const { error } = await setup(...more);
    expect(error?.code).toBe(code);
    expect(error?.sentence('ru')).toMatch(ru);
    expect(error?.sentence('en')).not.toContain('hush');
    expect(obs.world.snapshot()).toBe(before);
  });

  it('says what to do where OBS shows no pages, and where names are taken', async () => {
    const { kinds } = obs.world;
    obs.world.kinds = kinds.filter((kind) => kind !== 'browser_source');
    expect((await setup()).error?.code).toBe('OBS_NO_BROWSER');
    obs.world.kinds = kinds;
    expect((await setup()).error).toBeNull();
    obs.world.addScene('MSIG dice');
    const { error, out } = await setup('--overlay', `${LINK}&page=dice`);
    expect(error?.sentence('en')).toContain('taken by things not made here: MSIG dice.');
    expect(out).toContain('was there: MSIG full');
  });
});

describe('with a host', () => {
  let folder: string;
  let parts: HostParts;
  let settings: Settings;
  let game: Awaited<ReturnType<HostParts['catalog']['create']>>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'msig-obs-host-'));
    parts = await composeHost(readSettings({ options: { data: folder, log: 'memory', port: 0 }, env: {} }));
    const address = await parts.gateway.app.listen({ host: '127.0.0.1', port: 0 });
    settings = { ...parts.settings, port: Number(new URL(address).port) };
    const seats = ['A', 'B', 'C', 'D'].map((name) => ({ name, lang: 'en', kind: 'person' }) as const);
    game = await parts.catalog.create({ size: 'S', pace: 'session', lang: 'en', seats, seed: 'obs' });
    await writeFile(join(folder, 'admin.token'), `${await parts.tokens.sign({ role: 'admin' })}\n`);
  });
  afterEach(async () => {
    await parts?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const begin = () => game.host.submit({ id: 'begin', as: { by: 'admin' }, command: { type: 'start' } });

  it('finds the link of the running game, and hears what happens in it', async () => {
    const link = await runningLink(settings);
    expect(link).toContain(`/overlay?game=${game.id}&key=ov_`);
    const heard: string[] = [];
    const notes: string[] = [];
    const stop = listenTo(
      link,
      (moments) => heard.push(...moments.flatMap(({ events }) => events.map(({ type }) => type))),
      (note) => notes.push(note),
    );
    await until(() => parts.gateway.channels.count().watching > 0);
    await begin();
    await until(() => heard.includes('started'));
    stop();
    expect(notes).toEqual([]);
  });

  it('says that the game has another data folder, that none runs, or that it is over', async () => {
    await game.host.submit({ id: 'end', as: { by: 'admin' }, command: { type: 'cancel' } });
    await expect(runningLink(settings)).rejects.toMatchObject({ code: 'OBS_NO_GAME' });
    await writeFile(join(folder, 'admin.token'), 'nonsense');
    await expect(runningLink(settings)).rejects.toMatchObject({ code: 'OTHER_DATA' });
    await rm(join(folder, 'admin.token'));
    await expect(runningLink(settings)).rejects.toMatchObject({ code: 'OTHER_DATA' });
    await expect(runningLink({ ...settings, port: 1 })).rejects.toMatchObject({ code: 'OBS_NO_GAME' });
  });

  it('finds that of a rehearsal, whose data folder lies in ours', async () => {
    await mkdir(join(folder, 'rehearsal'));
    await rename(join(folder, 'admin.token'), join(folder, 'rehearsal', 'admin.token'));
    await writeFile(join(folder, 'admin.token'), 'of the last evening');
    expect(await runningLink(settings)).toContain(`/overlay?game=${game.id}&key=ov_`);
  });

  it('switches OBS when the game begins, and puts its link there', async () => {
    const table: ObsSettings = {
      url: obs.url,
      password: 'hush',
      rules: [{ on: 'start', scene: 'MSIG full', to: true, cooldown: 10 }],
    };
    const notes: string[] = [];
    const stage = startHostStage({
      settings: { ...settings, obs: table } as Settings,
      game,
      overlay: await runningLink(settings),
      note: (line) => notes.push(line),
    });
    await until(() => notes.length === 2);
    expect(String(obs.world.input('MSIG full page')?.settings.url)).toContain(`game=${game.id}`);
    await begin();
    await until(() => obs.world.program === 'MSIG full');
    expect(await stage?.picture()).not.toBeNull();
    await stage?.close();
    expect(notes[0]).toContain('5.6.3');
  });

  it('plays on without OBS', () => {
    const obs = { url: null, password: null, rules: [] };
    const options = { game, overlay: LINK, note: () => {} };
    expect(startHostStage({ ...options, settings: { ...settings, obs } as Settings })).toBeNull();
  });
});
