/** One game on one window: brings together layout, picture, stage and playback, and moves it on frame by frame. */

import { motifOf } from '../motifs/motif.ts';
import { bondLooks } from './actors/bonds.ts';
import { sealsOf, waysOf } from './actors/signs.ts';
import { passagesOf, thingsOf } from './actors/things.ts';
import { createActors } from './actors.ts';
import { createPlayback, type Playback } from './animate.ts';
import type { Measure } from './arrange.ts';
import { isLarge } from './camera.ts';
import { describe } from './describe.ts';
import type { Ground } from './frame.ts';
import { layoutFor } from './known-layout.ts';
import { leaderOf, look, relight } from './lookout.ts';
import { createMinimap } from './minimap.ts';
import { type Now, type Parts, restOf, type ShowRequest } from './parts.ts';
import { createStage } from './stage.ts';
import { drawTokens, settle } from './standing.ts';
import { wordsOf } from './texts.ts';
import type { Theme } from './theme.ts';
import type { BoardOptions, BoardView, Moment, PlayerId } from './types.ts';

export interface Show {
  update(view: BoardView): void;
  push(moment: Moment): void;
  /** Moves on by some milliseconds; false when nothing moves any more. */
  tick(elapsed: number): boolean;
  fit(size: number): void;
  /** Where tokens are shown, to be handed to the next show of the same game. */
  cells(): ReadonlyMap<PlayerId, number>;
  destroy(): void;
}

/** After an update without moments, tokens wait this long for their moments before they go to their new cells. */
const GRACE = 260;
const TONES = { positive: 'good', negative: 'bad', mixed: 'gold' } as const;
export function createShow(request: ShowRequest): Show {
  const parts = build(request);
  const now: Now = {
    view: request.view,
    camera: null,
    arrangement: { stands: [], plates: [] },
    sign: '',
    lit: parts.first,
    waited: GRACE,
  };
  for (const player of request.view.players)
    parts.playback.shown.set(player.id, request.cells?.get(player.id) ?? player.cell);
  refresh(parts, now);
  tick(parts, now, 0);
  return {
    update(view) {
      now.view = view;
      now.waited = 0;
      for (const player of view.players)
        if (!parts.playback.shown.has(player.id)) parts.playback.shown.set(player.id, player.cell);
      refresh(parts, now);
    },
    push: (moment) => parts.playback.push(moment),
    tick: (elapsed) => tick(parts, now, elapsed),
    fit(size) {
      parts.stage.root.style.transform = size === 1 ? '' : `scale(${size})`;
    },
    cells: () => parts.playback.shown,
    destroy() {
      parts.stage.root.remove();
      parts.minimap?.node.remove();
    },
  };
}

function build(request: ShowRequest): Parts {
  const { host, theme, view, options, still, scale } = request;
  const words = wordsOf(options.lang, options.texts);
  const layout = layoutFor(view.map, words.zones);
  const picture = theme.paint(layout, scale);
  const first = leaderOf(
    view,
    request.cells ?? new Map(view.players.map((player) => [player.id, player.cell])),
  );
  const stage = createStage({ theme, layout, scale }, picture, first);
  stage.root.setAttribute('role', 'img');
  stage.root.setAttribute('lang', options.lang);
  const playback = playbackOf(theme, options, still);
  const minimap = isLarge(layout) || options.small ? createMinimap(layout) : null;
  if (minimap) (options.small?.host ?? stage.root).append(minimap.node);
  host.append(stage.root);
  const actors = createActors(stage, theme, options.catalog ?? {});
  const measure = measureWith(theme.plateFont);
  minimap?.repaint(stage.ground);
  return {
    request,
    words,
    layout,
    picture,
    stage,
    actors,
    playback,
    minimap,
    measure,
    drawn: new Map(),
    first,
  };
}

function playbackOf(theme: Theme, { catalog = {}, onDice }: BoardOptions, still: () => boolean): Playback {
  return createPlayback({
    still,
    craft: {
      motif: (kind, id) => motifOf(kind, id, catalog.facts?.(kind, id) ?? {}),
      itemIcon: (item) => catalog.items?.[item]?.icon ?? 'swap-bag',
      effect: (id) => {
        const known = catalog.effects?.[id];
        const polarity = known?.polarity ?? 'mixed';
        return {
          icon: theme.effectIcon({ id, polarity, ...(known?.icon ? { icon: known.icon } : {}) }),
          tone: TONES[polarity],
        };
      },
    },
    onCue: (cue) => {
      if (cue.is === 'dice') onDice?.(cue.event);
    },
  });
}

function measureWith(font: string): Measure {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = font;
  return (text) => Math.ceil(pen.measureText(text).width + [...text].length * 0.2);
}

/** What changes only with the view: seals, numbers of ways, the words for screen readers. */
function refresh({ actors, layout, stage, request, words, minimap }: Parts, { view }: Now): void {
  stage.root.classList.toggle('still', request.still());
  actors.seals.sync(sealsOf(view, layout));
  actors.ways.sync(waysOf(view, layout));
  actors.things.sync(thingsOf(view, layout));
  const passages = passagesOf(view, layout);
  actors.passages.sync(passages);
  minimap?.passages(passages);
  stage.root.setAttribute('aria-label', describe(view, words));
}

function tick(parts: Parts, now: Now, elapsed: number): boolean {
  const { playback, layout } = parts;
  const ground: Ground = { layout, rest: (player) => restOf(parts, player) };
  const frame = playback.advance(elapsed, ground);
  if (!playback.busy) {
    now.waited += elapsed;
    if (now.waited >= GRACE)
      for (const player of now.view.players) playback.shown.set(player.id, player.cell);
  }
  settle(parts, now, frame);
  const gliding = drawTokens(parts, now, { frame, elapsed });
  parts.actors.bonds.sync(bondLooks(now.view, (player) => restOf(parts, player)));
  parts.actors.plates.sync(
    now.arrangement.plates.map((plate) => ({ ...plate, hidden: frame.poses.has(plate.player) })),
  );
  parts.actors.marks.sync(frame.marks);
  const panning = look(parts, now, { frame, elapsed });
  relight(parts, now);
  return playback.busy || gliding || panning || now.waited < GRACE;
}
