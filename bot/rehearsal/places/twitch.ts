/** Twitch, simulated: its events lose, double and delay what they carry; nothing is told again later. */
import { SCOPES } from '../../../adapters/platform/twitch/scopes.ts';
import { startTwitchSimulator } from '../../../adapters/platform/twitch/simulator.ts';
import type { Fate, Place, SimPerson, WishEnd } from './place.ts';

const CHANNEL = 'rehearsal';
const TOKEN = 'rehearsal-token';
const LATE_MS = 2_000;
const ENDS = { UNFULFILLED: 'open', FULFILLED: 'fulfilled', CANCELED: 'refunded' } as const satisfies Record<
  string,
  WishEnd
>;

export async function twitchPlace(): Promise<Place> {
  const twitch = await startTwitchSimulator();
  const { client, events, limits } = twitch;
  twitch.open({ login: CHANNEL, id: '1001', name: 'Rehearsal' });
  twitch.token(TOKEN, { user: CHANNEL, scopes: Object.keys(SCOPES) });
  twitch.setLive(CHANNEL, true, { title: 'MSIG', category: 'MSIG' });
  const fated = <T>(fate: Fate, work: () => T): T => {
    if (fate === 'lost') events.loseNext();
    if (fate === 'doubled') events.doubleNext();
    if (fate === 'late') events.delayNext(LATE_MS * Math.random());
    return work();
  };
  const users = new Map<string, string>();
  const userOf = ({ login, name, owner }: SimPerson) => {
    if (owner) return { login: CHANNEL, id: '1001', name };
    const known = login.toLowerCase().replace(/[^a-z0-9_]/g, '_');
    const id = users.get(known) ?? String(5_000 + users.size);
    users.set(known, id);
    return { login: known, id, name };
  };
  return {
    platform: 'twitch',
    channel: CHANNEL,
    env: {
      MSIG_TWITCH_CHANNEL: '',
      MSIG_TWITCH_IRC_URL: twitch.ircUrl,
      MSIG_TWITCH_API_URL: twitch.apiUrl,
      MSIG_TWITCH_AUTH_URL: twitch.authUrl,
      MSIG_TWITCH_EVENTSUB_URL: twitch.eventsubUrl,
      MSIG_TWITCH_CLIENT_ID: client.id,
      MSIG_TWITCH_CLIENT_SECRET: client.secret,
      MSIG_TWITCH_TOKEN: TOKEN,
    },
    limits: { maxLength: 500, lines: limits.moderatorLines, seconds: limits.windowMs / 1000 },
    heard: () => events.subscriptions().includes('channel.chat.message'),
    reach: () => {},
    say: (person, text, fate = 'good') => fated(fate, () => twitch.say(CHANNEL, userOf(person), text)),
    redeem: (person, title, fate = 'good') => {
      if (!twitch.rewards().some((reward) => reward.title === title)) return null;
      return fated(fate, () => twitch.redeem(CHANNEL, title, userOf(person)));
    },
    tip: (person) => twitch.cheer(CHANNEL, userOf(person), 100, 'cheer100'),
    wishes: () =>
      twitch.redemptions().map(({ id, status, changes }) => ({ id, end: ENDS[status], calls: changes })),
    spoken: () => twitch.spoken(),
    cut: () => {
      twitch.cut();
      events.cut();
    },
    close: () => twitch.close(),
  };
}
