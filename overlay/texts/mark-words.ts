/** Words of what stands beside a name or a question for a while: treaties, the super game, absence, courts, tuning. */
import type { BoardView, FinalStage, TreatyKind } from '../link/types.ts';

export type Lamp = 'won' | 'lost' | 'now' | 'ahead';
export type TuningKnob = NonNullable<BoardView['tuning']>['tunings'][number]['knob'];

export interface MarkWords {
  readonly treaties: Readonly<Record<TreatyKind, string>>;
  /** «союз: {name}». */
  readonly bond: (kind: TreatyKind, name: string) => string;
  /** Who has given notice. */
  readonly leaving: (name: string) => string;
  readonly clash: string;
  readonly clashWith: (name: string) => string;
  readonly chooses: string;
  readonly silentChat: string;
  readonly duel: string;
  readonly round: (n: number) => string;
  readonly score: (n: number) => string;
  readonly noScore: string;
  readonly superGame: string;
  readonly stages: Readonly<Record<FinalStage, string>>;
  readonly stageNotes: Readonly<Record<FinalStage, string>>;
  readonly lamp: (stage: FinalStage, lamp: Lamp) => string;
  readonly twoOfThree: string;
  readonly finishOpens: (time: string) => string;
  /** Votes are over, and a slow chat's last ones are on their way. */
  readonly waitingFor: (platform: string, seconds: number) => string;
  readonly waitingVotes: (seconds: number) => string;
  readonly performance: string;
  readonly proof: string;
  readonly jury: string;
  readonly stake: (name: string, gold: number) => string;
  readonly votedOf: (voted: number, all: number) => string;
  readonly juryComes: string;
  readonly offAir: string;
  readonly shielded: string;
  readonly autopilot: string;
  readonly dayOff: string;
  readonly turn: string;
  readonly turnOf: (name: string, n: number) => string;
  readonly tuned: (knob: TuningKnob, value: number) => string;
  readonly rulesFrom: (turn: number) => string;
  readonly epochs: (n: number) => string;
  readonly seed: string;
  readonly wishes: (applied: number, returned: number, held: number) => string;
  readonly offers: (kind: string, name: string) => string;
  readonly trade: string;
  readonly open: string;
  readonly shut: string;
}
