/** What can be typed in a fight. Items are used by the ordinary `use`, weapons drawn by the ordinary `weapon`. */
import type { Reach } from '../rules.ts';
import type { Band } from './rules.ts';

export type CombatCommand =
  /** Steps up to one band to where the weapon bites best, and strikes. Absent: the drawn weapon. `foe`: from 1, as shown. */
  | { readonly type: 'hit'; readonly reach?: Reach; readonly foe?: number }
  /** Absent: away from where the blow will land. */
  | { readonly type: 'dash'; readonly band?: Band }
  /** Absent: the one that can be called. */
  | { readonly type: 'skill'; readonly skill?: string }
  /** Sets off what stands on the stage. */
  | { readonly type: 'prop' }
  | { readonly type: 'flee' }
  /** The rest of the fight plays itself. */
  | { readonly type: 'auto' };
