/** What people ask of a game's host beside the rules: words for the dice, receipts of votes, a player's own notes. */
import { z } from 'zod';
import type { Millis } from '../engine/state.ts';

/** Longest of a word as it comes; the host keeps less of it. */
const RAW = 500;
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((one) => one.isWellFormed(), { message: 'expected whole characters, got half of a pair' });

/** A viewer's word for the dice of the next epoch. */
export const luckWord = z.strictObject({
  /** `platform:user id`; the host makes a keyed hash of it. */
  voter: z.string().min(3).max(100),
  word: text(64).min(1),
  sentAt: z.number().int(),
});
export type LuckWord = z.infer<typeof luckWord>;

export const askWish = z.discriminatedUnion('type', [
  /** A batch of the chat's edge. An empty one asks how things stand. */
  z.strictObject({ type: z.literal('luck'), list: z.array(luckWord).max(100) }),
  /** Of the speaker's last ballot that was counted. */
  z.strictObject({ type: z.literal('receipt') }),
  z.strictObject({ type: z.literal('note'), text: text(RAW) }),
  /** `n` null: all of them. */
  z.strictObject({ type: z.literal('unnote'), n: z.number().int().min(1).nullable() }),
]);
export type AskWish = z.infer<typeof askWish>;

/** As a chat line means it: one word of one viewer, whom the chat knows. */
export type SaidWish =
  | { readonly type: 'luck'; readonly word: string }
  | Exclude<AskWish, { readonly type: 'luck' }>;

export type AskSays =
  /** `words`: that count so far, one a person; `closes`: when they are closed, in the game's time. */
  | { readonly is: 'luck'; readonly words: number; readonly closes: Millis; readonly wait: number }
  /** `ballot`: the voter's key in this poll; with it the whole proof is had at `/api/games/:id/receipts/:poll/:ballot`. */
  | {
      readonly is: 'receipt';
      readonly to: string;
      readonly poll: string;
      readonly ballot: string;
      readonly choice: string;
      /** From 1. */
      readonly place: number;
      readonly count: number;
      readonly root: string;
    }
  | { readonly is: 'noted'; readonly n: number; readonly left: number }
  | { readonly is: 'unnoted'; readonly gone: number; readonly left: number };

export type AskAnswer =
  | { readonly ok: true; readonly says: AskSays }
  | { readonly ok: false; readonly code: string; readonly args: Readonly<Record<string, string | number>> };

/** A proof that a ballot was counted as it was cast: checked against the root that the log has. */
export const receiptSchema = z.strictObject({
  poll: z.string().min(1).max(120),
  voter: z.string().min(1).max(120),
  choice: z.string().max(64),
  index: z.number().int().min(0),
  count: z.number().int().min(1),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64),
});

/** `POST /api/receipts/check`. */
export const receiptToCheck = z.strictObject({
  receipt: receiptSchema,
  root: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A player's own lines, for that player alone. */
export interface NotesView {
  readonly player: string;
  readonly notes: readonly { readonly n: number; readonly at: Millis; readonly text: string }[];
  readonly most: number;
}
