/** The functions of the engine that a script may call: a closed list. What they do is in `answers.ts`. */

/** `text`: an id or a word. */
export type ArgKind = 'text' | 'number';
export type Answer = string | number | boolean;

export interface SceneFunction {
  readonly takes: readonly ArgKind[];
  /** `yes`: true or false. `nothing`: it changes something, its value is 0. */
  readonly gives: 'yes' | 'text' | 'number' | 'nothing';
  /** It only looks, so that it may stand in the middle of a line or an option. */
  readonly looks?: true;
}

export const FUNCTIONS = {
  // what is remembered, and how the player is seen here
  remember: { takes: ['text', 'text'], gives: 'nothing' },
  fact: { takes: ['text'], gives: 'text', looks: true },
  rep: { takes: ['number'], gives: 'nothing' },
  standing: { takes: [], gives: 'number', looks: true },
  // numbers and things
  gold: { takes: ['number'], gives: 'nothing' },
  purse: { takes: [], gives: 'number', looks: true },
  influence: { takes: ['number'], gives: 'nothing' },
  shard: { takes: ['text'], gives: 'nothing' },
  heal: { takes: ['number'], gives: 'nothing' },
  harm: { takes: ['number'], gives: 'nothing' },
  give: { takes: ['text'], gives: 'nothing' },
  /** True if there was one. */
  take: { takes: ['text'], gives: 'yes' },
  has: { takes: ['text'], gives: 'yes', looks: true },
  die: { takes: ['number'], gives: 'nothing' },
  prize: { takes: ['number'], gives: 'nothing' },
  effect: { takes: ['text'], gives: 'nothing' },
  // the board
  move: { takes: ['number'], gives: 'nothing' },
  reveal: { takes: ['number'], gives: 'nothing' },
  reach: { takes: [], gives: 'text', looks: true },
  zone: { takes: [], gives: 'text', looks: true },
  // chance
  check: { takes: ['text', 'number'], gives: 'yes' },
  chance: { takes: ['number'], gives: 'yes' },
  // others
  rival: { takes: [], gives: 'text', looks: true },
  parcel: { takes: ['text'], gives: 'nothing' },
  rival_rep: { takes: ['number'], gives: 'nothing' },
  truce: { takes: [], gives: 'nothing' },
  /** Template, or '' for whatever lives here; and the kind of bout. Begins when the scene is over. */
  fight: { takes: ['text', 'text'], gives: 'nothing' },
} as const satisfies Readonly<Record<string, SceneFunction>>;

export type FunctionName = keyof typeof FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
