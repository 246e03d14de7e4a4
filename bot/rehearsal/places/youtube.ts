/** YouTube, simulated. Its readers get what they missed, so only a line that YouTube itself swallows is lost. */
import { startYoutubeSimulator } from '../../../adapters/platform/youtube/simulator.ts';
import { idsFrom, type Place, type SimPerson } from './place.ts';

const OWNER = 'UCrehearsal0000000000000';
const LATE_MS = 2_000;

export async function youtubePlace(): Promise<Place> {
  const from = idsFrom();
  const youtube = await startYoutubeSimulator(undefined, from);
  const { desk, limits } = youtube;
  youtube.account(OWNER, { refresh: '1//rehearsal' });
  const chat = youtube.goLive({ owner: OWNER });
  const authorOf = ({ login, name, owner }: SimPerson) => ({
    id: owner
      ? OWNER
      : `UC${login
          .replace(/[^A-Za-z0-9_-]/g, '')
          .padEnd(22, '0')
          .slice(0, 22)}`,
    name,
  });
  const timers = new Set<NodeJS.Timeout>();
  let count = 0;
  return {
    platform: 'youtube',
    channel: OWNER,
    env: {
      MSIG_YOUTUBE_API_URL: youtube.url,
      MSIG_YOUTUBE_AUTH_URL: youtube.url,
      MSIG_YOUTUBE_CLIENT_ID: desk.client.id,
      MSIG_YOUTUBE_CLIENT_SECRET: desk.client.secret,
      MSIG_YOUTUBE_REFRESH_TOKEN: '1//rehearsal',
    },
    limits: { maxLength: limits.longestText, lines: limits.lines, seconds: 30 },
    heard: () => youtube.streams() > 0,
    reach: () => {},
    say: (person, text, fate = 'good') => {
      count += 1;
      const id = `LCC.rehearsal${from + count}`;
      const at = Date.now();
      const say = () => youtube.say(chat, authorOf(person), text, { id, at });
      if (fate === 'late') {
        const timer = setTimeout(() => {
          timers.delete(timer);
          say();
        }, LATE_MS * Math.random());
        timers.add(timer);
      } else if (fate !== 'lost') say();
      if (fate === 'doubled') youtube.redeliver(chat, 1);
      return id;
    },
    redeem: () => null,
    tip: (person) => void youtube.superChat(chat, authorOf(person), { micros: '2000000', currency: 'EUR' }),
    wishes: () => [],
    spoken: () => youtube.written(),
    cut: () => youtube.cut(),
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      await youtube.close();
    },
  };
}
