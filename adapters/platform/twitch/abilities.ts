/** What can be done with these sign-ins in this channel; what cannot be is said on screen. PLATFORMS 1.1. */
import type { Capabilities, Feature } from '../contract.ts';
import { MODERATOR_PACE, VIEWER_PACE } from './pace.ts';
import { LONGEST_LINE } from './split.ts';

export interface Abilities {
  readonly write: boolean;
  /** Whoever writes is a moderator or the owner. */
  readonly moderator: boolean;
  /** Of the account; empty for reading without one, and for one that knows chat alone. */
  readonly scopes: ReadonlySet<string>;
  /** The account is the channel owner's. */
  readonly owner: boolean;
  /** Partner or affiliate: channel points and polls are theirs alone. */
  readonly earning: boolean;
  /** The API is used at all. */
  readonly api: boolean;
  /** Events that Twitch does not send. */
  readonly refused: ReadonlyMap<string, string>;
}

const GIFTS = [
  ['bits:read', 'channel.cheer'],
  ['channel:read:subscriptions', 'channel.subscribe'],
] as const;

/** Whether rewards are ours to try; whether Twitch lets the channel have any is told by reward. */
export function mayReward({ owner, scopes }: Pick<Abilities, 'owner' | 'scopes'>): boolean {
  return owner && scopes.has('channel:manage:redemptions');
}

export function mayAsk(about: Pick<Abilities, 'owner' | 'scopes' | 'earning'>, what: string): boolean {
  return about.owner && about.earning && about.scopes.has(`channel:manage:${what}`);
}

export function capabilitiesOf(abilities: Abilities): Capabilities {
  const pace = abilities.moderator ? MODERATOR_PACE : VIEWER_PACE;
  return {
    write: abilities.write,
    ownPages: false,
    maxLength: LONGEST_LINE,
    pace: { lines: pace.lines, seconds: pace.windowMs / 1000 },
    features: featuresOf(abilities),
  };
}

function featuresOf(abilities: Abilities): Feature[] {
  const { write, scopes, owner, earning, api, refused, moderator } = abilities;
  const rewards = mayReward(abilities) && earning;
  const order = owner || moderator;
  const all: Record<Feature, boolean> = {
    read: true,
    write,
    reply: write,
    roles: true,
    'rewards-create': rewards,
    'rewards-settle': rewards,
    polls: mayAsk(abilities, 'polls'),
    moderation: order && scopes.has('moderator:manage:banned_users'),
    'stream-status': api,
    donations: owner && GIFTS.some(([scope, topic]) => scopes.has(scope) && !refused.has(topic)),
    'delete-message': order && scopes.has('moderator:manage:chat_messages'),
  };
  return (Object.keys(all) as Feature[]).filter((feature) => all[feature]);
}
