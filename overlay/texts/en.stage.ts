import { counted, number } from './plural.ts';
import type { StageWords } from './stage-words.ts';

const n = (value: number) => number('en', value);
const many = (value: number, one: string, more: string) => counted('en', value, [one, more]);
const ORDINALS = ['th', 'st', 'nd', 'rd'];
const place = (value: number) => `${n(value)}${ORDINALS[value] ?? 'th'}`;

export const enStage: StageWords = {
  signs: {
    waiting: { title: 'Stand by', line: 'The game is on its way to this screen.' },
    silent: { title: 'Stand by', line: 'The host is silent. The page keeps trying by itself.' },
    noKey: { title: 'This link is not whole', line: 'The end is missing. Copy the whole link once more.' },
    badKey: {
      title: 'This link has been replaced',
      line: 'Somebody made a fresh one. Copy it into this source.',
    },
    expired: { title: 'This link has run out', line: 'Copy a fresh one from the terminal of the game.' },
    foreign: { title: 'A link to another game', line: 'It opens one door, and this is not it.' },
    noGame: { title: 'No such game here', line: 'The host is up, but does not know this game.' },
    version: { title: 'The page is out of date', line: 'Refresh this source: the host has moved on.' },
    noSeat: { title: 'This seat is empty', line: 'The address names a player who is not in this game.' },
    ended: { title: 'The race is over', line: 'The next start brings a new game.' },
    cancelled: { title: 'The game is called off', line: 'Nobody won, nobody lost, the furniture is fine.' },
  },
  moves: 'moves now',
  ready: (count) => `${many(count, 'roll', 'rolls')} ready`,
  nextRoll: (seconds) => `next roll in ${n(seconds)} s`,
  waitsForChat: 'waits for chat',
  rests: 'on the road',
  more: (count) => `+${n(count)}`,
  waitingFor: (name, seconds) => `waiting for the chat of ${name}, ${n(seconds)} s`,
  counting: (name) => `last votes from the chat of ${name}`,
  noVotes: { title: 'Nothing to vote on yet', line: '!challenge sets your streamer a trial.' },
  previously: 'Previously on MSIG',
  justBegun: 'Nothing has happened yet. It will.',
  now: 'And now',
  stands: (name, at, left) => `${name} is ${place(at)}, ${many(left, 'cell', 'cells')} to go`,
  inEffect: 'In effect',
  noEffects: 'Nobody is under any effect. Enjoy the quiet.',
  rollsLeft: (count) => many(count, 'roll', 'rolls'),
  untilCamp: 'until a camp',
  quietChat: 'The chats are quiet. Try !roll.',
  quietDice: 'The dice are resting',
  quietAlerts: 'All calm on the board',
  missed: (count) => `While this page was away: ${many(count, 'move', 'moves')} of the game`,
  takesLead: (name) => `${name} takes the lead`,
  sum: (total) => `total ${n(total)}`,
};
