import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { SOURCES, type Source } from '../../link/address.ts';
import type { KeyAnswer, KeyFault, Keys } from '../../link/keys.ts';
import { follows, type LinkPlace, type LinkWish, linkOf, masked, NATURAL } from '../../link/source-link.ts';
import type { ViewName } from '../../link/views.ts';
import { LINKS_WORDS, type LinksWords } from '../../texts/links.ts';
import { common, controls } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { linksStyles } from './links.styles.ts';
import { linkOptions } from './options.ts';

/** How long it is said that something was done, in milliseconds. */
const SAID_MS = 6_000;

/** Links to OBS sources: choose one, look at it, copy its link; end all links that are out. */
export class LinksElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    keys: { attribute: false },
    place: { attribute: false },
    wish: { state: true },
    key: { state: true },
    fault: { state: true },
    said: { state: true },
    asking: { state: true },
    open: { state: true },
  };
  static override styles = [common, controls, linksStyles];
  declare keys: Keys | null;
  /** Where links lead; null while the page is not there yet. */
  declare place: Omit<LinkPlace, 'key'> | null;
  declare wish: LinkWish;
  declare key: string;
  /** Why the last key asked for did not come. */
  declare fault: KeyFault | null;
  declare said: string;
  /** Whether all links shall really end. */
  declare asking: boolean;
  /** The link stands in the open: the browser would not copy it. */
  declare open: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #preview: HTMLElement | null = null;
  /** The source is drawn in its own size and shrinks as one piece. */
  #resized = new ResizeObserver(() => this.#shrink());

  constructor() {
    super();
    this.keys = null;
    this.place = null;
    this.key = '';
    this.fault = null;
    this.said = '';
    this.asking = false;
    this.open = false;
    this.wish = {
      source: 'full',
      lang: 'en',
      theme: 'glass',
      contrast: false,
      motion: 'auto',
      player: null,
      size: NATURAL.full,
      scale: 1,
    };
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  get #words(): LinksWords {
    return LINKS_WORDS[this.face!.words.lang];
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('face') && this.face) this.#change({ lang: this.face.words.lang });
    if (changed.has('keys')) void this.#fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#resized.disconnect();
    this.#preview = null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const preview = this.renderRoot.querySelector<HTMLElement>('.preview');
    if (preview !== this.#preview) {
      this.#resized.disconnect();
      this.#preview = preview;
      if (preview) this.#resized.observe(preview);
    }
    this.#shrink();
  }

  #shrink(): void {
    const by = (this.#preview?.clientWidth ?? 0) / this.wish.size.width;
    this.#preview?.style.setProperty('--by', by.toFixed(4));
  }

  #hold(answer: KeyAnswer): void {
    clearTimeout(this.#timer);
    this.fault = answer.ok ? null : answer.why;
    this.said = answer.ok ? '' : this.#words.faults[answer.why];
    if (answer.ok) this.key = answer.key;
    else if (answer.why === 'ended') this.key = '';
  }

  async #fetch(): Promise<void> {
    if (this.keys) this.#hold(await this.keys.current());
  }

  #change(part: Partial<LinkWish>): void {
    this.wish = { ...this.wish, ...part };
    this.open = false;
  }

  #choose(source: Source): void {
    if (source === this.wish.source) return;
    const player = follows(source) ? this.wish.player : null;
    this.#change({ source, size: NATURAL[source], player: source === 'corner' ? (player ?? 'p1') : player });
  }

  #tell(line: string): void {
    clearTimeout(this.#timer);
    this.said = line;
    this.#timer = setTimeout(() => (this.said = ''), SAID_MS);
  }

  /** The chosen source with its options as set, another one with them as far as they go. */
  #linkTo(source: Source): string {
    if (source === this.wish.source) return linkOf({ ...this.place!, key: this.key }, this.wish);
    const player = source === 'corner' ? (this.wish.player ?? 'p1') : this.wish.player;
    return linkOf({ ...this.place!, key: this.key }, { ...this.wish, source, player, size: NATURAL[source] });
  }

  async #copy(source: Source): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#linkTo(source));
      this.#tell(this.#words.copied(this.#words.sources[source][0]));
    } catch {
      this.#choose(source);
      this.open = true;
      this.#tell(this.#words.byHand);
    }
  }

  async #revoke(): Promise<void> {
    this.asking = false;
    if (!this.keys) return;
    const answer = await this.keys.replace();
    this.#hold(answer);
    if (answer.ok) this.#tell(this.#words.revoked);
  }

  #source(source: Source): TemplateResult {
    const [name, note] = this.#words.sources[source];
    return html`<li>
      <button class="source" aria-pressed=${source === this.wish.source} @click=${() => this.#choose(source)}><b>${name}</b><small>${note}</small></button>
      <button aria-label=${this.#words.copyOf(name)} ?disabled=${this.key === ''} @click=${() => void this.#copy(source)}>${this.#words.copy}</button>
    </li>`;
  }

  #look(link: string, name: string): TemplateResult {
    const { width, height } = this.wish.size;
    return html`<div class="preview" .style=${`--w:${width}px;--h:${height}px;--ratio:${(width / height).toFixed(4)}`}>
      <iframe inert title=${this.#words.preview(name)} src=${link} width=${width} height=${height}></iframe>
    </div>`;
  }

  #chosen(): TemplateResult {
    const words = this.#words;
    const { source, size } = this.wish;
    const name = words.sources[source][0];
    const players = this.face!.views.get('board')?.players ?? [];
    const link = this.key && this.place ? this.#linkTo(source) : '';
    return html`<section class="chosen card" aria-label=${name}>
      <h2 class="display">${name}</h2>
      ${linkOptions(words, this.wish, { players, change: (part) => this.#change(part) })}
      <div class="take">
        <code>${this.open || link === '' ? link : masked(link)}</code>
        <button class="main" ?disabled=${link === ''} @click=${() => void this.#copy(source)}>${words.copy}</button>
      </div>
      <p class="size">${words.inObs(size)}</p>
      ${link ? this.#look(link, name) : nothing}
    </section>`;
  }

  #ending(): TemplateResult {
    const words = this.#words;
    return html`<section class="ending card" aria-label=${words.revoke}>
      <div><h2 class="display">${words.revokeTitle}</h2><p>${words.revokeAbout}</p></div>
      ${
        this.asking
          ? html`<span class="sure"><button class="main" @click=${() => void this.#revoke()}>${words.sure}</button>
              <button @click=${() => (this.asking = false)}>${words.keep}</button></span>`
          : html`<button ?disabled=${this.key === ''} @click=${() => (this.asking = true)}>${words.revoke}</button>
              ${this.key === '' && this.fault && this.fault !== 'forbidden' ? html`<button class="main" @click=${() => void this.#fetch()}>${words.again}</button>` : nothing}`
      }
    </section>`;
  }

  override render(): TemplateResult {
    if (!this.face) return html``;
    const words = this.#words;
    return html`<header><h1 class="display">${words.title}</h1><p>${words.about}</p></header>
      <div class="both">
        <ul class="sources card">${SOURCES.map((source) => this.#source(source))}</ul>
        <div class="right">${this.#chosen()}${this.#ending()}</div>
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }
}
