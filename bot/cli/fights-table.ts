/** Many fights as a table for people. */
import type { FightReport, Rate } from '../balance/fights.ts';
import { type ReportLang, wordOf } from './report-words.ts';

type Part = Exclude<keyof FightReport, 'all' | 'longest' | 'wrong'>;
const PARTS: readonly Part[] = ['byBout', 'byClass', 'bySkill', 'byReach', 'byTier', 'byMonster'];
/** Parts whose names are the game's own; the others are ids of the pack. */
const WORDED: ReadonlySet<Part> = new Set<Part>(['byBout', 'byReach', 'byTier']);

interface Words {
  readonly parts: Readonly<Record<Part, string>>;
  readonly all: string;
  /** Five columns, each as wide as its numbers. */
  readonly columns: string;
  readonly end: (longest: number, wrong: number) => string;
}

const WORDS: Readonly<Record<ReportLang, Words>> = {
  ru: {
    parts: {
      ...{ byBout: 'по виду боя', byClass: 'по классу', bySkill: 'по навыку', byReach: 'по оружию' },
      ...{ byTier: 'по ярусу', byMonster: 'по чудовищу' },
    },
    all: 'все',
    columns: '  боёв  победы провалы раундов     минус HP',
    end: (longest, wrong) => `самый долгий: раундов ${longest}; не сходятся: ${wrong}`,
  },
  en: {
    parts: {
      ...{ byBout: 'by bout', byClass: 'by class', bySkill: 'by skill', byReach: 'by reach' },
      ...{ byTier: 'by tier', byMonster: 'by monster' },
    },
    all: 'all',
    columns: 'fights     won    lost  rounds  health lost',
    end: (longest, wrong) => `longest ${longest} rounds, ${wrong} that do not add up`,
  },
};

/** A line for all fights, then one for each name of each part. */
export function fightTable(report: FightReport, lang: ReportLang): string {
  const words = WORDS[lang];
  const parts = PARTS.map((part) => {
    const rows = Object.entries(report[part]).map(([id, rate]) => row(nameOf(id, part, lang), rate));
    return `\n${words.parts[part]}\n${rows.join('')}`;
  });
  const end = words.end(report.longest, report.wrong);
  return `${words.all.padEnd(28)}${words.columns}\n${row('', report.all)}${parts.join('')}\n${end}\n`;
}

/** Of tiers the first word says which bout: `gate 1`. */
function nameOf(id: string, part: Part, lang: ReportLang): string {
  if (!WORDED.has(part)) return id;
  const [first = '', ...rest] = id.split(' ');
  return [wordOf(first, lang), ...rest].join(' ');
}

function row(name: string, { fights, won, lost, rounds, spent }: Rate): string {
  const percent = (share: number) => `${(100 * share).toFixed(0)}%`.padStart(8);
  return `${name.padEnd(28)}${String(fights).padStart(6)}${percent(won)}${percent(lost)}${rounds.toFixed(1).padStart(8)}${percent(spent).padStart(13)}\n`;
}
