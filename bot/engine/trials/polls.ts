/** Votes as the engine sees them: opened with a deadline, closed once with totals counted elsewhere. */
import { opsAt } from '../effects/path.ts';
import { playerOf } from '../patch.ts';
import type { Pending, PlayerId, Poll } from '../state.ts';
import type { Work } from '../work.ts';

/**
 * The printed equaliser: how many different viewers a chat of `active` people must bring.
 * factor · active^power · ease, within limits: sub-linear, so that a chat of 150 and one of 20,000 can be compared.
 */
export function needed(work: Pick<Work, 'rules'>, active: number, ease: number): number {
  const { factor, power, min, max } = work.rules.tunables.equaliser;
  return Math.min(max, Math.max(min, Math.round(factor * Math.max(1, active) ** power * ease)));
}

export function pollFor(work: Work, player: PlayerId, pending: Pending): Poll | null {
  const frame = frameOf(work, player, pending);
  if (!frame) return null;
  const { seconds, ...rest } = frame;
  const id = `v${pending.n}`;
  return { id, player, pending: pending.n, opens: work.at, closes: work.at + seconds * 1000, ...rest };
}

type Frame = Pick<Poll, 'kind' | 'options' | 'need'> & { readonly seconds: number };

function frameOf(work: Work, player: PlayerId, pending: Pending): Frame | null {
  if (pending.is === 'choice' && pending.poll !== null) {
    const op = opsAt(work.rules, pending.path);
    const seconds = 'op' in op && op.op === 'chatChoose' ? op.seconds : work.rules.tunables.choice.seconds;
    return { kind: 'choice', options: Math.max(...pending.open), need: 0, seconds };
  }
  if (pending.is !== 'trial') return null;
  const chat = work.rules.trials[pending.trial]?.chat;
  if (!chat) return null;
  if (chat.game === 'quiz') return { kind: 'quiz', options: chat.options, need: 0, seconds: chat.seconds };
  if (chat.game === 'number') return { kind: 'number', options: 0, need: 0, seconds: chat.seconds };
  const need = needed(work, playerOf(work.state, player).audience, chat.ease);
  return { kind: 'crowd', options: 0, need, seconds: chat.seconds };
}

/** The option with most votes; a tie goes to `preferred` if it is among them, else to the lowest number. 0: no votes. */
export function plurality(totals: Readonly<Record<string, number>>, preferred = 0): number {
  let best = 0;
  let most = 0;
  for (const [option, votes] of Object.entries(totals).sort(([a], [b]) => Number(a) - Number(b))) {
    if (votes > most || (votes === most && most > 0 && Number(option) === preferred)) {
      best = Number(option);
      most = votes;
    }
  }
  return best;
}
