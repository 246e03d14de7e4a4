/** What can be set of a link, as labelled fields. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerView } from '../../../bot/protocol/views.ts';
import { type Motion, THEMES } from '../../link/address.ts';
import { follows, type LinkWish, sizesOf } from '../../link/source-link.ts';
import type { LinksWords } from '../../texts/links.ts';

const MOTIONS: readonly Motion[] = ['auto', 'full', 'reduced', 'off'];
const SCALES: readonly number[] = [0.75, 1, 1.25, 1.5, 2];
const LANGS = [
  ['en', 'English'],
  ['ru', 'Русский'],
] as const;

export interface OptionsWorld {
  readonly players: readonly PlayerView[];
  readonly change: (part: Partial<LinkWish>) => void;
}

interface Choice<T> {
  readonly all: readonly (readonly [value: T, text: string])[];
  readonly chosen: T;
  readonly set: (value: T) => void;
}

function select<T>(label: string, { all, chosen, set }: Choice<T>): TemplateResult {
  const pick = (event: Event) => set(all[(event.target as HTMLSelectElement).selectedIndex]![0]);
  return html`<label>${label}<select @change=${pick}>
    ${all.map(([value, text]) => html`<option .selected=${value === chosen}>${text}</option>`)}
  </select></label>`;
}

function named<T extends string>(all: readonly T[], names: Readonly<Record<T, string>>): [T, string][] {
  return all.map((one) => [one, names[one]]);
}

function sizes(words: LinksWords, wish: LinkWish, change: OptionsWorld['change']): TemplateResult {
  const all = sizesOf(wish.source);
  return select(words.size, {
    all: all.map(({ width, height }, i) => [i, `${width}×${height}`]),
    chosen: all.findIndex(({ width }) => width === wish.size.width),
    set: (i) => change({ size: all[i]! }),
  });
}

/** A card shows one player; other sources follow one, or everybody. */
function whom(words: LinksWords, wish: LinkWish, { players, change }: OptionsWorld): TemplateResult {
  const everybody: readonly (readonly [null, string])[] =
    wish.source === 'corner' ? [] : [[null, words.everybody]];
  return select<string | null>(words.player, {
    all: [...everybody, ...players.map(({ id, name }) => [id, name] as const)],
    chosen: wish.player,
    set: (player) => change({ player }),
  });
}

export function linkOptions(words: LinksWords, wish: LinkWish, world: OptionsWorld): TemplateResult {
  const { change } = world;
  const contrast = (event: Event) => change({ contrast: (event.target as HTMLInputElement).checked });
  return html`<div class="options">
    ${sizes(words, wish, change)}
    ${select(words.scale, {
      all: SCALES.map((by) => [by, `${by * 100}%`]),
      chosen: wish.scale,
      set: (scale) => change({ scale }),
    })}
    ${select(words.language, { all: LANGS, chosen: wish.lang, set: (lang) => change({ lang }) })}
    ${follows(wish.source) ? whom(words, wish, world) : nothing}
    ${select(words.theme, {
      all: named(THEMES, words.themes),
      chosen: wish.theme,
      set: (theme) => change({ theme }),
    })}
    ${select(words.motion, {
      all: named(MOTIONS, words.motions),
      chosen: wish.motion,
      set: (motion) => change({ motion }),
    })}
    <label class="check"><input type="checkbox" .checked=${wish.contrast} @change=${contrast} />${words.contrast}</label>
  </div>`;
}
