/** Links to OBS sources, for whoever hosts the game. */
import '../elements/links/links.ts';
import { createKeys } from '../link/keys.ts';
import { openSession } from '../link/session.ts';
import { frame, part } from './frame.ts';

const session = await openSession(['board']);
const { game, key, origin } = session.address;
const links = part('msig-links');
links.place = { origin, game };
frame(session, [links]);
links.keys = createKeys({ origin, game, token: key });
