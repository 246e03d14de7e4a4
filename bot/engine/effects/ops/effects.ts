/** Operations on effects, and answers to hostile uses. */
import { applyEffect, cleanse, endEffect } from '../apply.ts';
import type { Incoming, Scene } from '../scene.ts';
import type { Handlers } from './context.ts';

export const EFFECTS: Handlers<'apply' | 'cleanse' | 'end' | 'ward' | 'reflect' | 'catch'> = {
  apply(work, { op, on, scene }) {
    applyEffect(work, on, { effect: op.effect, from: scene.self });
  },
  cleanse(work, { op, on }) {
    cleanse(work, on, { polarity: op.polarity, count: op.count });
  },
  end(work, { scene }) {
    if (scene.source?.kind === 'effect') endEffect(work, scene.self, { n: scene.source.n, why: 'used' });
  },
  ward: (_work, { scene }) => answer(scene, 'ward'),
  reflect: (_work, { scene }) => answer(scene, 'reflect'),
  catch: (_work, { scene }) => answer(scene, 'catch'),
};

/** The first answer stands. */
function answer(scene: Scene, how: NonNullable<Incoming['answer']>['how']): void {
  if (scene.incoming) scene.incoming.answer ??= { how, effect: scene.why };
}
