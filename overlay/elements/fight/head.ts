/** Above and below the stage: both sides with their health, and what the chat is asked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fight, Foe } from '../../../bot/engine/combat/state.ts';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { FightWords } from '../../texts/fight-words.ts';
import { emblem } from '../art/emblem.ts';
import { healthMeter } from '../meter.ts';
import { affixOf, nameOfFoe } from './names.ts';
import { standing } from './replay.ts';
import { statuses } from './status.ts';

export interface HeadAsk {
  readonly face: Face;
  readonly words: FightWords;
  readonly player: PlayerView;
  readonly fight: Fight;
}

/** The player's half of the head. */
export function mine({ face, words, player, fight }: HeadAsk, size: number): TemplateResult {
  const { hp, derived } = fight.me;
  return html`<div class="side mine">${emblem(player.seat, size)}
      <div class="who"><b class="name display" dir="auto">${player.name}</b>
        <div class="hp">${healthMeter(hp, derived.maxHp, words.hp(hp, derived.maxHp))}<b>${hp}/${derived.maxHp}</b></div>
        <div class="under-hp">${statuses(fight.me, { face, words }, 6)}</div></div></div>`;
}

/** How many there are: of a kind, or beside the first one. */
export function crowdOf(there: readonly Foe[], words: FightWords): string {
  const kin = there.every((one) => one.templateId === there[0]?.templateId);
  return kin ? `×${there.length}` : words.more(there.length - 1);
}

/** Foes in the head: the first one, or all of them as one. */
export function theirs({ face, words, fight }: HeadAsk): TemplateResult {
  const there = standing(fight);
  const foe = there[0] ?? fight.foes.at(-1);
  if (!foe) return html`<div class="side theirs"></div>`;
  const crowd = there.length > 1;
  const [hp, most] = crowd
    ? [there.reduce((sum, one) => sum + one.hp, 0), there.reduce((sum, one) => sum + one.derived.maxHp, 0)]
    : [foe.hp, foe.derived.maxHp];
  const affix = affixOf(face, foe);
  const facts = [
    fight.bout !== 'wild' && fight.bout !== 'waves' ? words.bout[fight.bout] : '',
    affix,
    words.tier(foe.tier),
  ].filter(Boolean);
  return html`<div class="side theirs"><div class="who">
        <p class="title"><b class="name display">${nameOfFoe(face, foe)}</b>${crowd ? html`<b class="count display">${crowdOf(there, words)}</b>` : nothing}</p>
        <div class="hp"><b>${hp}/${most}</b>${healthMeter(hp, most, words.hp(hp, most))}</div>
        <div class="under-hp"><span class="facts">${facts.join(' · ')}</span>${crowd ? nothing : statuses(foe, { face, words }, 4)}</div></div></div>`;
}

/** A vote of the chat in this fight: where somebody digs, or which line is said. */
export function asked({
  face,
  words,
  fight,
  board,
}: Omit<HeadAsk, 'player'> & { readonly board: BoardView }): TemplateResult {
  const vote = fight.vote!;
  const where = standing(fight).some((foe) => 'under' in foe.flags);
  const tally = board.tally[vote.poll] ?? { voters: 0, totals: {} };
  const counts = Array.from({ length: vote.options }, (_, i) => tally.totals[String(i + 1)] ?? 0);
  const all = Math.max(
    1,
    counts.reduce((sum, one) => sum + one, 0),
  );
  const texts = face.pack.options(`skills/${vote.rule.split('/')[0]}`);
  return html`<div class="asked"><p><b class="display">${where ? words.whereTitle : words.lineTitle}</b><span>${where ? words.whereHow : words.lineHow} · ${words.votes(tally.voters)}</span></p>
      <ol>${counts.map((votes, i) => html`<li class=${votes > 0 && votes === Math.max(...counts) ? 'leads' : ''} .style=${`--share:${(votes / all).toFixed(3)}`}><b class="key display">${i + 1}</b><span dir="auto">${(where ? words.sides[i] : texts?.[i]) ?? words.option(i + 1)}</span><i>${votes}</i></li>`)}</ol></div>`;
}
