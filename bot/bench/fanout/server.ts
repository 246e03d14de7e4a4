/** The real host and gateway with a race in memory: each change is a player's throw. */
import { memoryLog } from '../../../adapters/log/memory.ts';
import { answer, fillNursery, paced, settledMemory, spent } from '../child.ts';
import { PLAYERS } from '../limits/race.ts';
import { type Rig, startRig } from '../rig.ts';

const DRAIN_MS = 300;
let rig: Rig;
let thrown = 0;
/** Changes of the board that were told: two throws within one frame are one. */
let told = 0;

function throwDice(): void {
  const player = `p${1 + (thrown % PLAYERS)}`;
  thrown += 1;
  const request = { id: `throw ${thrown}`, as: { by: 'player', player }, command: { type: 'roll' } } as const;
  void rig.game.host.submit(request).then((outcome) => {
    if (!outcome.ok) throw new Error(`a throw was refused: ${outcome.code}`);
  });
}

const where = async () => ({
  port: rig.port,
  game: rig.game.id,
  token: await rig.tokens.overlayKey(rig.game.id),
});

answer({
  listen: async () => {
    fillNursery();
    rig = await startRig(memoryLog());
    rig.game.publisher.watch('board', () => {
      told += 1;
    });
    return where();
  },
  where,
  memory: settledMemory,
  run: async (pace: { hz: number; times: number }) => {
    told = 0;
    const { cpu } = await spent(async () => {
      await paced(pace, throwDice);
      await new Promise((done) => setTimeout(done, DRAIN_MS));
    });
    return { cpu, changes: told };
  },
});
