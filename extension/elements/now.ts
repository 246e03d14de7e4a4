/** What happens on air: the race, the question, the trial that viewers may trigger, how wishes ended. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExtTold } from '../../bot/protocol/extension.ts';
import { icon } from '../../overlay/elements/art/icon.ts';
import type { Session } from '../link/session.ts';
import { asked } from './asked.ts';
import { bonds, strip, table } from './race.ts';

export function nowTab(session: Session): TemplateResult {
  const quiet = session.state?.polls.length === 0;
  return html`${strip(session)}${asked(session)}${challenge(session)}${quiet ? table(session) : nothing}${bonds(session)}${told(session)}`;
}

function challenge(session: Session): TemplateResult | typeof nothing {
  const { state, me, words, busy } = session;
  const live = state?.status === 'running' || state?.status === 'superGame';
  if (!state?.open.trials || !me || !live) return nothing;
  const { cost, wait } = me.challenge;
  const { influence } = state.bag;
  const share = Math.min(1, influence / Math.max(1, cost));
  const missing = cost - influence;
  const why = !me.known
    ? words.loggedOut
    : wait > 0
      ? words.challengeWait(wait)
      : missing > 0
        ? words.challengePoor(missing)
        : words.challengeNote;
  const press = () =>
    me.shared ? session.act({ type: 'challenge' }) : session.twitch?.actions.requestIdShare();
  return html`<section class="card challenge">
    <div class="row">
      ${icon('influence', 22)}
      <span class="grow">${words.influence(influence, cost)}</span>
      <button class="main" ?disabled=${busy || wait > 0 || missing > 0 || !me.known} @click=${press}>${words.challenge}</button>
    </div>
    <span class="meter" aria-hidden="true"><i style="--share: ${share}"></i></span>
    <p class="note">${why}</p>
  </section>`;
}

const KIND = { challenged: 'trials', redeemed: 'rewards', helped: 'items', vote: '' } as const;

function told({ state, words, pack }: Session): TemplateResult | typeof nothing {
  if (!state) return nothing;
  const line = (one: ExtTold) => {
    const kind = KIND[one.is];
    return words.toldLine(one, kind ? pack.entry(kind, one.what).name : one.what);
  };
  return html`<section class="told" aria-label=${words.told}>
    <h3>${words.told}</h3>
    ${
      state.told.length === 0
        ? html`<p class="note">${words.nothingTold}</p>`
        : html`<ul>${state.told.map(
            (one) => html`<li>
              ${icon(ICON[one.is], 16)}
              <span dir="auto">${line(one)}</span>
              ${one.end === 'returned' ? html`<small>${words.notDone}: ${words.whyOf(one.why)}</small>` : nothing}
            </li>`,
          )}</ul>`
    }
  </section>`;
}

const ICON = { challenged: 'trial', redeemed: 'item', helped: 'helper', vote: 'chat' } as const;
