import { describe, expect, it } from 'vitest';
import { chart } from './chart.ts';
import { lab, labWith } from './given.ts';
import { Pool } from './pool.ts';
import { balance } from './report.ts';
import { table } from './table.ts';

const GAMES = 24;
const request = { ...lab, games: GAMES, items: true } as const;
const one = await balance({ ...request, workers: 1 });

describe('the report', () => {
  it('is the same byte for byte for any number of workers', async () => {
    const three = await balance({ ...request, workers: 3 });
    expect(JSON.stringify(three)).toBe(JSON.stringify(one));
    const other = await balance({ ...request, seed: 'other', workers: 3 });
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(one));
  });

  it('has shares that sum to all games, every gate with its interval, and lifts', () => {
    expect(one).toMatchObject({ games: GAMES, ended: GAMES, deadEnds: [], refusals: {} });
    for (const dimension of ['seat', 'class', 'policy', 'audience'] as const) {
      const sum = Object.values(one.winShare[dimension]).reduce((all, share) => all + share, 0);
      expect(sum).toBeCloseTo(1, 2);
    }
    expect(one.gates.map(({ name }) => name)).toEqual([
      'class',
      'audience',
      'item',
      'comeback',
      'length',
      'minutes',
      'deadEnds',
    ]);
    for (const { interval, value } of one.gates) {
      expect(interval[0]).toBeLessThanOrEqual(value);
      expect(interval[1]).toBeGreaterThanOrEqual(value);
    }
    const points = Object.values(one.itemLift);
    expect(points.length).toBeGreaterThan(30);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });

  it('tells how far it has come, up to the end', async () => {
    const told: (readonly [number, number])[] = [];
    await balance({ ...request, items: false, workers: 2, onProgress: (done, of) => told.push([done, of]) });
    expect(told.at(-1)).toEqual([GAMES, GAMES]);
    expect(told.length).toBeGreaterThan(1);
  });

  it('is told to people: every gate, every dimension, the strongest things', () => {
    const text = table(one, 'rolls');
    for (const { name } of one.gates) expect(text).toMatch(new RegExp(`^(ok |NO ) ${name} `, 'm'));
    for (const id of Object.keys(lab.rules.classes)) expect(text).toContain(id);
    expect(text).toContain(Object.keys(one.itemLift)[0]);
  });

  it('is drawn as a picture that is well formed', () => {
    const svg = chart(one, { title: 'S & session <test>', unit: 'rolls' });
    expect(svg).toContain('S &amp; session &lt;test&gt;');
    expect(svg).not.toContain('NaN');
    const open = svg.match(/<(svg|g|text|style|title)\b/g)?.length;
    expect(svg.match(/<\/(svg|g|text|style|title)>/g)?.length).toBe(open);
  });

  it('names the game in which the engine threw', async () => {
    const broken = labWith((rules) => ({ ...rules, zones: {} as never }));
    const pool = new Pool(broken, 1);
    await expect(pool.run([{ n: 7, branches: [] }], () => {})).rejects.toThrow('game 7 of seed "test"');
    await pool.close();
  });
});
