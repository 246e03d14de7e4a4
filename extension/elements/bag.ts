/** The bag of this streamer; who has been made a helper uses from it what the grant reaches. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BagItemView } from '../../bot/protocol/views.ts';
import { badge } from '../../overlay/elements/art/badge.ts';
import { emblem } from '../../overlay/elements/art/emblem.ts';
import { icon } from '../../overlay/elements/art/icon.ts';
import { slot } from '../../overlay/elements/art/slot.ts';
import type { Session } from '../link/session.ts';
import { standings } from './race.ts';

/** Which item lies open, and whether a target is being chosen for it. */
export interface BagLook {
  readonly open: number | null;
  readonly aiming: boolean;
  readonly look: (change: { readonly open?: number | null; readonly aiming?: boolean }) => void;
}

export function bagTab(session: Session, look: BagLook): TemplateResult {
  const { state, words } = session;
  if (!state) return html``;
  const { items, slots, dice, gold } = state.bag;
  return html`<section class="bag" aria-label=${words.tabs.bag}>
    <p class="sums"><span>${words.slots(items.length, slots)}</span><span>${words.gold}: <b>${gold}</b></span></p>
    ${dice.length > 0 ? html`<p class="dice"><span>${words.spareDice}</span>${dice.map((sides) => html`<b>d${sides}</b>`)}</p>` : nothing}
    ${items.length === 0 ? html`<p class="note">${words.emptyBag}</p>` : nothing}
    <ul class="items">${items.map((item) => row(session, item, look))}</ul>
    ${effects(session)}
  </section>`;
}

/** What is laid on our player; a boon is round, a bane points down. */
function effects({ state, words, pack }: Session): TemplateResult | typeof nothing {
  const own = state?.players.find(({ id }) => id === state.seat)?.fx ?? [];
  if (own.length === 0) return nothing;
  return html`<h3>${words.effects}</h3>
    <ul class="effects">${own.map(([, id]) => {
      const entry = pack.entry('effects', id);
      return html`<li>${badge(entry, 30, entry.name)}<span class="words"><b>${entry.name}</b><small>${entry.line ?? ''}</small></span></li>`;
    })}</ul>`;
}

function row(session: Session, item: BagItemView, { open, aiming, look }: BagLook): TemplateResult {
  const { pack, words, me } = session;
  const entry = pack.entry('items', item.item);
  const rarity = entry.rarity ?? 'common';
  const shown = open === item.n;
  const reach = me?.grant?.reach.includes(item.n) === true;
  const facts = [
    words.rarity[rarity] ?? '',
    item.worn ? words.worn : '',
    item.charges !== null && item.charges > 1 ? words.charges(item.charges) : '',
    item.wait > 0 ? words.waits(item.wait) : '',
  ].filter(Boolean);
  return html`<li class=${rarity}>
    <button class="plate" aria-expanded=${shown} @click=${() => look({ open: shown ? null : item.n, aiming: false })}>
      ${slot(entry, 44)}
      <span class="words"><b>${entry.name}</b><small>${facts.join(' · ')}</small></span>
      ${reach ? html`<span class="hand" role="img" aria-label=${words.helper}>${icon('helper', 20)}</span>` : nothing}
    </button>
    ${
      shown
        ? html`<div class="notes">
          ${entry.line ? html`<p>${entry.line}</p>` : nothing}
          ${entry.flavor ? html`<p class="flavor">${entry.flavor}</p>` : nothing}
          ${reach ? use(session, item, { open, aiming, look }) : nothing}
        </div>`
        : nothing
    }
  </li>`;
}

function use(session: Session, item: BagItemView, { aiming, look }: BagLook): TemplateResult {
  const { words, pack, busy, me } = session;
  const { target } = pack.entry('items', item.item);
  const off = busy || item.wait > 0 || item.worn || (me?.grant?.left ?? 0) < 1;
  const act = (more: { targets?: string[]; cell?: number } = {}) => {
    look({ open: null, aiming: false });
    void session.act({ type: 'use', item: item.item, ...more });
  };
  const direct = target === 'self' || target === 'all' || target === undefined;
  if (!aiming || direct)
    return html`<button class="main" ?disabled=${off} @click=${() => (direct ? act() : look({ aiming: true }))}>${words.use}</button>`;
  return html`<div class="aim" role="group" aria-label=${words.onWhom}>
    <b>${words.onWhom}</b>
    ${
      target === 'cell'
        ? cellForm(session, (cell) => act({ cell }))
        : rivals(session, {
            choose: (id) => act({ targets: [id] }),
            ...(target === 'ally' ? { alone: () => act() } : {}),
          })
    }
    <button @click=${() => look({ aiming: false })}>${words.cancel}</button>
  </div>`;
}

interface Choice {
  readonly choose: (id: string) => void;
  /** For the owner, with nobody named: what is for allies does its smaller thing. */
  readonly alone?: () => void;
}

function rivals(session: Session, { choose, alone }: Choice): TemplateResult {
  const seat = session.state?.seat;
  const open = standings(session).filter(({ player }) => alone || player.id !== seat);
  return html`<div class="rivals">${open.map(
    ({ player }) =>
      html`<button @click=${() => (player.id === seat ? alone?.() : choose(player.id))}>${emblem(player.seat, 26)}<span class="name" dir="auto">${player.name}</span></button>`,
  )}</div>`;
}

function cellForm({ words, map }: Session, choose: (cell: number) => void): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const cell = Number.parseInt(
      String(new FormData(event.currentTarget as HTMLFormElement).get('cell')),
      10,
    );
    if (Number.isSafeInteger(cell)) choose(cell);
  };
  return html`<form class="number" @submit=${send}>
    <label>${words.cell}<input name="cell" type="number" min="0" max=${(map?.cells.length ?? 1) - 1} required /></label>
    <button class="main">${words.use}</button>
  </form>`;
}
