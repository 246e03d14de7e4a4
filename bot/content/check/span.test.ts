import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../load.ts';
import { rangeOf, shortOf, spanOf, targetOf } from './span.ts';
import { LEAST } from './span-table.ts';

const source = jsonContent(fileURLToPath(new URL('../../..', import.meta.url)));
const { rules } = await loadContent({ layers: ['config/content'], source });
const span = spanOf(rules);

test('the base pack fills every cell of the coverage', () => {
  expect(shortOf(span)).toEqual([]);
});

test('every cell of the table is counted, by a table that has entries', () => {
  const wanted = Object.entries(LEAST).flatMap(([table, row]) =>
    Object.keys(row).map((cell) => `${table}: ${cell}`),
  );
  expect(span.map(({ table, cell }) => `${table}: ${cell}`).sort()).toEqual(wanted.sort());
  for (const table of Object.keys(LEAST))
    expect(
      span.some((cell) => cell.table === table && cell.have > 0),
      table,
    ).toBe(true);
});

test.each([
  ['trials', 'forest_fog', 'trials by scope: regional'],
  ['trials', 'doorbell', 'trials by scope: random'],
  ['effects', 'aired_out', 'effects by kind: dispelling'],
  ['items', 'hand_me_down_d20', 'legendary items by purpose: risk'],
] as const)('without one of the %s, %s, the cell %s is named', (kind, id, cell) => {
  const { [id]: out, ...rest } = rules[kind] as Readonly<Record<string, never>>;
  expect(out).toBeDefined();
  const short = shortOf(spanOf({ ...rules, [kind]: rest }));
  expect(short.map((one) => `${one.table}: ${one.cell}`)).toContain(cell);
});

test.each([
  ['packed_lunch', 'ally', 'any'],
  ['magpie_feeder', 'cell', '7–12'],
  ['crowd_forecast', 'vote', 'self'],
  ['well_vote', 'vote', '7–12'],
  ['picnic_blanket', 'all', 'zone'],
  ['half_sandwich', 'rival', 'any'],
  ['wrong_seat', 'rival', '1–6'],
  ['tip_jar', 'self', 'self'],
  ['moss_boots', 'self', 'self'],
])('%s is for %s, range %s', (id, target, range) => {
  const item = rules.items[id]!;
  expect([targetOf(item), rangeOf(item)]).toEqual([target, range]);
});
