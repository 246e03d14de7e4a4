/** A fight in small: the enemy, health, what comes next and where it lands. For badges, the corner and the strip. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fight } from '../../../bot/engine/combat/state.ts';
import type { PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { FightWords } from '../../texts/fight-words.ts';
import { emblem } from '../art/emblem.ts';
import { healthMeter } from '../meter.ts';
import { enemy } from './figure.ts';
import { crowdOf } from './head.ts';
import { moveName, nameOfFoe } from './names.ts';
import { standing } from './replay.ts';

export interface SmallAsk {
  readonly face: Face;
  readonly words: FightWords;
  readonly player: PlayerView;
  readonly fight: Fight;
}

const LINE = ['far', 'mid', 'near'] as const;

/** Three cells in a row: where the player stands, and what is struck. */
export function lanes({ fight, words }: SmallAsk): TemplateResult {
  const struck = new Set(standing(fight).flatMap((foe) => foe.next?.lands ?? []));
  return html`<ol class="lanes" aria-label=${words.lands([...struck].map((band) => words.bands[band]))}>${LINE.map(
    (band) =>
      html`<li class="${struck.has(band) ? 'struck' : ''} ${fight.me.band === band ? 'here' : ''}"><span>${words.bands[band]}</span></li>`,
  )}</ol>`;
}

/** Health of all foes that stand, as one. */
export function foesHp(fight: Fight): readonly [hp: number, most: number] {
  const there = standing(fight);
  return [
    there.reduce((sum, foe) => sum + foe.hp, 0),
    there.reduce((sum, foe) => sum + foe.derived.maxHp, 0),
  ];
}

export function badgeOf(ask: SmallAsk): TemplateResult {
  const { face, words, player, fight } = ask;
  const foe = standing(fight)[0];
  const [hp, most] = foesHp(fight);
  const { me } = fight;
  return html`<div class="badge" aria-label="${player.name}: ${words.fight}">
    ${emblem(player.seat, 46)}<div class="hps">${healthMeter(me.hp, me.derived.maxHp, `${player.name}: ${words.hp(me.hp, me.derived.maxHp)}`)}
      ${healthMeter(hp, most, `${foe ? nameOfFoe(face, foe) : words.fight}: ${words.hp(hp, most)}`)}</div>
    ${foe ? enemy({ ...foe, awake: !('asleep' in foe.flags) }, { room: 66, rank: 'wild' }, `badge-${player.id}`) : nothing}</div>`;
}

/** The card of the corner and the strip. */
export function cardOf(ask: SmallAsk, room: number): TemplateResult {
  const { face, words, fight } = ask;
  const there = standing(fight);
  const foe = there[0] ?? fight.foes.at(-1);
  if (!foe) return html``;
  const [hp, most] = foesHp(fight);
  return html`<div class="art">${enemy({ ...foe, awake: !('asleep' in foe.flags) }, { room, rank: fight.bout === 'waves' ? 'wild' : fight.bout }, 'card')}</div>
    <div class="told"><p class="title"><b class="name">${nameOfFoe(face, foe)}</b>${there.length > 1 ? html`<b class="count">${crowdOf(there, words)}</b>` : nothing}</p>
      <div class="hp">${healthMeter(hp, most, words.hp(hp, most))}<b>${hp}/${most}</b></div>
      <p class="next"><span>${words.next}:</span> <b>${moveName(face, words, foe)}</b></p>${lanes(ask)}</div>`;
}
