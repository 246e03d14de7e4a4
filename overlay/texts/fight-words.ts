/** Words of fights and scenes. They come with the fight itself, not with the page. */
import type { Reach } from '../link/types.ts';

export interface FightWords {
  readonly fight: string;
  readonly round: (n: number) => string;
  /** «Волна 2 из 4». */
  readonly wave: (n: number, all: number) => string;
  readonly bout: Readonly<Record<'gate' | 'boss' | 'waves', string>>;
  readonly tier: (n: number) => string;
  readonly bands: Readonly<Record<Reach, string>>;
  /** As it is typed after a command. */
  readonly typed: Readonly<Record<Reach, string>>;
  readonly weapons: Readonly<Record<Reach, string>>;
  /** Before the name of a foe's next blow. */
  readonly next: string;
  readonly plainBlow: string;
  readonly idle: string;
  readonly asleep: string;
  readonly under: string;
  readonly lands: (bands: readonly string[]) => string;
  /** So many rounds in one band, the one to come included. */
  readonly standing: (rounds: number) => string;
  readonly commands: Readonly<Record<Order, string>>;
  readonly notes: Readonly<Record<Order, string>>;
  /** About so many points. */
  readonly about: (points: number) => string;
  /** With a step to that band. */
  readonly step: (band: string) => string;
  readonly outOfReach: string;
  readonly resting: (rounds: number) => string;
  readonly typeNow: string;
  readonly sides: readonly [string, string, string];
  readonly whereTitle: string;
  readonly whereHow: string;
  readonly lineTitle: string;
  readonly lineHow: string;
  readonly option: (n: number) => string;
  readonly votes: (n: number) => string;
  readonly autoOn: string;
  readonly ended: Readonly<Record<'won' | 'lost' | 'fled' | 'spared' | 'left', string>>;
  readonly hp: (now: number, most: number) => string;
  readonly statusFor: (name: string, rounds: number) => string;
  readonly prop: string;
  readonly propUsed: string;
  /** Of a prop that only this weapon sets off. */
  readonly propNeeds: (weapon: string) => string;
  readonly more: (n: number) => string;
  readonly quiet: { readonly title: string; readonly line: string };
  readonly log: LogWords;
  /** The whole stage in one sentence, for whoever hears it. */
  readonly stage: (facts: StageFacts) => string;
  readonly scene: SceneWords;
}

export type Order = 'hit' | 'dash' | 'skill' | 'weapon' | 'prop' | 'flee' | 'auto';

export interface StageFacts {
  readonly me: string;
  readonly band: string;
  readonly foes: readonly {
    readonly name: string;
    readonly band: string;
    readonly hp: string;
    readonly next: string;
  }[];
}

export interface LogWords {
  readonly goes: (who: string, band: string) => string;
  readonly dashes: (who: string, band: string) => string;
  readonly hits: (who: string, on: string, harm: number) => string;
  readonly critical: (who: string, on: string, harm: number) => string;
  readonly misses: (who: string, on: string) => string;
  readonly negated: (on: string) => string;
  readonly immune: (on: string) => string;
  readonly heals: (who: string, points: number) => string;
  readonly hurts: (who: string, by: string, points: number) => string;
  readonly status: (who: string, name: string, rounds: number) => string;
  readonly rule: (who: string, name: string) => string;
  /** No verbs: some names are plural. */
  readonly state: Readonly<
    Record<'fell' | 'left' | 'slept' | 'woke' | 'dug' | 'thrownOut' | 'came', (who: string) => string>
  >;
  readonly prop: (name: string) => string;
  readonly voted: (option: number, right: boolean) => string;
  readonly ally: string;
  readonly decoy: string;
}

export interface SceneWords {
  readonly scene: string;
  readonly choose: string;
  readonly decides: Readonly<Record<'player' | 'chat' | 'either', (name: string) => string>>;
  readonly how: Readonly<Record<'player' | 'chat' | 'either', string>>;
  readonly goesOn: string;
}
