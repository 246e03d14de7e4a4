/** The real host and gateway with the built pages: a race of eight that is thrown on whenever it is asked to. */
import { memoryLog } from '../../../adapters/log/memory.ts';
import { answer } from '../child.ts';
import { PLAYERS } from '../limits/race.ts';
import { type Rig, startRig } from '../rig.ts';

/** As `npm run build` leaves them. */
const PAGES = '../../.build/overlay';
/** How often it is looked whether a throw is due, in milliseconds. */
const LOOK_MS = 20;

let rig: Rig;
let thrown = 0;
let events = 0;
let pace: ReturnType<typeof setInterval> | undefined;

async function throwDice(): Promise<void> {
  const player = `p${1 + (thrown % PLAYERS)}`;
  thrown += 1;
  const request = { id: `throw ${thrown}`, as: { by: 'player', player }, command: { type: 'roll' } } as const;
  const outcome = await rig.game.host.submit(request);
  if (!outcome.ok) throw new Error(`a throw was refused: ${outcome.code}`);
  events += outcome.events.length;
}

answer({
  listen: async () => {
    rig = await startRig(memoryLog(), PAGES);
    return { port: rig.port, game: rig.game.id, key: await rig.tokens.overlayKey(rig.game.id) };
  },
  /** So many throws; the number of the last moment. */
  throw: async ({ times }: { times: number }) => {
    for (let i = 0; i < times; i += 1) await throwDice();
    return rig.game.host.seq;
  },
  /** Events a second, by throws as they are due, until `rest`. */
  go: ({ hz }: { hz: number }) => {
    const begin = performance.now();
    const before = events;
    pace = setInterval(() => {
      if (events - before <= ((performance.now() - begin) * hz) / 1000) void throwDice();
    }, LOOK_MS);
  },
  rest: () => clearInterval(pace),
  board: () => rig.game.publisher.now('board')?.data,
});
