/** Chats of different sizes, as far as the game can tell them apart: who takes part in a vote, and how it comes out. */
import type { Draws } from '../engine/chance.ts';
import type { ChatGame, Rules } from '../engine/rules.ts';
import type { GameState, Pending, Poll } from '../engine/state.ts';
import { recalled } from '../engine/trials/games.ts';

/** Active chatters: in a small chat half of those who watch, in one of 20,000 every twentieth. */
export const AUDIENCES = { tiny: 8, small: 25, middle: 150, large: 1000 } as const;
export type Audience = keyof typeof AUDIENCES;
export const AUDIENCE_NAMES = Object.keys(AUDIENCES) as readonly Audience[];

/**
 * Who takes part, of so many who are active: `SHARE · active^POWER`, more or less by mood. Small chats know each other and
 * join in more. The power is none of the equaliser's, so that the equaliser is measured and not assumed.
 */
const SHARE = 1.5;
const POWER = 0.63;
const MOOD = [60, 140] as const;
/** Of a hundred who would, so many find the word. */
const FINDS = 75;
/** What share of a chat knows, likes or favours something differs from question to question; percent. */
const KNOWS = [25, 80] as const;
const LIKES = [40, 90] as const;
const FAVOURS = [30, 80] as const;
const PULLS = [30, 70] as const;
/** Own viewers rarely doubt a proof. */
const TRUSTS = [70, 100] as const;

export interface Count {
  readonly totals: Readonly<Record<string, number>>;
  readonly voters: number;
}

export interface Asked {
  readonly poll: Poll;
  readonly state: GameState;
  readonly rules: Rules;
  readonly audience: Audience;
  readonly draws: Draws;
}

/** How this chat answers. The same draws answer the same. */
export function countOf(asked: Asked): Count {
  const { poll, state, rules, draws } = asked;
  const pending = state.players[poll.owner ?? poll.player]?.pending.find(({ n }) => n === poll.pending);
  const chat = pending?.is === 'trial' ? rules.trials[pending.trial]?.chat : undefined;
  const turnout = turnoutOf(AUDIENCES[asked.audience], draws);
  if (poll.kind === 'crowd') return { totals: {}, voters: crowd(turnout, chat, draws) };
  if (chat?.game === 'number')
    return { totals: { median: guess(chat, { turnout, draws }) }, voters: turnout };
  const totals = votes(asked, { chat, pending, turnout });
  return { totals, voters: Object.values(totals).reduce((sum, one) => sum + one, 0) };
}

function turnoutOf(active: number, draws: Draws): number {
  return Math.max(1, Math.min(active, Math.round((SHARE * active ** POWER * between(draws, MOOD)) / 100)));
}

function crowd(turnout: number, chat: ChatGame | undefined, draws: Draws): number {
  const hard = chat?.game === 'riddle' || chat?.game === 'scramble';
  return hard ? some(turnout, FINDS, draws) : turnout;
}

/** A chat errs together, by up to twice what is allowed; each by as much again, which evens out in a large one. */
function guess(
  { answer, tolerance }: Extract<ChatGame, { game: 'number' }>,
  by: { turnout: number; draws: Draws },
): number {
  const reach = Math.max(1, Math.abs(answer) * tolerance);
  const common = ((by.draws.int(401) - 201) / 100) * reach;
  const own = ((by.draws.int(401) - 201) / 100) * reach;
  return Math.round(answer + common + own / Math.sqrt(by.turnout));
}

interface Voting {
  readonly chat: ChatGame | undefined;
  readonly pending: Pending | undefined;
  readonly turnout: number;
}

function votes(
  { poll, state, draws }: Asked,
  { chat, pending, turnout }: Voting,
): Readonly<Record<string, number>> {
  switch (chat?.game) {
    case 'quiz':
      return around(chat.answer, {
        options: range(chat.options),
        percent: between(draws, KNOWS),
        turnout,
        draws,
      });
    case 'recall': {
      const [right = 1] = recalled(state, chat.ask);
      return around(right, { options: range(poll.options), percent: between(draws, KNOWS), turnout, draws });
    }
    case 'tug':
      return around(1, { options: [1, 2], percent: between(draws, PULLS), turnout, draws });
    default: {
      if (poll.kind === 'confirm') {
        const percent = between(draws, poll.confirms === 'performance' ? LIKES : TRUSTS);
        return around(1, { options: [1, 2], percent, turnout, draws });
      }
      const open = pending?.is === 'choice' ? pending.open : range(Math.max(1, poll.options));
      const favourite = open[draws.int(open.length) - 1] ?? 1;
      return around(favourite, { options: open, percent: between(draws, FAVOURS), turnout, draws });
    }
  }
}

interface Around {
  readonly options: readonly number[];
  readonly percent: number;
  readonly turnout: number;
  readonly draws: Draws;
}

/** So many of a hundred for one option, the rest spread over the others. */
function around(
  option: number,
  { options, percent, turnout, draws }: Around,
): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  let left = turnout;
  const take = (key: number, count: number) => {
    if (count > 0) totals[key] = (totals[key] ?? 0) + count;
    left -= count;
  };
  take(option, some(turnout, percent, draws));
  const others = options.filter((one) => one !== option);
  others.forEach((one, i) => {
    take(one, i === others.length - 1 ? left : some(left, 100 / (others.length - i), draws));
  });
  return totals;
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

export function between(draws: Draws, [min, max]: readonly [number, number]): number {
  return min + draws.int(max - min + 1) - 1;
}

/** Beyond this many people the bell curve counts them. */
const HEADS = 40;

/** How many of `count` people do what each does in `percent` of a hundred cases. */
export function some(count: number, percent: number, draws: Draws): number {
  const share = percent / 100;
  if (count <= HEADS) {
    let sum = 0;
    for (let i = 0; i < count; i += 1) if (draws.int(10_000) <= share * 10_000) sum += 1;
    return sum;
  }
  // Three dice of a thousand sides are near enough to a bell: their sum has mean 1501.5 and spread 500.
  const bell = (draws.int(1000) + draws.int(1000) + draws.int(1000) - 1501.5) / 500;
  const spread = Math.sqrt(count * share * (1 - share));
  return Math.max(0, Math.min(count, Math.round(count * share + bell * spread)));
}
