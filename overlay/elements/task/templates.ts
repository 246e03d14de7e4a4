import { html, nothing, type TemplateResult } from 'lit';
import type { BoardView, LedgerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Poll } from '../../link/types.ts';
import type { Words } from '../../texts/words.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { rose } from '../art/rose.ts';
import type { Task, TaskOption } from './stage.ts';
import type { Versus } from './versus.ts';
import { settlesAt, waitedFor } from './waiting.ts';

/** Letters from which a winner's name is written smaller. */
const LONG_NAME = 12;

/** How many of the needed voices there are, in each chat that is asked. */
export function progressMeters(task: Task): TemplateResult {
  return html`${meterOf(task)}${task.rival?.poll ? meterOf(task.rival) : nothing}`;
}

function meterOf(task: Task): TemplateResult {
  const share = Math.min(1, task.have / task.need);
  return html`<div class="progress ${share === 1 ? 'done' : ''}" role="meter" aria-valuemin="0" aria-valuemax=${task.need} aria-valuenow=${task.have} aria-label=${task.title}>
    <i .style=${`--share:${share.toFixed(3)}`}></i><b>${task.have} / ${task.need}</b>
  </div>`;
}

/** Numbered options, each as viewers type it; bars grow with the votes. */
export function options(task: Task, words: Words): TemplateResult | typeof nothing {
  if (task.options.length === 0) return nothing;
  const votes = task.poll !== null;
  const rival = task.rival?.poll ? task.rival : null;
  return html`<ol class="options">
    ${task.options.map((option, i) => {
      const other = rival?.options[i];
      return html`<li class="${option.leads && !rival ? 'leads' : ''} ${other ? 'both' : ''}">
        ${bar(option, other ? task : null)}${rival && other ? bar(other, rival) : nothing}
        <kbd>${option.type}</kbd><span class="text" dir="auto">${option.text}</span>
        ${votes ? html`<b>${percent(option, words)}${other ? html`<s aria-hidden="true">:</s>${percent(other, words)}` : nothing}</b>` : nothing}
      </li>`;
    })}
  </ol>`;
}

/** With two chats each has its bar in its own colour, in the order of the sides. */
function bar({ share }: TaskOption, side: Task | null): TemplateResult {
  const colour = side ? `; --bar:var(--seat-${side.player.seat})` : '';
  return html`<i .style=${`--share:${share.toFixed(3)}${colour}`}></i>`;
}

function percent({ share, votes }: TaskOption, words: Words): TemplateResult {
  return html`<span role="img" aria-label=${words.votes(votes)}>${Math.round(share * 100)}%</span>`;
}

interface Waited {
  readonly poll: Poll;
  /** Milliseconds. */
  readonly wait: number;
  readonly size: number;
}

/** The clock of a vote that is over and not counted yet: how long its slowest chat is waited for. */
export function waiting(face: Face, { poll, wait, size }: Waited): TemplateResult {
  const of = (settlesAt(poll) - poll.closes) / 1000;
  const board = face.views.get('board');
  const label = board ? waitedFor(face, board, poll) : '';
  return html`<div class="waiting-clock">${countdown({ left: wait / 1000, of, size, label })}</div>`;
}

/** Two chats against each other, each with what is known of its answer. */
export function versus({ kind, sides }: Versus): TemplateResult {
  const [a, b] = sides.map(
    ({ player, text, known }) =>
      html`<span class="side ${known ? 'known' : ''}">${emblem(player.seat, 44)}<span class="name" dir="auto">${player.name}</span><b>${text}</b></span>`,
  );
  return html`<p class="versus ${kind}">${a}${icon('war', 34)}${b}</p>`;
}

/** Between tasks: what a viewer can type. */
export function quiet(words: Words, ledger?: LedgerView): TemplateResult {
  return html`<div class="head">${rose('static', 132)}</div>
    <div class="task">
      <h2 class="title">${words.quietTitle}</h2>
      <ul class="hints">
        ${words.quietNotes.map((note) => html`<li><kbd>${note.type}</kbd><span>${note.note}</span></li>`)}
      </ul>
      ${ledger ? html`<p class="ledger">${words.marks.wishes(ledger.applied, ledger.returned, ledger.held)}</p>` : nothing}
    </div>`;
}

/** The end: the winner large, the places below. */
export function winner(face: Face, board: BoardView): TemplateResult {
  const places = board.places.flatMap((id) => board.players.filter((player) => player.id === id));
  const first = board.players.find((player) => player.id === board.winner) ?? places[0];
  return html`<div class="head">${first ? emblem(first.seat, 146, { crown: true }) : rose('heaven', 150)}</div>
    <div class="task" aria-live="polite">
      <span class="label">${face.words.winnerTitle}</span>
      <p class="word winner display ${(first?.name ?? '').length > LONG_NAME ? 'long' : ''}"><bdi>${first?.name ?? ''}</bdi></p>
      <ol class="places">
        ${places.slice(1, 8).map((player, i) => html`<li><b>${i + 2}</b>${emblem(player.seat, 34)}<span class="name" dir="auto">${player.name}</span></li>`)}
      </ol>
      ${board.epoch ? html`<p class="seed">${face.words.marks.seed} <code>${board.epoch.seed.slice(0, 16)}…</code></p>` : nothing}
      <p class="line">${face.words.nextGame}</p>
    </div>`;
}
