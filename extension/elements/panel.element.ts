/** The panel and the mobile view: four tabs over one session. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { emblem } from '../../overlay/elements/art/emblem.ts';
import { icon } from '../../overlay/elements/art/icon.ts';
import type { Session } from '../link/session.ts';
import { bagStyles } from '../styles/bag.ts';
import { base } from '../styles/base.ts';
import { nowStyles } from '../styles/now.ts';
import { panelStyles } from '../styles/panel.ts';
import { raceStyles } from '../styles/race.ts';
import type { Tab } from '../words/words.ts';
import { bagTab } from './bag.ts';
import { nowTab } from './now.ts';
import { standings, strip, table } from './race.ts';
import { youTab } from './you.ts';

const TABS = [
  ['now', 'chat'],
  ['map', 'finish'],
  ['bag', 'item'],
  ['you', 'helper'],
] as const satisfies readonly (readonly [Tab, Parameters<typeof icon>[0]])[];
/** Countdowns move at this pace, in ms. */
const TICK_MS = 500;

export class PanelElement extends LitElement {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    tab: { state: true },
    open: { state: true },
    aiming: { state: true },
  };
  static override styles = [base, panelStyles, nowStyles, raceStyles, bagStyles];
  declare session: Session | null;
  declare tab: Tab;
  declare open: number | null;
  declare aiming: boolean;
  #leave: (() => void) | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.session = null;
    this.tab = 'now';
    this.open = null;
    this.aiming = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      const { state } = this.session ?? {};
      if (state && (state.polls.length > 0 || state.asked?.until)) this.requestUpdate();
    }, TICK_MS);
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
    this.#leave = this.session?.onChange(() => this.requestUpdate()) ?? null;
  }

  override render(): TemplateResult {
    const { session } = this;
    if (!session) return html``;
    const { state, words, problem, notice } = session;
    if (!state) return this.#waiting(session);
    return html`${this.#header(session)}
      <main id="view" role="tabpanel" aria-labelledby="tab-${this.tab}" tabindex="0">
        ${problem === 'offline' ? html`<p class="notice" role="status">${words.offline}</p>` : nothing}
        ${this.#view(session)}
      </main>
      <div class="said" role="status" aria-live="polite">
        ${notice ? html`<p class=${notice.good ? 'good' : 'bad'}>${notice.text}</p>` : nothing}
      </div>
      ${this.#tabs(session)}`;
  }

  #waiting({ words, problem }: Session): TemplateResult {
    const [title, note] =
      problem === 'absent'
        ? [words.absent, words.absentNote]
        : problem === 'offline'
          ? [words.offline, '']
          : [words.loading, ''];
    return html`<div class="empty" role="status">
      <span class="rose" aria-hidden="true">${icon('game', 64)}</span>
      <h1 class="display">${title}</h1>
      ${note ? html`<p>${note}</p>` : nothing}
    </div>`;
  }

  #header(session: Session): TemplateResult {
    const { state, words } = session;
    const own = standings(session).find(({ player }) => player.id === state?.seat);
    if (!own || !state) return html``;
    const { player, zone, left } = own;
    return html`<header class="top">
      ${emblem(player.seat, 40, { crown: player.place === 1 })}
      <div class="who">
        <h1 class="name" dir="auto">${player.name}</h1>
        <p>${zone ? html`<span class="dot ${zone}" aria-hidden="true"></span>${words.zones[zone]}` : words.status[state.status]}</p>
      </div>
      <div class="sum">
        <b aria-label=${words.place(player.place)}>${player.place}<small>/${state.players.length}</small></b>
        ${left === null ? nothing : html`<span>${words.toFinish(left)}</span>`}
      </div>
    </header>`;
  }

  #view(session: Session): TemplateResult {
    const { words } = session;
    switch (this.tab) {
      case 'now':
        return nowTab(session);
      case 'map':
        return html`${strip(session)}<msig-map .session=${session} .state=${session.state} .map=${session.map}></msig-map>
          <p class="note">${words.mapHint}</p>
          ${table(session)}`;
      case 'bag': {
        const look = (change: { open?: number | null; aiming?: boolean }) => void Object.assign(this, change);
        return bagTab(session, { open: this.open, aiming: this.aiming, look });
      }
      case 'you':
        return youTab(session);
    }
  }

  #tabs({ words, state, me }: Session): TemplateResult {
    const marks = {
      now: (state?.polls.length ?? 0) > 0,
      map: false,
      bag: false,
      you: (me?.credits.length ?? 0) > 0,
    };
    return html`<div class="tabs" role="tablist" @keydown=${(event: KeyboardEvent) => this.#onKey(event)}>
      ${TABS.map(([tab, picture]) => {
        const here = this.tab === tab;
        return html`<button role="tab" id="tab-${tab}" aria-selected=${here} aria-controls="view" tabindex=${here ? 0 : -1} @click=${() => this.#go(tab)}>
          ${icon(picture, 20)}<span>${words.tabs[tab]}</span>${marks[tab] && !here ? html`<i class="mark"></i>` : nothing}
        </button>`;
      })}
    </div>`;
  }

  #go(tab: Tab): void {
    this.tab = tab;
    this.renderRoot.querySelector('main')?.scrollTo(0, 0);
  }

  /** As tabs work everywhere: arrows, Home, End. */
  #onKey(event: KeyboardEvent): void {
    const here = TABS.findIndex(([tab]) => tab === this.tab);
    const last = TABS.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here === 0 ? last : here - 1,
      Home: 0,
      End: last,
    };
    const next = TABS[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    this.#go(next[0]);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next[0]}`)?.focus(),
    );
  }
}
