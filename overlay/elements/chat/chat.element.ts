import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TalkLine } from '../../../bot/protocol/views.ts';
import type { Answer, Ask } from '../../link/ask.ts';
import { playerOf } from '../../link/face.ts';
import type { Command } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { emblem } from '../art/emblem.ts';
import { common, controls } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { chatStyles } from './chat.styles.ts';
import { type QuickLine, quickLines } from './quick.ts';
import { type Role, speakerOf, type Voice } from './speaker.ts';

const MOST_LETTERS = 500;
const LINES_SHOWN = 80;
const HISTORY = 30;

/** The local chat: one person speaks as streamer, viewer or helper of any player. `msig-player` tells which player it is. */
export class ChatElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    ask: { attribute: false },
    player: { type: String },
    speaksAs: { attribute: false },
    name: { attribute: false },
    everyone: { state: true },
    answer: { state: true },
  };
  static override styles = [common, controls, chatStyles];
  declare ask: Ask | null;
  declare player: string;
  declare speaksAs: Role;
  declare name: string;
  /** Lines of all chats, or of this player's alone. */
  declare everyone: boolean;
  declare answer: { readonly text: string; readonly bad: boolean } | null;
  #history: string[] = [];
  #back = 0;
  #atEnd = true;

  constructor() {
    super();
    this.ask = null;
    this.player = 'p1';
    this.speaksAs = 'streamer';
    this.name = '';
    this.everyone = false;
    this.answer = null;
  }

  protected override watched(): readonly ViewName[] {
    return ['talk', 'board', `bag:${this.player}`];
  }

  get voice(): Voice {
    return { role: this.speaksAs, player: this.player, name: this.name };
  }

  /** Sends a typed line, or a command made by a button. */
  async say(line: string | Command): Promise<void> {
    const { ask, face } = this;
    if (!ask || !face) return;
    const what = typeof line === 'string' ? { text: line.slice(0, MOST_LETTERS) } : { command: line };
    let answer: Answer;
    try {
      answer = await ask.send(speakerOf(this.voice), what);
    } catch {
      this.answer = { text: face.words.notSent, bad: true };
      return;
    }
    this.answer = answer.ok
      ? { text: answer.reply[face.words.lang], bad: false }
      : { text: answer.message, bad: true };
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('#line');
    const text = input?.value.trim() ?? '';
    if (!input || text === '') return;
    input.value = '';
    this.#history = [...this.#history, text].slice(-HISTORY);
    this.#back = 0;
    void this.say(text);
  }

  /** Arrow up brings back what was typed before. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#back = Math.max(0, Math.min(this.#history.length, this.#back + (event.key === 'ArrowUp' ? 1 : -1)));
    (event.target as HTMLInputElement).value = this.#history.at(-this.#back || this.#history.length) ?? '';
  }

  #pick(player: string): void {
    this.player = player;
    this.dispatchEvent(new CustomEvent('msig-player', { detail: player, bubbles: true, composed: true }));
  }

  #listen(everyone: boolean): void {
    this.everyone = everyone;
    this.#atEnd = true;
  }

  #who(): TemplateResult {
    const { words, views } = this.face!;
    const roles: readonly Role[] = ['streamer', 'viewer', 'helper'];
    return html`<div class="who">
      <div class="roles" role="group" aria-label=${words.speakAs}>
        ${roles.map((role) => html`<button aria-pressed=${this.speaksAs === role} @click=${() => (this.speaksAs = role)}>${words[role]}</button>`)}
      </div>
      <label>${words.inChatOf}
        <select @change=${(event: Event) => this.#pick((event.target as HTMLSelectElement).value)}>
          ${(views.get('board')?.players ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === this.player}>${one.name}</option>`)}
        </select>
      </label>
      ${
        this.speaksAs === 'streamer'
          ? nothing
          : html`<label>${words.yourName}
            <input maxlength="40" .value=${this.name} @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)} />
          </label>`
      }
    </div>`;
  }

  #line(line: TalkLine): TemplateResult {
    const { words } = this.face!;
    const player = playerOf(this.face!, line.player);
    return html`<li class=${line.role}>
      ${player ? emblem(player.seat, 30) : nothing}
      <p><b dir="auto">${line.from || words.roleNames[line.role]}</b> <small>${words.roleNames[line.role]}</small><span dir="auto">${line.text}</span></p>
    </li>`;
  }

  #press({ key, line, note }: QuickLine): TemplateResult {
    const number = /\d+$/.exec(line)?.[0];
    const label = `${this.face!.words.buttons[key]}${number ? ` ${number}` : ''}`;
    return html`<button class=${key === 'roll' ? 'main' : ''} title=${line} @click=${() => void this.say(line)}>
      ${label}${note ? html`<small>${note}</small>` : nothing}
    </button>`;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const list = this.renderRoot?.querySelector?.('.lines');
    if (list) this.#atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const list = this.renderRoot.querySelector('.lines');
    if (list && this.#atEnd) list.scrollTop = list.scrollHeight;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const { words } = face;
    const all = face.views.get('talk')?.lines ?? [];
    const lines = all.filter((line) => this.everyone || line.player === this.player).slice(-LINES_SHOWN);
    return html`<section aria-label=${words.chat}>
      <header>
        <h2 class="display">${words.chat}</h2>
        <button aria-pressed=${this.everyone} @click=${() => this.#listen(!this.everyone)}>${words.allChats}</button>
      </header>
      ${this.#who()}
      <div class="lines" tabindex="0" aria-label=${words.chat} role="log">
        ${lines.length === 0 ? html`<p class="empty">${words.emptyChat}</p>` : nothing}
        <ol>${repeat(
          lines,
          (line) => line.n,
          (line) => this.#line(line),
        )}
      </ol></div>
      <p class="answer ${this.answer?.bad ? 'bad' : ''}" aria-live="polite">${this.answer?.text ?? ''}</p>
      <form @submit=${(event: SubmitEvent) => this.#submit(event)}>
        <label class="hidden-words" for="line">${words.message}</label>
        <input id="line" autocomplete="off" maxlength=${MOST_LETTERS} placeholder=${words.message} @keydown=${(event: KeyboardEvent) => this.#onKey(event)} />
        <button class="main">${words.send}</button>
      </form>
      <div class="quick" role="group" aria-label=${words.quick}>
        ${quickLines(face, this.voice).map((line) => this.#press(line))}
      </div>
    </section>`;
  }
}
