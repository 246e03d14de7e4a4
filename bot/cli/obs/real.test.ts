/** The real OBS: set up twice, switched by an event, killed and met again. */
import { Command } from 'commander';
import OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obsScene } from '../../../adapters/scene/obs/index.ts';
import {
  missingParts,
  REAL_PASSWORD,
  type RealObs,
  startRealObs,
} from '../../../adapters/scene/obs/real.suite.ts';
import { until } from '../../../adapters/scene/obs/rig.suite.ts';
import { MsigError } from '../../errors.ts';
import type { Moment } from '../../protocol/views.ts';
import { partOf } from '../../stage/part.ts';
import { stageRule } from '../../stage/rules.ts';
import { Stage, type StageNews } from '../../stage/stage.ts';
import { addObs } from '../obs.ts';
import { pixelOf } from './pixel.suite.ts';

const lacking = missingParts();
if (lacking) console.warn(`SKIPPED: the real OBS is not tried: ${lacking}`);

const LINK = 'http://127.0.0.1:4747/overlay?game=g1&key=ov_1';
/** As OBS takes it, 0xAABBGGRR, and as it comes out. */
const RED = { colour: 0xff_00_00_ff, pixel: [255, 0, 0] };
const GREEN = { colour: 0xff_00_ff_00, pixel: [0, 255, 0] };
const QUICK = { firstPauseMs: 100, longestPauseMs: 400 };

describe.skipIf(lacking !== null)('a real OBS', () => {
  let real: RealObs;
  /** The streamer's own hands. */
  let hand: OBSWebSocket;

  const takeHold = async () => {
    hand = new OBSWebSocket();
    await hand.connect(real.url, REAL_PASSWORD);
  };
  beforeAll(async () => {
    real = await startRealObs();
    await takeHold();
  });
  afterAll(async () => {
    await hand?.disconnect();
    await real?.end();
  });

  const names = async () => {
    const { scenes } = await hand.call('GetSceneList');
    const { inputs } = await hand.call('GetInputList');
    const own = scenes.map(({ sceneName }) => String(sceneName)).sort();
    const items = await Promise.all(own.map((sceneName) => hand.call('GetSceneItemList', { sceneName })));
    return {
      scenes: own,
      inputs: inputs.map(({ inputName }) => String(inputName)).sort(),
      items: items.map(({ sceneItems }) => sceneItems.map(({ sceneItemId }) => sceneItemId)),
    };
  };

  it('is set up once by two runs, and keeps what was there', async () => {
    const before = await names();
    await setup(real.url, REAL_PASSWORD);
    const first = await names();
    expect(first.scenes).toEqual([...before.scenes, 'MSIG corner', 'MSIG full', 'MSIG strip'].sort());
    expect(first.inputs).toEqual(
      [...before.inputs, 'MSIG corner page', 'MSIG full page', 'MSIG strip page'].sort(),
    );
    const second = await setup(real.url, REAL_PASSWORD);
    expect(await names()).toEqual(first);
    expect(second.report).toMatchObject({ made: [], mended: [], foreign: [] });
    // Debian's build has no browser source, others have: either it is used, or it is said what to do.
    const { inputKinds } = await hand.call('GetInputKindList');
    const browser = inputKinds.includes('browser_source');
    expect(second.report).toMatchObject({ browser });
    expect(second.error?.code ?? null).toBe(browser ? null : 'OBS_NO_BROWSER');
    const { inputSettings } = await hand.call('GetInputSettings', { inputName: 'MSIG strip page' });
    expect(inputSettings).toMatchObject({ width: 1920, height: 160 });
  });

  it('says that the password is wrong', async () => {
    const { error } = await setup(real.url, 'wrong');
    expect(error?.code).toBe('OBS_PASSWORD');
    expect(error?.sentence('ru')).toContain('не принимает пароль');
  });

  it('switches by an event, seen in a picture; killed and started again it is met and mended', async () => {
    await paint('Talk', RED.colour);
    await paint('MSIG full', GREEN.colour);
    await hand.call('SetCurrentProgramScene', { sceneName: 'Talk' });
    const { stage, news, tell } = startStage(real.url);
    try {
      await until(() => news.some(({ is }) => is === 'health'), 20_000);
      await until(() => news.some(({ is }) => is === 'part' || is === 'no-browser'), 20_000);
      expect(await colourOf(stage)).toEqual(RED.pixel);
      tell();
      await until(() => stageIsOn('MSIG full'), 20_000);
      expect(await colourOf(stage)).toEqual(GREEN.pixel);
      await until(() => stageIsOn('Talk'), 20_000);
      expect(await colourOf(stage)).toEqual(RED.pixel);

      await real.kill();
      await until(() => news.some((one) => one.is === 'health' && one.health.state === 'down'), 20_000);
      news.length = 0;
      await real.loseScenes();
      await real.start();
      await until(() => news.some(({ is }) => is === 'part'), 30_000);
      await takeHold();
      expect((await names()).scenes).toEqual(['MSIG corner', 'MSIG full', 'MSIG strip', 'Scene']);
      tell();
      await until(() => stageIsOn('MSIG full'), 20_000);
    } catch (error) {
      throw new Error(`${String(error)}\n${JSON.stringify(news)}\n${(await real.log()).slice(-2_000)}`);
    } finally {
      await stage.close();
    }
  });

  let onAir = '';
  const stageIsOn = (scene: string) => onAir === scene;

  function startStage(url: string) {
    const listeners: ((moments: readonly Moment[]) => void)[] = [];
    const news: StageNews[] = [];
    const program = obsScene({ url, password: REAL_PASSWORD, pauses: QUICK });
    program.onScene((scene) => {
      onAir = scene;
    });
    const stage = new Stage({
      program,
      rules: [stageRule.parse({ on: 'finish', scene: 'MSIG full', for: 6, cooldown: 0 })],
      subscribe: (listener) => {
        listeners.push(listener);
        return () => {};
      },
      part: () => partOf({ links: [LINK], missing: 'make-if-none', keepsOptions: true }),
      onNews: (one) => news.push(one),
    });
    stage.start();
    const tell = () => {
      const events = [{ type: 'ended', winner: 'p1', places: ['p1'] }] as const;
      for (const listener of listeners) listener([{ seq: 1, at: 0, events }]);
    };
    return { stage, news, tell };
  }

  /** The streamer's own picture in a scene, over whatever is there. */
  async function paint(sceneName: string, color: number): Promise<void> {
    await hand.call('CreateScene', { sceneName }).catch(() => {});
    await hand.call('CreateInput', {
      sceneName,
      inputName: `paint of ${sceneName}`,
      inputKind: 'color_source_v3',
      inputSettings: { color, width: 1920, height: 1080 },
    });
  }
});

async function colourOf(stage: Stage): Promise<readonly number[]> {
  const picture = await stage.picture();
  return picture ? pixelOf(picture, 0.5, 0.5) : [];
}

interface Ran {
  readonly report: unknown;
  readonly error: MsigError | null;
}

/** `msig obs setup --json …` */
async function setup(url: string, password: string): Promise<Ran> {
  const program = new Command().exitOverride();
  addObs(program);
  const lines: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = (chunk) => {
    lines.push(String(chunk));
    return true;
  };
  try {
    const args = ['obs', 'setup', '--json', '--url', url, '--password', password, '--overlay', LINK];
    await program.parseAsync(args, { from: 'user' });
    return { report: JSON.parse(lines.join('')), error: null };
  } catch (error) {
    if (!(error instanceof MsigError)) throw error;
    return { report: lines.length > 0 ? JSON.parse(lines.join('')) : null, error };
  } finally {
    process.stdout.write = write;
  }
}
