/** The season's table as a page for people. Nothing runs on it. */
import type { Season } from '../../host/season.ts';
import { escaped, type Page, page } from '../guard/page.ts';

const WORDS = {
  ru: {
    title: 'Таблица сезона',
    games: (n: number) => `Сыграно игр: ${n}`,
    none: 'Сезон ещё не начался: здесь считаются законченные игры со своими, не учебными кубиками.',
    columns: ['Место', 'Имя', 'Очки', 'Победы', 'Игры', 'Испытания'],
  },
  en: {
    title: 'Season table',
    games: (n: number) => `Games played: ${n}`,
    none: 'The season has not begun: finished games count here, those with dice of their own and not for practice.',
    columns: ['Place', 'Name', 'Points', 'Wins', 'Games', 'Trials'],
  },
} as const;

export function seasonPage(lang: 'ru' | 'en', { games, rows }: Season): Page {
  const words = WORDS[lang];
  const head = words.columns.map((title) => `<th scope="col">${title}</th>`).join('');
  const lines = rows.map(({ place, who, points, wins, games: played, stats }) => {
    const figures = [points, wins, played, stats.trialsPassed ?? 0]
      .map((n, i) => `<td data-of="${words.columns[i + 2]}">${n}</td>`)
      .join('');
    return `<tr><td class="place">${place}</td><th scope="row">${escaped(who)}</th>${figures}</tr>`;
  });
  const table =
    lines.length === 0
      ? `<p>${words.none}</p>`
      : `<p>${words.games(games)}</p><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
  return page(200, { lang, style: STYLE, body: `<main><h1>${words.title}</h1>${table}</main>` });
}

/** On a phone each row stands in two lines, its figures under their own titles. */
function narrow(): string {
  return '@media(max-width:34rem){thead{display:none}tbody tr{display:grid;grid-template-columns:2.8rem repeat(4,auto);column-gap:8px;padding:10px 12px 10px 0;border-top:1px solid #ffffff1c}tbody tr:first-child{border-top:0}th,td{padding:0;border:0}tbody th{grid-column:2/-1}.place{grid-row:1/3;align-self:center}td[data-of]{padding-top:6px;text-align:left}td[data-of]::before{content:attr(data-of);display:block;color:#c9c5dc;font-size:13px}}';
}

const STYLE = `main{max-width:56rem;margin:0 auto;padding:16px 0 40px}h1{margin:0 0 6px;font-size:44px;line-height:1.1}.wide{overflow-x:auto;border:1px solid #7f6026;border-radius:12px;background:linear-gradient(#1a1f45,#0e1126 45%,#090b19)}table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:10px 16px;border-top:1px solid #ffffff1c;text-align:right;white-space:nowrap}thead th{border-top:0;color:#d9b25f;font-size:17px}thead th:nth-child(2),tbody th{text-align:left}tbody th{font-weight:700;white-space:normal;overflow-wrap:anywhere}.place{color:#ffe9a8;font:700 24px/1 Georgia,"Times New Roman",serif;text-align:center}tbody tr:first-child{background:#c89b4626}${narrow()}`;
