/** The bodies of webhooks, as in PLATFORMS 4.2 (fields and forms of Kick's documentation of events). */
import type { SimRedemption, SimUser } from './world.ts';

/** The long form of a user; `identity` is null except for who writes. */
export function person(user: SimUser, badges?: readonly string[]) {
  return {
    is_anonymous: false,
    user_id: user.id,
    username: user.name,
    is_verified: false,
    profile_picture: 'https://kick.example/picture.webp',
    channel_slug: user.slug,
    identity: badges ? { username_color: '#FF5733', badges: badges.map(badge) } : null,
  };
}

function badge(type: string) {
  const text = type.charAt(0).toUpperCase() + type.slice(1);
  return type === 'subscriber' ? { text, type, count: 3 } : { text, type };
}

/** The short form, in newer events. */
function brief({ id, name, slug }: SimUser) {
  return { user_id: id, username: name, is_verified: false, profile_picture: '', channel_slug: slug };
}

const NOBODY = {
  is_anonymous: true,
  user_id: null,
  username: null,
  is_verified: null,
  profile_picture: null,
  channel_slug: null,
  identity: null,
};

/** To the second, as in most events. */
export const stamp = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

export function chatBody(
  owner: SimUser,
  line: { id: string; user: SimUser; text: string; badges?: readonly string[]; at?: number },
) {
  return {
    message_id: line.id,
    broadcaster: person(owner),
    sender: person(line.user, line.badges ?? []),
    content: line.text,
    // May be absent or null.
    emotes: null,
    created_at: stamp(line.at ?? Date.now()),
  };
}

export function redemptionBody(owner: SimUser, redemption: SimRedemption) {
  const { id, input, status, at, reward, user } = redemption;
  const { title, cost, description } = reward;
  return {
    id,
    user_input: input,
    status,
    redeemed_at: at,
    reward: { id: reward.id, title, cost, description },
    redeemer: brief(user),
    broadcaster: brief(owner),
  };
}

export function kicksBody(owner: SimUser, user: SimUser, gift: { amount: number; text?: string }) {
  return {
    broadcaster: brief(owner),
    sender: brief(user),
    gift: {
      amount: gift.amount,
      name: 'Rage Quit',
      type: 'LEVEL_UP',
      tier: 'MID',
      message: gift.text ?? '',
      pinned_time_seconds: 600,
    },
    created_at: new Date().toISOString(),
  };
}

export function subscriptionBody(owner: SimUser, user: SimUser, months: number) {
  const times = { created_at: stamp(Date.now()), expires_at: stamp(Date.now() + 30 * 86_400_000) };
  return { broadcaster: person(owner), subscriber: person(user), duration: months, ...times };
}

/** @param gifter null for an anonymous one: all its fields are null. */
export function giftsBody(owner: SimUser, gifter: SimUser | null, giftees: readonly SimUser[]) {
  const times = { created_at: stamp(Date.now()), expires_at: stamp(Date.now() + 30 * 86_400_000) };
  const from = gifter ? person(gifter) : NOBODY;
  return { broadcaster: person(owner), gifter: from, giftees: giftees.map((one) => person(one)), ...times };
}

export function followBody(owner: SimUser, user: SimUser) {
  return { broadcaster: person(owner), follower: person(user) };
}

export function statusBody(owner: SimUser, stream: { live: boolean; startedAt: number; title: string }) {
  const ended_at = stream.live ? null : stamp(Date.now());
  const { live: is_live, title } = stream;
  return { broadcaster: person(owner), is_live, title, started_at: stamp(stream.startedAt), ended_at };
}

export function metadataBody(owner: SimUser, about: { title: string; category: string }) {
  const category = { id: 15, name: about.category, thumbnail: 'https://kick.example/category.webp' };
  const metadata = { title: about.title, language: 'ru', has_mature_content: false, category };
  return { broadcaster: person(owner), metadata };
}
