/** A simulated OBS and a program connected to it, for the tests of this folder. */
import type { SceneProgram } from '../contract.ts';
import { obsScene } from './index.ts';
import type { Pauses } from './options.ts';
import { SimWorld } from './simulator/world.ts';
import { ObsSimulator, type SimOptions } from './simulator.ts';

/** Times of tests: short, but long enough to be seen. */
export const QUICK: Pauses = {
  deadlineMs: 1_000,
  callMs: 1_000,
  firstPauseMs: 20,
  longestPauseMs: 80,
  refusedPauseMs: 120,
  beatMs: 60_000,
};

/** A streamer's evening: `Talk` on air, with a camera that has a filter, and `Game`. */
export function evening(): SimWorld {
  const world = new SimWorld();
  world.scenes = [];
  const talk = world.addScene('Talk');
  world.addScene('Game');
  world.inputs.push({ name: 'Cam', kind: 'image_source', settings: { file: 'cam.png' }, volumeDb: 0 });
  world.addItem(talk, 'Cam');
  world.filters.set('Cam', new Map([['Glow', false]]));
  world.program = 'Talk';
  return world;
}

export interface Rig {
  readonly obs: ObsSimulator;
  readonly program: SceneProgram;
  end(): Promise<void>;
}

export async function startRig(
  options: SimOptions & { readonly given?: string; readonly pauses?: Partial<Pauses> } = {},
): Promise<Rig> {
  const { given, pauses, ...sim } = options;
  const obs = await ObsSimulator.start({ world: evening(), ...sim });
  const password = given ?? options.password ?? null;
  const program = obsScene({ url: obs.url, password, pauses: { ...QUICK, ...pauses } });
  const end = async () => {
    await program.close();
    await obs.kill();
  };
  return { obs, program, end };
}

export async function until(what: () => boolean, ms = 10_000): Promise<void> {
  const late = Date.now() + ms;
  while (!what()) {
    if (Date.now() > late) throw new Error(`not within ${ms} ms: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
