/** The WebSocket protocol of `/ws`, version 1: one map for each direction. Both ends take their types from here. */
import { z } from 'zod';
import type { Channel } from '../engine/diplomacy/channels.ts';
import type { GameEvent } from '../engine/events.ts';
import { type AccountNews, type AccountSays, accountWish } from './accounts.ts';
import { type AskSays, askWish } from './asks.ts';
import type { Moment } from './views.ts';

export const VERSION = 1;
/** Bytes of one frame from a client. */
export const MAX_FRAME = 16_384;

/** Half of a surrogate pair is no character: it has no UTF-8, so no log could hold it. */
export const wellFormed = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed(), { message: 'expected whole characters, got half of a pair' });

const id = wellFormed(120).min(1);
export const playerId = z.string().regex(/^p[1-8]$/, 'expected p1 … p8');
export const viewName = z
  .string()
  .regex(
    /^(board|leaderboard|log|talk|bag:p[1-8]|notes:p[1-8])$/,
    'expected board, leaderboard, log, talk, bag:p1 … bag:p8 or notes:p1 … notes:p8',
  );

/** Who speaks, as a client says it; the host turns platform ids into pseudonyms. */
export const speaker = z.union([
  z.strictObject({ player: playerId }),
  z.strictObject({
    // Seats have identities too, and nobody says to be one of them in this way.
    platform: z.string().regex(/^(?!seat$)[a-z]{2,12}$/),
    user: z.string().min(1).max(80),
    name: z.string().min(1).max(80),
    /** The player in whose chat it was said. */
    channel: playerId,
    /** The platform says so, of that chat; what it is worth, the admin of the game decides. */
    moderator: z.literal(true).optional(),
  }),
  z.strictObject({ admin: z.literal(true) }),
]);
export type Speaker = z.infer<typeof speaker>;

export const ballot = z.strictObject({
  /** `platform:user id`; the host makes a salted hash of it. */
  voter: z.string().min(3).max(100),
  choice: z.union([z.number().int().min(-1e12).max(1e12), z.literal('x')]),
  sentAt: z.number().int(),
});
export type Ballot = z.infer<typeof ballot>;

/** Commands are checked against `commandSchema` (protocol/commands.ts) after the frame. */
export const fromClient = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    v: z.literal(VERSION),
    token: z.string().max(2000),
    game: id,
    views: z.array(viewName).max(12),
    /** The last frame the client has, by view. */
    since: z.record(z.string(), z.number().int().min(0)).optional(),
  }),
  z.strictObject({
    type: z.literal('act'),
    id,
    as: speaker,
    command: z.unknown(),
    /** Names of people whom the command mentions by `platform:user`: the host may not have met them yet. */
    people: z.record(z.string().max(100), z.string().min(1).max(80)).optional(),
    text: z.string().max(500).optional(),
  }),
  z.strictObject({
    /** Linking of identities; the same id of the same speaker is answered once. */
    type: z.literal('account'),
    id,
    as: speaker,
    wish: accountWish,
    /** Which chat of the client it was said in; comes back with `news`. */
    chat: z.string().max(120).optional(),
  }),
  /** Words for the dice, receipts, notes; the same id of the same speaker is answered once. */
  z.strictObject({ type: z.literal('ask'), id, as: speaker, wish: askWish }),
  z.strictObject({
    type: z.literal('ballots'),
    poll: id,
    n: z.number().int().min(0),
    list: z.array(ballot).max(500),
  }),
  z.strictObject({
    /** A line for `talk`: what somebody typed, or what the game answered in a chat. */
    type: z.literal('say'),
    player: playerId,
    from: z.string().max(80),
    role: z.enum(['player', 'helper', 'viewer', 'game']),
    text: z.string().max(500),
  }),
  z.strictObject({
    /** A player's line for other players' chats. Not a command: its text is in no log. Answered by `heard`. */
    type: z.literal('speak'),
    id,
    as: speaker,
    channel: z.enum(['players', 'alliance', 'everyone']) satisfies z.ZodType<Channel>,
    text: wellFormed(500),
  }),
  z.strictObject({ type: z.literal('done'), id }),
  /** `state.serves`: the outside channels whose webhooks this process wants, as `platform:id`. */
  z.strictObject({ type: z.literal('beat'), state: z.record(z.string(), z.unknown()).optional() }),
]);
export type FromClient = z.infer<typeof fromClient>;

/** A changed slice: where in the view, and its new value. An empty path replaces the whole view. */
export type Patch = readonly [path: readonly (string | number)[], value: unknown];

export type FromServer =
  | {
      readonly type: 'welcome';
      readonly session: string;
      readonly seq: number;
      readonly role: string;
      readonly player: string | null;
    }
  | { readonly type: 'snapshot'; readonly view: string; readonly frame: number; readonly data: unknown }
  | {
      readonly type: 'change';
      readonly view: string;
      readonly from: number;
      readonly to: number;
      readonly set: readonly Patch[];
      readonly moments: readonly Moment[];
    }
  | { readonly type: 'ack'; readonly id: string; readonly seq: number; readonly events: readonly GameEvent[] }
  | {
      readonly type: 'refused';
      readonly id: string;
      readonly code: string;
      readonly args: Readonly<Record<string, string | number>>;
    }
  /** The answer to `account`; `refused` is the other one. */
  | { readonly type: 'account'; readonly id: string; readonly says: AccountSays }
  /** The answer to `ask`; `refused` is the other one. */
  | { readonly type: 'told'; readonly id: string; readonly says: AskSays }
  /** Something about an account whose last wish came from this client. */
  | ({ readonly type: 'news' } & AccountNews)
  /** The answer to `speak`: players whose processes have the line now. */
  | { readonly type: 'heard'; readonly id: string; readonly to: readonly string[] }
  /** To a player's process: another player said something in the game's own chat. */
  | { readonly type: 'spoken'; readonly from: string; readonly channel: Channel; readonly text: string }
  /** To a player's process: a line of the local chat of its seat. */
  | {
      readonly type: 'chat';
      readonly id: string;
      readonly user: string;
      readonly name: string;
      readonly roles: readonly ('broadcaster' | 'moderator' | 'vip' | 'subscriber')[];
      readonly text: string;
      readonly sentAt: number;
    }
  /** To a player's process: what the platform of its chat told the gateway; `done {id: key}` when it has it. */
  | {
      readonly type: 'hook';
      readonly platform: string;
      readonly key: string;
      readonly delivery: unknown;
    }
  | {
      readonly type: 'notice';
      readonly code: string;
      readonly args: Readonly<Record<string, string | number>>;
    }
  | { readonly type: 'bye'; readonly code: string };
