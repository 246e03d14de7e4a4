/** What becomes of a streamer's scene collection. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageSpec, PartSpec } from '../contract.ts';
import { type Rig, startRig } from './rig.suite.ts';

const page = (key: string, rest: Partial<PageSpec> = {}): PageSpec => ({
  key: `${key}-page`,
  name: `MSIG ${key} page`,
  url: `http://127.0.0.1:4747/overlay?game=g1&key=ov_1&format=${key}`,
  renews: null,
  width: 1920,
  height: 1080,
  place: 'fill',
  volumeDb: -12,
  ...rest,
});
const SPEC: PartSpec = {
  missing: 'make',
  scenes: [
    { key: 'full', name: 'MSIG full', pages: [page('full')] },
    { key: 'strip', name: 'MSIG strip', pages: [page('strip', { height: 160, place: 'bottom' })] },
    {
      key: 'corner',
      name: 'MSIG corner',
      pages: [page('corner', { width: 480, height: 270, place: 'corner' })],
    },
  ],
};

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.program.connect();
});
afterEach(() => rig.end());

const ensure = (spec: Partial<PartSpec> = {}) => rig.program.ensureCollectionPart({ ...SPEC, ...spec });

describe('made', () => {
  it('with addresses, sizes, places and volumes, and only once', async () => {
    const { world } = rig.obs;
    const first = await ensure();
    expect(first).toMatchObject({
      browser: true,
      mended: [],
      foreign: [],
      present: ['full', 'strip', 'corner'],
    });
    expect(first.made).toHaveLength(6);
    expect(world.input('MSIG strip page')).toMatchObject({
      kind: 'browser_source',
      volumeDb: -12,
      settings: {
        url: 'http://127.0.0.1:4747/overlay?game=g1&key=ov_1&format=strip',
        width: 1920,
        height: 160,
        shutdown: false,
      },
    });
    expect(world.scene('MSIG strip')?.items[0]?.transform).toMatchObject({
      positionX: 0,
      positionY: 920,
      boundsWidth: 1920,
      boundsHeight: 160,
    });
    expect(world.scene('MSIG corner')?.items[0]?.transform).toMatchObject({
      positionX: 1416,
      positionY: 786,
    });
    const before = world.snapshot();
    const second = await ensure();
    expect(second).toMatchObject({ made: [], mended: [] });
    expect(second.kept).toHaveLength(6);
    expect(world.snapshot()).toBe(before);
  });

  it('to the measure of a smaller canvas', async () => {
    rig.obs.world.canvas = { width: 1280, height: 720 };
    await ensure();
    expect(rig.obs.world.scene('MSIG strip')?.items[0]?.transform).toMatchObject({
      positionY: 613,
      boundsWidth: 1280,
      boundsHeight: 107,
    });
  });

  it('with plain cards where no page can be shown, which give way later', async () => {
    const { world } = rig.obs;
    const kinds = world.kinds;
    world.kinds = kinds.filter((kind) => kind !== 'browser_source');
    const report = await ensure();
    expect(report).toMatchObject({ browser: false, present: ['full', 'strip', 'corner'] });
    expect(world.input('MSIG strip page')).toMatchObject({
      kind: 'color_source_v3',
      settings: { width: 1920, height: 160 },
    });
    expect(await ensure()).toMatchObject({ made: [], mended: [] });
    world.kinds = kinds;
    expect((await ensure()).made).toEqual(['MSIG full page', 'MSIG strip page', 'MSIG corner page']);
    expect(world.input('MSIG strip page')?.kind).toBe('browser_source');
    expect(world.inputs).toHaveLength(4);
  });
});

describe('mended', () => {
  beforeEach(() => ensure());

  it('where an address, a size or the switch that shuts a hidden page down was changed', async () => {
    const input = rig.obs.world.input('MSIG full page')!;
    input.settings = { ...input.settings, url: 'http://elsewhere/', shutdown: true, fps: 60 };
    expect(await ensure()).toMatchObject({ made: [], mended: ['MSIG full page'] });
    expect(input.settings).toMatchObject({ url: SPEC.scenes[0]!.pages[0]!.url, shutdown: false, fps: 60 });
  });

  it('where a source or a scene was thrown away', async () => {
    const { world } = rig.obs;
    world.removeInput('MSIG full page');
    world.scene('MSIG strip')!.items = [];
    world.scenes = world.scenes.filter(({ name }) => name !== 'MSIG corner');
    const report = await ensure();
    expect(report.made).toEqual(['MSIG full page', 'MSIG corner']);
    expect(report.mended).toEqual(['MSIG strip page', 'MSIG corner page']);
    expect(world.scene('MSIG strip')!.items[0]!.transform).toMatchObject({ positionY: 920 });
  });

  it('under the names that the streamer has given', async () => {
    const { world } = rig.obs;
    world.scene('MSIG full')!.name = 'Гонка';
    const input = world.input('MSIG full page')!;
    world.scene('Гонка')!.items = [];
    world.addItem(world.scene('Гонка')!, 'Карта');
    input.name = 'Карта';
    input.settings = { ...input.settings, url: 'http://elsewhere/' };
    expect(await ensure()).toMatchObject({ made: [], mended: ['Карта'] });
    expect(world.scene('MSIG full')).toBeUndefined();
  });

  it('with the parameters that the streamer has chosen, if so wished', async () => {
    const input = rig.obs.world.input('MSIG full page')!;
    input.settings.url = `${String(input.settings.url)}&theme=night&lang=en`;
    const fresh = page('full', {
      url: 'http://127.0.0.1:8080/overlay?game=g2&key=ov_2&lang=ru',
      renews: ['game', 'key'],
    });
    const spec = { scenes: [{ key: 'full', name: 'MSIG full', pages: [fresh] }] };
    expect(await ensure(spec)).toMatchObject({ mended: ['MSIG full page'] });
    expect(input.settings.url).toBe(
      'http://127.0.0.1:8080/overlay?game=g2&key=ov_2&lang=en&format=full&theme=night',
    );
    expect(await ensure(spec)).toMatchObject({ mended: [] });
  });

  it('but not what was thrown away on purpose, if so wished', async () => {
    const { world } = rig.obs;
    world.scenes = world.scenes.filter(({ name }) => name !== 'MSIG corner');
    const report = await ensure({ missing: 'make-if-none' });
    expect(report).toMatchObject({ made: [], present: ['full', 'strip'] });
    expect(world.scene('MSIG corner')).toBeUndefined();
  });

  it('and not where the streamer has moved it or turned it down', async () => {
    const { world } = rig.obs;
    world.scene('MSIG corner')!.items[0]!.transform.positionX = 10;
    world.input('MSIG full page')!.volumeDb = -40;
    const before = world.snapshot();
    await ensure();
    expect(world.snapshot()).toBe(before);
  });
});

describe('left alone', () => {
  it('whatever has our names but not our mark', async () => {
    const { world } = rig.obs;
    const own = world.addScene('MSIG full');
    world.addItem(own, 'Cam');
    world.inputs.push({
      name: 'MSIG strip page',
      kind: 'browser_source',
      settings: { url: 'x' },
      volumeDb: 0,
    });
    const before = [JSON.stringify(own), JSON.stringify(world.input('MSIG strip page'))];
    const report = await ensure();
    expect(report.foreign).toEqual(['MSIG full', 'MSIG strip page']);
    expect(report.present).toEqual(['strip', 'corner']);
    expect([JSON.stringify(own), JSON.stringify(world.input('MSIG strip page'))]).toEqual(before);
  });

  it('everything else, before, between and after', async () => {
    const { world } = rig.obs;
    const others = () =>
      JSON.stringify([
        world.program,
        world.scene('Talk'),
        world.scene('Game'),
        world.input('Cam'),
        [...world.filters.get('Cam')!],
      ]);
    const before = others();
    await ensure();
    world.removeInput('MSIG full page');
    await ensure();
    expect(others()).toBe(before);
  });

  it('another collection than the one that it was made in', async () => {
    const { collection } = await ensure();
    rig.obs.world.collection = 'Holidays';
    const before = rig.obs.world.snapshot();
    rig.obs.world.removeInput('MSIG full page');
    expect(await ensure({ collection })).toMatchObject({ skipped: true, made: [] });
    expect(rig.obs.world.snapshot()).not.toBe(before);
    expect(rig.obs.world.input('MSIG full page')).toBeUndefined();
  });
});

it('knows its scenes by what is in them where OBS keeps no private settings', async () => {
  rig.obs.faults.unknown.add('SetSourcePrivateSettings').add('GetSourcePrivateSettings');
  expect((await ensure()).made).toHaveLength(6);
  const before = rig.obs.world.snapshot();
  expect(await ensure()).toMatchObject({ made: [], mended: [], foreign: [] });
  expect(rig.obs.world.snapshot()).toBe(before);
});

it('goes on where it was cut off', async () => {
  rig.obs.faults.cutAt = 'SetInputVolume';
  await expect(ensure()).rejects.toThrow('lost');
  while (rig.program.health().state !== 'up') await new Promise((resolve) => setTimeout(resolve, 5));
  const report = await ensure();
  expect([...report.made, ...report.kept].sort()).toHaveLength(6);
  expect(rig.obs.world.inputs).toHaveLength(4);
});
