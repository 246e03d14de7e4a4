/** Every word the faces write, in one shape: a language that lacks one does not compile. */

import type {
  Attribute,
  Category,
  CellKind,
  Element,
  Pace,
  Pending,
  Poll,
  Rarity,
  Status,
  ZoneId,
} from '../link/types.ts';
import type { MarkWords } from './mark-words.ts';
import type { StageWords } from './stage-words.ts';
import type { Tales } from './tales.ts';

/** What the play page can send with one press; the values are typed lines. */
export interface ChatCommands {
  readonly roll: string;
  readonly odds: string;
  readonly status: string;
  readonly bag: string;
  readonly near: string;
  readonly coin: string;
  readonly help: string;
  readonly giveUp: string;
  readonly done: string;
  readonly challenge: string;
  readonly go: string;
  readonly choose: string;
  readonly approve: string;
  readonly deny: string;
  readonly vote: string;
  readonly top: string;
}

export interface Words {
  readonly lang: 'ru' | 'en';
  readonly race: Readonly<Record<Pace, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly practice: string;
  /** What it is all about, in one line for whoever has just come. */
  readonly goal: string;
  readonly kinds: Readonly<Record<CellKind, string>>;
  /** One line of what a cell kind does, for the legend. */
  readonly kindNotes: Readonly<Record<CellKind, string>>;
  readonly zones: Readonly<Record<ZoneId, string>>;
  readonly rarity: Readonly<Record<Rarity, string>>;
  readonly category: Readonly<Record<Category, string>>;
  readonly attributes: Readonly<Record<Attribute, string>>;
  readonly elements: Readonly<Record<Element, string>>;

  readonly standings: string;
  readonly chronicle: string;
  readonly odds: string;
  readonly bag: string;
  readonly effects: string;
  readonly market: string;
  readonly board: string;
  readonly bot: string;
  readonly place: (n: number) => string;
  readonly cellsDone: (done: number, total: number) => string;
  readonly health: (hp: number, max: number) => string;
  readonly gold: string;
  readonly influence: string;
  readonly score: string;
  readonly rolls: string;
  readonly rollsReady: (n: number) => string;
  readonly nextIn: (seconds: number) => string;
  readonly trials: string;
  readonly itemsUsed: string;
  readonly falls: string;
  readonly way: string;
  readonly linkDown: string;
  readonly reconnecting: string;
  readonly refusedLink: string;
  readonly waiting: string;

  // the task
  readonly pollKind: Readonly<Record<Poll['kind'], string>>;
  readonly pendingKind: Readonly<Record<Pending['is'], string>>;
  readonly typeNumber: string;
  readonly typeAnyNumber: string;
  readonly voicesWrite: (need: number) => string;
  readonly votes: (n: number) => string;
  readonly guesses: (n: number) => string;
  readonly confirmOptions: readonly string[];
  readonly closesLate: (seconds: number) => string;
  readonly closing: string;
  readonly secondsLeft: (n: number) => string;
  readonly alsoOpen: string;
  readonly quietTitle: string;
  readonly quietNotes: readonly { readonly type: string; readonly note: string }[];
  readonly forkTitle: string;
  /** The first cells of a way: «сундук, монстр, рынок». */
  readonly wayAhead: (kinds: readonly CellKind[]) => string;
  /** «путь 2: сундук». */
  readonly wayTaken: (n: number, kind: CellKind) => string;
  readonly finalTitle: string;
  readonly finalNote: string;
  readonly choiceTitle: string;
  readonly pausedTitle: string;
  readonly winnerTitle: string;
  readonly nextGame: string;

  // the predella
  readonly legend: string;
  readonly rollsDice: (count: number) => string;
  readonly landsOn: (kind: string) => string;
  readonly throwsLast: string;
  readonly checks: (trial: string) => string;
  readonly needs: (n: number) => string;
  readonly passedIt: string;
  readonly failedIt: string;
  readonly oddsOf: (kind: string, percent: string) => string;

  // the play page
  readonly chat: string;
  readonly allChats: string;
  readonly speakAs: string;
  readonly streamer: string;
  readonly viewer: string;
  readonly helper: string;
  readonly roleNames: Readonly<Record<'player' | 'helper' | 'viewer' | 'game', string>>;
  readonly inChatOf: string;
  readonly asked: string;
  readonly streamerAnswers: string;
  readonly yourName: string;
  readonly message: string;
  readonly send: string;
  readonly quick: string;
  readonly emptyBag: string;
  readonly emptyChat: string;
  readonly slots: (used: number, all: number) => string;
  readonly boosters: string;
  readonly use: string;
  readonly wear: string;
  readonly unwear: string;
  readonly sell: (price: number) => string;
  readonly buy: (price: number) => string;
  readonly discard: string;
  readonly worn: string;
  readonly charges: (n: number) => string;
  readonly waits: (n: number) => string;
  readonly lives: (n: number) => string;
  readonly chooseTarget: string;
  readonly onSelf: string;
  readonly onCell: string;
  readonly cancel: string;
  readonly commands: ChatCommands;
  readonly buttons: Readonly<Record<keyof ChatCommands, string>>;
  readonly notSent: string;
  readonly openLinks: string;
  readonly openOverlay: string;
  readonly openBoard: string;

  readonly stage: StageWords;
  readonly marks: MarkWords;
  readonly tales: Tales;
}
