/** What moves when something happens in a round: a step forward, a shiver, a number that rises. Transforms and opacity alone. */
import type { Beat } from '../../../bot/engine/combat/state.ts';

/** A round is told within this time, and no beat is longer than the second number. Milliseconds. */
const ROUND_MS = 2_300;
const BEAT_MS = 460;

export function paceOf(beats: number): number {
  return Math.min(BEAT_MS, ROUND_MS / Math.max(1, beats));
}

const LUNGE = 46;
const EASE = 'cubic-bezier(.22, 1, .36, 1)';

function figure(root: ParentNode, who: 'me' | 'ally' | 'decoy' | number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.figure[data-who="${who}"] .body`);
}

function lunge(body: HTMLElement | null, way: number, time: number): void {
  body?.animate(
    [
      { transform: 'none' },
      { transform: `translate(${LUNGE * way}px, -6px)`, offset: 0.35 },
      { transform: 'none' },
    ],
    { duration: time, easing: EASE },
  );
}

function shiver(body: HTMLElement | null, way: number, time: number): void {
  body?.animate(
    [0, 12, -8, 5, 0].map((x) => ({ transform: `translateX(${x * way}px)` })),
    { duration: time, delay: time * 0.3, easing: 'linear' },
  );
}

/** Who is shown to do something, and to whom it is done. */
export function act(root: ParentNode, beat: Beat, time: number): void {
  const span = Math.max(220, time * 0.9);
  if (beat.is === 'blow') {
    const mine = beat.who === 'me' || beat.who === 'ally';
    lunge(figure(root, beat.who), mine ? 1 : -1, span);
    if (beat.how === 'hit' || beat.how === 'critical') shiver(figure(root, beat.on), mine ? 1 : -1, span);
  }
  if (beat.is === 'hurt') shiver(figure(root, beat.who), 1, span);
  if (beat.is === 'prop')
    root
      .querySelector('.stage-prop')
      ?.animate(
        [{ transform: 'none' }, { transform: 'translateY(-14px)', offset: 0.3 }, { transform: 'none' }],
        { duration: span },
      );
}

export interface Pop {
  readonly who: 'me' | number;
  readonly text: string;
  readonly tone: 'harm' | 'hard' | 'heal' | 'plain';
}

/** The number or sign that rises over somebody. */
export function popOf(beat: Beat): Pop | null {
  if (beat.is === 'heal') return { who: beat.who, text: `+${beat.points}`, tone: 'heal' };
  if (beat.is === 'hurt') return { who: beat.who, text: `−${beat.points}`, tone: 'harm' };
  if (beat.is !== 'blow' || beat.on === 'decoy') return null;
  if (beat.how === 'missed' || beat.how === 'immune' || beat.how === 'negated')
    return { who: beat.on, text: '0', tone: 'plain' };
  return { who: beat.on, text: `−${beat.harm}`, tone: beat.how === 'critical' ? 'hard' : 'harm' };
}
