import { describe, expect, it } from 'vitest';
import { gatesOf, TARGETS } from './gates.ts';
import { measuredWith } from './given.ts';
import type { Lift } from './lift.ts';
import type { Measured } from './measure.ts';

const target = TARGETS.session.S;
const lift = (points: number, pairs = 400): Lift => ({ points, interval: [points - 3, points + 3], pairs });

function gate(name: string, planted: Partial<Measured>, lifts: Readonly<Record<string, Lift>> | null = null) {
  const found = gatesOf({ measured: measuredWith(planted), lifts, target }).find((one) => one.name === name);
  if (!found) throw new Error(`no gate ${name}`);
  return found;
}

describe('the gates of section 14', () => {
  it('all hold where nothing is wrong', () => {
    const gates = gatesOf({ measured: measuredWith(), lifts: { soup: lift(4) }, target });
    expect(gates.map(({ name, ok }) => [name, ok])).toEqual([
      ['class', true],
      ['audience', true],
      ['item', true],
      ['comeback', true],
      ['length', true],
      ['minutes', true],
      ['deadEnds', true],
    ]);
  });

  it('class: the one that wins most for its share is named, and may win 1.35 of it', () => {
    const classes = {
      sneak: { wins: 220, fair: 200 },
      brute: { wins: 136, fair: 100 },
      clerk: { wins: 60, fair: 100 },
    };
    const found = gate('class', { class: classes });
    expect(found).toMatchObject({ of: 'brute', value: 1.36, limit: 1.35, ok: false });
    expect(found.interval[0]).toBeLessThan(1.36);
    expect(found.interval[1]).toBeGreaterThan(1.36);
    expect(gate('class', { class: { brute: { wins: 135, fair: 100 } } })).toMatchObject({
      value: 1.35,
      ok: true,
    });
  });

  it('audience: the size of chat that wins most for its share, by the same measure', () => {
    const audience = { tiny: { wins: 155, fair: 100 }, large: { wins: 45, fair: 100 } };
    expect(gate('audience', { audience })).toMatchObject({ of: 'tiny', value: 1.55, limit: 1.35, ok: false });
  });

  it('item: the strongest of those that are known well; a few lucky pairs are no proof', () => {
    expect(gate('item', {}, { soup: lift(4), rocket: lift(12.1) })).toMatchObject({
      of: 'rocket',
      ok: false,
    });
    expect(gate('item', {}, { soup: lift(4), lucky: lift(50, 3) })).toMatchObject({
      of: 'soup',
      value: 4,
      ok: true,
    });
    expect(gate('item', {}, { soup: lift(12) })).toMatchObject({ ok: true });
  });

  it('item: absent when single things were not measured', () => {
    const names = gatesOf({ measured: measuredWith(), lifts: null, target }).map(({ name }) => name);
    expect(names).not.toContain('item');
  });

  it('comeback: the last one at half wins six of a hundred at least', () => {
    expect(gate('comeback', { comeback: { games: 500, wins: 29 } })).toMatchObject({
      value: 0.058,
      ok: false,
    });
    expect(gate('comeback', { comeback: { games: 500, wins: 30 } })).toMatchObject({ value: 0.06, ok: true });
    expect(gate('comeback', { comeback: { games: 0, wins: 0 } }).ok).toBe(false);
  });

  it('length: the median within 15% of the middle of the target, on both sides', () => {
    const all = (rolls: number) => ({ lengths: Array.from({ length: 101 }, () => rolls) });
    expect(gate('length', all(14))).toMatchObject({ value: 0, ok: true, of: '12–16' });
    expect(gate('length', all(12)).ok).toBe(true);
    expect(gate('length', all(11.5)).ok).toBe(false);
    expect(gate('length', all(16)).ok).toBe(true);
    expect(gate('length', all(16.5)).ok).toBe(false);
    const wide = gate('length', { lengths: Array.from({ length: 101 }, (_, i) => 9 + i / 10) });
    expect(wide.interval[0]).toBe(0);
  });

  it('minutes: of an evening alone', () => {
    const minutes = Array.from({ length: 50 }, () => 20);
    expect(gate('minutes', { minutes })).toMatchObject({ ok: false });
    const marathon = gatesOf({
      measured: measuredWith({ minutes }),
      lifts: null,
      target: TARGETS.marathon.M,
    });
    expect(marathon.map(({ name }) => name)).not.toContain('minutes');
  });

  it('dead ends: none, and the first of them are named', () => {
    const found = gate('deadEnds', { ended: 998, stuck: [17, 412] });
    expect(found).toMatchObject({ value: 2, limit: 0, ok: false, of: '17 412' });
    // None in a thousand is not quite never.
    expect(gate('deadEnds', {}).interval[1]).toBeCloseTo(3.8, 1);
  });
});
