/**
 * A small world in which every item is used and every effect applied: what an entry's own data promise must be seen
 * happening in the real engine, against the same world without it.
 */
import { opsOf } from '../content/check/walk.ts';
import type { Actor, Command } from './commands.ts';
import { isShown } from './content-shown.suite.ts';
import { decide } from './decide.ts';
import { diplomacyOf } from './diplomacy/state.ts';
import { maxHp } from './effects/derive.ts';
import type { Hook, Op } from './effects/operations.ts';
import { statOf } from './effects/reactions.ts';
import type { GameEvent } from './events.ts';
import { loaded, Table } from './given.ts';
import { patchPlayer } from './patch.ts';
import { currentOf } from './pending.ts';
import { isRefusal } from './refusal.ts';
import type { CellKind, EffectDef, ItemDef, Rules, ZoneId } from './rules.ts';
import type { BagItem, GameState, PlayerId } from './state.ts';

export type Which = readonly [kind: 'items' | 'effects', id: string];

/** `given` says what to expect, `played` is what the engine plays by: a copy in which something may be missing. */
export interface Packs {
  readonly given: Rules;
  readonly played: Rules;
}

interface Situation {
  readonly place: 'middle' | 'last' | 'leading';
  /** Two rivals stand where the player stops. */
  readonly company: boolean;
  readonly here: CellKind;
  /** Of every cell that the player may stop on. */
  readonly ahead: CellKind;
  readonly zone: ZoneId;
  readonly gold: number;
  /** Percent of the maximum. */
  readonly hp: number;
  readonly facts: Readonly<Record<string, string>>;
  /** Other things in the bag. */
  readonly things: number;
  /** A trial of the chat waits already. */
  readonly waiting: boolean;
  /** What chance says, one number after another. */
  readonly draws: readonly number[];
}

const PATTERNS: readonly (readonly number[])[] = [
  [1, 1, 1],
  [2, 2, 2],
  [4, 4, 4],
  [1, 2, 4],
  [1, 1, 1, 4, 4, 4, 4],
  [4, 4, 4, 1, 4, 4, 4],
  [4, 4, 4, 1, 1, 4, 4, 4, 4, 4],
];
const DRAWS = 80;
const draws = (pattern: readonly number[]): readonly number[] =>
  Array.from({ length: DRAWS }, (_, i) => pattern[i % pattern.length] ?? 1);

const USUAL: Situation = {
  place: 'middle',
  company: false,
  here: 'plain',
  ahead: 'plain',
  zone: 'forest',
  gold: 100,
  hp: 50,
  facts: {},
  things: 2,
  waiting: false,
  draws: draws([1, 1, 1]),
};

/** From the usual to the odd, so that most entries need only the first. */
function* situations(): Generator<Situation> {
  for (const pattern of PATTERNS) yield { ...USUAL, draws: draws(pattern) };
  for (const place of ['last', 'leading'] as const) yield { ...USUAL, place };
  for (const here of ['object', 'market'] as const) yield { ...USUAL, here };
  for (const zone of ['static', 'hell', 'heaven', 'crystal'] as const) {
    yield { ...USUAL, zone };
    yield { ...USUAL, zone, ahead: 'monster' };
  }
  yield { ...USUAL, gold: 4 };
  yield { ...USUAL, hp: 15 };
  yield { ...USUAL, company: true };
  yield { ...USUAL, things: 0 };
  yield { ...USUAL, things: 9 };
  yield { ...USUAL, waiting: true, ahead: 'trial' };
  yield { ...USUAL, facts: { capsule: 'buried' } };
  for (const ahead of ['monster', 'market', 'trap', 'chest', 'camp'] as const) {
    for (const place of ['middle', 'last', 'leading'] as const) {
      for (const pattern of PATTERNS) yield { ...USUAL, ahead, place, draws: draws(pattern) };
    }
  }
  for (const place of ['last', 'leading'] as const)
    for (const pattern of PATTERNS) yield { ...USUAL, place, draws: draws(pattern) };
}

/** When an operation runs: at a use, at one without an ally, or at a hook. */
type Moment = Hook | 'use' | 'alone';

interface Promised {
  readonly at: string;
  readonly op: Op;
  readonly moment: Moment;
}

/**
 * What an entry's data promise and the engine does not show, one line each; empty when all of it was seen.
 * An entry that promises nothing at all is a fault of its own.
 */
export function unseen([kind, id]: Which, { given, played: bare }: Packs): readonly string[] {
  const packs = { given, played: withFillers(withoutFights(bare)) };
  const entry = given[kind][id];
  if (!entry) return [`${kind}/${id}: not in the pack`];
  let left: readonly Promised[] = opsOf(entry).map(({ op, path, hook }) => ({
    at: path.join('.'),
    op,
    moment: hook ?? (path[0] === 'alone' ? 'alone' : 'use'),
  }));
  const stats = Object.entries(entry.stats ?? {});
  // What it does in fights is seen there: combat/statuses.test.ts.
  const fights = 'fight' in entry && entry.fight !== undefined;
  if (left.length === 0 && stats.length === 0) return fights ? [] : [`${kind}/${id}: it promises nothing`];
  const most = Math.max(1, ...left.map(({ op }) => ('options' in op ? op.options.length : 1)));
  for (const situation of situations()) {
    for (let option = 1; option <= most && left.length > 0; option += 1) {
      const played = play([kind, id], { packs, situation, option, left });
      left = left.filter(({ op, moment }) => !isShown(op, played(moment), id));
    }
    if (left.length === 0) break;
  }
  return [
    ...left.map(({ at, op }) => `${kind}/${id}.${at}: "${op.op}" was never seen`),
    ...stats.flatMap(([name, by]) => ofStat([kind, id], { packs, name: name as StatOf, by: by as number })),
  ];
}

/** Hooks of trials are seen at checks, which monsters are under these rules. */
function withoutFights({ tunables: { combat: _fights, ...tunables }, ...rules }: Rules): Rules {
  return { ...rules, tunables };
}

type StatOf = Parameters<typeof statOf>[2];

/** A modifier is a number of the state: it must be there with the entry and not without. */
function ofStat(
  which: Which,
  { packs, name, by }: { packs: Packs; name: StatOf; by: number },
): readonly string[] {
  const value = (state: GameState) => statOf(state.players.p1!, packs.played, name);
  const without = value(worldOf(packs.played, USUAL).state);
  const run = new Run(packs.played, USUAL);
  run.give(which);
  const more = value(run.state) - without;
  return more === by ? [] : [`${which.join('/')}.stats.${name}: ${by} promised, ${more} seen`];
}

interface Playing {
  readonly packs: Packs;
  readonly situation: Situation;
  readonly option: number;
  readonly left: readonly Promised[];
}

type Script = (run: Run, which: Which | null, option: number) => void;

/** @returns for a hook what happened because of the entry; each script is played at most once. */
function play(
  which: Which,
  { packs, situation, option, left }: Playing,
): (moment: Moment) => readonly GameEvent[] {
  const seen = new Map<Script, readonly GameEvent[]>();
  for (const { moment } of left) {
    const script = scriptFor(moment);
    if (seen.has(script)) continue;
    const events = (own: Which | null) => {
      const run = new Run(packs.played, settled(packs.played, { situation, script, own: which }));
      script(run, own, option);
      return run.events;
    };
    seen.set(script, without(events(which), script === use || script === alone ? [] : events(null)));
  }
  return (moment) => seen.get(scriptFor(moment)) ?? [];
}

/** Company means rivals where the player stops, which is only known once it has been played. */
function settled(
  rules: Rules,
  { situation, script, own }: { situation: Situation; script: Script; own: Which },
): Situation & { readonly stop?: number } {
  if (!situation.company || (script !== roll && script !== use)) return situation;
  const dry = new Run(rules, { ...situation, company: false });
  if (script === roll) {
    dry.give(own);
    dry.submit({ type: 'roll' });
  }
  return { ...situation, stop: dry.state.players.p1!.cell };
}

function scriptFor(hook: Moment): Script {
  if (hook === 'use') return use;
  if (hook === 'alone') return alone;
  if (hook === 'targeted') return attacked;
  if (hook === 'buy') return buy;
  return hook === 'expire' ? wait : roll;
}

const use: Script = (run, which, option) => {
  if (which) run.use(which[1]);
  run.answer(option);
};

/** Nobody is an ally of anybody. */
const alone: Script = (run, which, option) => {
  if (which) run.use(which[1], { allied: false });
  run.answer(option);
};

const roll: Script = (run, which, option) => {
  if (which) run.give(which);
  run.submit({ type: 'roll' });
  run.answer(option);
};

/** Longer than any effect lasts. */
const WAIT = 7;
const wait: Script = (run, which, option) => {
  if (which) run.give(which);
  run.answer(option);
  for (let rolls = 0; rolls < WAIT; rolls += 1) {
    run.submit({ type: 'roll' });
    run.answer(option);
  }
};

/** A plain hostile item of the base pack. */
const CONE = 'traffic_cone';
const attacked: Script = (run, which, option) => {
  if (which) run.give(which);
  run.hold('p3', CONE);
  run.submit({ type: 'use', item: CONE, targets: ['p1'] }, { by: 'player', player: 'p3' });
  run.answer(option);
};

const buy: Script = (run, which) => {
  if (which) run.give(which);
  run.stand('market');
  run.submit({ type: 'buy', item: run.offer() });
};

/** The item that puts an effect on, whatever the pack has to do that with. */
const PROBE = 'probe';

class Run {
  readonly #rules: Rules;
  readonly #draws: readonly number[];
  state: GameState;
  events: readonly GameEvent[] = [];
  #at: number;

  constructor(rules: Rules, situation: Situation & { readonly stop?: number }) {
    this.#rules = rules;
    this.#draws = situation.draws;
    const world = worldOf(rules, situation);
    this.state = world.state;
    this.#at = world.at;
    if (situation.waiting) {
      this.submit({ type: 'roll' });
      this.events = [];
    }
    if (situation.stop !== undefined) {
      for (const rival of ['p3', 'p4']) this.state = patchPlayer(this.state, rival, { cell: situation.stop });
    }
  }

  submit(command: Command, as: Actor = { by: 'player', player: 'p1' }): void {
    const chance = loaded(this.#draws);
    const decided = decide(this.state, { at: this.#at, as, command }, { rules: this.#rules, chance });
    if (isRefusal(decided)) return;
    this.state = decided.state;
    this.events = [...this.events, ...decided.events];
  }

  /** An item into the bag, worn if it can be; an effect by being used on oneself. */
  give([kind, id]: Which): void {
    if (kind === 'items') this.hold('p1', id);
    else this.#apply(id);
  }

  hold(player: PlayerId, item: string): void {
    const def = this.#rules.items[item];
    const got: BagItem = {
      n: HELD,
      item,
      charges: def?.charges ?? 1,
      ttl: def?.ttl ?? null,
      worn: def?.slot !== undefined,
      wait: 0,
    };
    this.state = patchPlayer(this.state, player, { bag: [...(this.state.players[player]?.bag ?? []), got] });
  }

  use(item: string, { allied = true } = {}): void {
    this.hold('p1', item);
    const target = this.#rules.items[item]?.target;
    const { cell } = this.state.players.p1!;
    const beyond = this.state.board.cells[cell]?.next[0] ?? cell;
    if (target === 'ally' && allied) this.#ally('p3');
    const named = target === 'rival' || (target === 'ally' && allied) ? { targets: ['p3'] } : {};
    this.submit({
      type: 'use',
      item: String(HELD),
      ...named,
      ...(target === 'cell' ? { cell: beyond } : {}),
    });
  }

  /** An alliance of the first player. */
  #ally(other: PlayerId): void {
    const { events } = this;
    this.submit({ type: 'propose', to: other, kind: 'alliance' });
    const offer = diplomacyOf(this.state).offers.at(-1)?.n;
    if (offer === undefined) throw new Error('the alliance was refused');
    this.submit({ type: 'accept', offer }, { by: 'player', player: other });
    this.events = events;
  }

  #apply(effect: string): void {
    const probe: ItemDef = { ...PROBE_ITEM, use: [{ op: 'apply', effect }] };
    const rules = { ...this.#rules, items: { ...this.#rules.items, [PROBE]: probe } };
    this.hold('p1', PROBE);
    const command = { type: 'use', item: PROBE } as const;
    const as: Actor = { by: 'player', player: 'p1' };
    const decided = decide(this.state, { at: this.#at, as, command }, { rules, chance: loaded(this.#draws) });
    if (isRefusal(decided)) throw new Error(`the probe was refused: ${decided.code}`);
    this.state = { ...decided.state, lastUse: this.state.lastUse };
    this.events = [...this.events, ...decided.events];
  }

  stand(kind: CellKind): void {
    const { board, players } = this.state;
    const cells = board.cells.map((cell) => (cell.id === players.p1?.cell ? { ...cell, kind } : cell));
    this.state = { ...this.state, board: { ...board, cells } };
  }

  /** Something that the market under the player's feet sells. */
  offer(): string {
    const ids = Object.keys(this.#rules.items);
    return ids.find((item) => this.#sells(item)) ?? '';
  }

  #sells(item: string): boolean {
    const as: Actor = { by: 'player', player: 'p1' };
    const command = { type: 'buy', item } as const;
    return !isRefusal(
      decide(this.state, { at: this.#at, as, command }, { rules: this.#rules, chance: loaded([]) }),
    );
  }

  /** Answers everything that waits for an answer with this option, players and chats alike. */
  answer(option: number): void {
    for (let asked = 0; asked < 20; asked += 1) {
      const before = this.state;
      for (const player of this.state.order) this.#answerOne(player, option);
      if (this.state === before) return;
    }
  }

  #answerOne(player: PlayerId, option: number): void {
    const pending = currentOf(this.state.players[player]!, this.#rules);
    if (!pending) return;
    const poll = Object.values(this.state.polls).find((one) => one.pending === pending.n);
    if (poll) {
      this.#at = Math.max(this.#at, poll.closes + 60_000);
      const command = {
        type: 'closePoll',
        poll: poll.id,
        totals: { [option]: 3 },
        voters: 3,
        root: '',
      } as const;
      this.submit(command, { by: 'system' });
    } else if (pending.is === 'choice') {
      const open = pending.open.includes(option) ? option : (pending.open[0] ?? 1);
      this.submit({ type: 'choose', option: open }, { by: 'player', player });
    } else if (pending.is === 'fork') {
      this.submit({ type: 'go', way: 1 }, { by: 'player', player });
    }
  }
}

/** Number of the thing under test in the bag: far above what a game of this length counts to. */
const HELD = 8001;

const PROBE_ITEM: ItemDef = {
  id: PROBE,
  zone: 'any',
  tags: [],
  purpose: 'risk',
  category: 'consumable',
  rarity: 'common',
  price: 1,
  target: 'self',
  range: 0,
};

const filler = (id: string, polarity: EffectDef['polarity']): EffectDef => ({
  ...{ id, zone: 'any', tags: [], purpose: 'risk', polarity, kind: 'lasting', stacking: 'ignore' },
  ...{ priority: 50, duration: { untilCamp: true } },
});
/** Effects that do nothing, so that there is something to end. */
const FILLERS: Readonly<Record<string, EffectDef>> = {
  filler_good: filler('filler_good', 'positive'),
  filler_bad: filler('filler_bad', 'negative'),
};

const furnished = new WeakMap<Rules, Rules>();

/** The pack with what only this world needs. */
function withFillers(rules: Rules): Rules {
  const known = furnished.get(rules);
  if (known) return known;
  const more = { ...rules, effects: { ...rules.effects, ...FILLERS } };
  furnished.set(rules, more);
  return more;
}

const tables = new WeakMap<Rules, Table>();

function tableOf(rules: Rules): Table {
  const known = tables.get(rules);
  if (known) return known;
  const table = new Table({ rules });
  tables.set(rules, table);
  return table;
}

/** Cells counted along the main way from the start. */
const STANDS = {
  middle: { p1: 20, p2: 10, p3: 22, p4: 30 },
  last: { p1: 20, p2: 24, p3: 30, p4: 28 },
  leading: { p1: 34, p2: 10, p3: 32, p4: 30 },
} as const;
const CAMP_BEHIND = 2;
const CAMP_AHEAD = 50;

function worldOf(rules: Rules, situation: Situation): { state: GameState; at: number } {
  const { state: fresh, at } = tableOf(rules);
  const way = [fresh.board.start];
  for (
    let next = fresh.board.cells[way[0]!]?.next[0];
    next !== undefined;
    next = fresh.board.cells[next]?.next[0]
  )
    way.push(next);
  const stands = STANDS[situation.place];
  const kindAt = (step: number): CellKind => {
    if (step === stands.p1) return situation.here;
    if (step === CAMP_BEHIND || step === CAMP_AHEAD) return 'camp';
    return step > stands.p1 ? situation.ahead : 'plain';
  };
  const cells = fresh.board.cells.map(({ secret: _, ...cell }) => {
    const step = way.indexOf(cell.id);
    const kind = cell.kind === 'start' || cell.kind === 'finish' ? cell.kind : kindAt(step);
    return { ...cell, kind, zone: situation.zone, next: cell.next.slice(0, 1) };
  });
  let state: GameState = {
    ...fresh,
    board: { ...fresh.board, cells },
    lastUse: { player: 'p2', item: 'badger_jam' },
  };
  state.order.forEach((id, seat) => {
    state = patchPlayer(state, id, {
      ...equipment(situation, seat),
      hp: Math.ceil((maxHp({ ...state.players[id]!, bag: [] }, rules) * situation.hp) / 100),
      cell: way[stands[id as keyof typeof stands]]!,
      camp: way[CAMP_BEHIND]!,
    });
  });
  return { state, at };
}

/** Something of everything, so that there is always something to take, to lock and to end. */
function equipment({ gold, facts, things }: Situation, seat: number): Partial<GameState['players'][string]> {
  const n = 9000 + seat * 20;
  const bag = Array.from({ length: things }, (_, i): BagItem => {
    return { n: n + i, item: 'split_geode', charges: 1, ttl: null, worn: false, wait: 0 };
  });
  return {
    gold,
    facts,
    bag,
    influence: 40,
    shards: { earth: 2, water: 2, fire: 2, electricity: 2 },
    dice: [4, 6],
    skills: [],
    tokens: { count: 9, since: 0 },
    lastRoll: { dice: [3, 3, 3].map((value) => ({ sides: 4, value })), bonus: 0, total: 9 },
    effects: Object.keys(FILLERS).map((effect, i) => ({
      n: n + 10 + i,
      effect,
      from: null,
      stacks: 1,
      rolls: null,
      turns: null,
      until: null,
    })),
  };
}

/** Numbers that follow from how much has happened before, not from what happens. */
const COUNTED = ['n', 'until', 'since', 'opens', 'closes', 'id', 'pending'];

function signature(event: GameEvent): string {
  return JSON.stringify(event, (key, value: unknown) =>
    COUNTED.includes(key) && typeof value !== 'object' ? undefined : value,
  );
}

/** What happened with the entry and not without it. */
function without(events: readonly GameEvent[], usual: readonly GameEvent[]): readonly GameEvent[] {
  const left = new Map<string, number>();
  for (const event of usual) left.set(signature(event), (left.get(signature(event)) ?? 0) + 1);
  return events.filter((event) => {
    const count = left.get(signature(event)) ?? 0;
    left.set(signature(event), count - 1);
    return count <= 0;
  });
}
