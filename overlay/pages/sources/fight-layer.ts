/** Fights and scenes over a page: their code comes when the first one begins, and what they show leaves with the last. */
import type { BoardView, Moment } from '../../../bot/protocol/views.ts';
import type { FaceElement } from '../../elements/face-element.ts';
import { late } from '../../link/late.ts';
import type { Session } from '../../link/session.ts';

export type LayerFormat = 'full' | 'strip' | 'corner';

/** A fight of nobody in particular stays large for so long after something has happened in it. Milliseconds. */
const STAY_MS = 12_000;

/** Keeps a layer over `main` for as long as somebody fights or is in a scene; with `player`, only that one counts. */
export function layFights(session: Session, main: HTMLElement, format: LayerFormat): void {
  const { face, address } = session;
  const ours = (id: string) => address.player === null || id === address.player;
  let layer: readonly FaceElement[] = [];
  let loading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dock = (on: boolean) => {
    main.classList.toggle('fight-docked', on);
    for (const element of layer) element.toggleAttribute('docked', on);
  };
  const bring = async () => {
    if (loading || layer.length > 0) return;
    loading = true;
    const { makeLayer } = await late(() => import('./fight-parts.ts'));
    layer = makeLayer(session, format);
    for (const element of layer) element.face = face;
    main.append(...layer);
    dock(main.classList.contains('fight-docked'));
  };
  const look = () => {
    const board = face.views.get('board');
    const busy = board !== null && isBusy(board, ours);
    main.classList.toggle('fighting', busy);
    if (busy) void bring();
  };
  /** A page that shows everybody gives the map back between the rounds. */
  const stay = (moments: readonly Moment[]) => {
    if (!moments.some(tellsOfFight)) return;
    dock(false);
    clearTimeout(timer);
    if (address.player === null) timer = setTimeout(() => dock(true), STAY_MS);
  };
  face.views.subscribe('board', look);
  face.views.onMoments(stay);
  look();
}

const TOLD = new Set<string>(['fightBegun', 'fightRound', 'fightEnded', 'sceneBegun', 'sceneTurned']);

function tellsOfFight({ events }: Moment): boolean {
  return events.some(({ type }) => TOLD.has(type));
}

function isBusy({ players }: BoardView, ours: (id: string) => boolean): boolean {
  return players.some(({ id, fight, scene }) => ours(id) && (fight != null || scene != null));
}
