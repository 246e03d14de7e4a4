import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { BagView } from '../../../bot/protocol/views.ts';
import type { BagItem, Command } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { slot } from '../art/slot.ts';
import { common, controls } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { bagStyles } from './bag.styles.ts';
import { aim, deedsOf } from './deeds.ts';
import { aimForm, dice, itemNotes, marketList, sellButton } from './templates.ts';

/** A player's bag. What is pressed leaves as an `msig-command` event with the command in its detail. */
export class BagElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    open: { state: true },
    aiming: { state: true },
  };
  static override styles = [common, controls, bagStyles];
  declare player: string;
  /** Number of the item whose notes are shown. */
  declare open: number | null;
  declare aiming: boolean;

  constructor() {
    super();
    this.player = 'p1';
    this.open = null;
    this.aiming = false;
  }

  protected override watched(): readonly ViewName[] {
    return ['board', `bag:${this.player}`];
  }

  #send(command: Command): void {
    this.aiming = false;
    this.open = null;
    this.dispatchEvent(new CustomEvent('msig-command', { detail: command, bubbles: true, composed: true }));
  }

  #aim(on: boolean): void {
    this.aiming = on;
  }

  #toggle(n: number): void {
    this.open = this.open === n ? null : n;
    this.aiming = false;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.open === null) return;
    const { open } = this;
    if (this.aiming) this.aiming = false;
    else this.open = null;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-n="${open}"]`)?.focus(),
    );
  }

  #item(bag: BagView, item: BagItem): TemplateResult {
    const face = this.face!;
    const entry = face.pack.entry('items', item.item);
    const open = this.open === item.n;
    const rarity = entry.rarity ?? 'common';
    const notes = [
      entry.rarity ? face.words.rarity[entry.rarity] : '',
      item.worn ? face.words.worn : '',
      item.wait > 0 ? face.words.waits(item.wait) : '',
    ].filter(Boolean);
    return html`<li class="item ${rarity} ${open ? 'open' : ''}">
      <button class="plate" data-n=${item.n} aria-expanded=${open} aria-describedby="tip-${item.n}" @click=${() => this.#toggle(item.n)}>
        <span class="picture">${slot(entry, 58)}${item.charges !== null && item.charges > 1 ? html`<b class="charges">${item.charges}</b>` : nothing}</span>
        <span class="words">
          <b class="name">${entry.name}</b>
          <small>${notes.join(' · ')}</small>
        </span>
      </button>
      ${sellButton(face, { bag, item, send: (command) => this.#send(command) })}
      <span class="tip" role="tooltip" id="tip-${item.n}">${itemNotes(face, item)}</span>
      ${open ? this.#notes(bag, item) : nothing}
    </li>`;
  }

  #notes(bag: BagView, item: BagItem): TemplateResult {
    const face = this.face!;
    const board = face.views.get('board');
    const entry = face.pack.entry('items', item.item);
    return html`<div class="notes">
      ${itemNotes(face, item)}
      ${
        this.aiming && board
          ? aimForm(face, {
              board,
              player: this.player,
              item,
              cells: aim(entry) !== 'player',
              send: (command) => this.#send(command),
              cancel: () => this.#aim(false),
            })
          : html`<div class="deeds">
            ${deedsOf(face, bag, item).map(
              (deed) =>
                html`<button class=${deed.main ? 'main' : ''} @click=${() => (deed.command ? this.#send(deed.command) : this.#aim(true))}>${deed.label}</button>`,
            )}
          </div>`
      }
    </div>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const { words } = face;
    const bag = face.views.get(`bag:${this.player}`);
    if (!bag) return html`<h2 class="display">${words.bag}</h2><p class="empty">${words.waiting}</p>`;
    return html`<section aria-label=${words.bag} @keydown=${(event: KeyboardEvent) => this.#onKey(event)}>
      <header><h2 class="display">${words.bag}</h2><span>${words.slots(bag.items.length, bag.slots)}</span></header>
      ${marketList(face, bag, (command) => this.#send(command))}
      ${dice(face, bag)}
      ${bag.items.length === 0 ? html`<p class="empty">${words.emptyBag}</p>` : nothing}
      <ul class="items">${each(
        bag.items,
        (item) => item.n,
        (item) => this.#item(bag, item),
      )}</ul>
    </section>`;
  }
}
