/** A fight of the streamer: who stands there, with how much health, and what is about to land where. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExtFight } from '../../bot/protocol/extension.ts';
import type { Session } from '../link/session.ts';

export function fight(session: Session): TemplateResult | typeof nothing {
  const { state, words } = session;
  if (!state?.fight) return nothing;
  const { round, foes } = state.fight;
  return html`<section class="card fight" aria-label=${words.pending.fight}>
    <span class="label">${words.pending.fight} · ${words.round(round)}</span>
    <ul>${foes.map((foe) => foeRow(session, foe))}</ul>
    <p class="note">${words.streamerDecides}</p>
  </section>`;
}

function foeRow({ pack, words }: Session, foe: ExtFight['foes'][number]): TemplateResult {
  const { template, affix, hp, max, next } = foe;
  const name = pack.monster(template, affix);
  return html`<li>
    <b dir="auto">${name}</b>
    <span class="hp" role="img" aria-label=${words.hp(hp, max)}><i style="--share: ${max > 0 ? hp / max : 0}"></i></span>
    ${next ? html`<small>${words.lands(next.lands.map((band) => words.bands[band] ?? band))}</small>` : nothing}
  </li>`;
}
