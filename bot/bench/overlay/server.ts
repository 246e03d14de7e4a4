/** The real host and gateway with the built pages: a race or a fight of eight that goes on whenever it is asked to. */
import { memoryLog } from '../../../adapters/log/memory.ts';
import type { Content } from '../../content/load.ts';
import { keyedChance } from '../../engine/chance.ts';
import { botMove } from '../../host/bots/practice.ts';
import { answer } from '../child.ts';
import { loadGame } from '../engine/games.ts';
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

/** The whole game, on a map on which monsters are everywhere. */
async function loadFights(): Promise<Content> {
  const { rules, ...content } = await loadGame();
  const zones = Object.entries(rules.zones).map(([id, zone]) => [id, { ...zone, cells: { monster: 1 } }]);
  return { ...content, rules: { ...rules, zones: Object.fromEntries(zones) } };
}

const chance = keyedChance(new Uint8Array(32).fill(3));

/** What somebody would do now; those who fight come first, so that there is always a fight to look at. */
async function playOn(): Promise<void> {
  const { host, rules } = rig.game;
  const { players, order } = host.state;
  const byFight = order.toSorted((a, b) => Number(!players[a]?.fight) - Number(!players[b]?.fight));
  for (const player of byFight) {
    const move = botMove(host, player, { rules, chance, at: Date.now() });
    const outcome = move && (await host.submit(move));
    if (!outcome?.ok) continue;
    events += outcome.events.length;
    return;
  }
}

let next = throwDice;

answer({
  listen: async ({ fights }: { fights?: boolean }) => {
    rig = await startRig(memoryLog(), { pages: PAGES, ...(fights ? { load: loadFights } : {}) });
    if (fights) next = playOn;
    return { port: rig.port, game: rig.game.id, key: await rig.tokens.overlayKey(rig.game.id) };
  },
  /** So many throws; the number of the last moment. */
  throw: async ({ times }: { times: number }) => {
    for (let i = 0; i < times; i += 1) await throwDice();
    return rig.game.host.seq;
  },
  /** Events a second, by throws or moves as they are due, until `rest`. */
  go: ({ hz }: { hz: number }) => {
    const begin = performance.now();
    const before = events;
    pace = setInterval(() => {
      if (events - before <= ((performance.now() - begin) * hz) / 1000) void next();
    }, LOOK_MS);
  },
  rest: () => clearInterval(pace),
  board: () => rig.game.publisher.now('board')?.data,
});
