/** Words of the pages that stand alone over a stream. */
export interface Sign {
  readonly title: string;
  readonly line: string;
}

/** Why a page shows a sign instead of the game. */
export type SignName =
  | 'waiting'
  | 'silent'
  | 'noKey'
  | 'badKey'
  | 'expired'
  | 'foreign'
  | 'noGame'
  | 'version'
  | 'noSeat'
  | 'ended'
  | 'cancelled';

export interface StageWords {
  readonly signs: Readonly<Record<SignName, Sign>>;
  readonly moves: string;
  readonly ready: (count: number) => string;
  readonly nextRoll: (seconds: number) => string;
  readonly waitsForChat: string;
  readonly rests: string;
  readonly more: (count: number) => string;
  /** Whose votes are still on their way: «ждём чат: {name}, 3 с». */
  readonly waitingFor: (name: string, seconds: number) => string;
  readonly counting: (name: string) => string;
  readonly noVotes: Sign;
  readonly previously: string;
  readonly justBegun: string;
  readonly now: string;
  readonly stands: (name: string, place: number, left: number) => string;
  readonly inEffect: string;
  readonly noEffects: string;
  readonly rollsLeft: (count: number) => string;
  readonly untilCamp: string;
  readonly quietChat: string;
  readonly quietDice: string;
  readonly quietAlerts: string;
  readonly missed: (count: number) => string;
  readonly takesLead: (name: string) => string;
  readonly sum: (total: number) => string;
}
