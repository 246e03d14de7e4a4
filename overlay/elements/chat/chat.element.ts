import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { TalkLine } from '../../../bot/protocol/views.ts';
import type { Answer, Ask } from '../../link/ask.ts';
import { playerOf } from '../../link/face.ts';
import type { Command } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { emblem } from '../art/emblem.ts';
import { common, controls } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import '../question/question.ts';
import { chatStyles } from './chat.styles.ts';
import { lineText } from './line-text.ts';
import { type QuickLine, quickLines } from './quick.ts';
import { type Role, speakerOf, type Voice } from './speaker.ts';
import { Tail } from './tail.ts';

const MOST_LETTERS = 500;
const LINES_SHOWN = 80;
const HISTORY = 30;
/** How long a refusal stands, in milliseconds. */
const REFUSAL_MS = 9_000;

/** The local chat: one person speaks as streamer, viewer or helper of any player. `msig-player` tells which player it is. */
export class ChatElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    ask: { attribute: false },
    player: { type: String },
    speaksAs: { attribute: false },
    name: { attribute: false },
    everyone: { state: true },
    refusal: { state: true },
  };
  static override styles = [common, controls, chatStyles];
  declare ask: Ask | null;
  declare player: string;
  declare speaksAs: Role;
  declare name: string;
  /** Lines of all chats, or of this player's alone. */
  declare everyone: boolean;
  /** What was refused last, while that is fresh. */
  declare refusal: string;
  #history: string[] = [];
  #back = 0;
  readonly #tail = new Tail();
  #named = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Until the next roll comes. */
  #rolls: ReturnType<typeof setTimeout> | undefined;
  /** Number of the last line before what was sent. */
  #heard = 0;

  constructor() {
    super();
    this.ask = null;
    this.player = 'p1';
    this.speaksAs = 'streamer';
    this.name = '';
    this.everyone = false;
    this.refusal = '';
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
    this.#heard = this.#said.at(-1)?.n ?? 0;
    this.#refuse('');
    let answer: Answer;
    try {
      answer = await ask.send(speakerOf(this.voice), what);
    } catch {
      this.#refuse(face.words.notSent);
      return;
    }
    // What was done is told in the chat itself.
    this.#refuse(answer.ok ? '' : answer.message);
  }

  #refuse(why: string): void {
    clearTimeout(this.#timer);
    this.refusal = why;
    if (why) this.#timer = setTimeout(() => (this.refusal = ''), REFUSAL_MS);
  }

  get #said(): readonly TalkLine[] {
    return this.face?.views.get('talk')?.lines ?? [];
  }

  /** The chat of the same language tells of a refusal by itself: once is enough. */
  get #untold(): string {
    const theirs = this.face && playerOf(this.face, this.player)?.lang;
    if (theirs !== this.face?.words.lang) return this.refusal;
    const told = this.#said.some(
      ({ n, role, player }) => n > this.#heard && role === 'game' && player === this.player,
    );
    return told ? '' : this.refusal;
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
    this.#tail.toEnd();
  }

  #who(): TemplateResult {
    const { words, views } = this.face!;
    const roles: readonly Role[] = ['streamer', 'viewer', 'helper'];
    return html`<div class="who">
      <h2 class="display hidden-words">${words.chat}</h2>
      <label class="pick role">${words.speakAs}<select @change=${(event: Event) => (this.speaksAs = (event.target as HTMLSelectElement).value as Role)}>
        ${roles.map((role) => html`<option value=${role} ?selected=${role === this.speaksAs}>${words[role]}</option>`)}
      </select></label>
      <label class="pick channel">${words.inChatOf}<select @change=${(event: Event) => this.#pick((event.target as HTMLSelectElement).value)}>
        ${(views.get('board')?.players ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === this.player}>${one.name}</option>`)}
      </select></label>
      <button aria-pressed=${this.everyone} @click=${() => this.#listen(!this.everyone)}>${words.allChats}</button>
      ${
        this.speaksAs === 'streamer'
          ? nothing
          : html`<label class="own">${words.yourName}
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
      <p><b dir="auto">${line.from || words.roleNames[line.role]}</b> <small>${words.roleNames[line.role]}</small><span dir="auto">${lineText(line.text)}</span></p>
    </li>`;
  }

  #press({ key, line }: QuickLine): TemplateResult {
    const number = /\d+$/.exec(line)?.[0];
    const label = `${this.face!.words.buttons[key]}${number ? ` ${number}` : ''}`;
    const due = key === 'roll' && this.#rollWaits === 0;
    return html`<button class=${due ? 'main' : ''} title=${line} @click=${() => void this.say(line)}>${label}</button>`;
  }

  /** Milliseconds until this player can roll: 0 is now; null while something else is asked, or nothing is known. */
  get #rollWaits(): number | null {
    const face = this.face!;
    const player = playerOf(face, this.player);
    if (!player || player.pending !== null || face.views.get('board')?.status !== 'running') return null;
    const { count, next } = player.tokens;
    if (count > 0) return 0;
    return next === null ? null : Math.max(0, next - face.clock.now());
  }

  /** A name to begin with; whoever clears the field means it. */
  #nameSomebody(): void {
    if (!this.face || this.#named) return;
    this.#named = true;
    this.name ||= this.face.words.viewer;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#rolls);
    this.#tail.watch(null);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#nameSomebody();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    this.#tail.watch(this.renderRoot.querySelector<HTMLElement>('.lines'));
    this.#tail.keep();
    clearTimeout(this.#rolls);
    const wait = this.face && this.#rollWaits;
    if (wait) this.#rolls = setTimeout(() => this.requestUpdate(), wait);
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const { words } = face;
    const lines = this.#said
      .filter((line) => this.everyone || line.player === this.player)
      .slice(-LINES_SHOWN);
    return html`<section aria-label=${words.chat}>
      ${this.#who()}
      <msig-question .face=${face} .player=${this.player} .speaksAs=${this.speaksAs} @msig-say=${(event: CustomEvent<string>) => void this.say(event.detail)}></msig-question>
      <div class="lines" tabindex="0" aria-label=${words.chat} role="log" @scroll=${(event: Event) => this.#tail.scrolled(event.currentTarget as HTMLElement)}>
        ${lines.length === 0 ? html`<p class="empty">${words.emptyChat}</p>` : nothing}
        <ol>${each(
          lines,
          (line) => line.n,
          (line) => this.#line(line),
        )}
      </ol></div>
      <p class="refusal" aria-live="polite">${this.#untold}</p>
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
