import type { MarkWords } from './mark-words.ts';
import { number, signed } from './plural.ts';

const n = (value: number) => number('en', value);
const KNOBS = {
  dice: 'dice',
  difficulty: 'difficulty',
  price: 'prices',
  cooldown: 'time to the next roll',
  weight: 'weight',
  rule: 'a rule',
} as const;
const treaties = { alliance: 'alliance', truce: 'truce', tribute: 'tribute', war: 'war' } as const;
const stages = { guardian: 'guardian', chorus: 'chorus', throw: 'throw' } as const;
const LAMPS = { won: 'won', lost: 'lost', now: 'now', ahead: 'to come' } as const;

export const enMarks: MarkWords = {
  treaties,
  bond: (kind, name) => `${treaties[kind]}: ${name}`,
  leaving: (name) => `notice from ${name}`,
  clash: 'Clash',
  clashWith: (name) => `clash: ${name}`,
  chooses: 'chat is choosing',
  silentChat: 'chat is silent',
  duel: 'Duel of chats',
  round: (value) => `round ${n(value)}`,
  score: (value) => n(value),
  noScore: 'under way',
  superGame: 'Super game',
  stages,
  stageNotes: {
    guardian: 'The guardian: a fight, no way to flee',
    chorus: 'The chorus: every chat of the channel at once',
    throw: 'The last throw: higher than the other side',
  },
  lamp: (stage, lamp) => `${stages[stage]}: ${LAMPS[lamp]}`,
  twoOfThree: 'two of three win',
  finishOpens: (time) => `the finish opens in ${time}`,
  waitingFor: (platform, seconds) => `waiting for ${platform}, ${n(seconds)} s`,
  waitingVotes: (seconds) => `waiting for the last votes, ${n(seconds)} s`,
  performance: 'Does the act count?',
  proof: 'Does the game count?',
  jury: 'Before the jury',
  stake: (name, gold) => `${name} doubts it, stake ${n(gold)} gold`,
  votedOf: (voted, all) => `${n(voted)} of ${n(all)} jurors have voted`,
  juryComes: 'a jury is being drawn',
  offAir: 'off the air',
  shielded: 'off the air, out of reach of hostile items',
  autopilot: 'on autopilot',
  dayOff: 'day off',
  turn: 'up now',
  turnOf: (name, value) => `Round ${n(value)}, it is up to ${name}`,
  tuned: (knob, value) =>
    `tuned, ${KNOBS[knob]}: ${knob === 'dice' || knob === 'difficulty' ? signed('en', value) : knob === 'price' ? `${signed('en', value)}%` : knob === 'rule' ? n(value) : `${n(value)}%`}`,
  rulesFrom: (turn) => `new rules from roll ${n(turn)} on`,
  epochs: (value) => `epochs shown: ${n(value)}`,
  seed: 'seed',
  wishes: (applied, returned, held) =>
    `paid wishes: ${n(applied)} played, ${n(returned)} given back${held > 0 ? `, ${n(held)} waiting` : ''}`,
  offers: (kind, name) => `${kind} offered to ${name}`,
  trade: 'trade',
  open: 'open to everyone',
  shut: 'shut',
};
