/**
 * A game that is said to be done. The referee may judge it at any time; else its own chat votes, and rivals may contest
 * it inside the window. A contested one goes to a jury of linked viewers, drawn at random.
 */
import { gameOf, TOTALS_LATE } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Juror, PlayerId, Poll, ViewerKey } from '../state.ts';
import { ownNow } from '../time/clock.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import type { Count } from './games.ts';
import { juryOf } from './limits.ts';
import { framed } from './polls.ts';
import { closeCase, failTrial, passTrial, type WaitingTrial } from './settle.ts';

export function openReview(
  work: Work,
  id: PlayerId,
  { game, proof }: { game: WaitingTrial; proof: string },
): void {
  const frame = {
    kind: 'confirm',
    options: 2,
    need: 0,
    seconds: work.rules.tunables.trials.contest,
  } as const;
  const made = framed(work, { id: `v${game.n}c${work.at}`, player: id, pending: game.n, frame });
  const poll: Poll = { ...made, trial: game.trial, confirms: 'proof' };
  const until = (poll.settles ?? poll.closes) + TOTALS_LATE;
  const left = Math.max(0, (game.until ?? work.at) - ownNow(work.state, who(work, id), work.at));
  emit(work, { type: 'proofGiven', player: id, n: game.n, proof, review: { poll: poll.id, until, left } });
  emit(work, { type: 'pollOpened', poll });
}

export function contest(work: Work, rival: PlayerId, accused: PlayerId): Refusal | undefined {
  if (!work.state.players[accused]) return refuse('not-a-player', { player: accused });
  if (rival === accused) return refuse('own-contest');
  const game = gameOf(who(work, accused), work.rules);
  if (game?.is !== 'trial' || !game.review || game.review.contest)
    return refuse(game?.is === 'trial' && game.review ? 'contested-already' : 'no-contest', {
      player: accused,
    });
  if (game.contestedBy?.includes(rival)) return refuse('contested-already', { player: accused });
  const { stake } = juryOf(work.rules);
  const { gold } = who(work, rival);
  if (gold < stake) return refuse('no-gold', { price: stake, gold });
  if (stake > 0) emit(work, { type: 'counted', player: rival, what: 'gold', by: -stake, why: 'contest' });
  emit(work, { type: 'contested', player: accused, n: game.n, by: rival, stake });
  return undefined;
}

interface Summons {
  readonly player: PlayerId;
  readonly n: number;
  readonly candidates: readonly (readonly ViewerKey[])[];
}

/** The jury is drawn by the game's own dice; whoever helps one of the two does not sit in it. */
export function summon(work: Work, { player, n, candidates }: Summons): Refusal | undefined {
  const game = work.state.players[player] ? gameOf(who(work, player), work.rules) : undefined;
  if (game?.is !== 'trial' || game.n !== n || !game.review?.contest) return refuse('no-case', { player });
  if (game.review.jurors) return refuse('jury-sits', { player });
  const { size, least, seconds } = juryOf(work.rules);
  const sides = [player, game.review.contest.by].map((id) => who(work, id).helpers);
  const free = candidates.filter(
    (keys) => keys.length > 0 && !keys.some((key) => sides.some((helpers) => Object.hasOwn(helpers, key))),
  );
  if (free.length < least) return refuse('jury-small', { least, got: free.length });
  const order = [...free].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const jurors = drawing(work, { player, purpose: 'jury' }, (draws) =>
    Array.from(
      { length: Math.min(size, order.length) },
      () => order.splice(draws.int(order.length) - 1, 1)[0] ?? [],
    ),
  );
  emit(work, { type: 'juryDrawn', player, n, jurors, until: work.at + seconds * 1000 });
  return undefined;
}

/** A juror may change the vote until the last one has voted. */
export function vote(
  work: Work,
  { viewer, yes, player }: { viewer: ViewerKey; yes: boolean; player: PlayerId | undefined },
): Refusal | undefined {
  const open = casesOf(work).filter((one) => player === undefined || one.player === player);
  if (open.length === 0) return refuse('no-case', player === undefined ? {} : { player });
  const mine = open.find(({ game }) => game.review?.jurors?.some(({ keys }) => keys.includes(viewer)));
  if (!mine) return refuse('not-juror');
  emit(work, { type: 'juryVoted', player: mine.player, n: mine.game.n, viewer, yes });
  const now = gameOf(who(work, mine.player), work.rules);
  if (now?.is === 'trial' && now.review?.jurors?.every((juror) => juror.yes !== null))
    decideCase(work, mine.player, { game: now, jurors: now.review.jurors });
  return undefined;
}

function casesOf(work: Work): readonly { readonly player: PlayerId; readonly game: WaitingTrial }[] {
  return work.state.order.flatMap((player) => {
    const game = gameOf(who(work, player), work.rules);
    return game?.is === 'trial' && game.review?.jurors ? [{ player, game }] : [];
  });
}

/** The own chat's vote: it decides, unless somebody has contested; then it is kept for the case that no jury comes. */
export function closeProof(
  work: Work,
  id: PlayerId,
  { game, count }: { game: WaitingTrial; count: Count },
): void {
  const yes = count.totals[1] ?? 0;
  const no = count.totals[2] ?? 0;
  if (game.review?.contest) {
    emit(work, { type: 'proofVoted', player: id, n: game.n, yes, no });
    return;
  }
  // Whoever could have objected had the whole window for it.
  if (no > yes) failTrial(work, id, game, 'judged');
  else passTrial(work, id, game);
}

/** Time is up in a case: the jury's votes so far, or without a jury what the own chat said. */
export function lapseCase(work: Work, id: PlayerId, game: WaitingTrial): void {
  const { jurors, contest: doubt, vote: own } = game.review ?? {};
  if (!doubt) return passTrial(work, id, game);
  if (jurors) return decideCase(work, id, { game, jurors });
  // Two thirds, because the chat that votes is the player's own. Otherwise the game stays open for better proof.
  if (own && own.yes > 0 && own.yes >= 2 * own.no) {
    closeCase(work, id, { game, how: 'upheld' });
    passTrial(work, id, game);
  } else closeCase(work, id, { game, how: 'void' });
}

/** In doubt for the player. */
function decideCase(
  work: Work,
  id: PlayerId,
  { game, jurors }: { game: WaitingTrial; jurors: readonly Juror[] },
): void {
  const yes = jurors.filter((juror) => juror.yes === true).length;
  const no = jurors.filter((juror) => juror.yes === false).length;
  closeCase(work, id, { game, how: yes > no ? 'upheld' : no > yes ? 'overturned' : 'doubt' });
  if (no > yes) failTrial(work, id, game, 'judged');
  else passTrial(work, id, game);
}
