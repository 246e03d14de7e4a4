/** The form of one command's code: it emits events, or refuses and emits nothing. */
import type { Actor, CommandOf, CommandType } from './commands.ts';
import type { Refusal } from './refusal.ts';
import type { PlayerId } from './state.ts';
import type { Work } from './work.ts';

export interface Asked<T extends CommandType> {
  readonly command: CommandOf<T>;
  readonly as: Actor;
  /** The player who acts, or in whose chat a viewer speaks; `p0` for admin and system. */
  readonly player: PlayerId;
}
export type Deciding<T extends CommandType> = (work: Work, asked: Asked<T>) => Refusal | undefined;
export type Deciders<T extends CommandType> = { readonly [K in T]: Deciding<K> };
