/** Standings as the left window of the altarpiece: a row a player, moved by transform when places change. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import { badge } from '../art/badge.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { rose } from '../art/rose.ts';
import { each } from '../each.ts';
import { effectLabel } from '../effect-label.ts';
import { healthMeter } from '../meter.ts';
import { placeOf, progress } from '../seat.ts';

const EFFECTS_SHOWN = 3;

function effects(face: Face, player: PlayerView): TemplateResult | typeof nothing {
  const all = player.effects;
  if (all.length === 0) return nothing;
  const shown = all.length > EFFECTS_SHOWN ? all.slice(0, EFFECTS_SHOWN - 1) : all;
  const more = all.length - shown.length;
  return html`<span class="effects">
    ${shown.map((one) => badge(face.pack.entry('effects', one.effect), 28, effectLabel(face, one)))}
    ${more > 0 ? html`<b class="more">+${more}</b>` : nothing}
  </span>`;
}

function row(face: Face, board: BoardView, player: PlayerView): TemplateResult {
  const { words } = face;
  const { done, total } = progress(board, player);
  const place = placeOf(board, player);
  const acting = player.pending !== null;
  return html`<li class=${acting ? 'acting' : ''} .style=${`--row:${place - 1}; --zone:var(--zone-${player.zone})`}>
    <span class="rank display" aria-hidden="true">${place}</span>
    ${emblem(player.seat, 74, { crown: place === 1 })}
    <div class="about">
      <div class="top">
        <span class="name" dir="auto">${player.name}</span>
        ${player.link === 'down' ? html`<span class="lost" role="img" aria-label=${words.linkDown} title=${words.linkDown}>${icon('unlinked', 20)}</span>` : nothing}
      </div>
      <span class="hidden-words">${words.place(place)}, ${words.cellsDone(done, total)}</span>
      <div class="line">
        ${rose(player.zone, 27, words.zones[player.zone])}
        <span class="cells" aria-hidden="true"><b>${done}</b>/${total}</span>
        ${effects(face, player)}
      </div>
      ${healthMeter(player.hp, player.maxHp, words.health(player.hp, player.maxHp))}
    </div>
  </li>`;
}

/** All rows; the list keeps the order of seats, so that moving rows are never taken out and put back. */
export function lancetRows(face: Face, board: BoardView): TemplateResult {
  const { words } = face;
  return html`<div class="crest">
      ${rose('heaven', 62)}
      <b class="display">MSIG</b>
      <span>${words.race[board.pace]}${board.ranked ? '' : html` · ${words.practice}`}</span>
    </div>
    <h2 class="hidden-words">${words.standings}</h2>
    <ol class="rows" .style=${`--rows:${board.players.length}`}>
      ${each(
        board.players,
        (player) => player.id,
        (player) => row(face, board, player),
      )}
    </ol>`;
}
