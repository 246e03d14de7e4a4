/**
 * Sends what changed in one view of one game to everybody who watches it. Fenced off: nobody else writes changes to
 * sockets, so how they are packed can be exchanged here alone. Each change is encoded once, the same bytes go to all:
 * compressed in one stream to the many who can follow it, plain to the rest.
 * Who reads too slowly is left out until their socket has drained, and then gets one fresh snapshot.
 */
import type { ViewChange, ViewNow } from '../../host/publish/publisher.ts';
import { SharedDeflate } from './shared-deflate.ts';

/** What a channel needs of a socket; `ws` has it. */
export interface Wire {
  readonly bufferedAmount: number;
  readonly OPEN: number;
  readonly readyState: number;
  send(data: Uint8Array, options: { binary: boolean }): void;
}

/** Where a channel's changes come from; a game's publisher is one. */
export interface Source {
  now(view: string): ViewNow | null;
  watch(view: string, listener: (change: ViewChange) => void): (() => void) | null;
}

/** Unsent bytes at which a reader counts as slow, and below which it is let in again. */
const SLOW = 512 * 1024;
const DRAINED = 16 * 1024;
const LOOK_AGAIN_MS = 250;
/** Watchers from whom on compressing once is worth it: it takes a hundredth of a millisecond a change, whoever watches. */
const SHARE_FROM = 8;
/** Changes kept for those who come back: about six seconds of a busy game. */
const KEPT = 128;
const KEPT_BYTES = 512 * 1024;

interface Kept {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

export class Channel {
  readonly #view: string;
  readonly #source: Source;
  readonly #wires = new Set<Wire>();
  readonly #behind = new Set<Wire>();
  readonly #shared = new SharedDeflate();
  readonly #stop: () => void;
  #kept: Kept[] = [];
  #keptBytes = 0;
  #snapshot: { readonly frame: number; readonly bytes: Uint8Array } | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** @returns null if the game has no such view. */
  static open(source: Source, view: string): Channel | null {
    if (source.now(view) === null) return null;
    return new Channel(source, view);
  }

  private constructor(source: Source, view: string) {
    this.#source = source;
    this.#view = view;
    this.#stop = source.watch(view, (change) => this.#tell(change)) ?? (() => {});
  }

  get size(): number {
    return this.#wires.size;
  }
  get behind(): number {
    return this.#behind.size;
  }

  /** Lets a socket in: with what it missed since that frame, if that is still kept, else with a snapshot. */
  add(wire: Wire, since?: number): void {
    const now = this.#source.now(this.#view);
    if (now === null) return;
    this.#wires.add(wire);
    const missed = since === undefined ? null : this.#missed(since, now.frame);
    if (missed) for (const { bytes } of missed) send(wire, bytes);
    else send(wire, this.#snapshotOf(now));
    if (this.#wires.size === SHARE_FROM) for (const each of this.#wires) this.#share(each);
    else this.#share(wire);
  }

  /** What went plain leaves a socket's place in the stream as it was; one that is behind comes in when it has drained. */
  #share(wire: Wire): void {
    if (this.#wires.size < SHARE_FROM || this.#behind.has(wire) || this.#shared.has(wire)) return;
    this.#shared.follow(wire);
  }

  remove(wire: Wire): void {
    this.#wires.delete(wire);
    this.#shared.leave(wire);
    this.#behind.delete(wire);
  }

  close(): void {
    this.#stop();
    if (this.#timer) clearTimeout(this.#timer);
    for (const wire of this.#wires) this.#shared.leave(wire);
    this.#wires.clear();
    this.#behind.clear();
  }

  #tell(change: ViewChange): void {
    const bytes = encode({ type: 'change', ...change });
    this.#keep({ from: change.from, to: change.to, bytes });
    const packed = this.#shared.size > 0 ? this.#shared.pack(bytes) : null;
    for (const wire of this.#wires) {
      if (this.#behind.has(wire)) continue;
      if (wire.bufferedAmount > SLOW) this.#leaveBehind(wire);
      else if (packed && this.#shared.has(wire)) this.#shared.write(wire, packed);
      else send(wire, bytes);
    }
  }

  #leaveBehind(wire: Wire): void {
    this.#behind.add(wire);
    this.#shared.leave(wire);
    this.#timer ??= setTimeout(() => this.#letIn(), LOOK_AGAIN_MS);
  }

  #letIn(): void {
    this.#timer = null;
    for (const wire of this.#behind) {
      if (wire.bufferedAmount > DRAINED) continue;
      this.#behind.delete(wire);
      const now = this.#source.now(this.#view);
      if (!now || this.#behind.has(wire)) continue;
      send(wire, this.#snapshotOf(now));
      this.#share(wire);
    }
    if (this.#behind.size > 0) this.#timer = setTimeout(() => this.#letIn(), LOOK_AGAIN_MS);
  }

  #snapshotOf(now: ViewNow): Uint8Array {
    if (this.#snapshot?.frame !== now.frame) {
      const bytes = encode({ type: 'snapshot', view: this.#view, frame: now.frame, data: now.data });
      this.#snapshot = { frame: now.frame, bytes };
    }
    return this.#snapshot.bytes;
  }

  #keep(kept: Kept): void {
    this.#kept.push(kept);
    this.#keptBytes += kept.bytes.length;
    while (this.#kept.length > KEPT || this.#keptBytes > KEPT_BYTES) {
      this.#keptBytes -= this.#kept.shift()!.bytes.length;
    }
  }

  #missed(since: number, frame: number): readonly Kept[] | null {
    if (since === frame) return [];
    const first = this.#kept.findIndex(({ from }) => from === since + 1);
    return first < 0 ? null : this.#kept.slice(first);
  }
}

function encode(message: object): Uint8Array {
  return Buffer.from(JSON.stringify(message));
}

function send(wire: Wire, bytes: Uint8Array): void {
  if (wire.readyState === wire.OPEN) wire.send(bytes, { binary: false });
}
