/** States in which somebody is waited for: rivals and juries, two chats, players who are away, the epochs of the seed. */
import { diplomacyOf } from './diplomacy/state.ts';
import { initialState } from './evolve.ts';
import { Table } from './given.ts';
import { ADMIN, type Making, of, pending, pollOf, rich, SYSTEM } from './matrix-given.suite.ts';
import type { Rules, TrialDef } from './rules.ts';
import type { PlayerId } from './state.ts';

const PROOF = 'https://clips.example.org/abc';
/** As the sample of the command reveals it: 32 zero bytes, and their SHA-256. */
const SEALED = '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925';

/** A marathon in which this player says that the video game is finished. */
function claimed(rules: Rules, player: PlayerId): Table {
  const table = rich(rules, 'marathon');
  table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  if (player !== 'p1') table.must({ type: 'roll' }, player, [1, 1, 1]);
  table.must({ type: 'done', proof: PROOF }, player);
  return table.set('p2', { gold: 99 });
}

function contested(rules: Rules): Table {
  const table = claimed(rules, 'p1');
  table.must({ type: 'contest', player: 'p1' }, 'p2');
  return table;
}

/** A trial of this sort is what the player is asked for. */
function trialIs(fits: (trial: TrialDef) => boolean, polled: boolean): Making {
  return (rules) => {
    const table = rich(rules);
    const { id: trial = '', kind } = Object.values(rules.trials).find(fits) ?? {};
    const waits = { n: 950, is: 'trial', trial, tier: 1, by: null, done: null } as const;
    const rival = kind === 'duel' ? { rival: 'p2', round: 1 } : {};
    const one = { ...waits, ...rival, poll: polled ? 'v950' : null, until: table.at + 60_000 };
    return pending(table, one, polled ? pollOf(table, { kind: 'quiz', trial }) : undefined);
  };
}

/** Offline for so many seconds more than the rules name. */
function away(rules: Rules, of: 'shield' | 'hold'): Table {
  const table = rich(rules, 'marathon');
  table.must({ type: 'presence', player: 'p1', live: false }, SYSTEM);
  return table.wait((rules.tunables.time?.absence[of] ?? 0) + 60);
}

function autopilot(rules: Rules): Table {
  const table = away(rules, 'hold');
  table.must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
  return table;
}

/** So many seconds before the first epoch is over. */
function epoch(rules: Rules, before: number): Table {
  const { hours = 0 } = rules.tunables.time?.epochs ?? {};
  return rich(rules, 'marathon').wait(hours * 3600 - before);
}

/** In the order of the table's columns, each before what ends it. */
export const WAITING: Readonly<Record<string, Making>> = {
  'all ready': (rules) => {
    const { state, at } = new Table({ rules });
    const players = Object.fromEntries(
      state.order.map((id) => [id, { ...state.players[id]!, nonce: { hash: SEALED, value: null } }]),
    );
    const { game, mapSeed, size, pace, lang, ranked } = state;
    const lobby = initialState({ game, mapSeed, size, pace, lang, ranked }, rules);
    return { state: { ...lobby, order: state.order, players, serial: state.serial }, at };
  },
  claimed: (rules) => of(claimed(rules, 'p1')),
  'rival claims': (rules) => of(claimed(rules, 'p2')),
  contested: (rules) => of(contested(rules)),
  jury: (rules) => {
    // Nobody judges whom they help.
    const table = contested(rules).set('p1', { helpers: {} });
    const n = table.player('p1').pending.find((one) => one.is === 'trial')?.n ?? 0;
    const candidates = Array.from({ length: rules.tunables.jury?.least ?? 3 }, (_, i) => [`v_${i + 1}`]);
    table.must({ type: 'summon', player: 'p1', n, candidates }, SYSTEM);
    return of(table);
  },
  performance: trialIs(({ kind }) => kind === 'performance', false),
  'timed check': trialIs(({ kind, timed }) => kind === 'check' && timed !== undefined, false),
  duel: trialIs(({ kind }) => kind === 'duel', true),
  clash: (rules) => {
    const table = rich(rules);
    const cell = 15;
    table.set('p1', { cell }).set('p2', { cell });
    table.must({ type: 'declare', on: 'p2' }, 'p1');
    return of(table);
  },
  "ally's clash": (rules) => {
    const table = rich(rules);
    table.must({ type: 'propose', to: 'p2', kind: 'alliance' }, 'p1');
    table.must({ type: 'accept', offer: diplomacyOf(table.state).offers[0]?.n ?? 0 }, 'p2');
    table.set('p2', { cell: 15 }).set('p3', { cell: 15 });
    table.must({ type: 'declare', on: 'p3' }, 'p2');
    return of(table);
  },
  'day off': (rules) => {
    const table = rich(rules, 'marathon');
    table.must({ type: 'daysOff', days: 1 }, 'p1');
    return of(table.wait((rules.tunables.time?.daysOff.notice ?? 0) + 60));
  },
  away: (rules) => of(away(rules, 'shield')),
  'long away': (rules) => of(away(rules, 'hold')),
  autopilot: (rules) => of(autopilot(rules)),
  released: (rules) => {
    const table = autopilot(rules);
    table.must({ type: 'release', player: 'p1' }, ADMIN);
    return of(table);
  },
  "another's turn": (rules) => {
    const table = rich(rules);
    const turns = { player: 'p2', n: 1, until: table.at + 60_000, rolls: 0 };
    return of(Object.assign(table, { state: { ...table.state, turns } }));
  },
  'words close': (rules) => of(epoch(rules, 60)),
  'epoch over': (rules) => of(epoch(rules, 0)),
};
