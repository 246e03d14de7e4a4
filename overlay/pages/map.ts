/** Every OBS source is this page; its address says which (`?format=strip`, `?page=dice`). Each brings only its own code. */
import { readAddress, type Source } from '../link/address.ts';
import { takeCare } from '../link/care.ts';
import { late } from '../link/late.ts';
import { openSession, type Session } from '../link/session.ts';
import type { ViewName } from '../link/views.ts';
import { dress } from './dress.ts';

interface Shown {
  readonly show: (session: Session) => void;
}

interface Entry {
  readonly views: readonly ViewName[];
  readonly load: () => Promise<Shown>;
}

const SOURCES: Readonly<Record<Source, Entry>> = {
  full: { views: ['board', 'log'], load: () => import('./sources/full.ts') },
  strip: { views: ['board', 'log'], load: () => import('./sources/strip.ts') },
  corner: { views: ['board', 'log'], load: () => import('./sources/corner.ts') },
  dice: { views: ['board', 'log'], load: () => import('./sources/dice.ts') },
  alerts: { views: ['board', 'log'], load: () => import('./sources/alerts.ts') },
  leaderboard: { views: ['board', 'log', 'leaderboard'], load: () => import('./sources/leaderboard.ts') },
  votes: { views: ['board', 'log'], load: () => import('./sources/votes.ts') },
  chronicle: { views: ['board', 'log'], load: () => import('./sources/chronicle.ts') },
  previously: { views: ['board', 'log'], load: () => import('./sources/previously.ts') },
  ticker: { views: ['board', 'log'], load: () => import('./sources/ticker.ts') },
  chat: { views: ['board', 'log', 'talk'], load: () => import('./sources/chat.ts') },
  fight: { views: ['board', 'log'], load: () => import('./sources/fight.ts') },
};

const { source } = readAddress(location.href, navigator.language);
const { views, load } = SOURCES[source];
const [session, { show }] = await Promise.all([openSession(views), late(load)]);
dress(session.address);
show(session);
if (session.address.sound.on)
  void late(() => import('../sound/listen.ts')).then(({ listen }) => listen(session));
takeCare({
  source,
  seq: () => session.face.views.last,
  beat: (health) => session.link.beat({ health }),
  refresh: () => session.link.refresh(),
  reload: () => location.reload(),
});
