/** The super game: the guardian, the chorus, the last throw. Two of three win; else back to the camp, and wait. */
import { longestFight } from '../combat/seconds.ts';
import { heal } from '../effects/health.ts';
import { pend, settle } from '../pending.ts';
import type { Pending, PlayerId } from '../state.ts';
import { pickTrial } from '../trials/check.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { fightGuardian } from './guardian.ts';
import { lastDuel, throwLast } from './last-throw.ts';
import { STAGES, type Stage, type SuperGame } from './rules.ts';
import { standings } from './standings.ts';
import { runOf } from './state.ts';

type Final = Extract<Pending, { is: 'final' }>;

/** The finish is reached. Under rules without stages one throw decides. */
export function openFinal(work: Work, id: PlayerId): void {
  if (work.state.status !== 'superGame') emit(work, { type: 'superGameOpened', player: id });
  if (work.rules.tunables.superGame) beginStage(work, id, { stage: 'guardian', front: false });
  else pend(work, id, { is: 'final' });
}

/** What the player's `!roll` does now, or the clock when nobody rolls. */
export function playStage(work: Work, id: PlayerId, pending: Final): void {
  const about = work.rules.tunables.superGame;
  if (!about || !pending.stage) throwLast(work, id, pending.n);
  else if (pending.stage === 'guardian') {
    const won = fightGuardian(work, id, about.guardian);
    if (won !== null) endStage(work, id, { stage: 'guardian', n: pending.n, won });
    // It waits behind the fight, which has a clock of its own.
    else
      emit(work, {
        type: 'begun',
        player: id,
        n: pending.n,
        until: work.at + longestFight(work),
        poll: null,
      });
  } else endStage(work, id, { stage: 'throw', n: pending.n, won: lastDuel(work, id, about.duel) });
}

/** The fight with the guardian is over. */
export function endGuardian(work: Work, id: PlayerId, won: boolean): void {
  const waiting = who(work, id).pending.find((one) => one.is === 'final' && one.stage === 'guardian');
  if (runOf(who(work, id))?.stage !== 'guardian') return;
  endStage(work, id, { stage: 'guardian', n: waiting?.n ?? null, won });
}

/** A chorus that is over: its chat has sung, or not. `silent`: nobody wrote at all. */
export function endChorus(
  work: Work,
  id: PlayerId,
  { n, won, silent = false }: { n: number; won: boolean; silent?: boolean },
): void {
  endStage(work, id, { stage: 'chorus', n, won: won || (silent && hum(work, id)) });
}

/** Where nobody is known to watch, a coin sings instead; a chat that is there gains nothing by keeping quiet. */
function hum(work: Work, id: PlayerId): boolean {
  if (who(work, id).audience > 0) return false;
  return drawing(work, { player: id, purpose: 'final' }, (draws) => draws.int(2)) === 1;
}

/** Whoever is in the super game is asked for its stage: one that something else took away comes back. */
export function keepStages(work: Work): void {
  if (work.state.status !== 'superGame') return;
  for (const id of work.state.order) {
    const player = who(work, id);
    const run = runOf(player);
    if (run && work.events.some((event) => event.type === 'knockedOut' && event.player === id)) {
      fallOut(work, id);
      continue;
    }
    const asked = player.pending.some((one) => (one.is === 'final' || one.is === 'trial') && one.stage);
    if (run && !asked) beginStage(work, id, { stage: run.stage, front: true });
  }
}

function beginStage(work: Work, id: PlayerId, { stage, front }: { stage: Stage; front: boolean }): void {
  emit(work, { type: 'stageBegan', player: id, stage });
  if (stage !== 'chorus') return pend(work, id, { is: 'final', stage }, front);
  const { tags } = (work.rules.tunables.superGame as SuperGame).chorus;
  const song = pickTrial(work, id, { tags, kinds: ['chat'] });
  // A pack without songs has a silent chorus: nobody can win it.
  if (!song) return endStage(work, id, { stage, n: null, won: false });
  pend(work, id, { is: 'trial', trial: song.id, tier: 7, by: null, poll: null, done: null, stage }, front);
}

function endStage(work: Work, id: PlayerId, end: { stage: Stage; n: number | null; won: boolean }): void {
  const { need } = work.rules.tunables.superGame as SuperGame;
  emit(work, { type: 'stageEnded', player: id, stage: end.stage, won: end.won });
  const run = runOf(who(work, id));
  if (run && run.won.length >= need) return winGame(work, id);
  const next = STAGES[STAGES.indexOf(end.stage) + 1];
  const over = next === undefined || (run?.lost.length ?? 0) > STAGES.length - need;
  // The next stage stands in front before this one goes, so that nothing that is queued comes in between.
  if (!over) beginStage(work, id, { stage: next, front: true });
  if (end.n !== null) settle(work, id, end.n, end.won ? 'passed' : 'failed');
  if (over) loseRun(work, id);
}

function winGame(work: Work, id: PlayerId): void {
  const places = standings(work.state, id);
  const { points: table } = work.rules.tunables.superGame as SuperGame;
  const points = Object.fromEntries(places.map((player, i) => [player, table[i] ?? 0]));
  emit(work, { type: 'ended', winner: id, places, points });
}

/** HP 0 in the super game: the camp is where one wakes already, and the run is lost. */
function fallOut(work: Work, id: PlayerId): void {
  for (const one of who(work, id).pending) {
    if ((one.is === 'final' || one.is === 'trial') && one.stage) settle(work, id, one.n, 'dropped');
  }
  emit(work, { type: 'superGameLost', player: id });
  shutGate(work, id);
}

function shutGate(work: Work, id: PlayerId): void {
  emit(work, { type: 'locked', player: id, until: work.at + lockOf(work) });
}

/** Milliseconds: an evening is minutes, a marathon is days. */
function lockOf({ rules: { tunables }, state }: Work): number {
  const lock = tunables.superGame?.lock;
  if (!lock) return tunables.final.lock * 1000;
  return state.pace === 'marathon' ? lock.hours * 3_600_000 : lock.minutes * 60_000;
}

/** Back to the last camp, rested; the gate stays shut for a while, so that rivals may catch up. */
function loseRun(work: Work, id: PlayerId): void {
  emit(work, { type: 'superGameLost', player: id });
  emit(work, { type: 'moved', player: id, path: [who(work, id).camp], why: 'lastThrow' });
  heal(work, id, { percent: 100, why: 'camp' });
  shutGate(work, id);
}
