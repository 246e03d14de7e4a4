/** What happens in stories. What a scene changes are ordinary events beside these. */
import type { Attribute, ZoneId } from '../rules.ts';
import type { Die, Millis, PlayerId } from '../state.ts';
import type { SceneRun } from './state.ts';

export type StoryEvent =
  | { readonly type: 'sceneBegun'; readonly player: PlayerId; readonly n: number; readonly run: SceneRun }
  /** An option was taken; the scene goes on, or these were its last lines. */
  | { readonly type: 'sceneTurned'; readonly player: PlayerId; readonly n: number; readonly run: SceneRun }
  | { readonly type: 'sceneEnded'; readonly player: PlayerId; readonly n: number; readonly story: string }
  /** Own dice and an attribute against a number, inside of a scene. */
  | {
      readonly type: 'sceneChecked';
      readonly player: PlayerId;
      readonly story: string;
      readonly attribute: Attribute;
      readonly dice: readonly Die[];
      readonly bonus: number;
      readonly total: number;
      readonly need: number;
      readonly passed: boolean;
    }
  /** Again for a story that watches already: only `until` is another one. */
  | {
      readonly type: 'watchBegun';
      readonly player: PlayerId;
      readonly story: string;
      readonly until: Millis | null;
    }
  | { readonly type: 'watchEnded'; readonly player: PlayerId; readonly story: string }
  /** For the first time. */
  | { readonly type: 'zoneEntered'; readonly player: PlayerId; readonly zone: ZoneId };
