/** What a platform was found to say about an application, a sign-in and a channel. Asked once, used by several checks. */
import type { KeptSignIn } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import type { Net } from './net.ts';

export const PLATFORMS = ['twitch', 'youtube', 'kick', 'vkvideo'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** One channel of one platform, from the seats, the settings or the wizard. */
export interface Subject {
  readonly platform: Platform;
  readonly channel: string;
}

/** `silent`: the platform did not answer, so nothing is known. `word`: its own short word. */
export interface AppFacts {
  readonly state: 'absent' | 'untestable' | 'good' | 'refused' | 'silent';
  readonly word: string;
  /** Of the application itself; for reading what is public. */
  readonly token: string | null;
}

/**
 * `asleep`: it ran out and renews itself at the next start, which is not tried here: a renewal token may work only once.
 * `ended`: it ran out and cannot be renewed. `refused`: it should be good and is not.
 */
export interface SignInFacts {
  readonly state: 'absent' | 'good' | 'asleep' | 'ended' | 'refused' | 'silent' | 'spent';
  readonly word: string;
  /** Null if nobody told. */
  readonly scopes: readonly string[] | null;
  /** The platform's id of whoever signed in; null if not known. */
  readonly user: string | null;
  readonly expiresAt: number | null;
  readonly renewable: boolean;
  /** Made by another application than the one in the settings. */
  readonly foreign: boolean;
  /** A renewal was begun and nobody knows how it ended. */
  readonly cutOff: boolean;
  /** Variables that stand for the settings by which it wins over the wizard's; empty if it does not. */
  readonly over: string;
}

export interface ChannelFacts {
  readonly state: 'there' | 'missing' | 'unknown';
  readonly word: string;
  readonly id: string | null;
  /** The one who signed in owns it; null if not known. */
  readonly own: boolean | null;
  /** `impossible`: the platform has none. `status`: the channel has not earned them. */
  readonly rewards: 'yes' | 'impossible' | 'status' | 'refused' | 'unknown';
}

/** A scope, what it is for (a name in `words/features.ts`), and whether a sign-in is worth little without it. */
export interface Need {
  /** Any one of them is enough. */
  readonly anyOf: readonly string[];
  readonly what: Ability;
  readonly vital: boolean;
}
export type Ability =
  | 'read'
  | 'write'
  | 'rewards'
  | 'polls'
  | 'delete'
  | 'timeout'
  | 'donations'
  | 'events'
  | 'followers';

export interface Place {
  readonly settings: Settings;
  readonly net: Net;
  readonly now: () => number;
  /** Of the application; null without one. */
  readonly secret: string | null;
}

export interface SeatPlace extends Place {
  readonly channel: string;
  readonly kept: KeptSignIn | null;
  readonly app: AppFacts;
}

/** How one platform is asked. */
export interface Examiner {
  /** Outside addresses in use. */
  addresses(settings: Settings): readonly string[];
  readonly needs: readonly Need[];
  app(place: Place): Promise<AppFacts>;
  signIn(place: SeatPlace): Promise<SignInFacts>;
  channel(place: SeatPlace & { readonly signIn: SignInFacts }): Promise<ChannelFacts>;
}

export const NO_APP: AppFacts = { state: 'absent', word: '', token: null };

export const NO_SIGN_IN: SignInFacts = {
  state: 'absent',
  word: '',
  scopes: null,
  user: null,
  expiresAt: null,
  renewable: false,
  foreign: false,
  cutOff: false,
  over: '',
};

export const UNKNOWN_CHANNEL: ChannelFacts = {
  state: 'unknown',
  word: '',
  id: null,
  own: null,
  rewards: 'unknown',
};
