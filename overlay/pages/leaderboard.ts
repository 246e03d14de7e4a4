import '../elements/leaderboard/leaderboard.ts';
import '../elements/season/season.ts';
import { openSession } from '../link/session.ts';
import { frame, part } from './frame.ts';
import { keepFresh } from './season-fresh.ts';

const session = await openSession(['leaderboard']);
const season = part('msig-season');
season.lang = session.face.words.lang;
keepFresh(session, season);
frame(session, [part('msig-leaderboard')]);
