/** The race at a glance: how far everybody is on one band of coloured glass, and the standings. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ExtPlayer, ZoneId } from '../../bot/protocol/extension.ts';
import { emblem } from '../../overlay/elements/art/emblem.ts';
import type { Session } from '../link/session.ts';

/** The band in units of its own drawing; tokens stand above and below it. */
const BAND = { width: 300, height: 66, top: 28, thick: 10, left: 8 } as const;
const TOKEN = 19;
const OWN = 27;

export interface Standing {
  readonly player: ExtPlayer;
  readonly zone: ZoneId | null;
  /** Cells to the finish; null until the map has come. */
  readonly left: number | null;
  /** 0 at the start, 1 at the finish. */
  readonly done: number;
}

/** Nearest to the finish first. */
export function standings({ state, map }: Session): Standing[] {
  const whole = map ? Math.max(1, map.cells[map.start]?.toFinish ?? map.length - 1) : 1;
  return [...(state?.players ?? [])]
    .sort((a, b) => a.place - b.place)
    .map((player) => {
      const cell = map?.cells[player.cell];
      const left = cell?.toFinish ?? null;
      return { player, zone: cell?.zone ?? null, left, done: left === null ? 0 : 1 - left / whole };
    });
}

interface Piece {
  readonly zone: ZoneId;
  readonly from: number;
  readonly to: number;
}

/** Zones along the main track, as shares of its length. */
function zonesOf({ map }: Session): Piece[] {
  if (!map) return [];
  const main = map.cells.filter(({ way }) => way === 'main').sort((a, b) => b.toFinish - a.toFinish);
  const pieces: Piece[] = [];
  for (const [i, { zone }] of main.entries()) {
    const last = pieces.at(-1);
    const to = (i + 1) / main.length;
    if (last?.zone === zone) pieces[pieces.length - 1] = { ...last, to };
    else pieces.push({ zone, from: i / main.length, to });
  }
  return pieces;
}

const at = (share: number) => BAND.left + share * (BAND.width - 2 * BAND.left);

interface Token {
  readonly one: Standing;
  readonly own: boolean;
  readonly size: number;
  /** 0 above the band, 1 below it. */
  readonly row: 0 | 1;
  readonly x: number;
}

/** Above and below by turns; who would hide a neighbour steps aside, and a thread shows the true place. */
function tokensOf({ state }: Session, all: readonly Standing[]): Token[] {
  const inOrder = [...all].sort((a, b) => a.done - b.done);
  const tokens = inOrder.map((one, i): Token => {
    const own = one.player.id === state?.seat;
    return { one, own, size: own ? OWN : TOKEN, row: (i % 2) as 0 | 1, x: at(one.done) };
  });
  return ([0, 1] as const).flatMap((row) => apart(tokens.filter((token) => token.row === row)));
}

function apart(row: readonly Token[]): Token[] {
  const placed: Token[] = [];
  for (const token of row) {
    const before = placed.at(-1);
    const least = before ? before.x + (before.size + token.size) / 2 : token.size / 2;
    placed.push({ ...token, x: Math.max(token.x, least) });
  }
  // From the right end back, so that nobody stands beyond the finish.
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const token = placed[i]!;
    const after = placed[i + 1];
    const most = after ? after.x - (after.size + token.size) / 2 : BAND.width - token.size / 2;
    placed[i] = { ...token, x: Math.min(token.x, most) };
  }
  return placed;
}

/** The band. Our own player is the largest. */
export function strip(session: Session): TemplateResult | typeof nothing {
  const { state, words } = session;
  if (!state) return nothing;
  const all = standings(session);
  const told = all.map(({ player, left }) => words.strip(player.name, player.place, left ?? 0)).join('. ');
  return html`<div class="strip" role="img" aria-label=${told}>
    <svg viewBox="0 0 ${BAND.width} ${BAND.height}" aria-hidden="true">
      ${zonesOf(session).map(({ zone, from, to }) => {
        const [left, right] = [at(from), at(to)];
        return svg`<rect class="glass ${zone}" x=${left} y=${BAND.top} width=${Math.max(0, right - left - 1)} height=${BAND.thick} rx="1.5"></rect>`;
      })}
      <rect class="lead" x=${BAND.left - 1} y=${BAND.top - 1} width=${BAND.width - 2 * BAND.left + 2} height=${BAND.thick + 2} rx="2"></rect>
      ${tokensOf(session, all).map(drawn)}
    </svg>
  </div>`;
}

function drawn({ one, size, row, x, own }: Token): TemplateResult {
  const edge = row === 0 ? BAND.top : BAND.top + BAND.thick;
  const y = row === 0 ? edge - 1 - size / 2 : edge + 1 + size / 2;
  const stands = at(one.done);
  return svg`<path class="thread" d="M${x} ${y}L${stands} ${edge}V${BAND.top + BAND.thick / 2}"></path>
    <circle class=${own ? 'spot own' : 'spot'} cx=${stands} cy=${BAND.top + BAND.thick / 2} r=${own ? 3 : 2}></circle>
    <g transform="translate(${x - size / 2} ${y - size / 2})">${emblem(one.player.seat, size)}</g>`;
}

/** Everybody with place, zone and health; ours is marked. */
export function table(session: Session): TemplateResult {
  const { state, words } = session;
  return html`<ol class="table" aria-label=${words.standings}>
    ${standings(session).map(({ player, zone, left }) => {
      const own = player.id === state?.seat;
      return html`<li class=${own ? 'own' : ''} aria-current=${own ? 'true' : nothing}>
        <b class="place">${player.place}</b>
        ${emblem(player.seat, 30, { crown: state?.winner === player.id })}
        <span class="who">
          <span class="name" dir="auto">${player.name}</span>
          <small>${own ? html`<em>${words.you}</em> · ` : nothing}${zone ? words.zones[zone] : ''}</small>
        </span>
        <span class="right">
          ${left === null ? nothing : html`<b aria-label=${words.toFinish(left)}>${left}</b>`}
          <span class="hp" role="img" aria-label=${words.hp(player.hp, player.max)}>
            <i style="--share: ${player.max > 0 ? player.hp / player.max : 0}"></i>
          </span>
        </span>
      </li>`;
    })}
  </ol>`;
}

/** What stands between the players: the treaty by name, and both parties. */
export function bonds({ state, words, pack }: Session): TemplateResult | typeof nothing {
  if (!state || state.bonds.length === 0) return nothing;
  const name = (id: string) => state.players.find((one) => one.id === id)?.name ?? id;
  const seat = (id: string) => state.players.find((one) => one.id === id)?.seat ?? 0;
  return html`<section class="bonds" aria-label=${words.bonds}>
    <h3>${words.bonds}</h3>
    <ul>${state.bonds.map(
      ([kind, one, other]) => html`<li class=${kind}>
        ${emblem(seat(one), 18)}<span dir="auto">${name(one)}</span>
        <em>${pack.entry('treaties', kind).name}</em>
        <span dir="auto">${name(other)}</span>${emblem(seat(other), 18)}
      </li>`,
    )}</ul>
  </section>`;
}
