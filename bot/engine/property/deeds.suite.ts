/** Anything that anybody could ask of a game, sensible or not: one maker for each command that there is. */
import type { Actor, Command, CommandOf, CommandType } from '../commands.ts';
import { COMMAND_TYPES } from '../decide.ts';
import { diplomacyOf } from '../diplomacy/state.ts';
import { type Rules, ZONES } from '../rules.ts';
import type { GameState, PlayerId } from '../state.ts';
import { KNOBS } from '../tuning/knobs.ts';
import { tuningOf } from '../tuning/state.ts';
import type { Dice } from './dice.suite.ts';

export interface Deed {
  readonly as: Actor;
  readonly command: Command;
}
export interface Look {
  readonly state: GameState;
  readonly rules: Rules;
  readonly dice: Dice;
}

const REASON = 'chance asks';
const HASH = '0'.repeat(64);
const VIEWERS = ['v_1', 'v_2', 'v_3'] as const;

type Makers = { readonly [K in CommandType]: (make: Making) => CommandOf<K> };

class Making {
  readonly look: Look;
  readonly who: PlayerId;
  constructor(look: Look, who: PlayerId) {
    this.look = look;
    this.who = who;
  }
  of<T>(list: readonly T[], otherwise: T): T {
    return list[this.n(Math.max(1, list.length))] ?? otherwise;
  }
  n(below: number): number {
    return this.look.dice.below(below);
  }
  yes(): boolean {
    return this.n(2) === 0;
  }
  /** Anybody, now and then nobody. */
  player(): PlayerId {
    return this.n(30) === 0 ? 'p9' : this.of(this.look.state.order, 'p1');
  }
  /** Something of the own bag, now and then of the whole pack. */
  item(id: PlayerId = this.who): string {
    const bag = this.look.state.players[id]?.bag ?? [];
    if (bag.length === 0 || this.n(12) === 0) return this.of(Object.keys(this.look.rules.items), 'x');
    return String(this.of(bag, bag[0])?.n ?? 0);
  }
  cell(): number {
    return this.n(this.look.state.board.cells.length + 2) - 1;
  }
  wares(id: PlayerId) {
    return { items: this.yes() ? [] : [this.item(id)], gold: this.yes() ? 0 : this.n(60) };
  }
  /** Number of something waiting at anybody. */
  waiting(): number {
    const all = this.look.state.order.flatMap((id) => this.look.state.players[id]!.pending.map(({ n }) => n));
    return this.of(all, 0);
  }
}

const offerOf = (m: Making) =>
  m.of(
    diplomacyOf(m.look.state).offers.map(({ n }) => n),
    0,
  );

const MAKERS: Makers = {
  join: (m) => ({ type: 'join', player: `p${m.n(9) + 1}`, kind: 'person', lang: 'en' }),
  prepare: () => ({ type: 'prepare', classId: 'nobody' }),
  ready: () => ({ type: 'ready' }),
  commitNonce: () => ({ type: 'commitNonce', hash: HASH }),
  revealNonce: () => ({ type: 'revealNonce', nonce: HASH }),
  start: () => ({ type: 'start' }),
  pause: () => ({ type: 'pause' }),
  resume: () => ({ type: 'resume' }),
  // A game that is over proves nothing more: rarely.
  cancel: () => ({ type: 'cancel' }),
  roll: (m) => ({ type: 'roll', dice: m.yes() ? [] : [m.of(m.look.state.players[m.who]?.dice ?? [], 20)] }),
  go: (m) => ({ type: 'go', way: m.n(4) }),
  choose: (m) => ({ type: 'choose', option: m.n(5) }),
  use: (m) => ({
    type: 'use',
    item: m.item(),
    ...(m.n(4) > 0 ? { targets: [m.player()] } : {}),
    ...(m.n(4) === 0 ? { cell: m.cell() } : {}),
  }),
  wear: (m) => ({ type: 'wear', item: m.item() }),
  unwear: (m) => ({ type: 'unwear', item: m.item() }),
  discard: (m) => ({ type: 'discard', item: m.item() }),
  sell: (m) => ({ type: 'sell', item: m.item() }),
  buy: (m) => ({ type: 'buy', item: m.of(Object.keys(m.look.rules.items), 'x') }),
  gift: (m) => ({ type: 'gift', item: m.item(), to: m.player() }),
  weapon: (m) => ({ type: 'weapon', reach: m.of(['near', 'mid', 'far'], 'near') }),
  coin: () => ({ type: 'coin' }),
  hit: (m) => ({
    type: 'hit',
    ...(m.yes() ? { reach: m.of(['near', 'mid', 'far'], 'near') } : {}),
    ...(m.n(3) === 0 ? { foe: m.n(4) } : {}),
  }),
  dash: (m) => ({ type: 'dash', ...(m.yes() ? { band: m.of(['near', 'mid', 'far'], 'far') } : {}) }),
  skill: (m) => ({
    type: 'skill',
    ...(m.yes() ? { skill: m.of(Object.keys(m.look.rules.skills), 'x') } : {}),
  }),
  prop: () => ({ type: 'prop' }),
  flee: () => ({ type: 'flee' }),
  auto: () => ({ type: 'auto' }),
  done: (m) => (m.yes() ? { type: 'done' } : { type: 'done', proof: 'https://example.org/vod?t=1h' }),
  giveUp: () => ({ type: 'giveUp' }),
  reroll: () => ({ type: 'reroll' }),
  contest: (m) => ({ type: 'contest', player: m.player() }),
  streamed: (m) => ({ type: 'streamed', category: 'Chess', live: m.yes() }),
  grantHelper: (m) => ({
    type: 'grantHelper',
    viewer: m.of(VIEWERS, 'v_1'),
    grant: {
      ...{ tags: ['heal', 'move'], items: [], target: m.yes() ? 'self' : 'any', uses: m.n(4) },
      ...{ per: m.of(['hour', 'day', 'game'], 'game'), until: null, approval: m.yes() },
    },
  }),
  revokeHelper: (m) => ({ type: 'revokeHelper', viewer: m.of(VIEWERS, 'v_1') }),
  approve: (m) => ({
    type: 'approve',
    request: m.of(
      (m.look.state.players[m.who]?.requests ?? []).map(({ n }) => n),
      0,
    ),
    yes: m.yes(),
  }),
  challenge: () => ({ type: 'challenge' }),
  verdict: (m) => ({ type: 'verdict', yes: m.yes(), player: m.player() }),
  redeem: (m) => ({
    type: 'redeem',
    redemption: `twitch:${m.n(400)}`,
    reward: m.of(Object.keys(m.look.rules.rewards), 'x'),
  }),
  settled: (m) => ({
    type: 'settled',
    redemption: m.of(Object.keys(m.look.state.unsettled), 'twitch:0'),
    code: 'ok',
  }),
  judge: (m) => ({ type: 'judge', player: m.player(), pass: m.yes() }),
  expire: () => ({ type: 'expire' }),
  closePoll: (m) => ({
    type: 'closePoll',
    poll: m.of(Object.keys(m.look.state.polls), 'v0'),
    totals: { 1: m.n(40), 2: m.n(40), median: m.n(200) },
    voters: m.n(80),
    root: '',
  }),
  audience: (m) => ({ type: 'audience', player: m.player(), active: m.n(3000), lag: m.n(20) }),
  summon: (m) => ({
    type: 'summon',
    player: m.player(),
    n: m.waiting(),
    candidates: VIEWERS.slice(0, m.n(4)).map((one) => [one]),
  }),
  presence: (m) => ({ type: 'presence', player: m.player(), live: m.yes() }),
  daysOff: (m) => ({ type: 'daysOff', days: m.n(5) }),
  back: () => ({ type: 'back' }),
  autopilot: (m) => ({ type: 'autopilot', player: m.player(), on: m.yes() }),
  release: (m) => ({ type: 'release', player: m.player() }),
  turnOrder: (m) => ({ type: 'turnOrder', order: m.yes() ? 'free' : 'rounds' }),
  turnEpoch: () => ({ type: 'turnEpoch', seed: HASH }),
  closeLuck: (m) => ({ type: 'closeLuck', words: m.n(50), root: HASH }),
  propose: (m) => ({
    type: 'propose',
    to: m.player(),
    kind: m.of(['alliance', 'truce', 'tribute'], 'truce'),
    ...(m.yes() ? { gold: m.n(50) } : {}),
  }),
  accept: (m) => ({ type: 'accept', offer: offerOf(m) }),
  decline: (m) => ({ type: 'decline', offer: offerOf(m) }),
  leave: (m) => ({ type: 'leave', with: m.player() }),
  betray: (m) => ({ type: 'betray', with: m.player() }),
  declare: (m) => ({ type: 'declare', on: m.player() }),
  trade: (m) => {
    const to = m.player();
    return { type: 'trade', to, give: m.wares(m.who), want: m.wares(to) };
  },
  assist: (m) => ({ type: 'assist', ally: m.player() }),
  mute: (m) => ({ type: 'mute', who: m.player(), minutes: m.of([null, 0, 5], null) }),
  tune: (m) => ({
    type: 'tune',
    scope: m.of(
      [{ of: 'game' }, { of: 'player', player: m.player() }, { of: 'zone', zone: m.of(ZONES, 'forest') }],
      { of: 'game' },
    ),
    knob: m.of(Object.keys(KNOBS) as (keyof typeof KNOBS)[], 'dice'),
    on: m.of(Object.keys(m.look.rules.items), 'x'),
    value: m.n(300) - 50,
    reason: REASON,
    ...(m.yes() ? { minutes: 1 + m.n(30) } : {}),
  }),
  untune: (m) => ({
    type: 'untune',
    n: m.of(
      tuningOf(m.look.state).tunings.map(({ n }) => n),
      0,
    ),
    reason: REASON,
  }),
  correct: (m) => ({
    type: 'correct',
    changes: [
      m.of(
        [
          { do: 'count', player: m.player(), what: 'gold', by: m.n(80) - 40 } as const,
          { do: 'shards', player: m.player(), element: 'fire', by: m.n(7) - 3 } as const,
          { do: 'place', player: m.player(), cell: m.cell() } as const,
          { do: 'give', player: m.player(), item: m.item('p9') } as const,
          { do: 'giveDie', player: m.player(), sides: 6 } as const,
          { do: 'takeDie', player: m.player(), sides: 6 } as const,
          { do: 'rolls', player: m.player(), by: 1 } as const,
          { do: 'dismiss', player: m.player(), n: m.waiting() } as const,
        ],
        { do: 'rolls', player: 'p1', by: 1 } as const,
      ),
    ],
    reason: REASON,
  }),
  reseat: (m) => ({
    ...{ type: 'reseat', player: m.player(), kind: m.yes() ? 'bot' : 'person', same: m.yes() },
    reason: REASON,
  }),
  changeRules: (m) => ({
    ...{ type: 'changeRules', patch: { 'tunables.tokens.every': 30 + m.n(90) }, turn: m.n(60) },
    reason: REASON,
  }),
  dropChange: (m) => ({
    type: 'dropChange',
    n: m.of(
      tuningOf(m.look.state).changes.map(({ n }) => n),
      0,
    ),
    reason: REASON,
  }),
};

const SYSTEM: readonly CommandType[] = [
  'expire',
  'closePoll',
  'audience',
  'presence',
  'turnEpoch',
  'closeLuck',
  'summon',
];
const VIEWER: readonly CommandType[] = ['challenge', 'redeem', 'verdict'];
/** What ends or stops everything comes seldom, so that there is a game to stop. */
const SELDOM: readonly CommandType[] = ['cancel', 'pause', 'join', 'start', 'turnEpoch', 'release'];

/** Any command at all, mostly said by somebody who may. */
const FIGHTING: readonly CommandType[] = ['hit', 'dash', 'skill', 'prop', 'flee', 'auto'];

export function anything(look: Look): Deed {
  const { dice, state } = look;
  let type = COMMAND_TYPES[dice.below(COMMAND_TYPES.length)]!;
  if (SELDOM.includes(type) && dice.below(6) > 0) type = 'coin';
  // Where nobody fights these are only refused.
  const fights = state.order.some((id) => state.players[id]?.fight);
  if (FIGHTING.includes(type) && !fights) type = COMMAND_TYPES[dice.below(COMMAND_TYPES.length)]!;
  const who = state.order[dice.below(state.order.length)] ?? 'p1';
  const command = (MAKERS[type] as (make: Making) => Command)(new Making(look, who));
  return { as: speakerOf(type, who, dice), command };
}

function speakerOf(type: CommandType, player: PlayerId, dice: Dice): Actor {
  const viewer: Actor = { by: 'viewer', viewer: VIEWERS[dice.below(VIEWERS.length)]!, player };
  if (dice.below(15) === 0) return viewer;
  if (SYSTEM.includes(type)) return { by: 'system' };
  if (VIEWER.includes(type) || (type === 'use' && dice.below(4) === 0)) return viewer;
  return dice.below(3) === 0 ? { by: 'admin' } : { by: 'player', player };
}
