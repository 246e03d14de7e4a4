/** Many fights as a table for people. */
import type { FightReport, Rate } from '../balance/fights.ts';

const PARTS = [
  ['by bout', 'byBout'],
  ['by class', 'byClass'],
  ['by skill', 'bySkill'],
  ['by reach', 'byReach'],
  ['by tier', 'byTier'],
  ['by monster', 'byMonster'],
] as const satisfies readonly (readonly [string, keyof FightReport])[];

export function fightTable(report: FightReport): string {
  const head = `${'all'.padEnd(28)}fights     won    lost  rounds  health lost\n`;
  const parts = PARTS.map(([title, key]) => {
    const rows = Object.entries(report[key]).map(([name, rate]) => row(name, rate));
    return `\n${title}\n${rows.join('')}`;
  });
  return `${head}${row('', report.all)}${parts.join('')}\nlongest ${report.longest} rounds, ${report.wrong} that do not add up\n`;
}

function row(name: string, { fights, won, lost, rounds, spent }: Rate): string {
  const percent = (share: number) => `${(100 * share).toFixed(0)}%`.padStart(8);
  return `${name.padEnd(28)}${String(fights).padStart(6)}${percent(won)}${percent(lost)}${rounds.toFixed(1).padStart(8)}${percent(spent).padStart(13)}\n`;
}
