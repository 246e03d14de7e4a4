/** Each skill alone, in fights of the tier it is for; and that no fight hangs or loses health on the way. */
import { expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import { rootFromSeedText } from '../engine/proof.ts';
import { reportOf, runFights, skillFights } from './fights.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const LONG = process.env.MSIG_TEST_LONG === '1';
const FIGHTS = LONG ? 100_000 : 300;
const EACH = LONG ? 3000 : 40;
const key = rootFromSeedText('fights');

it(`${FIGHTS} fights: each ends within 60 rounds, and all health adds up`, () => {
  const report = runFights({ rules, fights: FIGHTS, key });
  expect(report.all.fights).toBe(FIGHTS);
  expect(report.longest).toBeLessThanOrEqual(60);
  expect(report.wrong).toBe(0);
  expect(report.all.won).toBeGreaterThan(0.4);
}, 900_000);

it.each(Object.keys(rules.skills))(
  '%s alone: neither a loss nor a sure win',
  (skill) => {
    const { all } = reportOf(skillFights({ rules, fights: EACH, key }, skill));
    const slack = LONG ? 0 : 0.2;
    expect(all.won).toBeGreaterThanOrEqual(0.35 - slack);
    expect(all.won).toBeLessThanOrEqual(0.65 + slack);
  },
  600_000,
);
