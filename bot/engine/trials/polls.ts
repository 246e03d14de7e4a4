/** Votes as the engine sees them: opened with a deadline, closed once with totals counted elsewhere. */
import { opsAt } from '../effects/path.ts';
import { playerOf } from '../patch.ts';
import type { Millis, Pending, PlayerId, Poll } from '../state.ts';
import type { Work } from '../work.ts';
import { type Frame, frameFor } from './games.ts';
import { lagLimit } from './limits.ts';

/** The votes that a pending begins with: none, one, or in a duel one for each chat. */
export function pollsFor(work: Work, player: PlayerId, pending: Pending): readonly Poll[] {
  if (pending.is === 'choice' && pending.poll !== null) return [choicePoll(work, player, pending)];
  if (pending.is === 'scene') return scenePoll(work, player, pending);
  if (pending.is !== 'trial') return [];
  const def = work.rules.trials[pending.trial];
  if (!def?.chat) return [];
  const { chat } = def;
  const chats = pending.rival === undefined ? [player] : [player, pending.rival];
  const settled = Math.max(...chats.map((id) => lateOf(work, id)));
  const round = pending.round === undefined || pending.round === 1 ? '' : `.${pending.round}`;
  return chats.map((id) => {
    const frame = frameFor(work, id, { chat, pending });
    const poll = framed(work, { id: `v${pending.n}${round}`, player: id, pending: pending.n, frame });
    const timed = { ...poll, settles: poll.closes + settled, trial: pending.trial };
    return id === player ? timed : { ...timed, id: `${timed.id}r`, owner: player };
  });
}

type Choice = Extract<Pending, { is: 'choice' }>;

function choicePoll(work: Work, player: PlayerId, pending: Choice): Poll {
  const op = opsAt(work.rules, pending.path);
  const seconds = 'op' in op && op.op === 'chatChoose' ? op.seconds : work.rules.tunables.choice.seconds;
  const frame: Frame = { kind: 'choice', options: Math.max(...pending.open), need: 0, seconds };
  return framed(work, { id: `v${pending.n}`, player, pending: pending.n, frame });
}

/** Each question of a scene has a vote of its own. */
function scenePoll(
  work: Work,
  player: PlayerId,
  pending: Extract<Pending, { is: 'scene' }>,
): readonly Poll[] {
  const def = work.rules.stories?.[pending.run.story];
  if (!def || def.asks === 'player') return [];
  const frame: Frame = {
    kind: 'choice',
    options: pending.run.options.length,
    need: 0,
    seconds: def.seconds,
  };
  const turn = pending.run.chosen.length === 0 ? '' : `.${pending.run.chosen.length + 1}`;
  return [framed(work, { id: `v${pending.n}${turn}`, player, pending: pending.n, frame })];
}

interface Asking {
  readonly id: string;
  readonly player: PlayerId;
  readonly pending: number;
  readonly frame: Frame;
}

export function framed(work: Work, { id, player, pending, frame }: Asking): Poll {
  const { seconds, ...rest } = frame;
  const closes = work.at + seconds * 1000;
  return { id, player, pending, opens: work.at, closes, ...rest, settles: closes + lateOf(work, player) };
}

/** Milliseconds between the end of a vote and its count: what the slowest chat of this player needs, within a limit. */
function lateOf(work: Work, player: PlayerId): Millis {
  const lag = Math.min(lagLimit(work.rules), playerOf(work.state, player).lag ?? 0);
  return Math.ceil(Math.max(work.rules.tunables.poll.grace, lag) * 1000);
}

/** When it is counted; polls of older logs know only when they close. */
export function settlesAt(poll: Poll, grace: number): Millis {
  return poll.settles ?? poll.closes + grace * 1000;
}

/** Whose pending it decides. */
export function ownerOf(poll: Poll): PlayerId {
  return poll.owner ?? poll.player;
}
