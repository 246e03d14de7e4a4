import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PlayerView } from '../../../bot/protocol/views.ts';
import { isStill } from '../../link/face.ts';
import type { ActiveEffect } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { badge } from '../art/badge.ts';
import { emblem } from '../art/emblem.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { effectLabel } from '../effect-label.ts';
import { FaceElement } from '../face-element.ts';
import { tickerStyles } from './ticker.styles.ts';

/** Pixels a second: slow enough to be read by whoever reads slowly. */
const PACE = 70;
/** Without motion, a page of effects is shown for this long. */
const TURN_MS = 6_000;

interface Chip {
  readonly player: PlayerView;
  readonly effect: ActiveEffect;
}

/** All effects in force, one after another: on whom, what, and for how long. */
export class TickerElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String }, page: { state: true } };
  static override styles = [common, tickerStyles];
  /** Only this player's effects; null: everybody's. */
  declare player: string | null;
  declare page: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #run: Animation | null = null;
  #width = 0;
  #watcher = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.player = null;
    this.page = 0;
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => (this.page += 1), TURN_MS);
    this.#watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#watcher.disconnect();
    this.#run?.cancel();
    this.#run = null;
    this.#width = 0;
  }

  #chips(): Chip[] {
    const players = this.face?.views.get('board')?.players ?? [];
    return players
      .filter((player) => !this.player || player.id === this.player)
      .flatMap((player) => player.effects.map((effect) => ({ player, effect })));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.#measure();
  }

  /** Runs only where the chips do not fit; the run begins anew only when their width has changed. */
  #measure(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('.row');
    const one = row?.firstElementChild as HTMLElement | null;
    if (!row || !one || !this.face) return;
    const width = Math.round(one.scrollWidth);
    const runs = width > this.clientWidth - 40 && !isStill(this.face);
    row.classList.toggle('runs', runs);
    const wanted = runs ? width : 0;
    if (wanted === this.#width) return;
    this.#width = wanted;
    this.#run?.cancel();
    this.#run = runs
      ? row.animate([{ transform: 'none' }, { transform: `translateX(${-width}px)` }], {
          duration: (width / PACE) * 1000,
          iterations: Number.POSITIVE_INFINITY,
        })
      : null;
  }

  #left({ rolls, turns, until }: ActiveEffect): string {
    const { words, clock } = this.face!;
    const count = rolls ?? turns;
    if (count !== null) return words.stage.rollsLeft(count);
    if (until !== null) return words.secondsLeft(Math.max(0, Math.ceil((until - clock.now()) / 1000)));
    return words.stage.untilCamp;
  }

  #chip({ player, effect }: Chip): TemplateResult {
    const { pack } = this.face!;
    const entry = pack.entry('effects', effect.effect);
    const stacks = effect.stacks > 1 ? ` ×${effect.stacks}` : '';
    return html`<li class=${entry.polarity ?? 'mixed'}>${emblem(player.seat, 44)}<span class="who name" dir="auto">${player.name}</span>
      ${badge(entry, 38, effectLabel(this.face!, effect))}<b aria-hidden="true">${entry.name}${stacks}</b><small aria-hidden="true">${this.#left(effect)}</small></li>`;
  }

  #row(chips: readonly Chip[], hidden = false): TemplateResult {
    return html`<ul aria-hidden=${hidden}>${each(
      chips,
      ({ player, effect }) => `${player.id} ${effect.n}`,
      (chip) => this.#chip(chip),
    )}</ul>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const { stage } = face.words;
    const chips = this.#chips();
    if (chips.length === 0)
      return html`<section aria-label=${stage.inEffect}><h2 class="display">${stage.inEffect}</h2><p class="empty">${face.views.get('board') ? stage.noEffects : face.words.waiting}</p></section>`;
    const still = isStill(face);
    const from = still ? (this.page * 3) % chips.length : 0;
    const shown = still ? [...chips.slice(from), ...chips.slice(0, from)] : chips;
    return html`<section aria-label=${stage.inEffect}><h2 class="display">${stage.inEffect}</h2>
      <div class="window">${still ? keyed(from, html`<div class="row">${this.#row(shown)}</div>`) : html`<div class="row">${this.#row(shown)}${this.#width > 0 ? this.#row(shown, true) : nothing}</div>`}</div></section>`;
  }
}
