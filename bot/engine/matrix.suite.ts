/**
 * The matrix of states and commands: what happens to every command in every kind of state, decided by the engine
 * itself. `config/tools/matrix.ts` writes it into README.md; a test holds the two together.
 */
import type { Actor, Command, CommandType } from './commands.ts';
import { COMMAND_TYPES, decide } from './decide.ts';
import { diplomacyOf } from './diplomacy/state.ts';
import { initialState } from './evolve.ts';
import { loaded, Table } from './given.ts';
import {
  ADMIN,
  choiceIn,
  type Making,
  of,
  P1,
  pending,
  pollOf,
  rich,
  type Scene,
  SYSTEM,
  VIEWER,
} from './matrix-given.suite.ts';
import { WAITING } from './matrix-waiting.suite.ts';
import { isRefusal } from './refusal.ts';
import type { Rules } from './rules.ts';
import type { GameState, Millis, PlayerId } from './state.ts';
import type { SceneRun } from './stories/state.ts';
import { tuningOf } from './tuning/state.ts';

/** The kinds of state, in the order of the table's columns. */
const STATES: Readonly<Record<string, Making>> = {
  lobby: (rules) => {
    const setup = {
      game: 'g',
      mapSeed: 'matrix',
      size: 'S',
      pace: 'session',
      lang: 'en',
      ranked: false,
    } as const;
    const at = 1_000_000;
    const seats = ['p1', 'p2', 'p3', 'p4'].map(
      (player): Command => ({ type: 'join', player, kind: 'person', lang: 'en' }),
    );
    const state = seats.reduce<GameState>(
      (now, command) => {
        const result = decide(now, { at, as: ADMIN, command }, { rules, chance: loaded([]) });
        return isRefusal(result) ? now : result.state;
      },
      initialState(setup, rules),
    );
    return { state, at };
  },
  ready: (rules) => of(rich(rules)),
  waiting: (rules) => {
    const table = rich(rules);
    return of(table.set('p1', { tokens: { count: 0, since: table.at } }));
  },
  fork: (rules) => {
    const table = rich(rules);
    return pending(table, { n: 950, is: 'fork', cell: 0, left: 2, ways: [1, 2], until: table.at + 9000 });
  },
  question: (rules) => {
    const table = rich(rules);
    const path = choiceIn(rules, 'choose');
    return pending(table, {
      ...{
        n: 950,
        is: 'choice',
        path,
        open: [1, 2],
        fallback: 1,
        source: null,
        poll: null,
        until: table.at + 9000,
      },
    });
  },
  scene: (rules) => {
    const table = rich(rules);
    const run: SceneRun = {
      story: 'beaten_duellist',
      asks: 'player',
      chosen: [],
      answers: [],
      lines: ['duellist'],
      options: ['parry', 'lunge', 'bow'],
    };
    return pending(table, { n: 950, is: 'scene', run, poll: null, until: table.at + 9000 });
  },
  vote: (rules) => {
    const table = rich(rules);
    const path = choiceIn(rules, 'chatChoose');
    return pending(
      table,
      {
        n: 950,
        is: 'choice',
        path,
        open: [1, 2],
        fallback: 1,
        source: null,
        poll: 'v950',
        until: table.at + 9000,
      },
      pollOf(table, {}),
    );
  },
  trial: (rules) => {
    const table = rich(rules);
    const trial = Object.values(rules.trials).find(({ chat }) => chat?.game === 'quiz')?.id ?? '';
    return pending(
      table,
      { n: 950, is: 'trial', trial, tier: 1, by: null, poll: 'v950', done: null, until: table.at + 9000 },
      pollOf(table, { kind: 'quiz' }),
    );
  },
  game: (rules) => {
    const table = rich(rules, 'marathon');
    table.must({ type: 'roll' }, 'p1');
    return of(table);
  },
  market: (rules) => {
    const cell = new Table({ rules }).cell('market');
    const table = rich(rules).flat({ [cell]: 'market' });
    return of(table.set('p1', { cell }).set('p2', { cell, gold: 99 }));
  },
  allied: (rules) => {
    const table = rich(rules);
    table.must({ type: 'propose', to: 'p2', kind: 'alliance' }, 'p1');
    table.must({ type: 'accept', offer: diplomacyOf(table.state).offers[0]?.n ?? 0 }, 'p2');
    return of(table);
  },
  offered: (rules) => {
    const table = rich(rules);
    table.must({ type: 'propose', to: 'p1', kind: 'alliance' }, 'p2');
    return of(table);
  },
  war: (rules) => {
    const table = rich(rules);
    table.must({ type: 'declare', on: 'p2' }, 'p1');
    return of(table);
  },
  'super game': (rules) => {
    const table = rich(rules);
    const { board } = table.state;
    table.set('p1', { cell: board.cells[board.finish]?.prev[0] ?? 0, tokens: { count: 1, since: table.at } });
    table.must({ type: 'roll' }, 'p1', [4, 4, 4]);
    return of(table);
  },
  'shut finish': (rules) => {
    const table = rich(rules);
    const { board } = table.state;
    const cell = board.cells[board.finish]?.prev[0] ?? 0;
    return of(table.set('p1', { cell, lockedUntil: table.at + 60_000 }));
  },
  fight: (rules) => {
    const table = rich(rules).flat({ 1: 'monster', 2: 'monster', 3: 'monster' });
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    return of(table);
  },
  'helper asks': (rules) => {
    const table = rich(rules);
    const [got] = table.player('p1').bag;
    const request = { n: 950, by: 'v_1', item: got?.item ?? '', targets: [], until: table.at + 9000 };
    return of(table.set('p1', { requests: [request] }));
  },
  'reward owed': (rules) => {
    const table = rich(rules);
    const reward = Object.keys(rules.rewards)[0] ?? '';
    table.must({ type: 'redeem', redemption: 'twitch:0', reward }, VIEWER);
    return of(table);
  },
  tuned: (rules) => {
    const table = rich(rules);
    table.must({ type: 'tune', scope: { of: 'game' }, knob: 'price', value: 9, reason: REASON }, ADMIN);
    const patch = { 'tunables.tokens.every': 60 };
    table.must({ type: 'changeRules', patch, turn: 50, reason: REASON }, ADMIN);
    return of(table);
  },
  ...WAITING,
  'time is up': (rules) => {
    const table = rich(rules);
    return pending(table, { n: 950, is: 'fork', cell: 0, left: 2, ways: [1, 2], until: table.at });
  },
  paused: (rules) => {
    const table = rich(rules);
    table.must({ type: 'pause' }, ADMIN);
    return of(table);
  },
  finished: (rules) => {
    const table = rich(rules);
    const { order } = table.state;
    return { state: { ...table.state, status: 'finished', winner: 'p1', places: order }, at: table.at };
  },
  cancelled: (rules) => {
    const table = rich(rules);
    table.must({ type: 'cancel' }, ADMIN);
    return of(table);
  },
};

const REASON = 'the matrix asks';
const HASH = '0'.repeat(64);
const first = (state: GameState, id: PlayerId = 'p1') => state.players[id];

/** One command of each type as it would be given here, with whatever the state offers to name. */
function commandOf(type: CommandType, { state, at }: Scene, rules: Rules): readonly [Actor, Command] | null {
  const player = first(state);
  const item = (i: number) => String(player?.bag[i]?.n ?? 901 + i);
  const current = player?.pending[0];
  const poll = Object.values(state.polls)[0]?.id ?? 'v0';
  const game = player?.pending.find((one) => one.is === 'trial')?.n ?? 0;
  const by = (command: Command, as: Actor = P1): readonly [Actor, Command] => [as, command];
  const attributes = { strength: 2, agility: 2, endurance: 2, mind: 2, luck: 2 };
  const grant = {
    tags: ['heal'],
    items: [],
    target: 'self',
    uses: 1,
    per: 'day',
    until: null,
    approval: true,
  } as const;
  const offer = diplomacyOf(state).offers[0]?.n ?? 0;
  const wares = { items: [], gold: 1 };
  const { tunings, changes } = tuningOf(state);
  const change = { do: 'count', player: 'p1', what: 'gold', by: 1 } as const;
  switch (type) {
    case 'join':
      return by({ type, player: 'p5', kind: 'person', lang: 'en' }, ADMIN);
    case 'prepare':
      return by({ type, attributes });
    case 'ready':
    case 'coin':
    case 'giveUp':
    case 'reroll':
    case 'back':
    case 'done':
    case 'roll':
      return by({ type });
    case 'commitNonce':
      return by({ type, hash: HASH });
    case 'revealNonce':
      return by({ type, nonce: HASH });
    case 'start':
    case 'pause':
    case 'resume':
    case 'cancel':
      return by({ type }, ADMIN);
    case 'go':
      return by({ type, way: 1 });
    case 'choose':
      return by({ type, option: current?.is === 'choice' ? (current.open[0] ?? 1) : 1 });
    case 'use':
    case 'discard':
      return by({ type, item: item(0) });
    case 'wear':
    case 'sell':
      return by({ type, item: item(1) });
    case 'unwear':
      return by({ type, item: item(2) });
    case 'buy':
      return by({
        type,
        item:
          Object.values(rules.items).find(({ tags, rarity }) => tags.includes('heal') && rarity === 'common')
            ?.id ?? '',
      });
    case 'gift':
      return by({ type, item: item(0), to: 'p2' });
    case 'hit':
    case 'dash':
    case 'skill':
    case 'prop':
    case 'flee':
    case 'auto':
      return by({ type });
    case 'weapon':
      return by({ type, reach: 'far' });
    case 'contest':
      return by({ type, player: 'p2' });
    case 'streamed':
      return by({ type, category: 'puzzle', live: true });
    case 'grantHelper':
      return by({ type, viewer: 'v_2', grant });
    case 'revokeHelper':
      return by({ type, viewer: 'v_1' });
    case 'approve':
      return by({ type, request: player?.requests[0]?.n ?? 0, yes: true });
    case 'challenge':
      return by({ type }, VIEWER);
    case 'verdict':
      return by({ type, yes: true }, VIEWER);
    case 'redeem':
      return by({ type, redemption: 'twitch:1', reward: Object.keys(rules.rewards)[0] ?? '' }, VIEWER);
    case 'settled':
      return by({ type, redemption: Object.keys(state.unsettled)[0] ?? 'twitch:0', code: 'ok' });
    case 'judge':
      return by({ type, player: 'p1', pass: true }, ADMIN);
    case 'expire':
      return by({ type }, SYSTEM);
    case 'closePoll':
      return by({ type, poll, totals: { 1: 3 }, voters: 3, root: '' }, SYSTEM);
    case 'audience':
      return by({ type, player: 'p1', active: 40 }, SYSTEM);
    case 'summon':
      return by({ type, player: 'p1', n: game, candidates: [['v_11'], ['v_12'], ['v_13']] }, SYSTEM);
    case 'presence':
      return by({ type, player: 'p1', live: true }, SYSTEM);
    case 'daysOff':
      return by({ type, days: 1 });
    case 'autopilot':
      return by({ type, player: 'p1', on: true }, ADMIN);
    case 'release':
      return by({ type, player: 'p1' }, ADMIN);
    case 'turnOrder':
      return by({ type, order: 'rounds' }, ADMIN);
    case 'turnEpoch':
      return by({ type, seed: HASH }, SYSTEM);
    case 'closeLuck':
      return by({ type, words: 1, root: HASH }, SYSTEM);
    case 'propose':
      return by({ type, to: 'p3', kind: 'truce' });
    case 'accept':
    case 'decline':
      return by({ type, offer });
    case 'leave':
    case 'betray':
      return by({ type, with: 'p2' });
    case 'declare':
      return by({ type, on: 'p3' });
    case 'trade':
      return by({ type, to: 'p2', give: wares, want: { items: [], gold: 2 } });
    case 'assist':
      return by({ type, ally: 'p2' });
    case 'mute':
      return by({ type, who: 'p2', minutes: 5 }, ADMIN);
    case 'tune':
      return by({ type, scope: { of: 'game' }, knob: 'dice', value: 1, reason: REASON }, ADMIN);
    case 'untune':
      return by({ type, n: tunings[0]?.n ?? 0, reason: REASON }, ADMIN);
    case 'correct':
      return by({ type, changes: [change], reason: REASON }, ADMIN);
    case 'reseat':
      return by({ type, player: 'p1', kind: 'bot', same: true, reason: REASON }, ADMIN);
    case 'changeRules':
      return by({ type, patch: { 'tunables.tokens.every': 60 }, turn: 99, reason: REASON }, ADMIN);
    case 'dropChange':
      return by({ type, n: changes[0]?.n ?? 0, reason: REASON }, ADMIN);
    default:
      return unknown(type, at);
  }
}

/** A command that nobody has put into the table: the test that holds the table together says so. */
function unknown(_type: never, _at: Millis): null {
  return null;
}

export interface Matrix {
  readonly states: readonly string[];
  /** By command; in the order of the states: `yes`, or the code of the refusal. Null: no sample of this command. */
  readonly rows: readonly {
    readonly type: CommandType;
    readonly by: Actor['by'];
    readonly cells: readonly string[] | null;
  }[];
}

/** State → what it is, as the columns of the table have it. */
export function scenesOf(rules: Rules): Readonly<Record<string, Scene>> {
  return Object.fromEntries(Object.entries(STATES).map(([name, make]) => [name, make(rules)]));
}

export function matrixOf(rules: Rules): Matrix {
  const scenes = Object.entries(scenesOf(rules));
  const rows = COMMAND_TYPES.map((type) => {
    const cells = scenes.map(([, scene]) => cellOf(type, scene, rules));
    const by = commandOf(type, scenes[0]![1], rules)?.[0].by ?? 'system';
    return { type, by, cells: cells.every((cell) => cell !== null) ? cells : null };
  });
  return { states: scenes.map(([name]) => name), rows };
}

function cellOf(type: CommandType, scene: Scene, rules: Rules): string | null {
  const asked = commandOf(type, scene, rules);
  if (!asked) return null;
  const [as, command] = asked;
  const result = decide(scene.state, { at: scene.at, as, command }, { rules, chance: loaded([2, 3, 4]) });
  return isRefusal(result) ? result.code : 'yes';
}

export const BEGIN = '<!-- matrix: written by config/tools/matrix.ts -->';
export const END = '<!-- /matrix -->';

/** As it stands between the two marks. */
export function matrixText(rules: Rules): string {
  const { states, rows } = matrixOf(rules);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    BEGIN,
    '',
    line(['command', 'by', ...states]),
    line(['---', '---', ...states.map(() => '---')]),
    ...rows.map(({ type, by, cells }) => line([`\`${type}\``, by, ...(cells ?? ['?'])])),
    '',
    END,
  ].join('\n');
}
