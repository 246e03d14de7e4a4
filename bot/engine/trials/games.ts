/** The games a chat can play: what each asks of the votes, and what their totals are worth. */
import { easeOf } from '../final/ease.ts';
import { playerOf } from '../patch.ts';
import type { ChatGame, Recall } from '../rules.ts';
import type { GameState, Pending, Player, PlayerId, Poll } from '../state.ts';
import type { Work } from '../work.ts';
import { needed } from './equaliser.ts';
import { plurality } from './plurality.ts';

export type Frame = Pick<Poll, 'kind' | 'options' | 'need'> & { readonly seconds: number };

/** `id`: in whose chat. */
export function frameFor(
  work: Work,
  id: PlayerId,
  { chat, pending }: { chat: ChatGame; pending: Pending },
): Frame {
  const { seconds } = chat;
  switch (chat.game) {
    case 'quiz':
    case 'poll':
      return { kind: 'quiz', options: chat.options, need: 0, seconds };
    case 'recall':
      return { kind: 'quiz', options: work.state.order.length, need: 0, seconds };
    case 'tug':
      return { kind: 'quiz', options: 2, need: 0, seconds };
    case 'number':
      return { kind: 'number', options: 0, need: 0, seconds };
    default: {
      const own = playerOf(work.state, id);
      const need = needed(work, own.audience, chat.ease * easeOf(work.rules, own, pending));
      return { kind: 'crowd', options: 0, need, seconds };
    }
  }
}

export interface Count {
  readonly totals: Readonly<Record<string, number>>;
  readonly voters: number;
}

export interface Verdict {
  readonly passed: boolean;
  /** Added to the tier of the prize. */
  readonly prize: number;
}

const FAILED: Verdict = { passed: false, prize: 0 };
/** Three times as close as asked, or twice as many, is worth a better prize. */
const CLOSE = 3;
const MANY = 2;

/** Nobody took part: failed, whatever the game. */
export function verdictOf(
  state: GameState,
  chat: ChatGame,
  { count, need }: { count: Count; need: number },
): Verdict {
  const { totals, voters } = count;
  if (voters === 0) return FAILED;
  switch (chat.game) {
    case 'quiz':
      return { passed: plurality(totals) === chat.answer, prize: 0 };
    case 'recall':
      return { passed: recalled(state, chat.ask).includes(plurality(totals)), prize: 0 };
    case 'poll':
      return { passed: leadOf(totals) >= chat.share, prize: 0 };
    case 'tug':
      return FAILED;
    case 'number': {
      const off = offBy(chat.answer, totals.median ?? 0);
      return { passed: off <= chat.tolerance, prize: off <= chat.tolerance / CLOSE ? 1 : 0 };
    }
    case 'crowd':
      return { passed: voters >= need && voters <= need * (chat.most ?? Number.POSITIVE_INFINITY), prize: 0 };
    case 'emote':
      return { passed: voters >= need, prize: voters >= need * MANY ? 1 : 0 };
    default:
      return { passed: voters >= need, prize: 0 };
  }
}

/** What a chat has reached in a duel, the more the better, whatever its size. Null: nobody took part. */
export function scoreOf(
  state: GameState,
  chat: ChatGame,
  { count, need }: { count: Count; need: number },
): number | null {
  const { totals, voters } = count;
  if (voters === 0) return null;
  const share = (options: readonly number[]) =>
    percent(options.reduce((sum, option) => sum + (totals[option] ?? 0), 0) / Math.max(1, sumOf(totals)));
  switch (chat.game) {
    case 'quiz':
      return share([chat.answer]);
    case 'recall':
      return share(recalled(state, chat.ask));
    case 'tug':
      return share([1]);
    case 'poll':
      return percent(leadOf(totals));
    case 'number':
      return percent(Math.max(0, 1 - offBy(chat.answer, totals.median ?? 0)));
    default:
      return percent(voters / Math.max(1, need));
  }
}

/** Who is one short has not reached it; the little more is what binary fractions lose. */
const percent = (share: number): number => Math.floor(share * 100 + 1e-9);

function sumOf(totals: Readonly<Record<string, number>>): number {
  return Object.values(totals).reduce((sum, votes) => sum + votes, 0);
}

/** Share of the leading option. */
function leadOf(totals: Readonly<Record<string, number>>): number {
  return Math.max(0, ...Object.values(totals)) / Math.max(1, sumOf(totals));
}

/** A share of the answer. */
function offBy(answer: number, guess: number): number {
  return Math.abs(guess - answer) / Math.max(1, Math.abs(answer));
}

const RECALLED: { readonly [R in Recall]: (state: GameState, player: Player) => number } = {
  leader: (state, player) => -leftOf(state, player),
  last: leftOf,
  richest: (_state, { gold }) => gold,
  falls: (_state, { stats }) => stats.falls ?? 0,
  traps: (_state, { stats }) => stats.traps ?? 0,
  passed: (_state, { stats }) => stats.trialsPassed ?? 0,
  rolls: (_state, { rolls }) => rolls,
};

function leftOf(state: GameState, player: Player): number {
  return state.board.cells[player.cell]?.toFinish ?? 0;
}

/** Options that are right, from 1, in the order of seats; several where it is equal. */
export function recalled(state: GameState, ask: Recall): readonly number[] {
  const values = state.order.map((id) => RECALLED[ask](state, playerOf(state, id)));
  const most = Math.max(...values);
  return values.flatMap((value, i) => (value === most ? [i + 1] : []));
}
