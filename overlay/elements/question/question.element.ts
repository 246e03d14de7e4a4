import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ViewName } from '../../link/views.ts';
import type { Role } from '../chat/speaker.ts';
import { common, controls } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { askedOf, type Task, tasksOf } from '../task/stage.ts';
import { type AnswerButton, answersOf } from './answers.ts';
import { questionStyles } from './question.styles.ts';

/** What one player is asked now, in full, with a button for each answer. What is pressed leaves as `msig-say` with the line. */
export class QuestionElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    speaksAs: { attribute: false },
  };
  static override styles = [common, controls, questionStyles];
  declare player: string;
  declare speaksAs: Role;

  constructor() {
    super();
    this.player = 'p1';
    this.speaksAs = 'streamer';
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  get #tasks(): Task[] {
    const board = this.face?.views.get('board');
    if (!this.face || !board) return [];
    return askedOf(tasksOf(this.face, board), this.player);
  }

  protected override isTicking(): boolean {
    return this.#tasks.some((task) => task.until !== null);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    // No gap is left where nothing is asked, and the page around may look for it.
    this.hidden = this.#tasks.length === 0;
  }

  #say(line: string): void {
    this.dispatchEvent(new CustomEvent('msig-say', { detail: line, bubbles: true, composed: true }));
  }

  #button({ number, text, note, line }: AnswerButton): TemplateResult {
    return html`<button ?disabled=${line === null} title=${line ?? ''} @click=${() => line !== null && this.#say(line)}>
      ${number ? html`<kbd>${number}</kbd>` : nothing}<span dir="auto">${text}${note ? html`<i>${note}</i>` : nothing}</span>
    </button>`;
  }

  /** What to do where no button can do it. */
  #how(task: Task): string {
    const { words } = this.face!;
    if (task.word) return words.voicesWrite(task.need);
    if (task.poll?.kind === 'number') return words.typeAnyNumber;
    if (this.speaksAs !== 'streamer' && !task.poll) return words.streamerAnswers;
    return '';
  }

  #asked(task: Task): TemplateResult {
    const face = this.face!;
    const answers = answersOf(face, task, this.speaksAs);
    const left = task.until === null ? null : Math.max(0, Math.ceil((task.until - face.clock.now()) / 1000));
    const how = this.#how(task);
    // A fight says what to type: here are buttons for that.
    const typed = task.pending?.is === 'fight' && !task.poll;
    return html`<section aria-label=${face.words.asked}>
      <p class="head"><b class="label">${task.label}</b><b class="title" dir="auto">${task.title}</b>
        ${left === null ? nothing : html`<span class="left" role="timer" aria-label=${face.words.secondsLeft(left)}>${left}</span>`}</p>
      ${task.line && !typed ? html`<p class="line" dir="auto">${task.line}</p>` : nothing}
      ${how ? html`<p class="how">${how}${task.need > 0 ? `: ${task.have}/${task.need}` : ''}</p>` : nothing}
      ${answers.length > 0 ? html`<div class="answers">${answers.map((one) => this.#button(one))}</div>` : nothing}
    </section>`;
  }

  override render(): TemplateResult {
    return html`${this.#tasks.map((task) => this.#asked(task))}`;
  }
}
