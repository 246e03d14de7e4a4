import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import { isStill } from '../../link/face.ts';
import type { ActiveEffect, Treaty } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { badge } from '../art/badge.ts';
import { emblem } from '../art/emblem.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { effectLabel } from '../effect-label.ts';
import { FaceElement } from '../face-element.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { bondsOf, clockTime } from '../marks/marks.ts';
import { stateMark } from '../marks/templates.ts';
import { tickerStyles } from './ticker.styles.ts';

/** Pixels a second: slow enough to be read by whoever reads slowly. */
const PACE = 70;
/** Without motion, a page of effects is shown for this long. */
const TURN_MS = 6_000;

interface Chip {
  readonly key: string;
  readonly render: () => TemplateResult;
}

/** All effects in force, one after another: on whom, what, and for how long. */
export class TickerElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String }, page: { state: true } };
  static override styles = [common, marksStyles, tickerStyles];
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
    const board = this.face?.views.get('board');
    if (!board) return [];
    const treaties = this.player ? bondsOf(board, this.player) : (board.treaties ?? []);
    return [
      ...treaties.map((treaty) => ({ key: `treaty ${treaty.n}`, render: () => this.#bond(board, treaty) })),
      ...board.players
        .filter((player) => !this.player || player.id === this.player)
        .flatMap((player) =>
          player.effects.map((effect) => ({
            key: `${player.id} ${effect.n}`,
            render: () => this.#effect(player, effect),
          })),
        ),
    ];
  }

  #bond(board: BoardView, { kind, between, until }: Treaty): TemplateResult {
    const { words, clock } = this.face!;
    const [a, b] = between.map((id) => board.players.find((one) => one.id === id));
    const label = words.marks.treaties[kind];
    const sign = {
      key: kind,
      icon: kind === 'alliance' ? ('treaty' as const) : kind,
      shape: kind,
      label,
      seat: null,
    };
    const left = until === null ? '' : clockTime(until - clock.now());
    return html`<li class="bond ${kind === 'war' ? 'negative' : 'positive'}">${a ? emblem(a.seat, 44) : nothing}<span class="who name" dir="auto">${a?.name ?? between[0]}</span>
      ${stateMark(sign, 34)}${b ? emblem(b.seat, 44) : nothing}<span class="who name" dir="auto">${b?.name ?? between[1]}</span><b aria-hidden="true">${label}</b>${left ? html`<small>${left}</small>` : nothing}</li>`;
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

  #effect(player: PlayerView, effect: ActiveEffect): TemplateResult {
    const { pack } = this.face!;
    const entry = pack.entry('effects', effect.effect);
    const stacks = effect.stacks > 1 ? ` ×${effect.stacks}` : '';
    return html`<li class=${entry.polarity ?? 'mixed'}>${emblem(player.seat, 44)}<span class="who name" dir="auto">${player.name}</span>
      ${badge(entry, 38, effectLabel(this.face!, effect))}<b aria-hidden="true">${entry.name}${stacks}</b><small aria-hidden="true">${this.#left(effect)}</small></li>`;
  }

  #row(chips: readonly Chip[], hidden = false): TemplateResult {
    return html`<ul aria-hidden=${hidden}>${each(
      chips,
      (chip) => chip.key,
      (chip) => chip.render(),
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
