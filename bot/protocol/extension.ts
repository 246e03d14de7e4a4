/**
 * What the Twitch extension and its backend say to each other, version 1. The state is the same for everybody who
 * watches a channel, so that a cache may hand it out; what belongs to one viewer comes by `GET /ext/me`.
 */
import { z } from 'zod';
import type { ZoneId } from '../engine/rules.ts';
import type { Grant, Millis, Pending, PlayerId, Poll, Roll, Status } from '../engine/state.ts';
import type { BagItemView, BoardView, Tally } from './views.ts';
import { playerId, wellFormed } from './wire.ts';

export const EXT_VERSION = 1;

/** A seat as the panel needs it; zone and distance follow from `cell` and the map. */
export interface ExtPlayer {
  readonly id: PlayerId;
  readonly seat: number;
  readonly name: string;
  readonly bot: boolean;
  readonly cell: number;
  readonly place: number;
  readonly hp: number;
  readonly max: number;
  readonly gold: number;
  /** Ids of effects, with their numbers. */
  readonly fx: readonly (readonly [n: number, effect: string])[];
}

export interface ExtPoll extends Poll {
  readonly tally: Tally;
  /** What is being decided, for its words. */
  readonly about: Pending | null;
}

/** How a wish of a viewer ended; public, as the log is. */
export interface ExtTold {
  readonly seq: number;
  readonly at: Millis;
  readonly who: string;
  readonly is: 'challenged' | 'redeemed' | 'vote' | 'helped';
  /** Trial, reward or item by id; for a vote the poll. */
  readonly what: string;
  /** `applied`, `returned`, or for a vote its result as a number. */
  readonly end: string;
  /** Why it was returned; for a vote the root that was published. */
  readonly why: string;
}

export interface ExtBag {
  readonly slots: number;
  readonly items: readonly BagItemView[];
  readonly dice: readonly number[];
  readonly gold: number;
  readonly influence: number;
}

/** A fight of the streamer, as far as a panel tells it. */
export interface ExtFight {
  readonly round: number;
  readonly foes: readonly {
    readonly template: string;
    readonly affix: string | null;
    readonly hp: number;
    readonly max: number;
    /** What it announces, and the bands it will land on; null while it does nothing. */
    readonly next: { readonly move: string; readonly lands: readonly string[] } | null;
  }[];
}

/** What stands between two players: kind of treaty and whom it binds. */
export type ExtBond = readonly [kind: string, one: PlayerId, other: PlayerId];

/** `GET /ext/state/:channel`, and the text of a PubSub message, from which what is too long may be missing. */
export interface ExtState {
  readonly v: typeof EXT_VERSION;
  /** Grows with every change, across restarts of the host too: the larger one is the newer one. */
  readonly rev: number;
  readonly game: string;
  readonly seat: PlayerId;
  readonly status: Status;
  readonly pace: BoardView['pace'];
  /** `GET /ext/map/:game?v=…` and `GET /ext/texts/:lang?v=…`; the same version, the same bytes for ever. */
  readonly map: string;
  readonly texts: string;
  readonly players: readonly ExtPlayer[];
  readonly polls: readonly ExtPoll[];
  /** What the streamer is asked now. */
  readonly asked: Pending | null;
  readonly fight: ExtFight | null;
  readonly bonds: readonly ExtBond[];
  readonly roll: Roll | null;
  readonly winner: PlayerId | null;
  readonly opened: readonly number[];
  readonly traps: Readonly<Record<number, string>>;
  readonly marks: BoardView['marks'];
  readonly bag: ExtBag;
  readonly told: readonly ExtTold[];
  /** What the streamer has switched on. */
  readonly open: ExtSwitches;
}

export interface ExtSwitches {
  /** Viewers may trigger trials from the panel. */
  readonly trials: boolean;
  readonly bits: boolean;
  /** Viewers who have not shared who they are may vote where that is fair. */
  readonly anonymous: boolean;
}

/** In place of a state that does not fit: whoever hears it asks for the snapshot. */
export interface ExtThin {
  readonly v: typeof EXT_VERSION;
  readonly rev: number;
  readonly thin: true;
}
export type ExtMessage = ExtThin | (Pick<ExtState, 'v' | 'rev'> & Partial<ExtState>);

export interface ExtReceipt {
  readonly id: string;
  readonly at: Millis;
  readonly is: 'vote' | 'challenge' | 'use' | 'bits' | 'credit';
  readonly what: string;
  readonly ok: boolean;
  readonly text: Readonly<Record<'ru' | 'en', string>>;
}

export interface ExtCredit {
  readonly transaction: string;
  readonly sku: string;
  readonly bits: number;
  readonly why: string;
}

export interface ExtProduct {
  /** The reward's id in the pack. */
  readonly sku: string;
  readonly bits: number;
}

/** `GET /ext/me`. */
export interface ExtMe {
  /** The game's time now, for countdowns. */
  readonly now: Millis;
  readonly role: 'viewer' | 'moderator' | 'broadcaster';
  /** Twitch has told us who this is, because the viewer allowed it. */
  readonly shared: boolean;
  /** Logged in at Twitch; who is not, cannot vote. */
  readonly known: boolean;
  /** Own choices in open votes, made here. */
  readonly votes: Readonly<Record<string, number | 'x'>>;
  readonly challenge: {
    readonly cost: number;
    readonly influence: number;
    /** Seconds until this viewer may again. */
    readonly wait: number;
  };
  readonly grant:
    | (Grant & {
        /** Numbers of items in the bag that it reaches. */
        readonly reach: readonly number[];
        /** An answer of the streamer is awaited. */
        readonly waiting: string | null;
      })
    | null;
  readonly receipts: readonly ExtReceipt[];
  readonly credits: readonly ExtCredit[];
  readonly products: readonly ExtProduct[];
}

/** `GET /ext/config`, for the broadcaster. */
export interface ExtConfig {
  readonly bound: {
    readonly game: string;
    readonly player: PlayerId;
    readonly name: string;
    readonly status: Status | 'gone';
  } | null;
  readonly switches: ExtSwitches;
  /** To be made under Monetization, with these numbers, before Bits are switched on. */
  readonly products: readonly ExtProduct[];
  /** When the last message was taken by Twitch; null if none was, or none is sent. */
  readonly pushed: Millis | null;
}

/** `GET /ext/map/:game`. */
export type ExtMap = BoardView['map'];
export type { ZoneId };

const id = wellFormed(80).min(1);

export const extVote = z.strictObject({
  poll: id,
  choice: z.union([z.number().int().min(-1e12).max(1e12), z.literal('x')]),
});
export const extAct = z.strictObject({
  id,
  act: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('challenge') }),
    z.strictObject({
      type: z.literal('use'),
      item: id,
      targets: z.array(playerId).max(8).optional(),
      cell: z.number().int().min(0).max(999).optional(),
    }),
  ]),
  /** The helper's token, with which the viewer's name is looked up at Twitch once. */
  helix: z.string().max(2000).optional(),
});
export const extBits = z.strictObject({ receipt: z.string().min(10).max(4000) });
export const extCredit = z.strictObject({ transaction: id });
export const extSettings = z
  .strictObject({
    code: z.string().max(40).optional(),
    unbind: z.literal(true).optional(),
    switches: z
      .strictObject({ trials: z.boolean(), bits: z.boolean(), anonymous: z.boolean() })
      .partial()
      .optional(),
  })
  .refine((body) => Object.keys(body).length === 1, { message: 'expected code, unbind or switches' });
