import { html, nothing, type TemplateResult } from 'lit';
import type { BagView, BoardView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { PackKind } from '../../link/pack.ts';
import type { BagItem, Command } from '../../link/types.ts';
import { emblem } from '../art/emblem.ts';
import { slot } from '../art/slot.ts';
import { targetsOf } from './deeds.ts';

/** Everything that is written of an item: what it does, the joke, the rule, how long it keeps. */
export function itemNotes(face: Face, item: BagItem): TemplateResult {
  const { words } = face;
  const entry = face.pack.entry('items', item.item);
  const facts = [
    // A host that does not send what the rules say leaves these out; a guess would be wrong.
    entry.rarity ? words.rarity[entry.rarity] : '',
    entry.category ? words.category[entry.category] : '',
    entry.element ? words.elements[entry.element] : '',
    item.charges !== null ? words.charges(item.charges) : '',
    item.ttl !== null ? words.lives(item.ttl) : '',
  ].filter(Boolean);
  return html`<span class="note-name">${entry.name}</span>
    <span class="note-facts">${facts.join(' · ')}</span>
    ${entry.line ? html`<span class="note-line">${entry.line}</span>` : nothing}
    ${entry.flavor ? html`<em class="note-flavor">${entry.flavor}</em>` : nothing}
    ${entry.rule ? html`<span class="note-rule">${entry.rule}</span>` : nothing}
    ${citedRule(face, 'items', item.item)}`;
}

/** «§ 6.1 Title» and the rule itself: where the book answers for a thing. */
export function citedRule(face: Face, kind: PackKind, id: string): TemplateResult | typeof nothing {
  const rule = face.pack.cited(kind, id);
  if (!rule) return nothing;
  return html`<span class="note-book"><b>§ ${rule.number} ${rule.title}</b> ${rule.text}</span>`;
}

/** Booster dice, by number of sides. */
export function dice(face: Face, bag: BagView): TemplateResult | typeof nothing {
  if (bag.boosters.length === 0) return nothing;
  return html`<p class="dice"><span>${face.words.boosters}</span>${bag.boosters.map((sides) => html`<b>d${sides}</b>`)}</p>`;
}

/** What the market under this player's feet sells. */
export function marketList(
  face: Face,
  bag: BagView,
  send: (command: Command) => void,
): TemplateResult | typeof nothing {
  if (!bag.market) return nothing;
  const { words, pack } = face;
  return html`<div class="shelf"><h3 class="display">${words.market}</h3>
    <ul class="items market">${bag.market.map(({ item, price }) => {
      const entry = pack.entry('items', item);
      return html`<li class="item ${entry.rarity ?? 'common'}"><div class="plate">
          <span class="picture">${slot(entry, 58)}</span>
          <span class="words"><b class="name">${entry.name}</b><small>${entry.line ?? ''}</small></span>
          <button ?disabled=${bag.gold < price} aria-label="${entry.name}: ${words.buy(price)}" @click=${() => send({ type: 'buy', item })}>${words.buy(price)}</button>
        </div></li>`;
    })}</ul></div>`;
}

export interface Sale {
  readonly bag: BagView;
  readonly item: BagItem;
  readonly send: (command: Command) => void;
}

/** One press sells; the notes of the item offer the same. */
export function sellButton(face: Face, { bag, item, send }: Sale): TemplateResult | typeof nothing {
  const price = bag.market ? bag.sellFor[item.n] : undefined;
  if (price === undefined) return nothing;
  const { name } = face.pack.entry('items', item.item);
  const label = face.words.sell(price);
  return html`<button class="sell" aria-label="${name}: ${label}" @click=${() => send({ type: 'sell', item: item.item })}>${label}</button>`;
}

export interface AimOptions {
  readonly board: BoardView;
  readonly player: string;
  readonly item: BagItem;
  /** May a cell be aimed at? */
  readonly cells: boolean;
  readonly send: (command: Command) => void;
  readonly cancel: () => void;
}

/** The choice of a target: players nearest first, or the number of a cell. */
export function aimForm(face: Face, options: AimOptions): TemplateResult {
  const { words } = face;
  const { board, item, send } = options;
  const entry = face.pack.entry('items', item.item);
  const onCell = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const cell = Number.parseInt(String(data.get('cell')), 10);
    if (Number.isInteger(cell)) send({ type: 'use', item: item.item, cell });
  };
  return html`<div class="aim" role="group" aria-label=${words.chooseTarget}>
    <b>${words.chooseTarget}</b>
    ${
      entry.target === 'cell'
        ? nothing
        : html`<div class="targets">${targetsOf(face, board, options).map(
            (target) =>
              html`<button @click=${() => send(target.command)}>${emblem(target.seat, 34)}<span class="name" dir="auto">${target.label}</span></button>`,
          )}</div>`
    }
    ${
      options.cells
        ? html`<form class="cell" @submit=${onCell}>
          <label>${words.onCell} <input name="cell" type="number" min="0" max=${board.map.cells.length - 1} required /></label>
          <button>${words.use}</button>
        </form>`
        : nothing
    }
    <button @click=${options.cancel}>${words.cancel}</button>
  </div>`;
}
