/** The race as a scene of its own: standings, map, dice, task and chronicle. */
import '../../elements/board/board.ts';
import '../../elements/chronicle/chronicle.ts';
import '../../elements/leaderboard/leaderboard.ts';
import '../../elements/predella/predella.ts';
import '../../elements/task/task.ts';
import type { Session } from '../../link/session.ts';
import { keepFitted } from '../stage-fit.ts';
import { layFights } from './fight-layer.ts';
import { make, mount } from './mount.ts';

const DESIGN = { width: 1920, height: 1080 };
/** Below this, and upright, the parts stand in a column. */
const UPRIGHT = 700;

export function show(session: Session): void {
  const { address, face, link } = session;
  const [board, standings, predella, task] = [
    make('msig-board'),
    make('msig-leaderboard'),
    make('msig-predella'),
    make('msig-task'),
  ];
  const chronicle = make('msig-chronicle');
  board.theme = address.theme;
  board.player = address.player;
  task.append(chronicle);
  predella.cued = true;
  chronicle.face = face;
  layFights(session, mount(session, [board, standings, predella, task], 'stage'), 'full');
  const upright = () => {
    const on = innerWidth < UPRIGHT && innerHeight > innerWidth;
    document.body.classList.toggle('upright', on);
    board.follow = on;
    document.documentElement.style.setProperty('--zoom', String((innerWidth - 16) / 320));
  };
  addEventListener('resize', upright);
  upright();
  keepFitted(() => DESIGN, address, false);
  // The odds of whoever rolls are in the bags; which seats there are, the board says.
  const wantOdds = () =>
    link.want(face.views.get('board')?.players.map((player) => `bag:${player.id}`) ?? []);
  face.views.subscribe('board', wantOdds);
  // The board may have come before this code has.
  wantOdds();
  addEventListener('msig-dice', (event) =>
    predella.cue((event as CustomEvent<Parameters<typeof predella.cue>[0]>).detail),
  );
}
