/** Who is on stage while operations run, and what they may bend. */
import { neighbour, ranking } from '../places.ts';
import type { GameState, PlayerId, ViewerKey } from '../state.ts';
import type { Step } from '../why/step.ts';
import type { Work } from '../work.ts';
import type { Op, Who } from './operations.ts';
import type { Source } from './reactions.ts';

export interface Scene {
  /** Where the running list stands in the rules; choices remember it. */
  readonly path: string;
  /** Id of the entry, told as the reason in events. */
  readonly why: string;
  /** Who acts: the user of an item, the holder of an effect. */
  readonly self: PlayerId;
  /** The one it happens to. */
  readonly target: PlayerId;
  /** The cell an item was used on. */
  readonly cell?: number;
  /** What is reacting, for `end`. */
  readonly source?: Source;
  /** Present only in the hook `targeted`. */
  readonly incoming?: Incoming;
  /** Present only in the hook `trial`. */
  readonly trial?: TrialDraft;
}

/** A hostile use on its way; reactions write their answer here. */
export interface Incoming {
  readonly from: PlayerId;
  readonly item: string;
  answer: { how: 'ward' | 'reflect' | 'catch'; effect: string } | null;
}

export interface TrialDraft {
  difficulty: number;
  prize: number;
  mercy: boolean;
  /** What made `difficulty`, by whom. */
  steps: readonly Step[];
}

/** What an operation asks for that belongs to other parts of the engine; done when the running list is over. */
export type Task =
  | { readonly do: 'land'; readonly player: PlayerId }
  | {
      readonly do: 'offer';
      readonly player: PlayerId;
      readonly tags: readonly string[];
      readonly id: string | null;
      readonly by: ViewerKey | null;
      readonly genres?: readonly string[];
      readonly hours?: readonly [min: number, max: number];
      readonly difficulty?: number;
    }
  | { readonly do: 'reoffer'; readonly player: PlayerId }
  | { readonly do: 'prize'; readonly player: PlayerId; readonly tier: number }
  | { readonly do: 'punish'; readonly player: PlayerId }
  /** A stage of the super game that was fought for. */
  | { readonly do: 'stage'; readonly player: PlayerId; readonly won: boolean }
  /** Goes on walking where a gate has given way. */
  | { readonly do: 'stride'; readonly player: PlayerId; readonly steps: number }
  /** After a scene; `template`: null for whoever lives here. */
  | {
      readonly do: 'fight';
      readonly player: PlayerId;
      readonly template: string | null;
      readonly bout: 'wild' | 'waves';
    }
  | { readonly do: 'run'; readonly ops: readonly Op[]; readonly scene: Scene };

/** Players an operation touches; empty when there is nobody. */
export function touched(state: GameState, on: Who | undefined, scene: Scene): readonly PlayerId[] {
  switch (on ?? 'target') {
    case 'target':
      return [scene.target];
    case 'self':
      return [scene.self];
    case 'leader':
      return ranking(state).slice(0, 1);
    case 'last':
      return ranking(state).slice(-1);
    case 'ahead':
    case 'behind':
    case 'nearest': {
      const found = neighbour(state, scene.self, on as 'ahead' | 'behind' | 'nearest');
      return found ? [found] : [];
    }
    case 'rivals':
      return state.order.filter((id) => id !== scene.self);
    case 'all':
      return state.order;
  }
}

export function later(work: Work, task: Task): void {
  work.tasks.push(task);
}
