/** View name → its data. */
import type { Rules } from '../engine/rules.ts';
import type { GameState, PlayerId } from '../engine/state.ts';
import { rulesNow } from '../engine/tuning/rules-now.ts';
import { bagView } from '../engine/views/bag.ts';
import { boardView } from '../engine/views/board.ts';
import { leaderboardView } from '../engine/views/leaderboard.ts';
import type { BagView, BoardView, Tally } from '../protocol/views.ts';
import type { Names } from './names.ts';

export interface ViewInput {
  readonly state: GameState;
  readonly seq: number;
  readonly rules: Rules;
  readonly names: Names;
  readonly links: Readonly<Record<PlayerId, boolean>>;
  readonly chats: NonNullable<BoardView['chats']>;
  readonly tally: Readonly<Record<string, Tally>>;
  readonly named?: BoardView['named'];
  readonly commitment: string;
  /** Other names of the person behind a pseudonym. */
  readonly alsoOf?: (key: string) => readonly string[];
  /** What a player owes the platforms, with what was paid after the end. */
  readonly unsettled?: (owed: BagView['unsettled'], player: PlayerId) => BagView['unsettled'];
}

/** Null for a view that this game does not have. */
export function computeView(name: string, input: ViewInput): unknown {
  const { state, names } = input;
  const rules = rulesNow(state, input.rules);
  if (name === 'board') {
    const { seq, tally, commitment, chats, named } = input;
    const links = linksOf(input);
    const extra = {
      rules,
      seq,
      names: names.seats(),
      viewers: names.all(),
      links,
      chats,
      tally,
      named,
      commitment,
    };
    return boardView(state, extra);
  }
  if (name === 'leaderboard') return leaderboardView(state, names.seats());
  const player = name.startsWith('bag:') ? name.slice('bag:'.length) : '';
  if (!state.players[player]) return null;
  const made = bagView(state, player, { rules, names: names.all() });
  const bag = input.unsettled ? { ...made, unsettled: input.unsettled(made.unsettled, player) } : made;
  return input.alsoOf ? withOtherNames(bag, input.alsoOf) : bag;
}

/** A helper is known in every chat of a linked person, whatever the name there. */
function withOtherNames(bag: BagView, alsoOf: NonNullable<ViewInput['alsoOf']>): BagView {
  const named = Object.entries(bag.helpers).map(([key, helper]) => {
    const also = alsoOf(key);
    return [key, also.length > 0 ? { ...helper, also } : helper] as const;
  });
  return named.some(([, helper]) => 'also' in helper) ? { ...bag, helpers: Object.fromEntries(named) } : bag;
}

/** Bots need no process to play, so theirs is not shown as missing. */
function linksOf({ state, links }: ViewInput): Readonly<Record<PlayerId, 'up' | 'down' | null>> {
  return Object.fromEntries(
    state.order.map((id) => {
      const link = state.players[id]?.kind === 'bot' ? undefined : links[id];
      return [id, link === undefined ? null : link ? 'up' : 'down'];
    }),
  );
}
