import '../elements/leaderboard/leaderboard.ts';
import '../elements/season/season.ts';
import { openSession } from '../link/session.ts';
import { frame, part } from './frame.ts';

const session = await openSession(['leaderboard']);
part('msig-season').lang = session.face.words.lang;
frame(session, [part('msig-leaderboard')]);
