import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BagView, BoardView, Moment, PlayerView } from '../../../bot/protocol/views.ts';
import { playerOf } from '../../link/face.ts';
import type { ViewName } from '../../link/views.ts';
import { number } from '../../texts/plural.ts';
import { badge } from '../art/badge.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { pane } from '../art/frame.ts';
import { icon } from '../art/icon.ts';
import { rose } from '../art/rose.ts';
import { slot } from '../art/slot.ts';
import { common } from '../common.styles.ts';
import { effectLabel } from '../effect-label.ts';
import { FaceElement } from '../face-element.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { lamps, marks } from '../marks/templates.ts';
import { healthMeter } from '../meter.ts';
import { placeOf, progress } from '../seat.ts';
import { signCard } from '../sign/card.ts';
import { Longest } from '../task/longest.ts';
import { askedOf, type Task, tasksOf } from '../task/stage.ts';
import { cornerStyles } from './corner.styles.ts';

const FRAME = pane({ width: 420, height: 300, hue: 276 });
const EFFECTS = 3;
/** Up to so many effects have room for their names; more are told by their badges. */
const NAMED = 2;
const ITEMS = 5;

/** One player's card in a corner of the stream: place, health, coins, effects, a peek into the bag, what comes next. */
export class CornerElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String }, hit: { state: true } };
  static override styles = [common, marksStyles, cornerStyles];
  declare player: string;
  /** The last change of health or coins, for a moment: «+3 HP». */
  declare hit: { readonly key: number; readonly text: string; readonly good: boolean } | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #longest = new Longest();

  constructor() {
    super();
    this.player = 'p1';
    this.hit = null;
  }

  protected override watched(): readonly ViewName[] {
    return ['board', `bag:${this.player}`];
  }

  protected override isTicking(): boolean {
    const player = this.face && playerOf(this.face, this.player);
    return player != null && (player.tokens.next !== null || this.#task() !== null);
  }

  protected override heard(moments: readonly Moment[]): void {
    for (const moment of moments) {
      for (const event of moment.events) {
        if (event.type !== 'counted' || event.player !== this.player || event.by === 0) continue;
        if (event.what !== 'hp' && event.what !== 'gold') continue;
        const sign = event.by > 0 ? '+' : '−';
        const text = `${sign}${Math.abs(event.by)}${event.what === 'hp' ? ' HP' : ''}`;
        this.hit = { key: moment.seq, text, good: event.by > 0 };
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => (this.hit = null), 2_200);
      }
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #task(): Task | null {
    const { face } = this;
    const board = face?.views.get('board');
    if (!face || !board) return null;
    return askedOf(tasksOf(face, board), this.player)[0] ?? null;
  }

  #effects(player: PlayerView): TemplateResult {
    const face = this.face!;
    const shown = player.effects.slice(-EFFECTS);
    const rest = player.effects.length - shown.length;
    return html`<ul class="effects" aria-label=${face.words.effects}>
      ${shown.map((effect) => {
        const entry = face.pack.entry('effects', effect.effect);
        const left = effect.rolls ?? effect.turns;
        return html`<li class=${entry.polarity === 'negative' ? 'bane' : ''}>${badge(entry, 27, effectLabel(face, effect))}${shown.length <= NAMED ? html`<span class="name" aria-hidden="true">${entry.name}</span>` : nothing}${left === null ? nothing : html`<b aria-hidden="true">${left}</b>`}</li>`;
      })}
      ${rest > 0 ? html`<li class="more">${face.words.stage.more(rest)}</li>` : nothing}
    </ul>`;
  }

  #bag(bag: BagView | null, player: PlayerView): TemplateResult {
    const face = this.face!;
    if (!bag)
      return html`<p class="peek"><span class="pair">${icon('item', 30, 'var(--gold)')}<b>${player.items}</b></span></p>`;
    const shown = bag.items.slice(0, ITEMS);
    const rest = bag.items.length - shown.length;
    return html`<ul class="peek" aria-label=${face.words.bag}>
      ${shown.map((item) => {
        const entry = face.pack.entry('items', item.item);
        return html`<li title=${entry.name}>${slot(entry, 52)}<span class="hidden-words">${entry.name}</span>${item.charges !== null && item.charges > 1 ? html`<b aria-hidden="true">${item.charges}</b>` : nothing}</li>`;
      })}
      ${rest > 0 ? html`<li class="more">${face.words.stage.more(rest)}</li>` : nothing}
      ${rest <= 0 ? bag.boosters.slice(0, ITEMS - shown.length).map((sides) => html`<li class="die">d${sides}</li>`) : nothing}
      ${bag.items.length + bag.boosters.length === 0 ? html`<li class="empty">${face.words.emptyBag}</li>` : nothing}
    </ul>`;
  }

  #next(player: PlayerView, task: Task | null): TemplateResult {
    const { words, clock } = this.face!;
    if (task) {
      const left = task.until === null ? null : Math.max(0, task.until - clock.now());
      const of = (task.lasts ?? this.#longest.of(task.key, left ?? 0)) / 1000;
      return html`<div class="next" aria-live="polite"><div class="words"><small>${task.label}</small><b>${task.word ? `${words.voicesWrite(task.need)}: ${task.word}` : task.title}</b>
          ${task.need > 0 ? html`<i class="bar" .style=${`--share:${Math.min(1, task.have / task.need).toFixed(3)}`}></i>` : nothing}</div>
        ${left === null ? nothing : countdown({ left: left / 1000, of, size: 74, label: words.secondsLeft(Math.ceil(left / 1000)) })}</div>`;
    }
    const came = player.tokens.next !== null && player.tokens.next <= clock.now() ? 1 : 0;
    const ready = player.tokens.count + came;
    const wait =
      player.tokens.next === null ? 0 : Math.max(0, Math.ceil((player.tokens.next - clock.now()) / 1000));
    return html`<div class="next"><div class="words"><small>${ready > 0 ? words.stage.ready(ready) : words.stage.nextRoll(wait)}</small><b class="typed">${words.commands.roll}</b></div></div>`;
  }

  #card(board: BoardView, player: PlayerView): TemplateResult {
    const { words, views } = this.face!;
    const { done, total } = progress(board, player);
    const place = placeOf(board, player);
    const { hit } = this;
    return html`<div class="niche" .style=${`--zone:var(--glass-${player.zone})`}>${emblem(player.seat, 88, { crown: place === 1 })}<b class="rank display" aria-hidden="true">${place}</b></div>
      <div class="about"><h1 class="name display" dir="auto">${player.name}</h1>
        <p class="where">${rose(player.zone, 26)}<span class="hidden-words">${words.place(place)}, </span><span class="name">${words.zones[player.zone]}</span> <b>${done}/${total}</b></p>
        <div class="hp">${healthMeter(player.hp, player.maxHp, words.health(player.hp, player.maxHp))}<b>${player.hp}/${player.maxHp}</b></div>
      </div>
      ${hit ? keyed(hit.key, html`<b class="hit ${hit.good ? 'boon' : 'bane'}" aria-hidden="true">${hit.text}</b>`) : nothing}
      <div class="row"><span class="pair coins">${icon('gold', 26, 'var(--gold)')}<b>${number(words.lang, player.gold)}</b><span class="hidden-words">${words.gold}</span></span>${player.final ? lamps(this.face!, player.final, 22) : nothing}${marks(this.face!, { board, player }, { size: 22, most: player.final ? 1 : 2 })}${this.#effects(player)}</div>
      ${this.#bag(views.get(`bag:${player.id}`), player)}
      ${this.#next(player, this.#task())}`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    const player = playerOf(face, this.player);
    if (!board) return html`${FRAME}${signCard(face.words.stage.signs.waiting, 'static', true)}`;
    if (!player) return html`${FRAME}${signCard(face.words.stage.signs.noSeat, 'static', true)}`;
    return html`${FRAME}<section class="card" aria-label=${player.name}>${this.#card(board, player)}</section>`;
  }
}
