/** Votes of a chat that is not there, for games without people and without waiting: mostly sensible, a little curious. */
import type { Draws } from '../../engine/chance.ts';
import type { Rules } from '../../engine/rules.ts';
import type { GameState, Poll } from '../../engine/state.ts';

export type Choice = number | 'x';

/** How many of a hundred know the answer, try to hit the number, or bother to write the word. */
const KNOWS = 60;
const NEAR = 70;
const WRITES = 70;
/** And how many follow the first option, or like what they have seen. */
const AGREES = 45;
const LIKES = 65;

/** One choice for each of `size` viewers who take part. */
export function standInVotes(
  poll: Poll,
  { state, rules, draws, size }: { state: GameState; rules: Rules; draws: Draws; size: number },
): Choice[] {
  const pending = state.players[poll.owner ?? poll.player]?.pending.find(({ n }) => n === poll.pending);
  const chat = pending?.is === 'trial' ? rules.trials[pending.trial]?.chat : undefined;
  const open = pending?.is === 'choice' ? pending.open : null;
  const votes: Choice[] = [];
  for (let viewer = 0; viewer < size; viewer += 1) {
    const luck = draws.int(100);
    if (poll.kind === 'crowd') {
      if (luck <= WRITES) votes.push('x');
    } else if (chat?.game === 'quiz') {
      votes.push(luck <= KNOWS ? chat.answer : draws.int(chat.options));
    } else if (chat?.game === 'number') {
      votes.push(luck <= NEAR ? near(chat, draws) : draws.int(Math.max(1, Math.abs(chat.answer) * 3)));
    } else if (chat?.game === 'poll') {
      votes.push(luck <= AGREES ? 1 : draws.int(chat.options));
    } else if (poll.kind === 'confirm') {
      votes.push(luck <= LIKES ? 1 : 2);
    } else {
      votes.push(open ? (open[draws.int(open.length) - 1] ?? 1) : draws.int(Math.max(1, poll.options)));
    }
  }
  return votes;
}

function near({ answer, tolerance }: { answer: number; tolerance: number }, draws: Draws): number {
  const reach = Math.max(1, Math.round(Math.abs(answer) * tolerance * 1.5));
  return answer - reach + draws.int(2 * reach + 1) - 1;
}

/** Totals as `closePoll` wants them. */
export function totalsOf(poll: Poll, votes: readonly Choice[]): Readonly<Record<string, number>> {
  const numbers = votes.filter((vote): vote is number => vote !== 'x');
  if (poll.kind === 'crowd') return {};
  if (poll.kind === 'number') {
    const sorted = numbers.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor((sorted.length - 1) / 2)];
    return middle === undefined ? {} : { median: middle };
  }
  const totals: Record<string, number> = {};
  for (const option of numbers) totals[option] = (totals[option] ?? 0) + 1;
  return totals;
}
