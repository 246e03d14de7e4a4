import { expect, it } from 'vitest';
import { type Source, Sources } from './sources.ts';

const WELL = { source: 'full', fps: 60, memory: 80, nodes: 900, seq: 12, errors: 0, up: 30 };

it('keeps what each page says last, as long as it is there', () => {
  const sources = new Sources(() => {});
  const [one, other] = [{}, {}];
  sources.report(one, 'g1', WELL);
  sources.report(one, 'g1', { ...WELL, seq: 13 });
  sources.report(other, 'g2', { ...WELL, source: 'dice', memory: null });
  sources.report(other, 'g2', { fps: 'fast' });
  expect(sources.list()).toMatchObject([
    { game: 'g1', source: 'full', seq: 13 },
    { game: 'g2', source: 'dice', memory: null },
  ]);
  sources.leave(one);
  expect(sources.list()).toHaveLength(1);
});

it('tells once of a page that has become slow', () => {
  const slow: Source[] = [];
  const sources = new Sources((source) => slow.push(source));
  const page = {};
  for (const fps of [60, 12, 12, 60, 9, 9, 9, 9, 9]) sources.report(page, 'g', { ...WELL, fps });
  expect(slow).toHaveLength(1);
  expect(slow[0]).toMatchObject({ fps: 9, source: 'full' });
});
