/** The parts of a script: what is shown, and when. Times are milliseconds from the script's beginning. */
import { MOTIF_MS } from '../motifs/bits.ts';
import type { Motif } from '../motifs/motif.ts';
import type { DiceEvent, EventOf, PlayerId } from './types.ts';

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
    | { readonly is: 'motif'; readonly place: Place; readonly motif: Motif }
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
  /** How the thing looks when it acts. */
  readonly motif: (kind: 'items' | 'effects' | 'traps' | 'finds', id: string) => Motif;
  readonly effect: (id: string) => { readonly icon: string; readonly tone: 'gold' | 'good' | 'bad' };
}

/** Milliseconds. The dice on the page beside the board tumble for `dice`. */
export const TIMES = {
  dice: 2100,
  stepGap: 90,
  step: 200,
  hop: 380,
  leap: 800,
  /** Long ways hop faster, so that none takes more than this. */
  walkMost: 4200,
  ring: 900,
  beat: 650,
  say: 1500,
  fly: 700,
  fall: 1300,
} as const;

/** A script while it is written. */
export interface Draft {
  readonly craft: Stagecraft;
  readonly cues: Cue[];
  readonly cells: Map<PlayerId, number>;
  readonly players: Set<PlayerId>;
  clock: number;
}

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;

/** Adds a cue at the draft's present time. */
export function add(draft: Draft, cue: Untimed<Cue>): void {
  draft.cues.push({ ...cue, at: draft.clock } as Cue);
  if ('player' in cue) draft.players.add(cue.player);
  if ('place' in cue && 'player' in cue.place) draft.players.add(cue.place.player);
}

/** A silhouette beside its place, for a while. */
export function show(
  draft: Draft,
  place: Place,
  { icon, tone }: { icon: string; tone: 'gold' | 'good' | 'bad' },
): void {
  add(draft, { is: 'emblem', place, icon, tone, for: 1500 });
}

/** The thing's own animation around its place. */
export function act(draft: Draft, place: Place, motif: Motif): void {
  add(draft, { is: 'motif', place, motif, for: MOTIF_MS });
}

/** Where the token stands at this point of the script. */
export function cellOf(draft: Draft, player: PlayerId): number | undefined {
  return draft.cells.get(player) ?? draft.craft.cellOf(player);
}

/** Rings along the path, then the hops. The path may or may not begin with the cell the token stands on. */
export function walk(draft: Draft, { player, path, why }: EventOf<'moved'>): void {
  const here = cellOf(draft, player) ?? path[0];
  if (here === undefined) return;
  const whole = path[0] === here ? path : [here, ...path];
  const hops = whole.length - 1;
  if (hops < 1) return;
  // One step that no dice have made may lead across the whole board.
  const each = hops === 1 && why !== 'roll' ? TIMES.leap : Math.min(TIMES.hop, TIMES.walkMost / hops);
  draft.players.add(player);
  add(draft, { is: 'steps', cells: whole.slice(1), for: TIMES.stepGap * hops + TIMES.step + hops * each });
  draft.clock += Math.min(700, TIMES.stepGap * hops);
  add(draft, { is: 'hops', player, path: whole, each, for: each * hops });
  draft.clock += each * hops;
  draft.cells.set(player, whole.at(-1)!);
}
