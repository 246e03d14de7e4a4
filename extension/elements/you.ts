/** The viewer's own page: who they are to the game, rights, what Bits buy, what became of everything. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExtReceipt } from '../../bot/protocol/extension.ts';
import type { Session } from '../link/session.ts';

export function youTab(session: Session): TemplateResult {
  return html`${identity(session)}${grant(session)}${bits(session)}${receipts(session)}`;
}

function identity({ me, words, twitch }: Session): TemplateResult {
  const share = () => twitch?.actions.requestIdShare();
  const [title, note] = !me
    ? [words.loading, '']
    : me.shared
      ? [words.known, words.knownNote]
      : me.known
        ? [words.anonymous, words.anonymousNote]
        : [words.loggedOut, ''];
  return html`<section class="card" aria-label=${words.identity}>
    <span class="label">${words.identity}</span>
    <h2>${title}</h2>
    ${note ? html`<p class="note">${note}</p>` : nothing}
    ${me?.known && !me.shared ? html`<button class="main wide" @click=${share}>${words.share}</button>` : nothing}
  </section>`;
}

function grant({ me, words, pack }: Session): TemplateResult | typeof nothing {
  if (!me?.shared) return nothing;
  const own = me.grant;
  if (!own)
    return html`<section class="card"><span class="label">${words.helper}</span><p class="note">${words.noGrant}</p></section>`;
  return html`<section class="card">
    <span class="label">${words.helper}</span>
    <p><b>${words.grantLeft(own.left, own.uses, own.per)}</b>, ${own.target === 'self' ? words.grantSelf : words.grantAny}</p>
    ${own.waiting ? html`<p>${words.grantWaits(pack.entry('items', own.waiting).name)}</p>` : nothing}
    ${own.approval ? html`<p class="note">${words.grantAsks}</p>` : nothing}
  </section>`;
}

function bits(session: Session): TemplateResult | typeof nothing {
  const { me, words, pack, twitch, busy } = session;
  if (!me) return nothing;
  const shop = twitch?.features.isBitsEnabled ? me.products : [];
  if (shop.length === 0 && me.credits.length === 0) return nothing;
  return html`<section class="card bits">
    ${
      me.credits.length === 0
        ? nothing
        : html`<span class="label">${words.credits}</span>
          <ul>${me.credits.map(
            ({ transaction, sku, why }) => html`<li>
              <span class="words"><b>${pack.entry('rewards', sku).name}</b><small>${words.whyOf(why)}</small></span>
              <button ?disabled=${busy} @click=${() => session.credit(transaction)}>${words.tryAgain}</button>
            </li>`,
          )}</ul>`
    }
    ${
      shop.length === 0
        ? nothing
        : html`<span class="label">${words.bits}</span>
          <ul>${shop.map(({ sku, bits: price }) => {
            const { name, line } = pack.entry('rewards', sku);
            return html`<li>
              <span class="words"><b>${name}</b><small>${line ?? ''}</small></span>
              <button aria-label="${name}: ${words.bitsPrice(price)}" @click=${() => twitch?.bits?.useBits(sku)}>${words.bitsPrice(price)}</button>
            </li>`;
          })}</ul>
          <p class="note">${words.bitsNote}</p>`
    }
  </section>`;
}

const KIND = { use: 'items', bits: 'rewards', credit: 'rewards', vote: '', challenge: '' } as const;

function receipts({ me, words, pack, lang }: Session): TemplateResult {
  const told = ({ is, what, text }: ExtReceipt) =>
    text[lang] || words.receipt[is](KIND[is] ? pack.entry(KIND[is], what).name : what);
  const list = me?.receipts ?? [];
  return html`<section class="told" aria-label=${words.receipts}>
    <h3>${words.receipts}</h3>
    ${
      list.length === 0
        ? html`<p class="note">${words.noReceipts}</p>`
        : html`<ul>${list.map(
            (one) =>
              html`<li><span class=${one.ok ? 'tick' : 'cross'} aria-hidden="true">${one.ok ? '✓' : '–'}</span>
                <span dir="auto">${told(one)}</span><small>${one.ok ? words.done : words.notDone}</small></li>`,
          )}</ul>`
    }
  </section>`;
}
