/** Standings as a page of their own: the counters of the whole race. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LeaderboardView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import { number } from '../../texts/plural.ts';
import type { Words } from '../../texts/words.ts';
import { emblem } from '../art/emblem.ts';
import { rose } from '../art/rose.ts';
import { each } from '../each.ts';
import { seatNumber } from '../seat.ts';

type Row = LeaderboardView['rows'][number];

/** Counter columns: the heading, its value, and whether narrow screens keep it. */
const columns = (
  words: Words,
): readonly (readonly [name: string, value: (row: Row) => string, keep: boolean])[] => [
  [words.trials, (row) => `${row.trialsPassed}/${row.trialsPassed + row.trialsFailed}`, true],
  [words.gold, (row) => number(words.lang, row.gold), true],
  [words.score, (row) => number(words.lang, row.score), false],
  [words.rolls, (row) => number(words.lang, row.rolls), false],
  [words.itemsUsed, (row) => number(words.lang, row.itemsUsed), false],
  [words.falls, (row) => number(words.lang, row.falls), false],
];

function tableRow(face: Face, view: LeaderboardView, row: Row): TemplateResult {
  const { words } = face;
  const total = view.length - 1;
  const done = Math.max(0, total - row.toFinish);
  const won = view.winner === row.id;
  return html`<tr class=${won ? 'won' : ''}>
    <td class="rank display">${row.place}</td>
    <th scope="row"><div class="who">
      ${emblem(seatNumber(row.id), 64, { crown: row.place === 1 })}
      <span class="name" dir="auto">${row.name}</span>
      ${row.kind === 'bot' ? html`<small>${words.bot}</small>` : nothing}
    </div></th>
    <td class="way"><div class="way-line">
      ${rose(row.zone, 34, words.zones[row.zone])}
      <div class="track" role="meter" aria-label=${words.cellsDone(done, total)} aria-valuemin="0" aria-valuemax=${total} aria-valuenow=${done}>
        <i .style=${`--share:${total > 0 ? (done / total).toFixed(3) : 0}; --zone:var(--zone-${row.zone})`}></i>
      </div>
      <b>${done}/${total}</b>
    </div></td>
    ${columns(words).map(([, value, keep]) => html`<td class=${keep ? 'count' : 'count wide'}>${value(row)}</td>`)}
  </tr>`;
}

/** The table; `view` is null until the host has sent it. */
export function leaderboardTable(face: Face, view: LeaderboardView): TemplateResult {
  const { words } = face;
  return html`<div class="title">
      ${rose('heaven', 76)}
      <h1 class="display">${words.standings}</h1>
      <span class="state">${words.status[view.status]}</span>
    </div>
    <table>
      <thead><tr>
        <th scope="col"><span class="hidden-words">${words.place(1)}</span></th>
        <th scope="col"><span class="hidden-words">${words.yourName}</span></th>
        <th scope="col" class="way">${words.way}</th>
        ${columns(words).map(([name, , keep]) => html`<th scope="col" class=${keep ? 'count' : 'count wide'}>${name}</th>`)}
      </tr></thead>
      <tbody>${each(
        view.rows,
        (row) => row.id,
        (row) => tableRow(face, view, row),
      )}</tbody>
    </table>`;
}
