import '../elements/board/board.ts';
import '../elements/chronicle/chronicle.ts';
import '../elements/leaderboard/leaderboard.ts';
import '../elements/predella/predella.ts';
import '../elements/task/task.ts';
import { openSession } from '../link/session.ts';
import { frame, part } from './frame.ts';

const WIDTH = 1920;
const HEIGHT = 1080;
/** Below this, and upright, the parts stand in a column. */
const UPRIGHT = 700;

function fitStage(): void {
  const { innerWidth: width, innerHeight: height } = window;
  const { style } = document.documentElement;
  const scale = Math.min(width / WIDTH, height / HEIGHT);
  const upright = width < UPRIGHT && height > width;
  document.body.classList.toggle('upright', upright);
  part('msig-board').follow = upright;
  style.setProperty('--scale', String(scale));
  style.setProperty('--left', `${(width - WIDTH * scale) / 2}px`);
  style.setProperty('--top', `${(height - HEIGHT * scale) / 2}px`);
  style.setProperty('--zoom', String((width - 16) / 320));
}
addEventListener('resize', fitStage);
fitStage();

const session = openSession(['board', 'log']);
frame(session, [
  part('msig-board'),
  part('msig-leaderboard'),
  part('msig-predella'),
  part('msig-task'),
  part('msig-chronicle'),
]);

// The odds of whoever rolls are in the bags; which seats there are, the board says.
session.face.views.subscribe('board', () => {
  session.link.want(session.face.views.get('board')?.players.map((player) => `bag:${player.id}`) ?? []);
});

const predella = part('msig-predella');
predella.cued = true;
addEventListener('msig-dice', (event) =>
  predella.cue((event as CustomEvent<Parameters<typeof predella.cue>[0]>).detail),
);
