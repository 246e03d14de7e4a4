/**
 * From a moment (what has happened) to a script (what is shown, and when). Pure: times are milliseconds from the
 * script's beginning, and the picture at any time follows from the script alone (see frame.ts).
 */
import type { DiceEvent, GameEvent, Moment, PlayerId } from './types.ts';

export type Tone = 'gold' | 'good' | 'bad' | 'cool' | 'white';
/** Something on the board: a player's token or a cell. */
export type Place = { readonly player: PlayerId } | { readonly cell: number };

interface Timed {
  readonly at: number;
  readonly for: number;
}

export type Cue = Timed &
  (
    | { readonly is: 'dice'; readonly player: PlayerId; readonly event: DiceEvent }
    | { readonly is: 'steps'; readonly cells: readonly number[] }
    | {
        readonly is: 'hops';
        readonly player: PlayerId;
        readonly path: readonly number[];
        readonly each: number;
      }
    | { readonly is: 'fall'; readonly player: PlayerId; readonly from: number; readonly to: number }
    | { readonly is: 'ring'; readonly place: Place; readonly tone: Tone }
    | { readonly is: 'burst'; readonly place: Place; readonly tone: Tone; readonly shape: 'ray' | 'shard' }
    | {
        readonly is: 'emblem';
        readonly place: Place;
        readonly icon: string;
        readonly tone: 'gold' | 'good' | 'bad';
      }
    | {
        readonly is: 'fly';
        readonly from: PlayerId;
        readonly to: Place;
        readonly icon: string;
        readonly tone: 'gold' | 'good' | 'bad';
      }
    | { readonly is: 'say'; readonly place: Place; readonly text: string; readonly tone: Tone }
    | { readonly is: 'coin'; readonly player: PlayerId; readonly side: 'heads' | 'tails' }
  );

export interface Script {
  readonly seq: number;
  /** Whose moment it is: the camera goes there, the token is lit. */
  readonly actor: PlayerId | null;
  readonly players: ReadonlySet<PlayerId>;
  readonly cues: readonly Cue[];
  readonly length: number;
  /** Where tokens stand when it is over. */
  readonly ends: ReadonlyMap<PlayerId, number>;
}

/** What a script has to know of the board at the time it begins. */
export interface Stagecraft {
  /** Where the token is shown now. */
  readonly cellOf: (player: PlayerId) => number | undefined;
  readonly itemIcon: (item: string) => string;
  readonly effect: (id: string) => { readonly icon: string; readonly tone: 'gold' | 'good' | 'bad' };
}

/** Milliseconds. The dice on the page beside the board tumble for `dice`. */
export const TIMES = {
  dice: 2100,
  stepGap: 90,
  step: 200,
  hop: 380,
  /** Long ways hop faster, so that none takes more than this. */
  walkMost: 4200,
  ring: 900,
  beat: 650,
  say: 1500,
  fly: 700,
  fall: 1300,
} as const;

interface Draft {
  readonly craft: Stagecraft;
  readonly cues: Cue[];
  readonly cells: Map<PlayerId, number>;
  readonly players: Set<PlayerId>;
  clock: number;
}

/** Writes the script of one moment; a moment without anything to see has length 0. */
export function scriptOf(moment: Moment, craft: Stagecraft): Script {
  const draft: Draft = { craft, cues: [], cells: new Map(), players: new Set(), clock: 0 };
  for (const event of moment.events) {
    const write = WRITERS[event.type] as ((event: GameEvent, draft: Draft) => void) | undefined;
    write?.(event, draft);
  }
  const ends = Math.max(0, ...draft.cues.map((cue) => cue.at + cue.for));
  const first = moment.events.find((event) => 'player' in event);
  const actor = first && 'player' in first ? first.player : null;
  return {
    seq: moment.seq,
    actor,
    players: draft.players,
    cues: draft.cues,
    length: ends,
    ends: draft.cells,
  };
}

type Writers = {
  readonly [K in GameEvent['type']]?: (event: Extract<GameEvent, { readonly type: K }>, draft: Draft) => void;
};

const WRITERS: Writers = {
  rolled: (event, draft) => {
    add(draft, { is: 'dice', player: event.player, event, for: TIMES.dice });
    draft.clock += TIMES.dice;
    add(draft, { is: 'say', place: event, text: String(event.total), tone: 'gold', for: TIMES.say });
  },
  checked: (event, draft) => {
    add(draft, { is: 'dice', player: event.player, event, for: TIMES.dice });
    draft.clock += TIMES.dice;
    const tone = event.passed ? 'good' : 'bad';
    show(draft, event, { icon: 'hourglass', tone });
    add(draft, { is: 'say', place: event, text: `${event.total}/${event.need}`, tone, for: TIMES.say });
    draft.clock += TIMES.beat;
  },
  moved: (event, draft) => walk(draft, event.player, event.path),
  landed: (event, draft) => {
    add(draft, { is: 'ring', place: { cell: event.cell }, tone: 'white', for: TIMES.ring });
    draft.clock += TIMES.beat * 0.5;
  },
  gateOpened: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'gold', shape: 'ray', for: 1200 });
    show(draft, { cell: event.cell }, { icon: 'medieval-gate', tone: 'gold' });
    draft.clock += TIMES.beat;
  },
  gateHeld: (event, draft) => show(draft, { cell: event.cell }, { icon: 'padlock', tone: 'bad' }),
  rested: (event, draft) => {
    add(draft, { is: 'ring', place: { cell: event.cell }, tone: 'good', for: TIMES.ring });
    show(draft, event, { icon: 'camping-tent', tone: 'good' });
  },
  trapSprung: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'bad', shape: 'shard', for: 900 });
    show(draft, event, { icon: 'spikes', tone: 'bad' });
    draft.clock += TIMES.beat;
  },
  chestOpened: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'gold', shape: 'ray', for: 1100 });
    show(draft, event, { icon: 'open-treasure-chest', tone: 'gold' });
    draft.clock += TIMES.beat;
  },
  objectOpened: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'cool', shape: 'ray', for: 1100 });
    show(draft, { cell: event.cell }, { icon: 'key', tone: 'gold' });
    draft.clock += TIMES.beat;
  },
  knockedOut: (event, draft) => {
    const from = cellOf(draft, event.player) ?? event.to;
    draft.players.add(event.player);
    show(draft, event, { icon: 'broken-heart', tone: 'bad' });
    add(draft, { is: 'fall', player: event.player, from, to: event.to, for: TIMES.fall });
    draft.cells.set(event.player, event.to);
    draft.clock += TIMES.fall;
    add(draft, { is: 'ring', place: { cell: event.to }, tone: 'good', for: TIMES.ring });
  },
  lastThrow: (event, draft) => {
    add(draft, { is: 'dice', player: event.player, event, for: TIMES.dice });
    draft.clock += TIMES.dice;
    const tone = event.won ? 'gold' : 'bad';
    add(draft, { is: 'say', place: event, text: `${event.total}/${event.need}`, tone, for: TIMES.say });
    if (event.won) add(draft, { is: 'burst', place: event, tone: 'gold', shape: 'ray', for: 1600 });
    draft.clock += TIMES.beat;
  },
  coinFlipped: (event, draft) => {
    add(draft, { is: 'coin', player: event.player, side: event.side, for: 1300 });
    draft.clock += 1300;
  },
  trialPassed: (event, draft) => {
    show(draft, event, { icon: 'hourglass', tone: 'good' });
    draft.clock += TIMES.beat;
  },
  trialFailed: (event, draft) => {
    show(draft, event, { icon: 'hourglass', tone: 'bad' });
    draft.clock += TIMES.beat;
  },
  counted: (event, draft) => {
    if (!event.by || event.what === 'score' || event.what === 'influence') return;
    const tone: Tone = event.by < 0 ? 'bad' : event.what === 'hp' ? 'good' : 'gold';
    const sign = event.by < 0 ? '−' : '+';
    const unit = event.what === 'hp' ? ' HP' : '';
    add(draft, {
      is: 'say',
      place: event,
      text: `${sign}${Math.abs(event.by)}${unit}`,
      tone,
      for: TIMES.say,
    });
    draft.clock += TIMES.beat * 0.6;
  },
  itemGained: (event, draft) =>
    show(draft, event, { icon: draft.craft.itemIcon(event.got.item), tone: 'gold' }),
  itemUsed: (event, draft) => {
    const icon = draft.craft.itemIcon(event.item);
    show(draft, event, { icon, tone: 'gold' });
    draft.clock += TIMES.beat * 0.5;
    for (const target of event.targets) {
      if (target === event.player) continue;
      draft.players.add(target);
      add(draft, {
        is: 'fly',
        from: event.player,
        to: { player: target },
        icon,
        tone: 'gold',
        for: TIMES.fly,
      });
    }
    if (event.cell !== null)
      add(draft, {
        is: 'fly',
        from: event.player,
        to: { cell: event.cell },
        icon,
        tone: 'gold',
        for: TIMES.fly,
      });
    draft.clock += TIMES.fly;
  },
  defended: (event, draft) => {
    const icon = event.how === 'reflect' ? 'shield-reflect' : 'bordered-shield';
    add(draft, { is: 'ring', place: event, tone: 'cool', for: TIMES.ring });
    show(draft, event, { icon, tone: 'good' });
    if (event.how === 'reflect')
      add(draft, {
        is: 'fly',
        from: event.player,
        to: { player: event.from },
        icon,
        tone: 'bad',
        for: TIMES.fly,
      });
    draft.clock += TIMES.fly;
  },
  effectApplied: (event, draft) => {
    const { icon, tone } = draft.craft.effect(event.effect.effect);
    add(draft, { is: 'ring', place: event, tone: tone === 'bad' ? 'bad' : 'good', for: TIMES.ring });
    show(draft, event, { icon, tone });
    draft.clock += TIMES.beat * 0.6;
  },
  superGameOpened: (event, draft) =>
    add(draft, { is: 'burst', place: event, tone: 'gold', shape: 'ray', for: 1600 }),
  ended: (event, draft) => {
    for (let i = 0; i < 4; i++) {
      add(draft, { is: 'burst', place: { player: event.winner }, tone: 'gold', shape: 'ray', for: 1600 });
      add(draft, { is: 'ring', place: { player: event.winner }, tone: 'gold', for: TIMES.ring });
      draft.clock += 800;
    }
  },
};

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;

function add(draft: Draft, cue: Untimed<Cue>): void {
  draft.cues.push({ ...cue, at: draft.clock } as Cue);
  if ('player' in cue) draft.players.add(cue.player);
  if ('place' in cue && 'player' in cue.place) draft.players.add(cue.place.player);
}

function show(
  draft: Draft,
  place: Place,
  { icon, tone }: { icon: string; tone: 'gold' | 'good' | 'bad' },
): void {
  add(draft, { is: 'emblem', place, icon, tone, for: 1500 });
}

function cellOf(draft: Draft, player: PlayerId): number | undefined {
  return draft.cells.get(player) ?? draft.craft.cellOf(player);
}

/** Rings along the path, then the hops. The path may or may not begin with the cell the token stands on. */
function walk(draft: Draft, player: PlayerId, path: readonly number[]): void {
  const here = cellOf(draft, player) ?? path[0];
  if (here === undefined) return;
  const whole = path[0] === here ? path : [here, ...path];
  const hops = whole.length - 1;
  if (hops < 1) return;
  const each = Math.min(TIMES.hop, TIMES.walkMost / hops);
  draft.players.add(player);
  add(draft, { is: 'steps', cells: whole.slice(1), for: TIMES.stepGap * hops + TIMES.step + hops * each });
  draft.clock += Math.min(700, TIMES.stepGap * hops);
  add(draft, { is: 'hops', player, path: whole, each, for: each * hops });
  draft.clock += each * hops;
  draft.cells.set(player, whole.at(-1)!);
}
