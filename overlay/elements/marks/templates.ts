import { html, nothing, type TemplateResult } from 'lit';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { FinalRun, FinalStage } from '../../link/types.ts';
import type { Lamp } from '../../texts/mark-words.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import type { IconName } from '../art/icons.ts';
import { marksOf, type StateMark } from './marks.ts';

/** One mark in a plate of its shape; with `partner` the emblem of whoever it is with stands in it. */
export function stateMark(one: StateMark, size: number, partner = true): TemplateResult {
  return html`<span class="mark is-${one.shape}" .style=${`font-size:${size}px`} role="img" aria-label=${one.label} title=${one.label}>${icon(one.icon, size)}${partner && one.seat !== null ? emblem(one.seat, size) : nothing}</span>`;
}

export interface MarksShown {
  readonly size: number;
  /** What is more than so many is a number. */
  readonly most: number;
  /** Where there is no room for emblems. */
  readonly bare?: boolean;
}

/** All that stands beside this player's name; nothing where nothing does. */
export function marks(
  face: Face,
  { board, player }: { board: BoardView; player: PlayerView },
  { size, most, bare }: MarksShown,
): TemplateResult | typeof nothing {
  const all = marksOf(face, board, player);
  if (all.length === 0) return nothing;
  const shown = all.slice(0, most);
  const rest = all.slice(shown.length).map(({ label }) => label);
  return html`<span class="marks">${shown.map((one) => stateMark(one, size, !bare))}${rest.length > 0 ? html`<b class="mark is-state" role="img" aria-label=${rest.join(', ')} title=${rest.join(', ')}>+${rest.length}</b>` : nothing}</span>`;
}

const STAGES: readonly (readonly [FinalStage, IconName])[] = [
  ['guardian', 'guardian'],
  ['chorus', 'chorus'],
  ['throw', 'roll'],
];

/** How a stage stands in a run. */
export function lampOf(run: FinalRun, stage: FinalStage): Lamp {
  if (run.won.includes(stage)) return 'won';
  if (run.lost.includes(stage)) return 'lost';
  return run.stage === stage ? 'now' : 'ahead';
}

/** The super game as three lamps: lit when won, crossed out when lost, framed while it is on. */
export function lamps(face: Face, run: FinalRun, size: number): TemplateResult {
  const { marks: words } = face.words;
  return html`<span class="lamps" role="group" aria-label=${words.superGame}>${STAGES.map(([stage, sign]) => {
    const lamp = lampOf(run, stage);
    const label = words.lamp(stage, lamp);
    return html`<span class="lamp ${lamp}" role="img" aria-label=${label} title=${label}>${icon(sign, size)}</span>`;
  })}</span>`;
}
