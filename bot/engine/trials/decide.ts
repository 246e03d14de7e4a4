/** Commands on trials: done, give up, judged, votes closed, triggered by viewers. */
import { statOf } from '../effects/reactions.ts';
import type { Deciders } from '../handling.ts';
import { currentOf, gameOf } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId, Poll, ViewerKey } from '../state.ts';
import { takeOption } from '../turn/decide.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { pickTrial } from './check.ts';
import { give, trialsOf } from './offer.ts';
import { plurality } from './polls.ts';
import { failTrial, passTrial, type WaitingTrial } from './settle.ts';

export const TRIALS: Deciders<'done' | 'giveUp' | 'judge' | 'closePoll' | 'challenge'> = {
  done(work, { command, player }) {
    const game = gameOf(who(work, player), work.rules);
    if (game?.is !== 'trial') return refuse('no-trial');
    emit(work, { type: 'proofGiven', player, n: game.n, proof: command.proof ?? '' });
    if (who(work, player).kind === 'bot') finishForBot(work, player, game);
    else openConfirmation(work, player, game);
    return undefined;
  },
  giveUp(work, { player }) {
    const current = currentOf(who(work, player), work.rules);
    const waiting = current?.is === 'trial' ? current : gameOf(who(work, player), work.rules);
    if (waiting?.is !== 'trial') return refuse('no-trial');
    failTrial(work, player, waiting, 'dropped');
    return undefined;
  },
  judge(work, { command }) {
    if (!work.state.players[command.player]) return refuse('not-a-player', { player: command.player });
    const game = gameOf(who(work, command.player), work.rules);
    if (game?.is !== 'trial') return refuse('not-game-trial', { player: command.player });
    if (command.pass) passTrial(work, command.player, game);
    else failTrial(work, command.player, game, 'judged');
    return undefined;
  },
  closePoll(work, { command }) {
    const poll = work.state.polls[command.poll];
    if (!poll) return refuse('no-poll', { got: command.poll });
    if (work.at < poll.closes)
      return refuse('poll-open', { wait: Math.ceil((poll.closes - work.at) / 1000) });
    closePoll(work, poll, command);
    return undefined;
  },
  challenge(work, { as, player }) {
    if (as.by !== 'viewer') return refuse('not-yours');
    const fault = challengeFault(work, player, as.viewer);
    if (fault) return fault;
    const trial = pickTrial(work, player, { tags: [], kinds: ['check', 'chat'] });
    if (!trial) return refuse('no-trial');
    const { cost } = work.rules.tunables.challenge;
    emit(work, { type: 'challenged', player, viewer: as.viewer, trial: trial.id, cost });
    emit(work, { type: 'counted', player, what: 'influence', by: -cost, why: 'challenge' });
    give(work, player, trial, as.viewer);
    return undefined;
  },
};

export interface Totals {
  readonly totals: Readonly<Record<string, number>>;
  readonly voters: number;
  readonly root: string;
}

export function closePoll(work: Work, poll: Poll, { totals, voters, root }: Totals): void {
  const waiting = who(work, poll.player).pending.find((one) => one.n === poll.pending);
  const result = resultOf(work, poll, { totals, voters, root });
  emit(work, { type: 'pollClosed', poll: poll.id, totals, voters, root, result });
  thank(work, poll.player, voters);
  if (waiting?.is === 'choice')
    takeOption(work, poll.player, { choice: waiting, option: result, by: voters > 0 ? 'chat' : 'clock' });
  if (waiting?.is === 'trial') decideTrial(work, poll, { waiting, result, voters });
}

/** The chosen option; for counts and guesses, what was reached. */
function resultOf(work: Work, poll: Poll, { totals, voters }: Totals): number {
  if (poll.kind === 'crowd') return voters;
  if (poll.kind === 'number') return totals.median ?? 0;
  const waiting = who(work, poll.player).pending.find((one) => one.n === poll.pending);
  if (waiting?.is !== 'choice') return plurality(totals);
  const open = Object.fromEntries(
    Object.entries(totals).filter(([option]) => waiting.open.includes(Number(option))),
  );
  return plurality(open, waiting.fallback) || waiting.fallback;
}

function decideTrial(
  work: Work,
  poll: Poll,
  by: { waiting: WaitingTrial; result: number; voters: number },
): void {
  const { waiting, result, voters } = by;
  const chat = work.rules.trials[waiting.trial]?.chat;
  const pass = (prize = 0) => passTrial(work, poll.player, waiting, prize);
  const fail = () => failTrial(work, poll.player, waiting, voters === 0 ? 'late' : 'failed');
  if (poll.kind === 'confirm') return result === 2 ? failTrial(work, poll.player, waiting, 'judged') : pass();
  if (voters === 0 || !chat) return fail();
  switch (chat.game) {
    case 'quiz':
      return result === chat.answer ? pass() : fail();
    case 'crowd':
      return result >= poll.need ? pass() : fail();
    case 'number': {
      const off = Math.abs(result - chat.answer) / Math.max(1, Math.abs(chat.answer));
      // Three times as close as asked is worth a better prize.
      return off > chat.tolerance ? fail() : pass(off <= chat.tolerance / 3 ? 1 : 0);
    }
  }
}

/** Taking part earns the chat influence, bent by gear, up to the cap. */
function thank(work: Work, id: PlayerId, voters: number): void {
  const { earn, cap } = work.rules.tunables.challenge;
  const player = who(work, id);
  const more = Math.round((voters * earn * (100 + statOf(player, work.rules, 'influence'))) / 100);
  const by = Math.min(cap - player.influence, more);
  if (by > 0) emit(work, { type: 'counted', player: id, what: 'influence', by, why: 'votes' });
}

function challengeFault(work: Work, id: PlayerId, viewer: ViewerKey): Refusal | null {
  const { cost, perViewer, perPlayer, window } = work.rules.tunables.challenge;
  const player = who(work, id);
  const recent = player.challenges.filter((one) => one.at > work.at - window * 1000);
  const own = recent.filter((one) => one.by === viewer);
  const wait = (list: readonly { at: number }[]) =>
    Math.ceil(((list[0]?.at ?? 0) + window * 1000 - work.at) / 1000);
  if (player.influence < cost) return refuse('challenge-poor', { cost, influence: player.influence });
  if (own.length >= perViewer) return refuse('challenge-often', { wait: wait(own) });
  if (recent.length >= perPlayer) return refuse('challenge-often', { wait: wait(recent) });
  if (trialsOf(work, id) > work.rules.tunables.trials.queued)
    return refuse('challenge-full', { queued: work.rules.tunables.trials.queued });
  return null;
}

/** How long viewers may vote on a finished game, seconds; without votes it counts as done unless the referee objects. */
const CONFIRM = 60;

function openConfirmation(work: Work, id: PlayerId, game: WaitingTrial): void {
  if (Object.values(work.state.polls).some((poll) => poll.pending === game.n)) return;
  const closes = work.at + CONFIRM * 1000;
  const poll: Poll = {
    id: `v${game.n}c${work.at}`,
    player: id,
    pending: game.n,
    kind: 'confirm',
    options: 2,
    need: 0,
    opens: work.at,
    closes,
  };
  emit(work, { type: 'pollOpened', poll });
}

/** A practice bot's game is drawn from its declared difficulty, 1 (easy) to 5. */
function finishForBot(work: Work, id: PlayerId, game: WaitingTrial): void {
  const difficulty = work.rules.trials[game.trial]?.game?.difficulty ?? 2;
  const roll = drawing(work, { player: id, purpose: 'trial' }, (draws) => draws.int(100));
  if (roll > difficulty * 10) passTrial(work, id, game);
  else failTrial(work, id, game, 'failed');
}
