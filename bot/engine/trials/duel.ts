/** Duels of chats: two channels play the same game at the same time; what they reach is compared, not how many they are. */
import { later } from '../effects/scene.ts';
import { begin, settle } from '../pending.ts';
import type { PlayerId, Poll } from '../state.ts';
import { isDriven } from '../time/state.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { drafted, reward } from './check.ts';
import { type Count, scoreOf } from './games.ts';
import { ownerOf } from './polls.ts';
import { failTrial, passTrial, type WaitingTrial } from './settle.ts';

/** One chat's vote of a duel is counted. When both are, the round is decided. */
export function scoreDuel(
  work: Work,
  poll: Poll,
  { waiting, count }: { waiting: WaitingTrial; count: Count },
): void {
  const owner = ownerOf(poll);
  const chat = work.rules.trials[waiting.trial]?.chat;
  if (!chat || waiting.rival === undefined) return failTrial(work, owner, waiting, 'late');
  const voted = scoreOf(work.state, chat, { count, need: poll.need });
  const score = voted ?? absent(work, poll.player);
  emit(work, { type: 'duelScored', player: owner, n: waiting.n, of: poll.player, score });
  const now = duelOf(work, owner, waiting.n);
  const [own, rival] = now ? [now.scores?.[owner], now.scores?.[now.rival ?? '']] : [];
  if (!now || own === undefined || rival === undefined) return;
  if (chat.game === 'tug') tug(work, owner, { duel: now, rounds: chat.rounds, pulls: [own, rival] });
  else compare(work, owner, { duel: now, scores: [own, rival] });
}

function duelOf(work: Work, id: PlayerId, n: number): WaitingTrial | null {
  const found = who(work, id).pending.find((one) => one.n === n);
  return found?.is === 'trial' ? found : null;
}

/** Practice bots have no chat that could vote: theirs is drawn. */
function absent(work: Work, id: PlayerId): number | null {
  if (!isDriven(who(work, id))) return null;
  return drawing(work, { player: id, purpose: 'trial' }, (draws) => draws.int(101)) - 1;
}

type Pair = readonly [own: number | null, rival: number | null];

/** Nobody anywhere, or equal: neither prize nor punishment. */
function compare(work: Work, id: PlayerId, { duel, scores }: { duel: WaitingTrial; scores: Pair }): void {
  const [own, other] = scores.map((score) => score ?? -1) as [number, number];
  const rival = duel.rival ?? '';
  const winner = own === other ? null : own > other ? id : rival;
  emit(work, { type: 'duelEnded', player: id, rival, trial: duel.trial, winner });
  if (winner === id) return passTrial(work, id, duel);
  if (winner === null) return settle(work, id, duel.n, 'drawn');
  const trial = work.rules.trials[duel.trial];
  if (trial) reward(work, rival, { trial, tier: duel.tier, draft: drafted(work, rival) });
  failTrial(work, id, duel, 'failed');
}

/** Cells for one who pulls alone, for both who pull, for both who let go. */
const ALONE = 2;
const BOTH = -1;
const NEITHER = 1;
/** More than half of a chat. */
const PULLS = 50;

interface Tug {
  readonly duel: WaitingTrial;
  readonly rounds: number;
  readonly pulls: Pair;
}

function tug(work: Work, id: PlayerId, { duel, rounds, pulls }: Tug): void {
  const [own, other] = pulls.map((share) => (share ?? 0) > PULLS) as [boolean, boolean];
  const rival = duel.rival ?? '';
  if (own && other) haul(work, [id, rival], BOTH);
  else if (own || other) haul(work, [own ? id : rival], ALONE);
  else haul(work, [id, rival], NEITHER);
  const round = duel.round ?? 1;
  if (round < rounds) return callRound(work, id, { duel, rival, round: round + 1 });
  emit(work, { type: 'duelEnded', player: id, rival, trial: duel.trial, winner: null });
  settle(work, id, duel.n, 'drawn');
}

function haul(work: Work, players: readonly PlayerId[], by: number): void {
  for (const id of players) {
    const scene = { path: 'trials/tug', why: 'tug', self: id, target: id };
    later(work, { do: 'run', ops: [{ op: 'move', by }], scene });
  }
}

/** Asks both chats again. */
function callRound(
  work: Work,
  id: PlayerId,
  { duel, rival, round }: { duel: WaitingTrial; rival: PlayerId; round: number },
): void {
  emit(work, { type: 'duelCalled', player: id, n: duel.n, rival, round });
  begin(work, id);
}
