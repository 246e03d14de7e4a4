import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { BagView, BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import { playerOf } from '../../link/face.ts';
import type { ViewName } from '../../link/views.ts';
import { number, signed } from '../../texts/plural.ts';
import { badge } from '../art/badge.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { rose } from '../art/rose.ts';
import { common } from '../common.styles.ts';
import { effectLabel } from '../effect-label.ts';
import { FaceElement } from '../face-element.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { lamps, marks } from '../marks/templates.ts';
import { healthMeter } from '../meter.ts';
import { placeOf, progress } from '../seat.ts';
import { playerCardStyles } from './player-card.styles.ts';

/** One player close up: place, way, health, effects, money, attributes. */
export class PlayerCardElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String } };
  static override styles = [common, marksStyles, playerCardStyles];
  declare player: string;

  constructor() {
    super();
    this.player = 'p1';
  }

  protected override watched(): readonly ViewName[] {
    return ['board', `bag:${this.player}`];
  }

  protected override isTicking(): boolean {
    return this.face !== null && playerOf(this.face, this.player)?.tokens.next != null;
  }

  #effects(player: PlayerView): TemplateResult | typeof nothing {
    const face = this.face!;
    if (player.effects.length === 0) return nothing;
    return html`<ul class="effects" aria-label=${face.words.effects}>
      ${player.effects.map((effect) => {
        const entry = face.pack.entry('effects', effect.effect);
        const bane = entry.polarity === 'negative' ? 'bane' : '';
        const left = effect.rolls ?? effect.turns;
        return html`<li class=${bane} title=${effectLabel(face, effect)}>${badge(entry, 28, effectLabel(face, effect))}
          <span class="name" aria-hidden="true">${entry.name}</span>${left === null ? nothing : html`<b aria-hidden="true">${left}</b>`}</li>`;
      })}
    </ul>`;
  }

  #tokens(player: PlayerView): TemplateResult {
    const { words, clock } = this.face!;
    const { count, next } = tokensAt(player.tokens, clock.now());
    const wait = next === null ? '' : `, ${words.nextIn(seconds(next, clock.now()))}`;
    return html`<span class="pair">${icon('roll', 24)}<b>${number(words.lang, count)}</b><small>${words.rollsReady(count)}${wait}</small></span>`;
  }

  #numbers(player: PlayerView, bag: BagView | null): TemplateResult {
    const { words } = this.face!;
    const n = (value: number) => number(words.lang, value);
    return html`<div class="numbers">
        ${this.#tokens(player)}
        <span class="pair" title=${words.gold}>${icon('gold', 24)}<b>${n(player.gold)}</b><small>${words.gold}</small></span>
        <span class="pair" title=${words.influence}>${icon('influence', 24)}<b>${n(player.influence)}</b><small>${words.influence}</small></span>
      </div>
      ${
        bag
          ? html`<ul class="attributes">${Object.entries(bag.attributes).map(([id, value]) => {
              const name = Object.hasOwn(words.attributes, id)
                ? words.attributes[id as keyof typeof words.attributes]
                : id;
              return html`<li><span>${name}</span><b>${n(value)}</b></li>`;
            })}</ul>`
          : nothing
      }`;
  }

  #card(board: BoardView, player: PlayerView): TemplateResult {
    const { words, pack, views } = this.face!;
    const { done, total } = progress(board, player);
    const place = placeOf(board, player);
    return html`<div class="top">
        ${emblem(player.seat, 92, { crown: place === 1 })}
        <div class="about">
          <h2 class="name display" dir="auto">${player.name}</h2>
          <p class="where">${rose(player.zone, 24)}<span>${words.place(place)} · ${words.zones[player.zone]} <b>${done}/${total}</b></span></p>
          <p class="class">${pack.entry('classes', player.classId).name}${player.kind === 'bot' ? ` · ${words.bot}` : ''}</p>
        </div>
      </div>
      <div class="hp">${healthMeter(player.hp, player.maxHp, words.health(player.hp, player.maxHp))}<b>${signed(words.lang, player.hp).replace('+', '')}/${player.maxHp}</b></div>
      ${player.final ? lamps(this.face!, player.final, 30) : nothing}
      ${marks(this.face!, { board, player }, { size: 24, most: 9 })}
      ${this.#effects(player)}
      ${this.#numbers(player, views.get(`bag:${player.id}`))}`;
  }

  override render(): TemplateResult {
    const { face } = this;
    const board = face?.views.get('board');
    const player = face && playerOf(face, this.player);
    if (!face) return html``;
    if (!board || !player) return html`<p class="waiting">${face.words.waiting}</p>`;
    return html`<section aria-label=${player.name}>${this.#card(board, player)}</section>`;
  }
}

/** The view is as old as the last command: a roll that has come since is counted here, and no further one guessed. */
function tokensAt({ count, next }: PlayerView['tokens'], now: number): PlayerView['tokens'] {
  return next !== null && next <= now ? { count: count + 1, next: null } : { count, next };
}

function seconds(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
