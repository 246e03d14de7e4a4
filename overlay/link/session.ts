/** Joins a page's address, its link, its texts and its face; what every page does first. */
import { loadWords } from '../texts/texts.ts';
import { type Address, readAddress, socketUrl } from './address.ts';
import { type Ask, createAsk } from './ask.ts';
import { createFace, type Face } from './face.ts';
import { type Link, type LinkState, openLink } from './socket.ts';
import type { ViewName } from './views.ts';

export interface Session {
  readonly address: Address;
  readonly face: Face;
  readonly ask: Ask;
  readonly link: Link;
  /** Calls back now and whenever the link comes or goes. */
  onLink(listener: (state: LinkState, code: string) => void): void;
}

const TEXTS_AGAIN_MS = 3_000;
/** How long a link that has come back is listened to before what was missed is shown. */
const CATCH_UP_MS = 250;
/** And how long at most, while the log is still on its way. */
const CATCH_UP_MOST_MS = 3_000;

async function loadTexts(ask: Ask, face: Face): Promise<void> {
  for (;;) {
    try {
      face.setPack(await ask.texts(face.words.lang));
      return;
    } catch {
      // The page works without the pack's texts; ids stand in for names until they come.
      await new Promise((resolve) => setTimeout(resolve, TEXTS_AGAIN_MS));
    }
  }
}

/** Starts the session of a page that wants these views, once the words of its language are there. */
export async function openSession(views: readonly ViewName[]): Promise<Session> {
  const address = readAddress(location.href, navigator.language);
  const face = createFace({ words: await loadWords(address.lang), motion: address.motion });
  const ask = createAsk(address);
  const listeners = new Set<(state: LinkState, code: string) => void>();
  let now: LinkState = 'connecting';
  let code = '';
  let known = false;
  let catching: ReturnType<typeof setTimeout> | undefined;
  const catchUp = (): void => {
    face.views.hold();
    clearTimeout(catching);
    catching = setTimeout(() => showMissed(CATCH_UP_MS), CATCH_UP_MS);
  };
  const showMissed = (waited: number): void => {
    if (face.views.release({ patient: waited < CATCH_UP_MOST_MS })) return;
    catching = setTimeout(() => showMissed(waited + CATCH_UP_MS), CATCH_UP_MS);
  };
  for (const note of address.notes) console.info(`MSIG: ${note}`);
  document.documentElement.lang = address.lang;
  const link = openLink({
    url: socketUrl(address.origin),
    game: address.game,
    token: address.key,
    views,
    snapshot: (view, data) => {
      // It leaps over moments, and on a slow link it may come late: then too they are told or summed up.
      if (view === 'board' && face.views.last >= 0) catchUp();
      if (view === 'board') face.clock.atLeast((data as { at?: number }).at ?? 0);
      face.views.put(view, data);
    },
    change: (view, set, moments) => {
      const last = moments.at(-1);
      if (last) face.clock.heard(last.at);
      face.views.change(view, set, moments);
    },
    state: (state, why = '') => {
      now = state;
      code = why;
      if (state === 'up' && known) catchUp();
      known ||= state === 'up';
      for (const listener of listeners) listener(state, why);
    },
  });
  void loadTexts(ask, face);
  return {
    address,
    face,
    ask,
    link,
    onLink(listener) {
      listeners.add(listener);
      listener(now, code);
    },
  };
}
