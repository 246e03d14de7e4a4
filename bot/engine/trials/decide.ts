/** Commands on trials: done, give up, another one, doubted, judged, votes closed, called by viewers. */
import { countVote } from '../combat/rounds.ts';
import { statOf } from '../effects/reactions.ts';
import type { Deciders } from '../handling.ts';
import { currentOf, gameOf, timedOf } from '../pending.ts';
import { refuse } from '../refusal.ts';
import type { PlayerId, Poll } from '../state.ts';
import { votedOption } from '../stories/choose.ts';
import { takeScene } from '../stories/play.ts';
import { takeOption } from '../turn/decide.ts';
import { emit, type Work, who } from '../work.ts';
import { pickTrial } from './check.ts';
import { closeProof, contest, lapseCase, summon, vote } from './court.ts';
import { done, throwNow } from './done.ts';
import { scoreDuel } from './duel.ts';
import { earnedBy } from './equaliser.ts';
import { verdictOf } from './games.ts';
import { give, isFull } from './offer.ts';
import { curtain, judgeShow } from './perform.ts';
import { plurality } from './plurality.ts';
import { ownerOf } from './polls.ts';
import { reroll } from './reroll.ts';
import { failTrial, passTrial, type WaitingTrial } from './settle.ts';
import { CALLABLE, limitFault } from './viewers.ts';

export const TRIALS: Deciders<
  | 'done'
  | 'giveUp'
  | 'reroll'
  | 'judge'
  | 'contest'
  | 'summon'
  | 'verdict'
  | 'streamed'
  | 'closePoll'
  | 'challenge'
> = {
  done: (work, { command, player }) => done(work, player, command.proof ?? ''),
  giveUp(work, { player }) {
    const current = currentOf(who(work, player), work.rules);
    const beside = gameOf(who(work, player), work.rules) ?? timedOf(who(work, player), work.rules);
    const waiting = current?.is === 'trial' ? current : beside;
    if (waiting?.is !== 'trial') return refuse('no-trial');
    failTrial(work, player, waiting, 'dropped');
    return undefined;
  },
  reroll: (work, { player }) => reroll(work, player),
  judge(work, { command }) {
    if (!work.state.players[command.player]) return refuse('not-a-player', { player: command.player });
    const waiting = judgedOf(work, command.player);
    if (!waiting) return refuse('not-game-trial', { player: command.player });
    if (command.pass) passTrial(work, command.player, waiting);
    else failTrial(work, command.player, waiting, 'judged');
    return undefined;
  },
  contest: (work, { command, player }) => contest(work, player, command.player),
  summon: (work, { command }) => summon(work, command),
  verdict(work, { command, as }) {
    if (as.by !== 'viewer') return refuse('not-juror');
    return vote(work, { viewer: as.viewer, yes: command.yes, player: command.player });
  },
  streamed(work, { command, player }) {
    const now = who(work, player).stream?.at(-1);
    const shown = now && now.until === null ? now.category : null;
    if (shown === (command.live ? command.category : null)) return refuse('nothing-due');
    emit(work, { type: 'streamed', player, category: command.category, live: command.live });
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
    const { cost } = work.rules.tunables.challenge;
    const { influence } = who(work, player);
    if (influence < cost) return refuse('challenge-poor', { cost, influence });
    const fault = limitFault(work, player, as.viewer);
    if (fault) return fault;
    if (isFull(work, player)) return refuse('challenge-full', { queued: work.rules.tunables.trials.queued });
    const trial = pickTrial(work, player, { tags: [], kinds: CALLABLE, scopes: ['individual'] });
    if (!trial) return refuse('no-trial');
    emit(work, { type: 'challenged', player, viewer: as.viewer, trial: trial.id, cost });
    emit(work, { type: 'counted', player, what: 'influence', by: -cost, why: 'challenge' });
    give(work, player, trial, { by: as.viewer });
    return undefined;
  },
};

/** What the referee may decide: a performance that is on, else the game. */
function judgedOf(work: Work, id: PlayerId): WaitingTrial | null {
  const player = who(work, id);
  const current = currentOf(player, work.rules);
  const shows = current?.is === 'trial' && work.rules.trials[current.trial]?.kind === 'performance';
  const found = shows ? current : gameOf(player, work.rules);
  return found?.is === 'trial' ? found : null;
}

export interface Totals {
  readonly totals: Readonly<Record<string, number>>;
  readonly voters: number;
  readonly root: string;
}

export function closePoll(work: Work, poll: Poll, { totals, voters, root }: Totals): void {
  const waiting = who(work, ownerOf(poll)).pending.find((one) => one.n === poll.pending);
  const result = resultOf(work, poll, { totals, voters, root });
  emit(work, { type: 'pollClosed', poll: poll.id, totals, voters, root, result });
  thank(work, poll.player, voters);
  if (waiting?.is === 'choice')
    takeOption(work, poll.player, { choice: waiting, option: result, by: voters > 0 ? 'chat' : 'clock' });
  if (waiting?.is === 'scene')
    takeScene(work, poll.player, { scene: waiting, option: result, by: voters > 0 ? 'chat' : 'clock' });
  if (waiting?.is === 'fight' && who(work, poll.player).fight?.vote?.poll === poll.id)
    countVote(work, poll.player, result);
  if (waiting?.is === 'trial') decideTrial(work, poll, { waiting, totals: { totals, voters, root } });
}

/** The chosen option; for counts and guesses, what was reached. */
function resultOf(work: Work, poll: Poll, { totals, voters }: Totals): number {
  if (poll.kind === 'crowd') return voters;
  if (poll.kind === 'number') return totals.median ?? 0;
  const waiting = who(work, ownerOf(poll)).pending.find((one) => one.n === poll.pending);
  if (waiting?.is === 'scene') return votedOption(work.rules, waiting, totals);
  if (waiting?.is !== 'choice') return plurality(totals);
  const open = Object.fromEntries(
    Object.entries(totals).filter(([option]) => waiting.open.includes(Number(option))),
  );
  return plurality(open, waiting.fallback) || waiting.fallback;
}

function decideTrial(work: Work, poll: Poll, by: { waiting: WaitingTrial; totals: Totals }): void {
  const { waiting, totals: count } = by;
  const owner = ownerOf(poll);
  const trial = work.rules.trials[waiting.trial];
  if (poll.confirms === 'performance') return judgeShow(work, owner, { waiting, poll, count });
  if (poll.kind === 'confirm') return closeProof(work, owner, { game: waiting, count });
  if (trial?.kind === 'duel') return scoreDuel(work, poll, { waiting, count });
  if (!trial?.chat) return failTrial(work, owner, waiting, count.voters === 0 ? 'late' : 'failed');
  const { passed, prize } = verdictOf(work.state, trial.chat, { count, need: poll.need });
  if (passed) passTrial(work, owner, waiting, prize);
  else failTrial(work, owner, waiting, count.voters === 0 ? 'late' : 'failed');
}

/** Nobody has answered, and nobody has brought totals. */
export function lapseTrial(work: Work, id: PlayerId, waiting: WaitingTrial): void {
  if (waiting.review) return lapseCase(work, id, waiting);
  const polls = Object.values(work.state.polls).filter((one) => one.pending === waiting.n);
  for (const poll of polls) closePoll(work, poll, { totals: {}, voters: 0, root: '' });
  if (polls.length > 0) return;
  const trial = work.rules.trials[waiting.trial];
  if (trial?.kind === 'performance') curtain(work, id, waiting);
  else if (trial?.kind === 'check') throwNow(work, id, waiting);
  else failTrial(work, id, waiting, 'late');
}

/** Taking part earns the chat influence, bent by gear, by the equaliser, up to the cap and the hour's budget. */
function thank(work: Work, id: PlayerId, voters: number): void {
  const player = who(work, id);
  const { by, hour } = earnedBy(work, player, { voters, percent: statOf(player, work.rules, 'influence') });
  if (by <= 0) return;
  emit(work, { type: 'counted', player: id, what: 'influence', by, why: 'votes' });
  if (hour) emit(work, { type: 'earned', player: id, ...hour });
}
