/** A player's mistake is a value with a code, never an exception. `bot/refusals.ts` has the sentences. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  /** What came, what was expected: filled into the sentence. Values are ids, numbers or short words. */
  readonly args: Readonly<Record<string, string | number>>;
}

export const REFUSAL_CODES = [
  'not-running',
  'not-lobby',
  'not-yours',
  'not-a-player',
  'not-admin',
  'seat-taken',
  'no-seat',
  'too-few-players',
  'unknown-class',
  'unknown-skill',
  'bad-skills',
  'bad-attributes',
  'already-ready',
  'bad-nonce',
  'busy',
  'no-roll',
  'no-die',
  'no-fork',
  'bad-way',
  'no-choice',
  'bad-option',
  'no-item',
  'item-waits',
  'not-usable',
  'not-wearable',
  'not-worn',
  'already-worn',
  'slot-taken',
  'item-locked',
  'item-protected',
  'needs-target',
  'too-many-targets',
  'bad-target',
  'self-target',
  'too-far',
  'target-safe',
  'target-gone',
  'nothing-to-lock',
  'needs-cell',
  'bad-cell',
  'no-market',
  'not-sold-here',
  'no-gold',
  'bag-full',
  'not-transferable',
  'no-trial',
  'not-game-trial',
  'no-weapon',
  'finish-locked',
  'no-grant',
  'grant-spent',
  'grant-over',
  'grant-self-only',
  'too-many-helpers',
  'no-helper',
  'bad-grant',
  'no-request',
  'redeemed-already',
  'no-redemption',
  'challenge-poor',
  'challenge-often',
  'challenge-full',
  'no-poll',
  'poll-open',
  'nothing-due',
  'bad-number',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export function refuse(code: RefusalCode, args: Refusal['args'] = {}): Refusal {
  return { refused: true, code, args };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
