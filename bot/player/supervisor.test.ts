import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { BUDGET, Supervisor, type SupervisorState } from './supervisor.ts';

const ALIVE =
  "process.send('alive'); setInterval(() => process.send('alive'), 200); process.on('disconnect', () => process.exit())";
const SHORT = { firstMs: 1, longestMs: 5 };
const supervisors: Supervisor[] = [];

function supervise(code: string, onGaveUp = (_falls: number, _cause: string) => {}) {
  const states: SupervisorState[] = [];
  const supervisor = new Supervisor({
    player: 'p1',
    command: process.execPath,
    args: ['-e', code],
    env: async () => process.env,
    onState: (state) => states.push(state),
    onGaveUp,
    pause: SHORT,
  });
  supervisors.push(supervisor);
  return { supervisor, states };
}

async function until(what: () => boolean, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

afterEach(async () => {
  await Promise.all(supervisors.splice(0).map((one) => one.stop()));
});

describe('a supervised process', () => {
  it('is back after a kill, several times over', async () => {
    const { supervisor } = supervise(ALIVE);
    for (let n = 0; n < 4; n += 1) {
      await until(() => supervisor.state.state === 'up');
      const { pid } = supervisor.state;
      process.kill(pid!, 'SIGKILL');
      await until(() => supervisor.state.pid !== pid);
    }
    await until(() => supervisor.state.state === 'up');
    expect(supervisor.state.falls).toBe(4);
  });

  it('is gone after stop, also when it does not listen', async () => {
    const { supervisor } = supervise(`process.on('SIGTERM', () => {}); ${ALIVE}`);
    await until(() => supervisor.state.state === 'up');
    const { pid } = supervisor.state;
    await supervisor.stop();
    expect(isAlive(pid!)).toBe(false);
    expect(supervisor.state).toMatchObject({ state: 'stopped', pid: null });
  });

  it('that cannot live is given up, with its last words', async () => {
    let gaveUp: { falls: number; cause: string } | null = null;
    const { supervisor } = supervise("console.error('no chat for me'); process.exit(3)", (falls, cause) => {
      gaveUp = { falls, cause };
    });
    await until(() => gaveUp !== null, 60_000);
    expect(gaveUp).toEqual({ falls: BUDGET.falls + 1, cause: 'no chat for me' });
    expect(supervisor.state.state).toBe('gave-up');
  }, 60_000);

  it('that cannot be started at all is given up too', async () => {
    let gaveUp = 0;
    const supervisor = new Supervisor({
      player: 'p1',
      command: '/no/such/program',
      args: [],
      env: async () => process.env,
      onGaveUp: (falls) => {
        gaveUp = falls;
      },
      pause: SHORT,
    });
    supervisors.push(supervisor);
    await until(() => gaveUp > 0, 60_000);
    expect(gaveUp).toBe(BUDGET.falls + 1);
  }, 60_000);

  it('learns that its host is gone, however the host ended', async () => {
    const host = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { Supervisor } from ${JSON.stringify(new URL('./supervisor.ts', import.meta.url).href)};
         new Supervisor({ player: 'p1', command: process.execPath, args: ['--input-type=module', '-e', ${JSON.stringify(
           `import { whenOrphaned } from ${JSON.stringify(new URL('./parent.ts', import.meta.url).href)};
            process.send('alive'); setInterval(() => process.send?.('alive', () => {}), 200);
            whenOrphaned(() => process.exit(0));`,
         )}], env: async () => process.env, onGaveUp() {},
           onState: (s) => s.state === 'up' && console.log(s.pid) });`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [data] = (await once(host.stdout, 'data')) as [Buffer];
    const child = Number(data.toString());
    expect(isAlive(child)).toBe(true);
    host.kill('SIGKILL');
    await until(() => !isAlive(child), 5_000);
  });
});
