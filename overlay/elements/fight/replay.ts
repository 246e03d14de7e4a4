/** A round as pictures: how the fight looks after each thing that happened in it. Pure. */
import type { Beat, Fight, Foe } from '../../../bot/engine/combat/state.ts';

type Out = NonNullable<Foe['out']>;

/** Who is still there. */
export function standing(fight: Pick<Fight, 'foes'>): readonly Foe[] {
  return fight.foes.filter((foe) => !foe.out);
}

/**
 * One fight a beat; the last one is `after` itself. Until then everybody still stands and strikes as was announced, so
 * that a viewer sees blows land where they were hatched.
 */
export function framesOf(before: Fight, after: Fight, beats: readonly Beat[]): Fight[] {
  const frames: Fight[] = [];
  let now: Fight = { ...before, round: after.round };
  for (const beat of beats.slice(0, -1)) {
    now = withBeat(now, beat, after);
    frames.push(now);
  }
  return [...frames, after];
}

function withBeat(fight: Fight, beat: Beat, after: Fight): Fight {
  switch (beat.is) {
    case 'move':
      return change(fight, beat.who, () => ({ band: beat.to }));
    case 'blow':
      return beat.on === 'decoy'
        ? fight
        : change(fight, beat.on, ({ hp }) => ({ hp: Math.max(0, hp - beat.harm) }));
    case 'heal':
      return change(fight, beat.who, ({ hp, derived }) => ({
        hp: Math.min(derived.maxHp, hp + beat.points),
      }));
    case 'hurt':
      return change(fight, beat.who, ({ hp }) => ({ hp: Math.max(0, hp - beat.points) }));
    case 'status':
      return change(fight, beat.who, ({ statuses }) => ({
        statuses: [
          ...statuses.filter((one) => one.effect !== beat.effect),
          ...(beat.rounds > 0 ? [{ effect: beat.effect, rounds: beat.rounds }] : []),
        ],
      }));
    case 'came':
      return come(fight, beat.who, after);
    case 'prop':
      return fight.prop ? { ...fight, prop: { ...fight.prop, used: true } } : fight;
    case 'rule':
    case 'voted':
      return fight;
    default:
      return withState(fight, beat);
  }
}

type State = Exclude<
  Extract<Beat, { readonly who: 'me' | number; readonly is: unknown }>,
  { readonly is: 'move' | 'blow' | 'heal' | 'hurt' | 'status' | 'rule' | 'came' }
>;

function withState(fight: Fight, { is, who }: State): Fight {
  if (is !== 'fell' && is !== 'left')
    return change(fight, who, ({ flags }) => ({ flags: flagged(flags, is) }));
  return who === 'me' ? fight : leave(fight, who, is);
}

type Common = Pick<Foe, 'band' | 'hp' | 'derived' | 'statuses' | 'flags'>;

function change(fight: Fight, who: 'me' | number, to: (one: Common) => Partial<Common>): Fight {
  if (who === 'me') return { ...fight, me: { ...fight.me, ...to(fight.me) } };
  return { ...fight, foes: fight.foes.map((foe) => (foe.n === who ? { ...foe, ...to(foe) } : foe)) };
}

function leave(fight: Fight, n: number, how: Out['how']): Fight {
  return { ...fight, foes: fight.foes.map((foe) => (foe.n === n ? { ...foe, out: { how, loot: 0 } } : foe)) };
}

function flagged(flags: Foe['flags'], is: 'woke' | 'slept' | 'dug' | 'thrownOut'): Foe['flags'] {
  const { asleep: _a, under: _u, ...rest } = flags;
  if (is === 'slept') return { ...rest, asleep: null };
  if (is === 'dug') return { ...rest, under: null };
  return is === 'woke' ? { ...rest, awake: null } : rest;
}

function come(fight: Fight, n: number, after: Fight): Fight {
  const one = after.foes.find((foe) => foe.n === n);
  if (!one || fight.foes.some((foe) => foe.n === n)) return fight;
  return { ...fight, foes: [...fight.foes, { ...one, hp: one.derived.maxHp, next: null }] };
}
