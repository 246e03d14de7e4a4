import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ViewName } from '../../link/views.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { fitHeight, fontsCome } from '../fit-height.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { lamps } from '../marks/templates.ts';
import { signCard } from '../sign/card.ts';
import { Longest } from '../task/longest.ts';
import { askedOf, type Task, tasksOf } from '../task/stage.ts';
import { options, progressMeters, versus, waiting } from '../task/templates.ts';
import { versusStyles } from '../task/versus.styles.ts';
import { settlesAt, waitedFor, waitLeft } from '../task/waiting.ts';
import { votesStyles } from './votes.styles.ts';

const MOST = 4;
/** Smaller than this, cards are not read on a phone: the last ones become a line each. */
const LEAST = 0.66;

/** All votes and trials that are open, each with its countdown, its options as they are typed, and whose chat is waited for. */
export class VotesElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    quiet: { type: Boolean },
    whole: { state: true },
  };
  static override styles = [common, marksStyles, versusStyles, votesStyles];
  /** Only what this player's chat is asked; null: all chats. */
  declare player: string | null;
  /** Nothing is shown while nothing is asked. */
  declare quiet: boolean;
  /** So many cards have room to be shown whole. */
  declare whole: number;
  /** What `whole` was found for: the tasks, the room and the fonts. */
  #fitted = '';
  #longest = new Longest();

  constructor() {
    super();
    this.player = null;
    this.quiet = false;
    this.whole = MOST;
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override isTicking(): boolean {
    return this.#tasks().length > 0;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const fits = fitHeight(this, this.renderRoot.querySelector<HTMLElement>('.votes'), LEAST);
    if (!fits && this.whole > 1) this.whole = Math.min(this.whole, this.#tasks().length) - 1;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const asked = this.#tasks().map(({ key }) => key);
    // Letters are as high as their font, and fonts come late.
    const now = [this.clientWidth, this.clientHeight, fontsCome(), ...asked].join();
    if (now !== this.#fitted) this.whole = MOST;
    this.#fitted = now;
  }

  #tasks(): Task[] {
    const { face } = this;
    const board = face?.views.get('board');
    if (!face || !board) return [];
    const all = tasksOf(face, board);
    return (this.player ? askedOf(all, this.player) : all).slice(0, MOST);
  }

  #waited(task: Task, left: number | null): string {
    const face = this.face!;
    const { stage } = face.words;
    if (left === null) return stage.waitsForChat;
    const late = task.poll ? settlesAt(task.poll) - task.poll.closes : 0;
    // Both chats of a clash or a duel: neither is waited for alone.
    if (left > 0 && task.rival?.poll) return face.words.secondsLeft(Math.ceil(left / 1000));
    if (left > 0) return stage.waitingFor(task.player.name, Math.ceil((left + late) / 1000));
    const board = face.views.get('board');
    return (task.poll && board && waitedFor(face, board, task.poll)) || stage.counting(task.player.name);
  }

  #clock(task: Task, { left, of }: { left: number | null; of: number }): TemplateResult {
    const face = this.face!;
    const wait = task.poll && waitLeft(face, task.poll);
    if (task.poll && wait) return waiting(face, { poll: task.poll, wait, size: 128 });
    if (left === null) return html`${emblem(task.player.seat, 118)}`;
    const label = face.words.secondsLeft(Math.ceil(left / 1000));
    return html`${countdown({ left: left / 1000, of, size: 128, label })}`;
  }

  #how(task: Task): string {
    const { words } = this.face!;
    if (task.pending?.is === 'final') return words.commands.roll;
    if (!task.poll) return '';
    if (task.poll.kind === 'number') return `${words.typeAnyNumber} (${words.guesses(task.have)})`;
    return task.options.length > 0 ? words.typeNumber : '';
  }

  #card(task: Task): TemplateResult {
    const { words, clock } = this.face!;
    const left = task.until === null ? null : Math.max(0, task.until - clock.now());
    const of = (task.lasts ?? this.#longest.of(task.key, left ?? 0)) / 1000;
    const how = this.#how(task);
    return html`<li .style=${`--seat:var(--seat-${task.player.seat})`}>
      <div class="clock">${this.#clock(task, { left, of })}</div>
      <div class="asked">
        <p class="top"><span class="label">${task.label}</span>${task.versus ? nothing : html`${emblem(task.player.seat, 40)}<b class="name" dir="auto">${task.player.name}</b>`}${task.player.final ? lamps(this.face!, task.player.final, 24) : nothing}</p>
        ${task.versus ? versus(task.versus) : nothing}
        ${task.word ? html`<p class="title">${words.voicesWrite(task.need)}</p><p class="word display">${task.word}</p>` : html`<p class="title" dir="auto">${task.title}</p>`}
        ${task.line && !task.word ? html`<p class="line" dir="auto">${task.line}</p>` : nothing}
        ${task.need > 0 ? progressMeters(task) : nothing}
        ${options(task, words)}
        <p class="waited">${how ? html`<span>${how}</span>` : nothing}<b>${this.#waited(task, left)}</b></p>
      </div>
    </li>`;
  }

  /** A card that has no room: who is asked what, and how long. */
  #brief({ player, label, title, until }: Task): TemplateResult {
    const { clock, words } = this.face!;
    const left = until === null ? null : Math.max(0, Math.ceil((until - clock.now()) / 1000));
    return html`<li class="brief" .style=${`--seat:var(--seat-${player.seat})`}>${emblem(player.seat, 34)}
      <span class="name" dir="auto">${label}${title ? `: ${title}` : ''}</span>${left === null ? nothing : html`<b role="timer" aria-label=${words.secondsLeft(left)}>${left}</b>`}</li>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    const { signs, noVotes } = face.words.stage;
    if (!board) return html`<div class="card">${signCard(signs.waiting, 'static', true)}</div>`;
    const tasks = this.#tasks();
    if (tasks.length === 0) {
      if (this.quiet) return html``;
      const sign =
        board.status === 'finished' ? signs.ended : board.status === 'cancelled' ? signs.cancelled : noVotes;
      return html`<div class="card">${signCard(sign, 'heaven', true)}</div>`;
    }
    return html`<ul class="votes count-${tasks.length}" aria-live="polite">${each(
      tasks,
      (task) => task.key,
      (task) => (tasks.indexOf(task) < this.whole ? this.#card(task) : this.#brief(task)),
    )}</ul>`;
  }
}
