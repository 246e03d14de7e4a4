/** Good messages of every kind, to be sent as they are or bent. */
import type { Dice } from './dice.ts';
import { anything, text, type Value } from './weird.ts';

/** What an attacker knows. */
export interface Loot {
  readonly game: string;
  /** The first `GOOD` open something of the game. */
  readonly tokens: readonly string[];
  /** An export of a game that is here already. */
  readonly file: string;
}

/** The admin twice, four players, an overlay. */
export const GOOD = 7;

const LINES = [
  '!кубик',
  '!roll',
  '!карта',
  '!bag',
  '!применить 1',
  '!use 2 p3',
  '1',
  'x',
  '!помощник @vera лечение 1/игру',
  '!связать',
  '!link 7Q2F',
  '!link yes',
  '!отвязать',
];
const VIEWS = ['board', 'leaderboard', 'log', 'talk', 'bag:p1', 'bag:p4'];

let ids = 0;
function id(dice: Dice): string {
  ids += 1;
  return dice.odds(10) ? 'same' : `f${ids}`;
}

function speaker(dice: Dice): Value {
  const channel = `p${1 + dice.below(4)}`;
  if (dice.odds(40)) return { player: channel };
  if (dice.odds(10)) return { admin: true };
  const user = String(1 + dice.below(30));
  return { platform: dice.pick(['twitch', 'local']), user, name: text(dice).slice(0, 80) || 'v', channel };
}

function command(dice: Dice): Value {
  const item = String(dice.below(30));
  return dice.pick<Value>([
    { type: 'roll' },
    { type: 'roll', dice: [4, 6] },
    { type: 'coin' },
    { type: 'coin' },
    { type: 'coin' },
    { type: 'weapon', reach: 'near' },
    { type: 'go', way: 1 },
    { type: 'choose', option: 2 },
    { type: 'use', item, targets: ['p2'] },
    { type: 'use', item, cell: 12 },
    { type: 'wear', item },
    { type: 'sell', item },
    { type: 'gift', item, to: 'p3' },
    { type: 'weapon', reach: 'far' },
    { type: 'challenge' },
    { type: 'done', proof: text(dice).slice(0, 300) },
    { type: 'judge', player: 'p2', pass: true },
    { type: 'approve', request: 1, yes: true },
    { type: 'revokeHelper', viewer: `twitch:${dice.below(30)}` },
    {
      type: 'grantHelper',
      viewer: `twitch:${dice.below(30)}`,
      grant: {
        tags: ['heal'],
        items: [],
        target: 'self',
        uses: 1,
        per: 'game',
        until: null,
        approval: false,
      },
    },
    { type: 'join', player: 'p8', kind: 'person', lang: 'en' },
    { type: 'expire' },
    { type: 'closePoll', poll: 'v1', totals: {}, voters: 0, root: '' },
  ]);
}

function words(dice: Dice): string {
  return dice.odds(50) ? dice.pick(LINES) : `!${text(dice)}`.slice(0, 500);
}

export function hello({ game, tokens }: Loot, dice: Dice): Value {
  const since: Value = dice.odds(70) ? {} : { board: dice.below(1000), nothing: 5 };
  const token = dice.odds(80) ? dice.pick(tokens.slice(0, GOOD)) : dice.pick(tokens);
  return { type: 'hello', v: 1, token, game, views: [dice.pick(VIEWS)], since };
}

export function frame(loot: Loot, dice: Dice): Value {
  // Seldom: a second one ends the session.
  if (dice.odds(1)) return hello(loot, dice);
  switch (dice.below(9)) {
    case 0:
    case 1: {
      const list = Array.from({ length: dice.below(40) }, () => {
        const choice = dice.odds(80) ? dice.below(6) : 'x';
        return { voter: `twitch:${dice.below(60)}`, choice, sentAt: Date.now() - dice.below(5000) };
      });
      return { type: 'ballots', poll: `v${dice.below(90)}`, n: dice.below(9), list };
    }
    case 2:
      return { type: 'say', player: 'p1', from: text(dice).slice(0, 80), role: 'viewer', text: words(dice) };
    case 3:
      return { type: 'beat', state: { active: dice.below(50), other: anything(dice) } };
    case 4:
      return { type: 'done', id: id(dice) };
    case 5:
      return { type: 'account', id: id(dice), as: speaker(dice), wish: accountWish(dice) };
    default:
      return said(dice);
  }
}

function accountWish(dice: Dice): Value {
  return dice.pick<Value>([
    { type: 'link' },
    { type: 'link', code: text(dice).slice(0, 24) || '7Q2F' },
    { type: 'confirm', yes: dice.odds(50) },
    { type: 'unlink' },
    { type: 'who' },
  ]);
}

function said(dice: Dice): Value {
  const about = { id: id(dice), as: speaker(dice) };
  const type = 'act';
  return dice.odds(50) ? { type, ...about, command: command(dice) } : { type, ...about, text: words(dice) };
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: Value;
}

/** A request as it should be; none of them makes a game, for a game is meant to take room. */
export function request({ game, file }: Loot, dice: Dice): Request {
  const at = `/api/games/${game}`;
  const about = { id: id(dice), as: speaker(dice) };
  return dice.pick<() => Request>([
    () => ({ method: 'POST', path: `${at}/commands`, body: { ...about, command: command(dice) } }),
    () => ({ method: 'POST', path: `${at}/commands?lang=ru`, body: { ...about, text: words(dice) } }),
    () => ({
      method: 'POST',
      path: `${at}/chat`,
      body: { player: 'p1', user: '7', name: 'v', roles: [], text: words(dice) },
    }),
    () => ({ method: 'POST', path: '/api/games', body: { players: [{ name: text(dice) }], bots: 9 } }),
    () => ({ method: 'POST', path: `${at}/start` }),
    () => ({ method: 'GET', path: `${at}?view=${dice.pick(VIEWS)}` }),
    () => ({ method: 'GET', path: '/api/games' }),
    () => ({ method: 'GET', path: '/api/whoami' }),
    () => ({ method: 'POST', path: '/api/token' }),
    () => ({ method: 'POST', path: '/api/overlay-keys', body: { game } }),
    () => ({ method: 'GET', path: '/api/texts/ru' }),
    () => ({ method: 'GET', path: '/overlay?code=x' }),
    () => ({ method: 'GET', path: dice.pick(['/healthz', '/metrics', '/', '/play', '/api/docs/json']) }),
    () => ({ method: 'POST', path: '/api/games/import', body: file.slice(0, dice.below(2000)) }),
  ])();
}

/** Addresses that ought to lead nowhere. */
export const PATHS = [
  '/faces/../../package.json',
  '/faces/%2e%2e/%2e%2e/package.json',
  '/faces/..%2f..%2fpackage.json',
  '/faces/....//....//package.json',
  '/faces/%00',
  '//etc/passwd',
  '/api/games/__proto__',
  '/api/games/constructor/commands',
  '/api/games/%ff%fe',
  '/api/games/%',
  `/api/games/${'a'.repeat(4000)}`,
  '/api/texts/__proto__',
  '/api/texts/../games',
  '/api/games/x/export/../../..',
  '/api/games?view=board&view=board&__proto__[x]=1',
  '/overlay?code=a&code=b',
  '/play?lang[]=ru',
  '*',
  'http://other.example/healthz',
  '/ws',
  '/ws?x=1',
];
