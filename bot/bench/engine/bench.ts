/** `bench engine`: commands a second of the whole path without storage, against a pure reducer that keeps a JSON log. */
import { act, newRace } from '../limits/race.ts';
import { interleave, median, rate, ratioOf } from '../measure.ts';
import { DIFFERENCES } from '../race-pack/pack.ts';
import { atLeast, type BenchReport, type Figure, figure } from '../report.ts';
import { loadGame, loadRace, recordGame, recordRace } from './games.ts';
import { playPath, type Recording } from './path.ts';
import { STAGES, stagesOf } from './stages.ts';

/** Actions of one match; the anchors of the limit were measured so. */
const MATCH = 300;
const LONG = 30_000;
const REPEATS = 5;
const TURN_MS = 700;
/** The limit did 82 times boardgame.io's Master where both were measured: 17 Masters are this share of it. */
const MASTERS = 82;
const GOAL = Number((17 / MASTERS).toFixed(2));
/** A long game may lose this much to short ones and still count as not slowing down. */
const STEADY = 0.95;

export async function benchEngine(): Promise<BenchReport> {
  const game = recordGame(await loadGame(), 'bench engine');
  const race = await loadRace();
  const long = recordRace(race, LONG).play();
  // As many different inputs as the long one has, so that only the length of a game is compared.
  const short = Array.from({ length: LONG / MATCH }, (_, i) => recordRace(race, MATCH, `race ${i}`).play());
  const play = (recording: Recording) => playPath(recording).head.seq;
  const rates = await interleave(
    {
      limit: () => rate(TURN_MS, match),
      race: () => rate(TURN_MS, () => short.reduce((sum, one) => sum + play(one), 0)),
      long: () => rate(TURN_MS, () => play(long)),
      game: () => rate(TURN_MS, () => play(game.play())),
    },
    REPEATS,
  );
  const stages = await interleave(stagesOf(long), REPEATS);
  const typed = Math.round((game.typed / game.steps) * 100);
  const raceRatio = ratioOf(rates.race, rates.limit);
  return {
    bench: 'engine',
    figures: [
      against('toy race, whole path', rates.race, { limit: rates.limit, goal: atLeast(GOAL) }),
      against('S game, whole path', rates.game, { limit: rates.limit }),
      against(`a race of ${LONG}, beside races of ${MATCH}`, rates.long, {
        limit: rates.race,
        goal: atLeast(STEADY),
      }),
      ...STAGES.map((stage) =>
        figure({ name: `of a command: ${stage}`, unit: 'us', value: median(stages[stage]) }),
      ),
    ],
    notes: [
      `limit: pure reducer with one JSON event an action kept as a log, ${Math.round(median(rates.limit) / 1000)} k/s here; where it was measured beside boardgame.io 0.50 it did ${MASTERS} times its Master, so the race is played at about ${(raceRatio * MASTERS).toPrecision(2)} Masters`,
      `the S game: eight bots, ${game.steps} commands, ${typed}% of them typed in Russian`,
      ...DIFFERENCES.map((difference) => `the race is not quite the limit's: ${difference}`),
    ],
  };
}

type Beside = { readonly limit: readonly number[]; readonly goal?: Figure['goal'] };

/** Neighbours in time are compared; the limit is told so that value / limit is exactly that ratio. */
function against(name: string, ours: readonly number[], { limit, goal }: Beside): Figure {
  const value = median(ours);
  const told = { name, unit: 'commands/s', value, limit: value / ratioOf(ours, limit) };
  return figure(goal ? { ...told, goal } : told);
}

function match(): number {
  const log: string[] = [];
  let state = newRace();
  for (let action = 0; action < MATCH; action += 1) state = act(state, action, log);
  return log.length;
}
