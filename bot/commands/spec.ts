/** What a chat command is, and what reading a line can give. One file a command in `list/`. */
import type { Command } from '../engine/commands.ts';
import type { Channel } from '../engine/diplomacy/channels.ts';
import type { CellKind, Reach } from '../engine/rules.ts';
import type { Millis, PlayerId, Poll } from '../engine/state.ts';
import type { AccountWish } from '../protocol/accounts.ts';
import type { SaidWish } from '../protocol/asks.ts';
import type { AskedKind, BothTexts, Lang } from '../protocol/texts.ts';

/** `player`: the owner of the channel. `helper`: a viewer with a grant of that player. `admin`: also the referee. */
export type Role = 'player' | 'helper' | 'viewer' | 'admin';
export const EVERYBODY: readonly Role[] = ['player', 'helper', 'viewer', 'admin'];

/** Which commands share a cooldown: turn and bag act, ask reads, crowd is for viewers, judge for the referee. */
export type CooldownClass = 'turn' | 'bag' | 'ask' | 'crowd' | 'judge';

export type FaultArgs = Readonly<Record<string, string | number>>;
/** Something that cannot be read or is not allowed; `bot/refusals.ts` has the sentence of the code. */
export interface Fault {
  readonly kind: 'fault';
  readonly code: string;
  readonly args: FaultArgs;
  /** True when answering it in a busy chat would be noise: another bot's command, a viewer's guess. */
  readonly quiet: boolean;
}

export function fault(code: string, args: FaultArgs = {}, quiet = false): Fault {
  return { kind: 'fault', code, args, quiet };
}

export const QUERIES = [
  'status',
  'where',
  'near',
  'effects',
  'bag',
  'odds',
  'map',
  'trial',
  'market',
  'top',
  'rule',
  'help',
  'players',
  'helpers',
  'treaties',
  'why',
  'tuning',
] as const;
export type Query = (typeof QUERIES)[number];

/** What a question is about. Absent: the player whose chat it is, or everything. */
export interface QueryArgs {
  readonly player?: PlayerId;
  /** An entry of the pack, for `rule`. */
  readonly entry?: { readonly kind: AskedKind; readonly id: string };
  /** A kind of cell, for `rule`. */
  readonly cell?: CellKind;
  /** Id of a command, for `help`. */
  readonly command?: string;
  /** Rules of the book, best first, or its history, for `rule`. */
  readonly book?: { readonly numbers: readonly string[]; readonly history?: true };
  readonly why?: WhyAbout;
}

/** Which number is to be taken apart. `value`: whatever comes to that. */
export type WhyAbout =
  | { readonly what: 'roll' | 'move' | 'check' | 'pace' }
  | { readonly what: 'number'; readonly name: string }
  | { readonly what: 'value'; readonly value: number }
  | { readonly what: 'price'; readonly item: string | null };

/** Keep the object while the poll is open: tables are built once for each. */
export interface OpenPoll extends Pick<Poll, 'id' | 'kind' | 'options'> {
  /** crowd: what is to be written, in both languages. */
  readonly word?: Readonly<Partial<Record<Lang, string>>>;
}

export interface BagEntry {
  readonly item: string;
  readonly worn: boolean;
  /** Rests or is locked: it cannot be used yet. */
  readonly waits?: boolean;
}

/** An offer of a treaty or a trade that waits for its answer. */
export interface OpenOffer {
  readonly n: number;
  readonly from: PlayerId;
  readonly to: PlayerId;
}

/** What the reader has to know; made by whoever owns the chat, reused from line to line. */
export interface ReadContext {
  readonly lang: Lang;
  /** Whose chat it is. */
  readonly player: PlayerId;
  /** The speaker's. */
  readonly role: Role;
  /** Names of all players of this game. Keep the object while nothing changes: tables are built once for each. */
  readonly names: Readonly<Record<PlayerId, string>>;
  /** The bag of `player`. */
  readonly bag: readonly BagEntry[];
  /** Of the pack, both languages, whatever the chat speaks. Keep the object: tables are built once for each. */
  readonly texts: BothTexts;
  /** Open polls of this chat, oldest first. */
  readonly polls: readonly OpenPoll[];
  /** Items by which the player's weapons are known. */
  readonly weapons?: Readonly<Record<Reach, string>>;
  /**
   * The cell that a typed number means: cells behind the player from the start on, or, with `relative`, steps from
   * where the player stands. Null for none. Absent: numbers are ids.
   */
  readonly cellAt?: (number: number, relative: boolean) => number | null;
  /** Items sold where the player stands, in the order in which they are shown. */
  readonly market?: readonly string[];
  /** How many ways the fork has that the player stands at; absent: no fork waits. */
  readonly fork?: number;
  /** Open offers to and from the chat's player, oldest first. */
  readonly offers?: readonly OpenOffer[];
  /** Open requests of helpers, for `approve` and `deny`. */
  readonly requests?: readonly number[];
  /** Tags a helper may be granted. Absent: any word is taken, and the engine decides. */
  readonly tags?: readonly string[];
  /** A viewer's name as typed (no `@`) → the key that goes into the command; undefined if nobody is called so. */
  readonly viewer?: (name: string) => string | undefined;
  /** For terms like `7d`. */
  readonly now: Millis;
}

export interface Typed {
  /** Cleaned words after the command. */
  readonly words: readonly string[];
  /** The same as one cleaned text. */
  readonly rest: string;
  /** `!use` as the speaker's language writes this command, for faults. */
  readonly name: string;
  /** What stood after the command's first word, as typed. */
  readonly raw?: string;
}

export type Meaning =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'query'; readonly query: Query; readonly args: QueryArgs }
  | { readonly kind: 'vote'; readonly poll: string; readonly choice: number | 'x' }
  | { readonly kind: 'account'; readonly wish: AccountWish }
  /** For the host, beside the rules: a word for the dice, a receipt, a note. Its text never becomes a command or an event. */
  | { readonly kind: 'ask'; readonly wish: SaidWish }
  /** A line for other players' chats; its text never becomes a command or an event. */
  | { readonly kind: 'speech'; readonly channel: Channel; readonly text: string }
  | Fault;

export interface CommandSpec {
  readonly id: string;
  /** The first of each language is the one shown. Without `!`, small letters. */
  readonly names: Readonly<Record<Lang, readonly string[]>>;
  readonly who: readonly Role[];
  /** A referee's as well: who is one, the host alone knows, so nobody is turned away before. */
  readonly referee?: true;
  readonly cooldown: CooldownClass;
  /** Must be typed in full: a misspelt word never gives up a trial or throws a thing away. */
  readonly exact?: boolean;
  /** How to type it and what it does, one line. */
  readonly help: Readonly<Record<Lang, string>>;
  readonly read: (typed: Typed, context: ReadContext) => Meaning;
}

export type ReadResult =
  | { readonly kind: 'command'; readonly command: Command; readonly spec: CommandSpec }
  | { readonly kind: 'query'; readonly query: Query; readonly args: QueryArgs; readonly spec: CommandSpec }
  | { readonly kind: 'account'; readonly wish: AccountWish; readonly spec: CommandSpec }
  | { readonly kind: 'ask'; readonly wish: SaidWish; readonly spec: CommandSpec }
  | {
      readonly kind: 'speech';
      readonly channel: Channel;
      readonly text: string;
      readonly spec: CommandSpec;
    }
  /** `spec` is null for a bare number or word. */
  | {
      readonly kind: 'vote';
      readonly poll: string;
      readonly choice: number | 'x';
      readonly spec: CommandSpec | null;
    }
  | { readonly kind: 'none' }
  | Fault;
