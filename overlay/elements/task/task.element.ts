import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BoardView } from '../../../bot/protocol/views.ts';
import type { Poll } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { lancet } from '../art/frame.ts';
import { icon } from '../art/icon.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { raceMarks } from '../marks/marks.ts';
import { lamps, stateMark } from '../marks/templates.ts';
import { Longest } from './longest.ts';
import { type Task, tasksOf } from './stage.ts';
import { taskStyles } from './task.styles.ts';
import { options, progressMeters, quiet, versus, waiting, winner } from './templates.ts';
import { versusStyles } from './versus.styles.ts';
import { settlesAt, waitedFor, waitLeft } from './waiting.ts';

const LANCET = lancet({ width: 312, height: 1032, hue: 286 }, 172);
const ALSO_SHOWN = 3;
const RACE_SHOWN = 6;

/** What is asked of chat or player now, with its countdown; between tasks, what viewers can type. */
export class TaskElement extends FaceElement {
  static override styles = [common, marksStyles, versusStyles, taskStyles];
  #longest = new Longest();

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override isTicking(): boolean {
    const board = this.face?.views.get('board');
    return board?.polls.length !== 0 || board.players.some((player) => player.pending?.until != null);
  }

  #left(task: Task): number | null {
    if (task.until === null || !this.face) return null;
    const left = Math.max(0, task.until - this.face.clock.now());
    return left;
  }

  #clock(task: Task, size: number): TemplateResult | typeof nothing {
    const left = this.#left(task);
    if (left === null || !this.face) return nothing;
    const wait = task.poll && waitLeft(this.face, task.poll);
    if (task.poll && wait) return waiting(this.face, { poll: task.poll, wait, size });
    const of = (task.lasts ?? this.#longest.of(task.key, left)) / 1000;
    const label = this.face.words.secondsLeft(Math.ceil(left / 1000));
    return countdown({ left: left / 1000, of, size, label });
  }

  #stage(task: Task): TemplateResult {
    const { words } = this.face!;
    const left = this.#left(task);
    const how = task.poll
      ? task.poll.options > 0
        ? words.typeNumber
        : task.poll.kind === 'number'
          ? words.typeAnyNumber
          : ''
      : '';
    const over = task.poll !== null && left === 0;
    return html`<div class="head">
        ${left === null ? emblem(task.player.seat, 150) : this.#clock(task, 164)}
      </div>
      <div class="task" aria-live="polite">
        <span class="label">${task.label}</span>
        ${task.versus ? versus(task.versus) : html`<p class="who">${emblem(task.player.seat, 46)}<b class="name" dir="auto">${task.player.name}</b></p>`}
        ${task.player.final ? lamps(this.face!, task.player.final, 30) : nothing}
        ${task.word ? this.#crowd(task) : html`<h2 class="title">${task.title}</h2><p class="line">${task.line}</p>`}
        ${task.need > 0 ? progressMeters(task) : nothing}
        ${options(task, words)}
        ${task.poll?.kind === 'number' ? html`<p class="count">${words.guesses(task.have)}</p>` : nothing}
        ${how ? html`<p class="how">${how}</p>` : nothing}
        ${task.poll ? html`<p class="late">${over ? this.#waited(task.poll) : words.closesLate(lateness(task.poll))}</p>` : nothing}
      </div>`;
  }

  #waited(poll: Poll): string {
    const board = this.face?.views.get('board');
    return (this.face && board && waitedFor(this.face, board, poll)) || this.face!.words.closing;
  }

  #crowd(task: Task): TemplateResult {
    const { words } = this.face!;
    return html`<h2 class="title">${words.voicesWrite(task.need)}</h2><p class="word display">${task.word}</p>`;
  }

  #also(tasks: readonly Task[]): TemplateResult | typeof nothing {
    if (tasks.length === 0) return nothing;
    return html`<ul class="also" aria-label=${this.face!.words.alsoOpen}>
      ${tasks.slice(0, ALSO_SHOWN).map((task) => {
        const left = this.#left(task);
        return html`<li>${emblem(task.player.seat, 34)}<span class="name">${task.label}</span>
          <b>${left === null ? '' : `${Math.ceil(left / 1000)}`}</b></li>`;
      })}
    </ul>`;
  }

  /** What holds for the whole race. */
  #race(board: BoardView): TemplateResult | typeof nothing {
    const all = raceMarks(this.face!, board);
    if (all.length === 0) return nothing;
    return html`<p class="race marks">${all.slice(0, RACE_SHOWN).map((one) => stateMark(one, 24))}</p>`;
  }

  #content(board: BoardView): TemplateResult {
    const face = this.face!;
    if (board.status === 'finished') return winner(face, board);
    const [task, ...rest] = tasksOf(face, board);
    if (board.status === 'paused')
      return html`<div class="head">${icon('game', 120, '#d9b25f')}</div><div class="task"><h2 class="title">${face.words.pausedTitle}</h2></div>`;
    if (!task) return quiet(face.words, board.ledger);
    return html`${keyed(task.key, this.#stage(task))}${this.#also(rest)}`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    return html`${LANCET}<section class="inside">
      ${board ? this.#content(board) : html`<div class="task"><p class="line">${face.words.waiting}</p></div>`}
      ${board ? this.#race(board) : nothing}
      <div class="below"><slot></slot></div>
    </section>`;
  }
}

/** Whole seconds from the end of a vote until it is counted. */
function lateness(poll: Poll): number {
  return Math.ceil((settlesAt(poll) - poll.closes) / 1000);
}
