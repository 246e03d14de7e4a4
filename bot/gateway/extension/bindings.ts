/** Which Twitch channel plays which seat, and what its owner has switched on. Outlives a restart. */
import type { LogDriver } from '../../../adapters/log/contract.ts';
import type { ExtSwitches } from '../../protocol/extension.ts';
import type { Seat } from './codes.ts';

export type Meta = Pick<LogDriver, 'getMeta' | 'setMeta'>;

export interface Binding extends Seat {
  readonly switches: ExtSwitches;
}

/** Bits wait for the owner's word: they are money. */
export const SWITCHES: ExtSwitches = { trials: true, bits: false, anonymous: true };
const KEY = 'extension-channels';

export class Bindings {
  readonly #meta: Meta;
  readonly #channels: Map<string, Binding>;
  #saving: Promise<void> = Promise.resolve();

  static async open(meta: Meta): Promise<Bindings> {
    const known = JSON.parse((await meta.getMeta(KEY)) ?? '[]') as [string, Binding][];
    return new Bindings(meta, new Map(known));
  }

  private constructor(meta: Meta, channels: Map<string, Binding>) {
    this.#meta = meta;
    this.#channels = channels;
  }

  of(channel: string): Binding | null {
    return this.#channels.get(channel) ?? null;
  }

  all(): IterableIterator<[string, Binding]> {
    return this.#channels.entries();
  }

  /** A seat has one channel: another one that had it loses it. */
  bind(channel: string, seat: Seat): Promise<void> {
    const switches = this.#channels.get(channel)?.switches ?? SWITCHES;
    for (const [other, { game, player }] of this.#channels)
      if (game === seat.game && player === seat.player) this.#channels.delete(other);
    this.#channels.set(channel, { ...seat, switches });
    return this.#save();
  }

  unbind(channel: string): Promise<void> {
    this.#channels.delete(channel);
    return this.#save();
  }

  turn(channel: string, switches: Partial<ExtSwitches>): Promise<void> {
    const known = this.#channels.get(channel);
    if (known) this.#channels.set(channel, { ...known, switches: { ...known.switches, ...switches } });
    return this.#save();
  }

  /** One after another, so that the last state is what is kept. */
  #save(): Promise<void> {
    const text = () => JSON.stringify([...this.#channels]);
    this.#saving = this.#saving.catch(() => {}).then(() => this.#meta.setMeta(KEY, text()));
    return this.#saving;
  }
}
