/** The two numbers of a check, step by step: what the player brings, and what is asked. */
import { attributeSteps } from '../effects/derive.ts';
import { statSteps } from '../effects/reactions.ts';
import { playerOf } from '../patch.ts';
import type { Attribute, Rules, TrialDef } from '../rules.ts';
import type { GameState, PlayerId } from '../state.ts';
import { tuningSteps } from '../tuning/knobs.ts';
import { type Step, sumOf } from './step.ts';

type Look = { readonly state: GameState; readonly rules: Rules };

/** The attribute with all that makes it, and what is added to checks. */
export function bringSteps({ state, rules }: Look, id: PlayerId, name: Attribute): readonly Step[] {
  const player = playerOf(state, id);
  return [...attributeSteps(player, rules, name), ...statSteps(player, rules, 'check')];
}

export interface Asking {
  readonly trial: TrialDef;
  readonly tier: number;
  /** A gate's own number, in place of what the tier asks. */
  readonly need?: number | undefined;
  /** What gear and effects make of it. */
  readonly bent: readonly Step[];
}

/** At least 1: something is always asked. */
export function needSteps({ state, rules }: Look, id: PlayerId, asking: Asking): readonly Step[] {
  const { trial, tier, need, bent } = asking;
  const { checkBase, perTier } = rules.tunables.trials;
  const steps: readonly Step[] = [
    ...(need === undefined
      ? ([
          { from: 'base', by: checkBase },
          { from: 'tier', by: perTier * tier },
        ] as const)
      : ([{ from: 'gate', by: need }] as const)),
    { from: 'trial', id: trial.id, by: trial.check?.harder ?? 0 },
    ...bent,
    ...tuningSteps(state, id, 'difficulty'),
  ];
  return [...steps, { from: 'least', by: Math.max(0, 1 - sumOf(steps)) }];
}
