/** What is known of everybody's fight, and what of it is still to be shown: one reel a player. Plain data and timers. */
import type { FightEnd } from '../../../bot/engine/combat/events.ts';
import type { Beat, Fight } from '../../../bot/engine/combat/state.ts';
import type { BoardView, Moment } from '../../../bot/protocol/views.ts';
import type { PlayerId } from '../../link/types.ts';
import { paceOf } from './motion.ts';
import { framesOf } from './replay.ts';

/** How long the end of a fight stays to be read, in milliseconds. */
const END_MS = 3_000;
/** More rounds than this waiting are not played any more: the last one says how it stands. */
const MOST_WAITING = 3;

interface Round {
  readonly fight: Fight;
  readonly beats: readonly Beat[];
}

export interface Reel {
  readonly player: PlayerId;
  /** As it is shown now. */
  fight: Fight;
  /** The round that is being told, and how far. */
  beats: readonly Beat[];
  step: number;
  ended: FightEnd | null;
}

interface Playing {
  readonly reel: Reel;
  frames: readonly Fight[];
  waiting: Round[];
  over: FightEnd | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface ReelsOptions {
  readonly still: () => boolean;
  readonly changed: () => void;
  readonly beat: (player: PlayerId, beat: Beat, time: number) => void;
}

export class Reels {
  readonly #all = new Map<PlayerId, Playing>();
  readonly #options: ReelsOptions;
  /** Whose fight something happened in last. */
  last: PlayerId | null = null;

  constructor(options: ReelsOptions) {
    this.#options = options;
  }

  get(player: PlayerId): Reel | null {
    return this.#all.get(player)?.reel ?? null;
  }

  all(): readonly Reel[] {
    return [...this.#all.values()].map(({ reel }) => reel);
  }

  isPlaying(player: PlayerId): boolean {
    const found = this.#all.get(player);
    return found !== undefined && (found.timer !== undefined || found.over !== null);
  }

  hear(moments: readonly Moment[]): void {
    for (const event of moments.flatMap((moment) => moment.events)) {
      if (event.type === 'fightBegun') this.#begin(event.player, event.fight, event.beats);
      else if (event.type === 'fightRound') this.#round(event.player, event);
      else if (event.type === 'fightEnded') this.#end(event.player, event.how);
    }
  }

  /** The view knows of fights whose beginning nobody heard, and of ends that were missed. */
  follow(board: BoardView): void {
    for (const { id, fight } of board.players) {
      const known = this.#all.get(id);
      if (fight && !known) this.#put(id, fight);
      else if (fight && known && !this.isPlaying(id) && known.reel.fight !== fight) known.reel.fight = fight;
      else if (!fight && known && !this.isPlaying(id)) this.#drop(id);
    }
  }

  stop(): void {
    for (const { timer } of this.#all.values()) clearTimeout(timer);
    this.#all.clear();
  }

  #put(player: PlayerId, fight: Fight): Playing {
    const reel: Reel = { player, fight, beats: [], step: 0, ended: null };
    const playing: Playing = { reel, frames: [], waiting: [], over: null, timer: undefined };
    this.#drop(player);
    this.#all.set(player, playing);
    return playing;
  }

  #drop(player: PlayerId): void {
    clearTimeout(this.#all.get(player)?.timer);
    this.#all.delete(player);
  }

  #begin(player: PlayerId, fight: Fight, beats: readonly Beat[]): void {
    this.last = player;
    const playing = this.#put(player, fight);
    playing.reel.beats = beats;
    playing.reel.step = beats.length;
    this.#options.changed();
  }

  #round(player: PlayerId, round: Round): void {
    this.last = player;
    const playing = this.#all.get(player) ?? this.#put(player, round.fight);
    playing.waiting.push(round);
    if (playing.waiting.length > MOST_WAITING) {
      playing.waiting = [round];
      clearTimeout(playing.timer);
      playing.timer = undefined;
    }
    if (playing.timer === undefined) this.#next(playing);
  }

  #end(player: PlayerId, how: FightEnd): void {
    const playing = this.#all.get(player);
    if (!playing) return;
    this.last = player;
    playing.over = how;
    if (playing.timer === undefined) this.#next(playing);
  }

  /** The next round that waits, or the end. */
  #next(playing: Playing): void {
    const { reel } = playing;
    const round = playing.waiting.shift();
    if (!round) return this.#finish(playing);
    reel.beats = round.beats;
    reel.step = this.#options.still() ? round.beats.length : 0;
    playing.frames = framesOf(reel.fight, round.fight, round.beats);
    if (this.#options.still() || round.beats.length === 0) {
      reel.fight = round.fight;
      this.#options.changed();
      return this.#next(playing);
    }
    this.#step(playing, paceOf(round.beats.length));
  }

  #step(playing: Playing, time: number): void {
    const { reel, frames } = playing;
    const beat = reel.beats[reel.step];
    if (!beat) return this.#next(playing);
    reel.fight = frames[reel.step] ?? reel.fight;
    reel.step++;
    this.#options.changed();
    this.#options.beat(reel.player, beat, time);
    playing.timer = setTimeout(() => this.#step(playing, time), time);
  }

  #finish(playing: Playing): void {
    playing.timer = undefined;
    const { reel } = playing;
    if (playing.over === null || reel.ended) return this.#options.changed();
    reel.ended = playing.over;
    this.#options.changed();
    playing.timer = setTimeout(() => {
      this.#drop(reel.player);
      this.#options.changed();
    }, END_MS);
  }
}
