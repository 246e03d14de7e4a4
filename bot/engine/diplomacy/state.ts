/** The slice of the state that two or more players share: treaties, offers, fights, who may not speak. */
import { patchPlayer, playerOf } from '../patch.ts';
import type { Die, GameState, Millis, OpPath, PlayerId } from '../state.ts';
import type { OfferedKind, TreatyKind } from './rules.ts';

/** Terms are copied at the signing: a change of rules does not change what was agreed. */
export interface Terms {
  readonly peace: boolean;
  readonly gifts: boolean;
  readonly assist: number;
  readonly reach: boolean;
  readonly clash: boolean;
}

export interface Treaty {
  readonly n: number;
  readonly kind: TreatyKind;
  /** Who offered or declared it, and the other. */
  readonly between: readonly [PlayerId, PlayerId];
  readonly since: Millis;
  /** When it ends by itself; null: never. */
  readonly until: Millis | null;
  readonly terms: Terms;
  /** Where the rules say what breaking it costs; null: it cannot be broken. */
  readonly price: OpPath | null;
  readonly pay: Payment | null;
  /** Who has given notice. */
  readonly leaving: PlayerId | null;
}

export interface Payment {
  readonly from: PlayerId;
  readonly gold: number;
  /** Milliseconds. */
  readonly every: Millis;
  /** The next one. */
  readonly due: Millis;
}

interface OfferBase {
  /** Changed terms are another offer with another number: nobody accepts what is no longer offered. */
  readonly n: number;
  readonly from: PlayerId;
  readonly to: PlayerId;
  /** Unanswered until then it is declined. */
  readonly until: Millis;
}
export type Offer =
  | (OfferBase & {
      readonly is: 'treaty';
      readonly kind: OfferedKind;
      readonly pay: { readonly from: PlayerId; readonly gold: number } | null;
    })
  | (OfferBase & { readonly is: 'trade'; readonly give: Goods; readonly want: Goods });

/** Things by their number in the bag, and what they are; and gold. */
export interface Goods {
  readonly items: readonly { readonly n: number; readonly item: string }[];
  readonly gold: number;
}

export interface Clash {
  readonly n: number;
  readonly treaty: number;
  readonly cell: number;
  /** The one who came, and the one who was there. */
  readonly sides: readonly [Side, Side];
  readonly until: Millis;
  /** From 1; absent in the first. */
  readonly round?: number;
}
export interface Side {
  readonly player: PlayerId;
  /** The question that this chat votes on. */
  readonly pending: number;
  /** Counted from 1; 0: the chat did not say; null: it is still voting. */
  readonly stance: number | null;
  /** Allies who have lent a hand, and what they add to the total. */
  readonly helped: readonly PlayerId[];
  readonly lent: number;
  /** What the rounds before have come to. */
  readonly so?: { readonly dice: readonly Die[]; readonly bonus: number; readonly total: number };
}

export interface Diplomacy {
  readonly treaties: readonly Treaty[];
  readonly offers: readonly Offer[];
  readonly clashes: readonly Clash[];
  /** `war p1`, `offer p1 p2`: not before this moment. */
  readonly rests: Readonly<Record<string, Millis>>;
  /** Who may not speak in the game's own chat, until when; null: until it is lifted. */
  readonly muted: Readonly<Record<PlayerId, Millis | null>>;
}

export const PEACE: Diplomacy = { treaties: [], offers: [], clashes: [], rests: {}, muted: {} };

export function diplomacyOf(state: GameState): Diplomacy {
  return state.diplomacy ?? PEACE;
}

export function patchDiplomacy(state: GameState, patch: Partial<Diplomacy>): GameState {
  return { ...state, diplomacy: { ...diplomacyOf(state), ...patch } };
}

/** The end of a game: nothing waits any more; what stood between players is told as it stood. */
export function calmed(state: GameState): GameState {
  const { clashes, offers } = diplomacyOf(state);
  if (clashes.length + offers.length === 0) return state;
  const asked = new Set(clashes.flatMap(({ sides }) => sides.map(({ pending }) => pending)));
  const free = state.order.reduce((now, id) => {
    const pending = playerOf(now, id).pending.filter((one) => !asked.has(one.n));
    return patchPlayer(now, id, { pending });
  }, state);
  return patchDiplomacy(free, { clashes: [], offers: [] });
}
