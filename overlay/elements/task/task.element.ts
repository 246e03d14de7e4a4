import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BoardView } from '../../../bot/protocol/views.ts';
import type { ViewName } from '../../link/views.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { lancet } from '../art/frame.ts';
import { icon } from '../art/icon.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { type Task, tasksOf } from './stage.ts';
import { taskStyles } from './task.styles.ts';
import { options, progressMeter, quiet, winner } from './templates.ts';

const LANCET = lancet({ width: 312, height: 1032, hue: 286 }, 172);
const ALSO_SHOWN = 3;

/** What is asked of chat or player now, with its countdown; between tasks, what viewers can type. */
export class TaskElement extends FaceElement {
  static override styles = [common, taskStyles];
  /** Longest time seen to be left, by task, in milliseconds: where the view does not say how long it lasts. */
  #longest = new Map<string, number>();

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
    this.#longest.set(task.key, Math.max(left, this.#longest.get(task.key) ?? 0));
    return left;
  }

  #clock(task: Task, size: number): TemplateResult | typeof nothing {
    const left = this.#left(task);
    if (left === null || !this.face) return nothing;
    const of = (task.lasts ?? this.#longest.get(task.key) ?? left) / 1000;
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
        <p class="who">${emblem(task.player.seat, 46)}<b class="name" dir="auto">${task.player.name}</b></p>
        ${task.word ? this.#crowd(task) : html`<h2 class="title">${task.title}</h2><p class="line">${task.line}</p>`}
        ${task.need > 0 ? progressMeter(task) : nothing}
        ${options(task, words)}
        ${task.poll?.kind === 'number' ? html`<p class="count">${words.guesses(task.have)}</p>` : nothing}
        ${how ? html`<p class="how">${how}</p>` : nothing}
        ${task.poll ? html`<p class="late">${over ? words.closing : words.closesLate(3)}</p>` : nothing}
      </div>`;
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

  #content(board: BoardView): TemplateResult {
    const face = this.face!;
    if (board.status === 'finished') return winner(face, board);
    const [task, ...rest] = tasksOf(face, board);
    if (board.status === 'paused')
      return html`<div class="head">${icon('game', 120, '#d9b25f')}</div><div class="task"><h2 class="title">${face.words.pausedTitle}</h2></div>`;
    if (!task) return quiet(face.words);
    return html`${keyed(task.key, this.#stage(task))}${this.#also(rest)}`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    return html`${LANCET}<section class="inside">
      ${board ? this.#content(board) : html`<div class="task"><p class="line">${face.words.waiting}</p></div>`}
      <div class="below"><slot></slot></div>
    </section>`;
  }
}
