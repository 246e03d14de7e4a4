/** The broadcaster's pages: the binding of the channel to a seat, what viewers may do, products for Bits. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ExtConfig, ExtSwitches } from '../../bot/protocol/extension.ts';
import { icon } from '../../overlay/elements/art/icon.ts';
import { EbsError, type Setting } from '../link/ebs.ts';
import type { Session } from '../link/session.ts';
import { base } from '../styles/base.ts';
import { configStyles } from '../styles/config.ts';

/** The live page looks again at this pace, in ms. */
const LOOK_MS = 10_000;

export class ConfigElement extends LitElement {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    live: { type: Boolean, reflect: true },
    config: { state: true },
    said: { state: true },
    parting: { state: true },
    rebinding: { state: true },
  };
  static override styles = [base, configStyles];
  declare session: Session | null;
  /** Shown beside the stream manager: the switches alone. */
  declare live: boolean;
  declare config: ExtConfig | null;
  declare said: { readonly text: string; readonly good: boolean } | null;
  declare parting: boolean;
  declare rebinding: boolean;
  #leave: (() => void) | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #asked = '';

  constructor() {
    super();
    this.session = null;
    this.live = false;
    this.config = null;
    this.said = null;
    this.parting = false;
    this.rebinding = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.live && void this.#load(), LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#leave?.();
    this.#leave = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('session')) return;
    this.#leave?.();
    this.#leave =
      this.session?.onChange(() => {
        const token = this.session?.auth?.token ?? '';
        if (token !== '' && token !== this.#asked) void this.#load();
        this.requestUpdate();
      }) ?? null;
  }

  async #load(): Promise<void> {
    const { session } = this;
    if (!session?.auth) return;
    this.#asked = session.auth.token;
    await this.#try(() => session.ebs.config());
  }

  async #set(setting: Setting): Promise<void> {
    const { session } = this;
    if (!session) return;
    const done = await this.#try(() => session.ebs.set(setting));
    if (!done) return;
    this.parting = false;
    this.rebinding = false;
    this.said = { text: session.words.config.saved, good: true };
  }

  async #try(work: () => Promise<ExtConfig>): Promise<boolean> {
    try {
      this.config = await work();
      return true;
    } catch (error) {
      const text = error instanceof EbsError ? error.message : '';
      this.said = { text: text || (this.session?.words.offline ?? ''), good: false };
      return false;
    }
  }

  override render(): TemplateResult {
    const { session, config, said, live } = this;
    if (!session) return html``;
    const words = session.words.config;
    return html`<header>
        <span class="rose" aria-hidden="true">${icon('game', 30)}</span>
        <div><h1 class="display">${live ? words.live : words.title}</h1>${live ? nothing : html`<p>${words.intro}</p>`}</div>
      </header>
      <div class="said" role="status" aria-live="polite">${said ? html`<p class=${said.good ? 'good' : 'bad'}>${said.text}</p>` : nothing}</div>
      ${config ? html`${this.#seat(session, config)}${this.#switches(session, config)}${live ? nothing : products(session, config)}` : html`<p class="note">${said ? words.owner : session.words.loading}</p>`}`;
  }

  #seat(session: Session, { bound, pushed }: ExtConfig): TemplateResult {
    const words = session.words.config;
    const gone = bound?.status === 'gone';
    const ask = !bound || gone || this.rebinding;
    const ago = pushed === null ? null : Math.max(0, Math.round((Date.now() - pushed) / 1000));
    return html`<section class="card ${bound && !gone ? 'ok' : ''}">
      <div class="row">
        ${icon(bound && !gone ? 'seat' : 'unlinked', 28)}
        <div class="grow">
          <h2>${bound ? words.bound(bound.name) : words.unbound}</h2>
          ${bound ? html`<p class="note">${bound.status === 'gone' ? words.gone : words.boundNote(session.words.status[bound.status])}</p>` : nothing}
        </div>
      </div>
      ${bound && !gone ? html`<p class="note">${words.pushed(ago)}</p>` : nothing}
      ${ask ? this.#codeForm(session) : nothing}
      ${bound && !this.live ? this.#parting(session, gone) : nothing}
    </section>`;
  }

  #codeForm({ words: { config: words } }: Session): TemplateResult {
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const code = String(new FormData(event.currentTarget as HTMLFormElement).get('code')).trim();
      if (code) void this.#set({ code });
    };
    return html`<p>${words.step}</p>
      <form class="code" @submit=${send}>
        <label>${words.code}<input name="code" placeholder="7Q2F-K9TM" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required /></label>
        <button class="main">${words.bind}</button>
      </form>`;
  }

  #parting({ words: { config: words } }: Session, gone: boolean): TemplateResult {
    return html`<div class="row">
      ${gone || this.rebinding ? nothing : html`<button @click=${() => (this.rebinding = true)}>${words.rebind}</button>`}
      ${
        this.parting
          ? html`<button class="danger" @click=${() => this.#set({ unbind: true })}>${words.surely}</button>`
          : html`<button @click=${() => (this.parting = true)}>${words.unbind}</button>`
      }
    </div>`;
  }

  #switches(session: Session, { bound, switches }: ExtConfig): TemplateResult | typeof nothing {
    if (!bound) return nothing;
    const words = session.words.config;
    const row = (name: keyof ExtSwitches) => {
      const [title, note] = words[name];
      const on = switches[name];
      return html`<li>
        <span class="words" id="about-${name}"><b>${title}</b><small>${note}</small></span>
        <button role="switch" class="switch" aria-checked=${on} aria-labelledby="about-${name}" @click=${() => this.#set({ switches: { [name]: !on } })}><i></i></button>
      </li>`;
    };
    return html`<section class="card"><span class="label">${words.switches}</span>
      <ul class="switches">${(['trials', 'anonymous', 'bits'] as const).map(row)}</ul>
    </section>`;
  }
}

function products({ words: { config: words } }: Session, config: ExtConfig): TemplateResult | typeof nothing {
  if (config.products.length === 0) return nothing;
  return html`<section class="card">
    <span class="label">${words.products}</span>
    <p class="note">${words.productsNote}</p>
    <table>
      <thead><tr><th scope="col">${words.sku}</th><th scope="col">${words.price}</th></tr></thead>
      <tbody>${config.products.map(({ sku, bits }) => html`<tr><td><code>${sku}</code></td><td>${bits}</td></tr>`)}</tbody>
    </table>
  </section>`;
}
