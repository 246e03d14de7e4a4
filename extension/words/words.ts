/** The words of the views. What the backend answers comes in the viewer's language already. */
import type { ExtPoll, ExtState, ExtTold, ZoneId } from '../../bot/protocol/extension.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export type Tab = 'now' | 'map' | 'bag' | 'you';
type Counted = (n: number) => string;

export interface Words {
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly status: Readonly<Record<ExtState['status'], string>>;
  readonly zones: Readonly<Record<ZoneId, string>>;
  readonly pollKind: Readonly<Record<ExtPoll['kind'], string>>;
  readonly pending: Readonly<Record<'fork' | 'choice' | 'scene' | 'fight' | 'trial' | 'final', string>>;
  readonly round: Counted;
  readonly lands: (bands: readonly string[]) => string;
  readonly bands: Readonly<Record<string, string>>;
  readonly bonds: string;
  readonly place: Counted;
  readonly toFinish: Counted;
  readonly hp: (hp: number, max: number) => string;
  readonly gold: string;
  readonly items: string;
  readonly effects: string;
  readonly standings: string;
  readonly strip: (name: string, place: number, left: number) => string;
  readonly mapHint: string;
  readonly votes: Counted;
  readonly seconds: Counted;
  readonly counting: string;
  readonly yourVote: string;
  readonly voteCounted: string;
  readonly voteOld: string;
  readonly sameAsChat: string;
  readonly number: string;
  readonly send: string;
  readonly here: (word: string) => string;
  readonly crowd: (have: number, need: number) => string;
  readonly streamerDecides: string;
  readonly quiet: string;
  readonly quietNote: string;
  readonly lastRoll: (total: number) => string;
  readonly winner: (name: string) => string;
  readonly over: string;
  readonly challenge: string;
  readonly challengeNote: string;
  readonly influence: (have: number, need: number) => string;
  readonly challengeWait: (seconds: number) => string;
  readonly challengePoor: (more: number) => string;
  readonly told: string;
  readonly toldLine: (told: ExtTold, what: string) => string;
  readonly nothingTold: string;
  readonly whyOf: (code: string) => string;
  readonly emptyBag: string;
  readonly slots: (used: number, all: number) => string;
  readonly spareDice: string;
  readonly charges: Counted;
  readonly waits: Counted;
  readonly worn: string;
  readonly use: string;
  readonly onWhom: string;
  readonly cell: string;
  readonly cancel: string;
  readonly rarity: Readonly<Record<string, string>>;
  readonly identity: string;
  readonly anonymous: string;
  readonly anonymousNote: string;
  readonly share: string;
  readonly loggedOut: string;
  readonly known: string;
  readonly knownNote: string;
  readonly helper: string;
  readonly grantLeft: (left: number, uses: number, per: 'hour' | 'day' | 'game') => string;
  readonly grantSelf: string;
  readonly grantAny: string;
  readonly grantAsks: string;
  readonly grantWaits: (item: string) => string;
  readonly noGrant: string;
  readonly bits: string;
  readonly bitsNote: string;
  readonly bitsPrice: Counted;
  readonly bitsApplied: (name: string) => string;
  readonly bitsCredit: (name: string, why: string) => string;
  readonly credits: string;
  readonly tryAgain: string;
  readonly receipts: string;
  readonly noReceipts: string;
  readonly receipt: Readonly<
    Record<'vote' | 'challenge' | 'use' | 'bits' | 'credit', (what: string) => string>
  >;
  readonly done: string;
  readonly notDone: string;
  readonly offline: string;
  readonly loading: string;
  readonly absent: string;
  readonly absentNote: string;
  readonly you: string;
  readonly config: ConfigWords;
}

export interface ConfigWords {
  readonly title: string;
  readonly intro: string;
  readonly bound: (name: string) => string;
  readonly boundNote: (status: string) => string;
  readonly gone: string;
  readonly unbound: string;
  readonly step: string;
  readonly code: string;
  readonly bind: string;
  readonly rebind: string;
  readonly unbind: string;
  readonly surely: string;
  readonly switches: string;
  readonly trials: readonly [string, string];
  readonly anonymous: readonly [string, string];
  readonly bits: readonly [string, string];
  readonly products: string;
  readonly productsNote: string;
  readonly sku: string;
  readonly price: string;
  readonly saved: string;
  readonly pushed: (seconds: number | null) => string;
  readonly live: string;
  readonly owner: string;
}

/** The words of a language. */
export function wordsOf(lang: 'ru' | 'en'): Words {
  return lang === 'ru' ? ru : en;
}
