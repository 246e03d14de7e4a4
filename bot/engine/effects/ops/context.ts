/** The form of one operation's code: what to do with it, for one touched player. */
import type { PlayerId } from '../../state.ts';
import type { Work } from '../../work.ts';
import type { Op, OpName } from '../operations.ts';
import type { Scene } from '../scene.ts';

/** The member that has this name, also where several operations share one shape. */
type Member<U, N> = U extends { readonly op: infer K } ? (N extends K ? U : never) : never;
export type OpOf<N extends OpName> = Member<Op, N>;
/** `on`: the touched player. `path`: where this operation stands. */
export interface Doing<N extends OpName> {
  readonly op: OpOf<N>;
  readonly on: PlayerId;
  readonly scene: Scene;
  readonly path: string;
}
export type Handler<N extends OpName> = (work: Work, doing: Doing<N>) => void;
export type Handlers<N extends OpName> = { readonly [K in N]: Handler<K> };
