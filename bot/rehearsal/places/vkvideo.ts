/** VK Video Live, simulated. */
import { startVkvideoSimulator } from '../../../adapters/platform/vkvideo/simulator.ts';
import { type Fate, idsFrom, type Place, type SimPerson, type WishEnd } from './place.ts';

const CHANNEL = 'rehearsal';
const OWNER = { id: '1', nick: 'Rehearsal' };
const LATE_MS = 2_000;
const ENDS = { pending: 'open', approved: 'fulfilled', rejected: 'refunded' } as const satisfies Record<
  string,
  WishEnd
>;

export async function vkvideoPlace(): Promise<Place> {
  const vk = await startVkvideoSimulator(idsFrom());
  const channel = vk.open(CHANNEL, OWNER);
  vk.air(CHANNEL, { title: 'MSIG', category: 'MSIG' });
  vk.signIn.grant('rehearsal-token', { person: OWNER, refreshToken: 'rehearsal-renewal' });
  const { weather } = vk.pubsub;
  const fated = <T>(fate: Fate, work: () => T): T => {
    const late = fate === 'late' ? 1 : 0;
    Object.assign(weather, {
      lost: fate === 'lost' ? 1 : 0,
      doubled: fate === 'doubled' ? 1 : 0,
      late,
      lateMs: LATE_MS,
    });
    const done = work();
    Object.assign(weather, { lost: 0, doubled: 0, late: 0 });
    return done;
  };
  const users = new Map<string, string>();
  const userOf = ({ login, name, owner }: SimPerson) => {
    if (owner) return { ...OWNER, nick: name };
    const id = users.get(login) ?? String(1_000 + users.size);
    users.set(login, id);
    return { id, nick: name };
  };
  return {
    platform: 'vkvideo',
    channel: CHANNEL,
    env: {
      MSIG_VKVIDEO_API_URL: vk.apiUrl,
      MSIG_VKVIDEO_AUTH_URL: vk.authUrl,
      MSIG_VKVIDEO_PUBSUB_URL: vk.pubsubUrl,
      MSIG_VKVIDEO_CLIENT_ID: vk.app.clientId,
      MSIG_VKVIDEO_CLIENT_SECRET: vk.app.clientSecret,
      MSIG_VKVIDEO_TOKEN: 'rehearsal-token',
      MSIG_VKVIDEO_REFRESH_TOKEN: 'rehearsal-renewal',
    },
    limits: { maxLength: vk.limits.maxLength, lines: 1, seconds: vk.limits.gapMs / 1000 },
    heard: () => vk.readers(CHANNEL) > 0,
    reach: () => {},
    say: (person, text, fate = 'good') => fated(fate, () => vk.say(CHANNEL, userOf(person), text)),
    redeem: (person, title, fate = 'good') => {
      if (!channel.rewards.some(({ name, is_disabled }) => name === title && !is_disabled)) return null;
      return fated(fate, () => vk.redeem(CHANNEL, title, { user: userOf(person) }));
    },
    // Nothing is known of how donations would come over this wire (PLATFORMS.md 5.1).
    tip: () => {},
    wishes: () =>
      channel.demands.map(({ id, status }) => {
        const calls = vk.points.settled.get(id)?.length ?? 0;
        return { id: String(id), end: ENDS[status], calls };
      }),
    spoken: () => vk.spoken(),
    cut: () => vk.cut(),
    close: () => vk.close(),
  };
}
