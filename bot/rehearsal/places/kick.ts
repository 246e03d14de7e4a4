/** Kick, simulated: webhooks go to the gateway, so nothing is heard before it is known. */
import { startKickSimulator } from '../../../adapters/platform/kick/simulator.ts';
import type { Fate, Place, WishEnd } from './place.ts';

const CHANNEL = 'rehearsal';
const LATE_MS = 2_000;
const ENDS = { pending: 'open', accepted: 'fulfilled', rejected: 'refunded' } as const satisfies Record<
  string,
  WishEnd
>;
const TROUBLE = {
  good: {},
  lost: { lost: 1 },
  doubled: { doubled: 1 },
  late: { late: 1, lateMs: LATE_MS },
} as const satisfies Record<Fate, object>;

export async function kickPlace(): Promise<Place> {
  const kick = await startKickSimulator();
  kick.open(CHANNEL);
  kick.live(CHANNEL, true);
  const { accessToken, refreshToken } = kick.signIn(CHANNEL);
  const fated = <T>(fate: Fate, work: () => T): T => {
    kick.trouble(TROUBLE[fate]);
    const done = work();
    kick.trouble({});
    return done;
  };
  let cuts = 0;
  return {
    platform: 'kick',
    channel: CHANNEL,
    env: {
      MSIG_KICK_API_URL: kick.apiUrl,
      MSIG_KICK_AUTH_URL: kick.authUrl,
      MSIG_KICK_CLIENT_ID: kick.client.id,
      MSIG_KICK_CLIENT_SECRET: kick.client.secret,
      MSIG_KICK_TOKEN: accessToken,
      MSIG_KICK_REFRESH: refreshToken,
      MSIG_KICK_PUBLIC_KEY: kick.publicKey.replaceAll('\n', '\\n'),
    },
    limits: { maxLength: 500, lines: kick.limits.lines, seconds: kick.limits.windowMs / 1000 },
    heard: () => kick.subscriptions().some(({ event }) => event === 'chat.message.sent'),
    reach: (gateway) => kick.webhookTo(`${gateway}/hooks/kick`),
    say: ({ login, name, owner }, text, fate = 'good') =>
      fated(fate, () => kick.say(CHANNEL, owner ? CHANNEL : login, text, { name })),
    redeem: ({ login }, title, fate = 'good') => {
      if (!kick.rewards().some((reward) => reward.title === title)) return null;
      return fated(fate, () => kick.redeem(CHANNEL, title, login));
    },
    tip: ({ login }) => kick.gift(CHANNEL, login, 100),
    wishes: () =>
      kick.redemptions().map(({ id, status, changes }) => ({ id, end: ENDS[status], calls: changes })),
    spoken: () => kick.spoken(),
    // Webhooks need no line of ours: mostly only our calls fail, and sometimes Kick has forgotten us.
    cut: () => {
      cuts += 1;
      if (cuts % 4 === 1) kick.cut();
      else kick.break(2, { how: 'cut' });
    },
    close: () => kick.close(),
  };
}
