/** What happens in the super game. */
import type { PlayerId } from '../state.ts';
import type { Stage } from './rules.ts';

export type FinalEvent =
  | { readonly type: 'stageBegan'; readonly player: PlayerId; readonly stage: Stage }
  | {
      readonly type: 'stageEnded';
      readonly player: PlayerId;
      readonly stage: Stage;
      readonly won: boolean;
    }
  /** Too many stages lost; the way back and the lock follow as events of their own. */
  | { readonly type: 'superGameLost'; readonly player: PlayerId };
