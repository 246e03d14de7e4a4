import '../elements/leaderboard/leaderboard.ts';
import { openSession } from '../link/session.ts';
import { frame, part } from './frame.ts';

frame(openSession(['leaderboard']), [part('msig-leaderboard')]);
