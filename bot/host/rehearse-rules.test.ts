/** Section 15.13: a change of rules in mid-season is tried on the log first (who would stand where). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rules } from '../engine/rules.ts';
import { withNumbers } from '../engine/tuning/paths.ts';
import { type GivenCatalog, givenCatalog, givenContent, givenStarted, givenWish } from './given.ts';
import { rehearseRules } from './rehearse-rules.ts';
import { changedNumbers } from './rules-diff.ts';

let given: GivenCatalog;
let lines: string[];
let rules: Rules;

beforeAll(async () => {
  given = await givenCatalog({ fast: true });
  rules = (await givenContent()).rules;
  const game = await givenStarted(given.catalog, givenWish({ people: 0, seed: 'rehearsal' }));
  for (let waits = 0; waits < 600 && game.host.state.status !== 'finished'; waits += 1)
    await new Promise((wake) => setTimeout(wake, 50));
  expect(game.host.state.status).toBe('finished');
  lines = [];
  for await (const line of given.store.export(game.id)) lines.push(line.trimEnd());
}, 60_000);
afterAll(() => given.catalog.close());

describe('a change of rules is tried on the log', () => {
  it('under the same rules everything is as it was', () => {
    const report = rehearseRules({ lines, rules, turn: 1 });
    expect(report).toMatchObject({
      different: 0,
      firstDifference: null,
      refused: [],
      freshDraws: 0,
      rules: [],
    });
    expect(report.winner.would).toBe(report.winner.was);
    for (const { was, would } of report.players) expect(would).toEqual(was);
    expect(report.tried).toBeGreaterThan(50);
  });

  it('under others it says what differs, and who would stand where', () => {
    const other = withNumbers(rules, { 'tunables.gold.start': 90, 'tunables.trials.checkBase': 25 });
    const report = rehearseRules({ lines, rules: other, turn: 1 });
    expect(report.rules).toEqual([
      { path: 'tunables.gold.start', was: rules.tunables.gold.start, would: 90 },
      { path: 'tunables.trials.checkBase', was: rules.tunables.trials.checkBase, would: 25 },
    ]);
    expect(report.different).toBeGreaterThan(0);
    expect(report.firstDifference).not.toBeNull();
    expect(
      report.players.some(({ was, would }) => was.gold !== would.gold || was.toFinish !== would.toFinish),
    ).toBe(true);
    expect(report.players.map(({ would }) => would.place).sort()).toEqual([1, 2, 3, 4]);
  });

  it('from a named turn: what came before stays as it was', () => {
    const other = withNumbers(rules, { 'tunables.dice.start.0': 12 });
    const all = rehearseRules({ lines, rules: other, turn: 1 });
    const later = rehearseRules({ lines, rules: other, turn: 4 });
    expect(later.from).toBeGreaterThan(all.from!);
    expect(later.tried).toBeLessThan(all.tried);
    expect(later.firstDifference).toBeGreaterThanOrEqual(later.from!);
    expect(rehearseRules({ lines, rules: other, turn: 9999 })).toMatchObject({
      from: null,
      tried: 0,
      different: 0,
    });
  });

  it('says the same every time, and never throws a true die that the log does not show', () => {
    const other = withNumbers(rules, { 'tunables.dice.start.0': 12 });
    const [once, again] = [1, 2].map(() => rehearseRules({ lines, rules: other, turn: 1 }));
    expect(once).toEqual(again);
    expect(once!.freshDraws).toBeGreaterThan(0);
  });

  it('names what would be refused', () => {
    const other = withNumbers(rules, { 'tunables.tokens.every': 900 });
    const { refused } = rehearseRules({ lines, rules: other, turn: 1 });
    expect(refused.some(({ type, code }) => type === 'roll' && code === 'no-roll')).toBe(true);
  });

  it('a changed log is not tried', () => {
    const broken = [...lines];
    broken[9] = broken[9]!.replace('"at":', '"at": ');
    expect(() => rehearseRules({ lines: broken, rules, turn: 1 })).toThrow(/canonical|changed/);
  });

  it('an entry that came or went is one change', () => {
    const { echo_jar: _gone, ...items } = rules.items;
    expect(changedNumbers(rules, { ...rules, items })).toEqual([
      { path: 'items.echo_jar', was: true, would: null },
    ]);
  });
});
