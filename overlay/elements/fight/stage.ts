/** Everything on the stage of a fight as a template: bands, what will land on them, who stands where. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Fight, Foe } from '../../../bot/engine/combat/state.ts';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import {
  BANDS,
  type BandName,
  bandShape,
  HORIZON,
  type Place,
  placeOfMe,
  placesOfFoes,
  type StageBox,
  spanOf,
} from '../../board/props/bands.ts';
import { wayOf } from '../../board/props/props.ts';
import type { Face } from '../../link/face.ts';
import type { FightWords } from '../../texts/fight-words.ts';
import { emblem } from '../art/emblem.ts';
import { each } from '../each.ts';
import { healthMeter } from '../meter.ts';
import { enemy, fittingRoom, prop } from './figure.ts';
import { callOf, moveName } from './names.ts';
import { standing } from './replay.ts';
import { fightIcon, statuses } from './status.ts';

export interface StageAsk {
  readonly face: Face;
  readonly words: FightWords;
  readonly player: PlayerView;
  readonly fight: Fight;
  readonly box: StageBox;
  /** Small stages have no room for words at the bands. */
  readonly small: boolean;
  readonly board: BoardView;
}

const rankOf = ({ bout }: Fight): 'wild' | 'gate' | 'boss' =>
  bout === 'gate' || bout === 'boss' ? bout : 'wild';

/** By band, the names of what is about to land there, with how many do it. */
export function blowsOn(
  { face, words, fight }: StageAsk,
  band: BandName,
): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const foe of standing(fight)) {
    if (!foe.next?.lands.includes(band)) continue;
    const name = moveName(face, words, foe);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

function bands(ask: StageAsk): TemplateResult {
  const { box, fight } = ask;
  return html`<svg class="bands" aria-hidden="true" viewBox="0 0 ${box.width} ${box.height}" width=${box.width} height=${box.height}>
    <defs><pattern id="hatch" width="26" height="26" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="13" height="26" class="hatch"></rect></pattern>
      <clipPath id="floor"><path d="M0 ${box.height * HORIZON}H${box.width}V${box.height}H0Z"></path></clipPath></defs>
    ${BANDS.map((band) => {
      const struck = blowsOn(ask, band).length > 0;
      const here = fight.me.band === band;
      const d = bandShape(box, band);
      return svg`${here ? svg`<path class="here" d=${d}></path>` : nothing}
        ${struck ? svg`<path class="struck" d=${d} fill="url(#hatch)"></path><path class="struck floor" clip-path="url(#floor)" d=${d} fill="url(#hatch)"></path>` : nothing}
        ${here ? svg`<path class="rim" d=${d} fill="none"></path>` : nothing}`;
    })}
  </svg>`;
}

function labels(ask: StageAsk): TemplateResult {
  const { box, words, fight, small } = ask;
  return html`${BANDS.map((band) => {
    const { x, width } = spanOf(box, band);
    const blows = blowsOn(ask, band);
    const first = blows[0];
    const rest = blows.length - 1;
    // Foes stand to the right; what is written keeps to the left of them.
    const left =
      x - width / 2 + width * (band === 'far' ? 0.04 : band === 'mid' ? 0.12 : small ? 0.06 : 0.14);
    return html`<div class="lane ${band}" .style=${`left:${left.toFixed(0)}px; max-width:${(width * (small ? 0.9 : 0.78)).toFixed(0)}px`}><p class="band ${fight.me.band === band ? 'mine' : ''}">${words.bands[band]}</p>
      ${
        first
          ? html`<p class="blow">${fightIcon('warn', small ? 18 : 26)}<span>${first.name}</span>${first.count > 1 ? html`<b>×${first.count}</b>` : nothing}${rest > 0 ? html`<b>${words.more(rest)}</b>` : nothing}</p>`
          : nothing
      }</div>`;
  })}`;
}

function foeAt(
  ask: StageAsk,
  foe: Foe,
  { place, many, crowd }: { readonly place: Place; readonly many: boolean; readonly crowd: number },
): TemplateResult {
  const { fight, face, words } = ask;
  const under = 'under' in foe.flags;
  const wanted = { ...foe, awake: !('asleep' in foe.flags) };
  const rank = rankOf(fight);
  // The frame of a guardian is larger than the guardian.
  const alone = place.room * (rank === 'wild' ? 1.26 : 1.1);
  const room = many ? Math.min(fittingRoom(wanted, place.room), crowd > 1 ? place.room * 2.6 : alone) : alone;
  return html`<div class="figure foe ${foe.out ? 'out' : ''} ${under ? 'under' : ''}" data-who=${foe.n} .style=${`--x:${place.x.toFixed(1)}px; --y:${place.y.toFixed(1)}px`}>
    <div class="body"><div class="idle">${enemy(wanted, { room, rank }, `foe-${foe.n}`)}</div></div>
    ${
      many
        ? html`<div class="tag ${crowd > 3 ? 'thin' : ''}"><b>${foe.n}</b><i>${foe.hp}</i>${healthMeter(foe.hp, foe.derived.maxHp, `${callOf(face, fight, foe)}: ${words.hp(foe.hp, foe.derived.maxHp)}`)}</div>`
        : nothing
    }
    ${many ? html`<div class="over">${statuses(foe, { face, words }, 2)}</div>` : nothing}
  </div>`;
}

/** Foes of each band with their places; those who have left keep theirs while they fade. */
function foes(ask: StageAsk): TemplateResult {
  const { fight, box } = ask;
  const many = fight.foes.filter((foe) => !foe.out).length > 1;
  const placed = BANDS.flatMap((band) => {
    const here = fight.foes.filter((foe) => foe.band === band);
    const shared = fight.me.band === band || fight.me.decoy?.band === band;
    const places = placesOfFoes(box, band, { count: here.length, shared });
    return here.map((foe, i) => ({ foe, place: places[i]!, crowd: here.length }));
  });
  return html`${each(
    placed.toSorted((a, b) => a.foe.n - b.foe.n),
    ({ foe }) => foe.n,
    ({ foe, place, crowd }) => foeAt(ask, foe, { place, many, crowd }),
  )}`;
}

function me({ player, fight, box, small }: StageAsk): TemplateResult {
  const crowded = fight.foes.some((foe) => !foe.out && foe.band === fight.me.band);
  const { x, y } = placeOfMe(box, fight.me.band, crowded);
  const size = small ? 74 : 136;
  const decoy = fight.me.decoy;
  const ghost = decoy ? placeOfMe(box, decoy.band, true) : null;
  return html`${ghost ? html`<div class="figure ghost" .style=${`--x:${ghost.x.toFixed(1)}px; --y:${ghost.y.toFixed(1)}px`}><div class="body">${emblem(player.seat, size * 0.86)}</div></div>` : nothing}
    <div class="figure me" data-who="me" .style=${`--x:${x.toFixed(1)}px; --y:${y.toFixed(1)}px`}>
      <div class="body"><div class="idle"><i class="pin" .style=${`--seat:var(--seat-${player.seat})`}></i>${emblem(player.seat, size)}<span class="weapon">${fightIcon(fight.me.reach, small ? 26 : 40)}</span></div></div>
    </div>`;
}

function propAt({ fight, box, player, small }: StageAsk): TemplateResult | typeof nothing {
  if (!fight.prop) return nothing;
  const hung = wayOf(fight.prop.id) === 'drop';
  const mid = spanOf(box, 'mid');
  const x = hung ? mid.x + mid.width * 0.26 : box.width * 0.335;
  const room = box.height * (small ? 0.3 : 0.34);
  return html`<div class="stage-prop ${hung ? 'hung' : 'stands'} ${fight.prop.used ? 'used' : ''}" .style=${`--x:${x.toFixed(0)}px`}>${prop(fight.prop.id, player.zone, room)}</div>`;
}

/** Three mounds, numbered as they are typed, while chat guesses where somebody digs. */
function mounds({ fight, words, board, box }: StageAsk): TemplateResult | typeof nothing {
  const digs = fight.foes.some((foe) => !foe.out && 'under' in foe.flags);
  if (!fight.vote || !digs) return nothing;
  const tally = board.tally[fight.vote.poll]?.totals ?? {};
  const most = Math.max(0, ...Object.values(tally));
  return html`<ol class="mounds">${words.sides.map((side, i) => {
    const votes = tally[String(i + 1)] ?? 0;
    const x = box.width * (0.2 + i * 0.3);
    return html`<li class=${votes > 0 && votes === most ? 'leads' : ''} .style=${`--x:${x.toFixed(0)}px`}>
      ${svg`<svg aria-hidden="true" width="150" height="74" viewBox="-75 -74 150 74"><path d="M-74 0Q-58 -34 -34 -40Q-22 -66 4 -66Q30 -64 38 -40Q62 -32 74 0Z" fill="#6b4a2c" stroke="var(--lead)" stroke-width="4"></path><path d="M-50 0Q-38 -24 -20 -26L-8 0ZM6 0Q10 -34 30 -26Q44 -18 48 0Z" fill="#8f6a40" stroke="var(--lead)" stroke-width="3"></path></svg>`}
      <p><b class="key display">${i + 1}</b><span>${side}</span><i>${votes}</i></p></li>`;
  })}</ol>`;
}

/** The stage without its painted ground. */
export function stage(ask: StageAsk): TemplateResult {
  return html`${bands(ask)}${propAt(ask)}${mounds(ask)}${foes(ask)}${me(ask)}${labels(ask)}`;
}
