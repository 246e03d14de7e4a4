/** Enemies and props as pictures. Each is a drawing of its own, so that only its place and opacity ever change. */
import { nothing, svg, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import { type Enemy, enemyOf, sizeOf, type Wanted } from '../../board/enemies/enemies.ts';
import type { Growth } from '../../board/enemies/growths.ts';
import { propOf } from '../../board/props/props.ts';
import type { ZoneId } from '../../link/types.ts';

const WINGS = 50;
/** The drawing's box: affixes reach above the head and beyond the sides. */
const BOX = { x: -140, y: -280, width: 280, height: 296 };

export interface Size {
  /** Height in pixels that the largest of monsters would have. */
  readonly room: number;
  readonly rank: 'wild' | 'gate' | 'boss';
}

/** The room a drawing needs for its figure to be this many pixels high from foot to crest. */
export function fittingRoom(wanted: Wanted, high: number): number {
  const { kind, figure } = enemyOf(wanted);
  // Wings reach above the head of whatever floats.
  const top = -figure.crest[1] + (figure.floats ? WINGS : 0);
  return (high * BOX.height) / (top * sizeOf(wanted.tier, kind));
}

/** `id` is unique on the page: patterns are told apart by it. */
export function enemy(wanted: Wanted, size: Size, id: string): DirectiveResult {
  const { templateId, affixId, tier, hint, awake } = wanted;
  return guard([templateId, affixId, tier, hint, awake, size.room, size.rank, id], () =>
    draw(wanted, size, id),
  );
}

function grown(growths: readonly Growth[], colours: readonly [string, string, string]): TemplateResult[] {
  return growths.map(({ d, shade }) => svg`<path d=${d} fill=${colours[shade]}></path>`);
}

function frameOf(rank: Size['rank']): TemplateResult | typeof nothing {
  if (rank === 'gate')
    return svg`<g class="honour"><path d="M-104 0V-150Q-96 -232 0 -266Q96 -232 104 -150V0" fill="var(--honour, #0b0d1acc)" stroke="var(--lead)" stroke-width="16"></path>
      <path d="M-104 0V-150Q-96 -232 0 -266Q96 -232 104 -150V0" fill="none" stroke="var(--gold-line)" stroke-width="8"></path>
      <path d="M-104 0V-150Q-96 -232 0 -266Q96 -232 104 -150V0" fill="none" stroke="var(--gold-hi)" stroke-width="2"></path></g>`;
  if (rank === 'boss') {
    const rays = Array.from({ length: 24 }, (_, i) => {
      const far = i % 2 ? 138 : 122;
      const at = (radius: number, turn: number) => {
        const a = ((i + turn) / 24) * Math.PI * 2;
        return `${(Math.cos(a) * radius).toFixed(1)} ${(Math.sin(a) * radius).toFixed(1)}`;
      };
      return svg`<path d="M${at(92, -0.34)}L${at(far, 0)}L${at(92, 0.34)}Z" fill=${i % 2 ? 'var(--gold-hi)' : 'var(--gold)'}></path>`;
    });
    return svg`<g class="honour" transform="translate(0 -134)" stroke="var(--lead)" stroke-width="3"><circle r="96" fill="var(--honour, #0b0d1acc)" stroke="var(--gold-line)" stroke-width="7"></circle>${rays}</g>`;
  }
  return nothing;
}

const CROWN = 'M-30 14L-40 -22L-18 -6L0 -30L18 -6L40 -22L30 14Z';

function draw(wanted: Wanted, { room, rank }: Size, id: string): TemplateResult {
  const made = enemyOf(wanted);
  const { figure, tones, affix } = made;
  const k = sizeOf(wanted.tier, made.kind);
  const bodies = figure.pieces.filter(({ body }) => body);
  const outline = bodies.map(({ d }) => d).join('');
  const [cx, cy] = figure.crest;
  return svg`<svg class="enemy" aria-hidden="true" width=${(room * BOX.width) / BOX.height} height=${room} viewBox="${BOX.x} ${BOX.y} ${BOX.width} ${BOX.height}">
    ${shadow(made, k)}${frameOf(rank)}
    <g transform="translate(0 ${figure.floats ? -14 : 0}) scale(${k})" stroke="var(--lead)" stroke-width="3.6" stroke-linejoin="round">
      <path class="halo" d=${outline} fill="none" stroke-width="12"></path>
      ${affix ? grown(affix.dress.behind, affix.colours) : nothing}
      ${bodies.map(({ d, tone }) => svg`<path d=${d} fill=${tones[tone]}></path>`)}
      ${
        affix
          ? svg`<pattern id="${id}-pattern" width=${affix.pattern.size} height=${affix.pattern.size} patternUnits="userSpaceOnUse"><path d=${affix.pattern.d} fill="none" stroke=${affix.colours[0]} stroke-width=${affix.pattern.width}></path></pattern>
            <path d=${outline} fill="url(#${id}-pattern)" stroke="none" opacity=".5"></path>`
          : nothing
      }
      <linearGradient id="${id}-shine" x1="0" y1="0" x2=".7" y2="1"><stop offset="0" stop-color="#fffae4" stop-opacity=".34"></stop><stop offset=".45" stop-color="#fffae4" stop-opacity="0"></stop><stop offset="1" stop-color="#000018" stop-opacity=".42"></stop></linearGradient>
      <path class="shine" d=${outline} fill="url(#${id}-shine)" stroke="none"></path>
      <g stroke-width="2.6">${figure.pieces.filter(({ body }) => !body).map(({ d, tone }) => svg`<path d=${d} fill=${tones[tone]}></path>`)}</g>
      ${affix ? grown(affix.dress.before, affix.colours) : nothing}
      ${rank === 'boss' ? svg`<path d=${CROWN} transform="translate(${cx} ${cy - 12})" fill="#ffcf3f" stroke-width="5"></path>` : nothing}
    </g></svg>`;
}

function shadow({ figure }: Enemy, k: number): TemplateResult {
  return svg`<ellipse class="shade" cx=${figure.core[0]} cy="3" rx=${(figure.girth + 22) * k} ry="9"></ellipse>`;
}

/** What stands on the stage: hung things by their upper end, others on their foot. */
export function prop(id: string, zone: ZoneId, room: number): DirectiveResult {
  return guard([id, zone, room], () => {
    const { way, pieces } = propOf(id, zone);
    const box = way === 'drop' ? '-62 -4 124 138' : '-66 -134 132 140';
    return svg`<svg class="prop-art ${way}" aria-hidden="true" width=${room * 0.92} height=${room} viewBox=${box}>
      <g stroke="var(--lead)" stroke-width="3.4" stroke-linejoin="round">${pieces.map(({ d, fill }) => svg`<path d=${d} fill=${fill}></path>`)}</g></svg>`;
  });
}
