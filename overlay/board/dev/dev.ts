/** A page to look at the board: ?size=S&seed=x&players=8&lang=ru&t=ms&play=roll&crowd=5 */
import { createBoard } from '../board.ts';
import type { BoardView, GameEvent, Lang, Moment } from '../types.ts';
import { sampleBoard } from './sample.ts';
import { sampleMoment, sampleView } from './scene.ts';

const query = new URLSearchParams(location.search);
const size = (query.get('size') ?? 'S') as 'S' | 'M' | 'L';
const lang = (query.get('lang') ?? 'en') as Lang;
const view: BoardView = sampleView(sampleBoard(size, query.get('seed') ?? 'one'), {
  players: Number(query.get('players') ?? 8),
  crowd: Number(query.get('crowd') ?? 0),
  lead: Number(query.get('lead') ?? 0.7),
});
const fixed = query.get('t');
let time = 0;
const board = createBoard(document.getElementById('board')!, {
  lang,
  motion: query.get('motion') === 'reduced' ? 'reduced' : 'full',
  catalog: {
    effects: { swift: { polarity: 'positive', icon: 'wind-slap' }, bleed: { polarity: 'negative' } },
  },
  ...(fixed === null ? {} : { clock: () => time }),
});
board.update(view);

/** For scripts: plays moments, or moves a fixed clock. */
declare global {
  interface Window {
    dev: { view: BoardView; play(...events: GameEvent[]): void; go(ms: number): void; walk(): void };
  }
}
let seq = view.seq;
window.dev = {
  view,
  play(...events) {
    seq++;
    const moment: Moment = { seq, at: 0, events };
    board.play(moment);
  },
  go(ms) {
    time += ms;
    board.update(view);
  },
  walk() {
    for (const player of view.players)
      window.dev.play(...sampleMoment(view, player.id, query.get('play') ?? 'roll'));
  },
};
if (query.has('play')) setTimeout(() => window.dev.walk(), 800);
