/** One game on one window: brings together layout, picture, stage and playback, and moves it on frame by frame. */
import { type Actors, createActors, sealsOf, type TokenLook, waysOf } from './actors.ts';
import { createPlayback, type Playback } from './animate.ts';
import { type Arrangement, arrange, type Measure, type Standing } from './arrange.ts';
import { type Camera, isLarge, pan, viewOf } from './camera.ts';
import { describe } from './describe.ts';
import { above, type Frame, type Ground } from './frame.ts';
import type { Point } from './layout/geometry.ts';
import { type Layout, layoutBoard } from './layout.ts';
import { createMinimap, type Minimap } from './minimap.ts';
import { createStage, type Stage } from './stage.ts';
import { wordsOf } from './texts.ts';
import type { Picture, Theme } from './theme.ts';
import type { BoardOptions, BoardTexts, BoardView, Moment, PlayerId, PlayerView } from './types.ts';

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

export interface ShowRequest {
  readonly host: HTMLElement;
  readonly theme: Theme;
  readonly view: BoardView;
  readonly options: BoardOptions;
  readonly still: () => boolean;
  readonly scale: number;
  readonly cells?: ReadonlyMap<PlayerId, number>;
}

/** After an update without moments, tokens wait this long for their moments before they go to their new cells. */
const GRACE = 260;
/** Time in which a token covers two thirds of the way to a new place on its cell, in milliseconds. */
const GLIDE = 90;
/** The window is lit anew when the leader has come this many cells further. */
const RELIGHT = 3;

interface Drawn {
  x: number;
  y: number;
  scale: number;
  /** What was left of the distance to the pose when a walk began; it melts away. */
  slack: Point;
  posed: boolean;
}

interface Parts {
  readonly request: ShowRequest;
  readonly words: BoardTexts;
  readonly layout: Layout;
  readonly picture: Picture;
  readonly stage: Stage;
  readonly actors: Actors;
  readonly playback: Playback;
  readonly minimap: Minimap | null;
  readonly measure: Measure;
  readonly drawn: Map<PlayerId, Drawn>;
  /** The leader's cell at the beginning. */
  readonly first: number;
}

interface Now {
  view: BoardView;
  camera: Camera | null;
  arrangement: Arrangement;
  sign: string;
  lit: number;
  waited: number;
}

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
    destroy: () => parts.stage.root.remove(),
  };
}

function build(request: ShowRequest): Parts {
  const { host, theme, view, options, still, scale } = request;
  const words = wordsOf(options.lang, options.texts);
  const layout = layoutBoard({ map: view.map, words: words.zones });
  const picture = theme.paint(layout, scale);
  const first = leaderOf(
    view,
    request.cells ?? new Map(view.players.map((player) => [player.id, player.cell])),
  );
  const stage = createStage({ theme, layout, scale }, picture.lit(first));
  stage.root.setAttribute('role', 'img');
  stage.root.setAttribute('lang', options.lang);
  const catalog = options.catalog ?? {};
  const playback = createPlayback({
    still,
    craft: {
      itemIcon: (item) => catalog.items?.[item]?.icon ?? 'swap-bag',
      effect: (id) => {
        const known = catalog.effects?.[id];
        const tone =
          known?.polarity === 'positive' ? 'good' : known?.polarity === 'negative' ? 'bad' : 'gold';
        return { icon: known?.icon ?? 'sparkles', tone };
      },
    },
    onCue: (cue) => {
      if (cue.is === 'dice') options.onDice?.(cue.event);
    },
  });
  const minimap = isLarge(layout) ? createMinimap(layout) : null;
  if (minimap) stage.root.append(minimap.node);
  host.append(stage.root);
  const actors = createActors(stage, theme, catalog);
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

function measureWith(font: string): Measure {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = font;
  return (text) => Math.ceil(pen.measureText(text).width + [...text].length * 0.2);
}

/** What changes only with the view: seals, numbers of ways, the words for screen readers. */
function refresh({ actors, layout, stage, request, words }: Parts, { view }: Now): void {
  stage.root.classList.toggle('still', request.still());
  actors.seals.sync(sealsOf(view, layout));
  actors.ways.sync(waysOf(view, layout));
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
  parts.actors.plates.sync(
    now.arrangement.plates.map((plate) => ({ ...plate, hidden: frame.poses.has(plate.player) })),
  );
  parts.actors.marks.sync(frame.marks);
  const panning = look(parts, now, { frame, elapsed });
  relight(parts, now);
  return playback.busy || gliding || panning || now.waited < GRACE;
}

function restOf({ drawn, playback, layout }: Parts, player: PlayerId): Point {
  const at = drawn.get(player);
  return at ? [at.x, at.y] : above(layout, playback.shown.get(player) ?? 0);
}

/** Arranges those who stand anew when somebody has come or gone. */
function settle({ playback, layout, measure }: Parts, now: Now, frame: Frame): void {
  const standing = now.view.players
    .filter((player) => !frame.poses.has(player.id))
    .map(
      (player): Standing => ({
        player: player.id,
        cell: frame.reached.get(player.id) ?? playback.shown.get(player.id) ?? player.cell,
        name: player.name,
        seat: player.seat,
        place: player.place,
      }),
    );
  const sign = standing.map((one) => `${one.player}@${one.cell}.${one.place}.${one.name}`).join('|');
  if (sign === now.sign) return;
  now.sign = sign;
  now.arrangement = arrange(layout, standing, measure);
}

function drawTokens(parts: Parts, now: Now, { frame, elapsed }: { frame: Frame; elapsed: number }): boolean {
  const stands = new Map(now.arrangement.stands.map((stand) => [stand.player, stand]));
  const share = parts.request.still() ? 1 : 1 - Math.exp(-elapsed / GLIDE);
  let moving = false;
  const looks = now.view.players.map((player): TokenLook => {
    const pose = frame.poses.get(player.id);
    const stand = stands.get(player.id);
    const goal = pose ?? stand ?? { x: 0, y: 0, scale: 1 };
    const at = parts.drawn.get(player.id) ?? {
      x: goal.x,
      y: goal.y,
      scale: goal.scale,
      slack: [0, 0],
      posed: false,
    };
    if (pose && !at.posed) at.slack = [at.x - pose.x, at.y - pose.y];
    if (pose) at.slack = [at.slack[0] * (1 - share), at.slack[1] * (1 - share)];
    at.x = pose ? pose.x + at.slack[0] : at.x + (goal.x - at.x) * share;
    at.y = pose ? pose.y + at.slack[1] : at.y + (goal.y - at.y) * share;
    at.scale += (goal.scale - at.scale) * share;
    at.posed = Boolean(pose);
    if (Math.hypot(goal.x - at.x, goal.y - at.y) > 0.3 || Math.abs(goal.scale - at.scale) > 0.004)
      moving = true;
    parts.drawn.set(player.id, at);
    return lookOf(player, at, {
      pose: pose ?? null,
      crowd: stand?.crowd ?? 1,
      acting: player.id === actorOf(parts, now),
    });
  });
  const order = looks.toSorted((a, b) => Number(a.acting) - Number(b.acting) || a.y - b.y);
  parts.actors.tokens.sync(looks);
  restack(parts, order);
  return moving;
}

interface Extra {
  readonly pose: { readonly opacity: number; readonly turn: number } | null;
  readonly crowd: number;
  readonly acting: boolean;
}

function lookOf(player: PlayerView, at: Drawn, { pose, crowd, acting }: Extra): TokenLook {
  return {
    player,
    leader: player.place === 1,
    x: at.x,
    y: at.y,
    scale: at.scale,
    opacity: pose?.opacity ?? 1,
    turn: pose?.turn ?? 0,
    acting,
    crowded: crowd > 2,
  };
}

/** Lower tokens stand in front of higher ones; whoever acts stands in front of all. */
function restack({ actors }: Parts, order: readonly TokenLook[]): void {
  order.forEach((look, i) => {
    const node = actors.tokens.get(look.player.id);
    if (node && node.style.zIndex !== String(i)) node.style.zIndex = String(i);
  });
}

/** Who acts: in the show, or else who is asked for something. */
function actorOf({ playback }: Parts, { view }: Now): PlayerId | null {
  return playback.actor ?? view.players.find((player) => player.pending)?.id ?? null;
}

function look(parts: Parts, now: Now, { frame, elapsed }: { frame: Frame; elapsed: number }): boolean {
  const { layout, minimap, stage, request } = parts;
  if (!isLarge(layout)) return false;
  const actor = actorOf(parts, now) ?? now.view.players.find((player) => player.place === 1)?.id;
  const pose = actor ? frame.poses.get(actor) : undefined;
  const middle: Point = pose ? [pose.x, pose.y] : actor ? restOf(parts, actor) : [0, layout.height];
  const goal = viewOf(layout, middle);
  const camera = now.camera ? pan(now.camera, goal, { elapsed, still: request.still() }) : goal;
  const moved = !now.camera || camera.x !== now.camera.x || camera.y !== now.camera.y;
  now.camera = camera;
  if (moved) stage.look(camera);
  const tokens = now.view.players.map((player) => {
    const [x, y] = restOf(parts, player.id);
    return { player: player.id, x, y, colour: request.theme.seatColour(player.seat) };
  });
  minimap?.show(camera, tokens);
  return moved;
}

/** The cell of whoever is nearest to the finish. */
function leaderOf({ map }: BoardView, shown: ReadonlyMap<PlayerId, number>): number {
  const left = (cell: number): number => map.cells[cell]?.toFinish ?? Number.POSITIVE_INFINITY;
  return [...shown.values()].reduce((best, cell) => (left(cell) < left(best) ? cell : best), map.start);
}

/** The race lights the window: anew only when the leader has come to new ground, and never during a walk. */
function relight({ playback, picture, stage, request, minimap }: Parts, now: Now): void {
  if (playback.busy) return;
  const { cells, finish } = now.view.map;
  const leader = leaderOf(now.view, playback.shown);
  const step = cells[now.lit]!.toFinish - cells[leader]!.toFinish;
  if (Math.abs(step) < RELIGHT && (leader !== finish || now.lit === finish)) return;
  const patch = picture.relit(now.lit, leader);
  now.lit = leader;
  if (!patch) return;
  stage.patch(patch, request.still());
  minimap?.repaint(stage.ground);
}
