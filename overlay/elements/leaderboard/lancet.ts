/** Standings as the left window of the altarpiece: a row a player, moved by transform when places change. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import { number } from '../../texts/plural.ts';
import { badge } from '../art/badge.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { rose } from '../art/rose.ts';
import { each } from '../each.ts';
import { effectLabel } from '../effect-label.ts';
import { marksOf } from '../marks/marks.ts';
import { lamps, marks } from '../marks/templates.ts';
import { healthMeter } from '../meter.ts';
import { placeOf, progress } from '../seat.ts';

/** Badges that fit in a line of their own; each sign before them takes the room of one. */
const EFFECTS_SHOWN = 3;
/** So few players leave room for larger rows, with what each of them has. */
const ROOMY = 5;

/** How many places there are for badges; a number for the rest takes one. Roomy rows put them on a line of their own. */
function placesFor(face: Face, board: BoardView, player: PlayerView): number {
  if (board.players.length <= ROOMY) return EFFECTS_SHOWN;
  return EFFECTS_SHOWN - (player.final ? 2 : Math.min(2, marksOf(face, board, player).length));
}

function effects(face: Face, board: BoardView, player: PlayerView): TemplateResult | typeof nothing {
  const all = player.effects;
  if (all.length === 0) return nothing;
  const places = placesFor(face, board, player);
  const shown = all.length > places ? all.slice(0, places - 1) : all;
  const rest = all.slice(shown.length).map((one) => effectLabel(face, one));
  return html`<span class="effects">
    ${shown.map((one) => badge(face.pack.entry('effects', one.effect), 28, effectLabel(face, one)))}
    ${rest.length > 0 ? html`<b class="more" role="img" aria-label=${rest.join(', ')} title=${rest.join(', ')}>+${rest.length}</b>` : nothing}
  </span>`;
}

/** Health and gold in figures. */
function figures({ words }: Face, { hp, maxHp, gold }: PlayerView): TemplateResult {
  const n = (value: number) => number(words.lang, value);
  return html`<p class="figures"><b aria-hidden="true">${n(hp)}/${n(maxHp)}</b>
    <span title=${words.gold}>${icon('gold', 24)}<b>${n(gold)}</b><span class="hidden-words">${words.gold}</span></span></p>`;
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
        <span class="cells" aria-hidden="true"><b>${done}</b><i>/${total}</i></span>
        ${player.final ? lamps(face, player.final, player.effects.length > 0 ? 16 : 18) : marks(face, { board, player }, { size: player.effects.length > 0 ? 17 : 20, most: 1, bare: player.effects.length > 0 })}
        ${effects(face, board, player)}
      </div>
      ${healthMeter(player.hp, player.maxHp, words.health(player.hp, player.maxHp))}
      ${board.players.length > ROOMY ? nothing : figures(face, player)}
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
    <ol class="rows ${board.players.length > ROOMY ? '' : 'roomy'}" .style=${`--rows:${board.players.length}`}>
      ${each(
        board.players,
        (player) => player.id,
        (player) => row(face, board, player),
      )}
    </ol>`;
}
