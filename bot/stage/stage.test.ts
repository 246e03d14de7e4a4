/** The stage on a simulated OBS. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evening, type Rig, startRig, until } from '../../adapters/scene/obs/rig.suite.ts';
import { ObsSimulator } from '../../adapters/scene/obs/simulator.ts';
import type { Moment } from '../protocol/views.ts';
import { noteOf } from './notes.ts';
import { partOf } from './part.ts';
import { type StageRule, stageRule } from './rules.ts';
import { Stage, type StageNews } from './stage.ts';
import type { StageEvent } from './words.ts';

const LINK = 'http://127.0.0.1:4747/overlay?game=g1&key=ov_1';
const rule = (row: Omit<StageRule, 'to' | 'cooldown'> & Partial<StageRule>): StageRule =>
  // Seconds are too long for a test: `for` is checked in rules.test.ts, and here it may be a fraction.
  ({ to: true, cooldown: 0, ...row });

let rig: Rig;
let stage: Stage | null;
let news: StageNews[];
let tell: (...events: StageEvent[]) => void;
let again: ObsSimulator | null;

beforeEach(async () => {
  rig = await startRig();
  news = [];
  again = null;
  stage = null;
});
afterEach(async () => {
  await stage?.close();
  await again?.kill();
  await rig.end();
});

async function given(...rules: StageRule[]): Promise<Stage> {
  const listeners = new Set<(moments: readonly Moment[]) => void>();
  stage = new Stage({
    program: rig.program,
    rules,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    part: () => partOf({ links: [LINK], missing: 'make-if-none', keepsOptions: true }),
    onNews: (one) => news.push(one),
  });
  tell = (...events) => {
    for (const listener of listeners) listener([{ seq: 1, at: 0, events }]);
  };
  stage.start();
  await until(() => news.some(({ is }) => is === 'part'));
  return stage;
}

const onAir = () => rig.obs.world.program;
const isOnAir = (scene: string) => until(() => onAir() === scene);
const soon = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));
const START: StageEvent = { type: 'started' };
const END: StageEvent = { type: 'ended', winner: 'p1', places: ['p1'] };
const fall = (player: string): StageEvent => ({ type: 'knockedOut', player, to: 0 });

describe('a scene', () => {
  it('comes for its time and goes back', async () => {
    await given(rule({ on: 'finish', scene: 'MSIG full', for: 0.1 }));
    tell(END);
    await isOnAir('MSIG full');
    await isOnAir('Talk');
  });

  it('stays if no time is given', async () => {
    await given(rule({ on: 'finish', scene: 'Game' }));
    tell(END);
    await isOnAir('Game');
    await soon();
    expect(onAir()).toBe('Game');
  });

  it('does not go back if the streamer has switched in the meantime, even to the same scene again', async () => {
    await given(rule({ on: 'finish', scene: 'MSIG full', for: 0.15 }));
    tell(END);
    await isOnAir('MSIG full');
    rig.obs.streamerSwitches('Game');
    rig.obs.streamerSwitches('MSIG full');
    await soon(300);
    expect(onAir()).toBe('MSIG full');
    rig.obs.streamerSwitches('Game');
    await soon(250);
    expect(onAir()).toBe('Game');
  });

  it('goes back to where the streamer was going when it came', async () => {
    await given(rule({ on: 'finish', scene: 'MSIG full', for: 0.3 }));
    // A change is told when its transition is over: this one after our own has begun.
    rig.obs.world.transitionMs = 150;
    rig.obs.streamerSwitches('Game');
    tell(END);
    await isOnAir('MSIG full');
    await isOnAir('Game');
  });

  it('waits for its turn, and the last one goes back to the first scene of all', async () => {
    await given(
      rule({ on: 'start', scene: 'MSIG full', for: 0.1 }),
      rule({ on: 'finish', scene: 'MSIG strip', for: 0.1 }),
    );
    const seen: string[] = [];
    rig.program.onScene((scene) => seen.push(scene));
    tell(START, END);
    await until(() => seen.length === 3);
    expect(seen).toEqual(['MSIG full', 'MSIG strip', 'Talk']);
  });

  it('of what the streamer has thrown over, nothing waits any more', async () => {
    await given(
      rule({ on: 'start', scene: 'MSIG full', for: 0.2 }),
      rule({ on: 'finish', scene: 'MSIG strip', for: 0.2 }),
    );
    tell(START, END);
    await isOnAir('MSIG full');
    await soon();
    rig.obs.streamerSwitches('Game');
    await soon(400);
    expect(onAir()).toBe('Game');
  });

  it('comes only from the scenes named', async () => {
    await given(rule({ on: 'finish', scene: 'MSIG full', from: ['Game'] }));
    tell(END);
    await soon();
    expect(onAir()).toBe('Talk');
    rig.obs.streamerSwitches('Game');
    tell(END);
    await isOnAir('MSIG full');
  });

  it('that is not there is told once, and the others go on', async () => {
    await given(rule({ on: 'start', scene: 'Nowhere', for: 0.1 }), rule({ on: 'finish', scene: 'Game' }));
    tell(START);
    await until(() => news.some(({ is }) => is === 'row-failed'));
    tell(START);
    tell(END);
    await isOnAir('Game');
    const failures = news.filter(({ is }) => is === 'row-failed');
    expect(failures).toMatchObject([{ row: 0, outcome: { code: 'absent' } }]);
    expect(noteOf(failures[0]!, 'ru')).toContain('строка 1');
  });
});

it('filters and sources come and go on their own, beside the scenes', async () => {
  await given(
    rule({ on: 'fall', source: 'Cam', filter: 'Glow', for: 0.8 }),
    rule({ on: 'fall', scene: 'Talk', source: 'Cam', to: false, for: 0.8 }),
    rule({ on: 'fall', scene: 'Game', for: 0.8 }),
  );
  const { world } = rig.obs;
  const state = () => [
    world.filters.get('Cam')!.get('Glow'),
    world.scene('Talk')!.items[0]!.enabled,
    onAir(),
  ];
  tell(fall('p1'));
  await until(() => JSON.stringify(state()) === '[true,false,"Game"]');
  await until(() => JSON.stringify(state()) === '[false,true,"Talk"]');
});

it('keeps the cooldown, and looks whose moment it is', async () => {
  await given(rule({ on: 'fall', player: 'p1', scene: 'MSIG full', for: 0.05, cooldown: 3600 }));
  const orders = () => rig.obs.asked.filter((type) => type === 'SetCurrentProgramScene').length;
  tell(fall('p2'));
  await soon();
  expect(orders()).toBe(0);
  tell(fall('p1'), fall('p1'));
  await isOnAir('MSIG full');
  await isOnAir('Talk');
  tell(fall('p1'));
  await soon();
  expect(orders()).toBe(2);
});

it('shows the same again when the cooldown is over', async () => {
  await given(rule({ on: 'fall', scene: 'MSIG full', for: 0.05, cooldown: 0.1 }));
  for (let time = 0; time < 2; time += 1) {
    tell(fall('p1'));
    await isOnAir('MSIG full');
    await isOnAir('Talk');
    await soon(120);
  }
});

it('takes a picture of what is on air', async () => {
  const { picture } = { picture: (await given()).picture.bind(stage) };
  expect((await picture())?.subarray(1, 4).toString()).toBe('PNG');
  await rig.obs.kill();
  await until(() => rig.program.health().state === 'down');
  expect(await picture()).toBeNull();
});

describe('an OBS that was killed', () => {
  it('is met again and mended, and told of once', async () => {
    await given();
    const { port } = rig.obs;
    await rig.obs.kill();
    await soon(200);
    again = await ObsSimulator.start({ port, world: evening() });
    await until(() => news.filter(({ is }) => is === 'part').length === 2);
    expect(again.world.scene('MSIG strip')?.items).toHaveLength(1);
    const states = news.flatMap((one) => (one.is === 'health' ? [one.health.state] : []));
    expect(states).toEqual(['up', 'down', 'up']);
  });

  it('goes back to the scene of before when it comes back with ours on air', async () => {
    await given(rule({ on: 'finish', scene: 'MSIG full', for: 0.6 }));
    tell(END);
    await isOnAir('MSIG full');
    const { port, world } = rig.obs;
    await rig.obs.kill();
    await soon(800);
    expect(world.program).toBe('MSIG full');
    again = await ObsSimulator.start({ port, world });
    await isOnAir('Talk');
  });

  it('stays where the streamer has gone meanwhile', async () => {
    await given(rule({ on: 'finish', scene: 'MSIG full', for: 0.4 }));
    tell(END);
    await isOnAir('MSIG full');
    const { port, world } = rig.obs;
    await rig.obs.kill();
    world.program = 'Game';
    again = await ObsSimulator.start({ port, world });
    await until(() => rig.program.health().state === 'up');
    await soon(700);
    expect(world.program).toBe('Game');
  });

  it('shows nothing of what has happened without it', async () => {
    await given(rule({ on: 'finish', scene: 'Game' }));
    const { port, world } = rig.obs;
    await rig.obs.kill();
    await until(() => rig.program.health().state === 'down');
    tell(END);
    again = await ObsSimulator.start({ port, world });
    await until(() => rig.program.health().state === 'up');
    await soon();
    expect(world.program).toBe('Talk');
  });

  it('in another collection than before, is left alone there', async () => {
    await given();
    const { port } = rig.obs;
    await rig.obs.kill();
    const world = evening();
    world.collection = 'Holidays';
    const before = world.snapshot();
    again = await ObsSimulator.start({ port, world });
    await until(() => rig.program.health().state === 'up');
    await soon();
    expect(world.snapshot()).toBe(before);
  });
});

it('takes back what is on show when it ends', async () => {
  await given(rule({ on: 'finish', scene: 'MSIG full', for: 60 }));
  tell(END);
  await isOnAir('MSIG full');
  await stage?.close();
  expect(onAir()).toBe('Talk');
  expect(rig.program.health().state).toBe('closed');
});

it('the rows of these tests are rows of the table', () => {
  const { to, cooldown, ...given } = rule({ on: 'finish', scene: 'MSIG full', for: 8 });
  expect(stageRule.parse(given)).toEqual({ ...given, to, cooldown: 10 });
  expect(cooldown).toBe(0);
});

it('an order that OBS has carried out but not answered is taken back all the same', async () => {
  await given(rule({ on: 'finish', scene: 'MSIG full', for: 0.1 }));
  // The socket is cut at the order itself, and the streamer's OBS shows the scene nevertheless.
  rig.obs.faults.cutAt = 'SetCurrentProgramScene';
  rig.program.onHealth(({ state }) => {
    if (state === 'down') rig.obs.world.program = 'MSIG full';
  });
  tell(END);
  await isOnAir('MSIG full');
  await isOnAir('Talk');
});
