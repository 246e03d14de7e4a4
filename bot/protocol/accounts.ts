/** One person in several chats: what somebody may ask of their account, and what both sides are told. */
import { z } from 'zod';

export const accountWish = z.discriminatedUnion('type', [
  /** Without a code: asks for one. With a code that another chat was told: joins the two. */
  z.strictObject({ type: z.literal('link'), code: z.string().min(1).max(24).optional() }),
  /** To whom a link was offered and who has something to lose by it. */
  z.strictObject({ type: z.literal('confirm'), yes: z.boolean() }),
  z.strictObject({ type: z.literal('unlink') }),
  /** Asks what is linked; changes nothing. */
  z.strictObject({ type: z.literal('who') }),
]);
export type AccountWish = z.infer<typeof accountWish>;

/** What somebody is told of their account. `to`: their own name; `other`, `platform`: the other side, `seat` for a player. */
export type AccountSays =
  /** `wait`: seconds that the code lives. */
  | { readonly is: 'code'; readonly to: string; readonly code: string; readonly wait: number }
  /** Not linked yet. `yours`: this side has to say yes; else the other one has. */
  | {
      readonly is: 'pending';
      readonly to: string;
      readonly other: string;
      readonly platform: string;
      readonly yours: boolean;
    }
  | {
      readonly is: 'linked';
      readonly to: string;
      readonly other: string;
      readonly platform: string;
      /** Names that this person has now. */
      readonly count: number;
    }
  | { readonly is: 'declined'; readonly to: string; readonly other: string; readonly platform: string }
  | { readonly is: 'unlinked'; readonly to: string }
  /** `seat`: the player for whom this person speaks in this game, or null. `count` 1: linked to nobody. */
  | { readonly is: 'who'; readonly to: string; readonly count: number; readonly seat: string | null };

export type AccountAnswer =
  | { readonly ok: true; readonly says: AccountSays }
  | { readonly ok: false; readonly code: string; readonly args: Readonly<Record<string, string | number>> };

/** The other side did something: for the chat in which this one spoke. */
export interface AccountNews {
  /** As the speaker was given with the wish. */
  readonly to: { readonly player: string } | { readonly platform: string; readonly user: string };
  /** The `chat` that came with the wish. */
  readonly chat: string | null;
  readonly says: AccountSays;
}
