import { describe, expect, it } from 'vitest';
import { lab, labWith } from './given.ts';
import { Match } from './match.ts';
import { measured } from './measure.ts';
import { planOf } from './plan.ts';
import { replay } from './replay.ts';
import { perform } from './task.ts';

const marathon = { ...lab, pace: 'marathon', size: 'M' } as const;
/** Nobody ever beats all three stages, however often. */
const endless = {
  ...labWith((rules) => {
    const { superGame } = rules.tunables;
    if (!superGame) throw new Error('the pack has no super game');
    return { ...rules, tunables: { ...rules.tunables, superGame: { ...superGame, need: 4 } } };
  }),
  most: 1500,
};

describe('a game of the laboratory', () => {
  it('ends, and practice bots are never refused anything', () => {
    for (let n = 1; n <= 6; n += 1) {
      const match = new Match(lab, planOf(lab, n)).play();
      expect(match.state.status).toBe('finished');
      expect(match.refusals).toEqual({});
    }
  });

  it('of a marathon has evenings, proofs, days off and absences, and ends as well', () => {
    const seen = { proofs: 0, offline: 0, away: 0 };
    for (let n = 1; n <= 3; n += 1) {
      const match = new Match(marathon, planOf(marathon, n)).play(({ state }) => {
        for (const { pending, time } of Object.values(state.players)) {
          if (pending.some((one) => one.is === 'trial' && one.review)) seen.proofs += 1;
          if (time?.live === false) seen.offline += 1;
          if (time?.autopilot || (time?.daysOff.length ?? 0) > 0) seen.away += 1;
        }
      });
      expect(match.state.status).toBe('finished');
      expect(match.refusals).toEqual({});
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('is the same game for the same plan', () => {
    const play = () => new Match(lab, planOf(lab, 2)).play().state;
    expect(JSON.stringify(play())).toBe(JSON.stringify(play()));
  });

  it('can be played on from a copy: alone it ends as it would have, and the other does not notice', () => {
    let copy: Match | null = null;
    const whole = new Match(lab, planOf(lab, 3)).play((match) => {
      if (copy === null && match.commands > 80) copy = match.copy();
    });
    const state = JSON.stringify(whole.state);
    const again = (copy as unknown as Match).play();
    expect(JSON.stringify(again.state)).toBe(state);
  });

  it('that does not end is told, with its number, and can be looked at', () => {
    const outcome = perform(endless, { n: 5, branches: [] });
    expect(outcome.winner).toBeNull();
    expect(measured(endless, [outcome])).toMatchObject({ games: 1, ended: 0, stuck: [5] });
    const told = replay(endless, 5);
    expect(told).toContain('game 5 of seed "test"');
    // Who fails the super game walks on, so either may be when it is called off.
    expect(told).toMatch(/did not end: (running|superGame), 15\d\d commands\n$/);
  });

  it('knows who was last when the leader passed half', () => {
    const { last } = perform(lab, { n: 1, branches: [] });
    expect(last?.length).toBeGreaterThan(0);
    expect(last?.length).toBeLessThan(lab.players);
  });
});
