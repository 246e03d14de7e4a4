/** What can be done with this sign-in in this channel; what cannot be is said on screen. */
import type { Capabilities, Feature } from '../contract.ts';
import { KICK_PACE, LONGEST_LINE } from './outbox.ts';
import { CHAT_EVENT } from './subscriptions.ts';

export interface Abilities {
  /** Kick can reach us. */
  readonly webhooks: boolean;
  /** Event → why Kick does not send it. */
  readonly refusedEvents: ReadonlyMap<string, string>;
  /** Of the user's sign-in; empty without one. */
  readonly scopes: ReadonlySet<string>;
  /** The sign-in is that of the channel's owner; null while it is not known. */
  readonly owner: boolean | null;
}

/** Rewards are always those of the signed-in user's own channel. */
export function mayReward({ scopes, owner }: Abilities): boolean {
  return owner !== false && scopes.has('channel:rewards:write');
}

export function capabilitiesOf(abilities: Abilities): Capabilities {
  const features = featuresOf(abilities);
  return {
    write: features.includes('write'),
    ownPages: false,
    maxLength: LONGEST_LINE,
    pace: { lines: KICK_PACE.lines, seconds: KICK_PACE.windowMs / 1000 },
    features,
  };
}

function featuresOf(abilities: Abilities): Feature[] {
  const { webhooks, refusedEvents, scopes } = abilities;
  const reads = webhooks && !refusedEvents.has(CHAT_EVENT);
  const writes = scopes.has('chat:write');
  const rewards = mayReward(abilities);
  const all: Record<Feature, boolean> = {
    read: reads,
    write: writes,
    reply: writes,
    roles: reads,
    'rewards-create': rewards,
    'rewards-settle': rewards,
    // Kick has no polls in its API.
    polls: false,
    moderation: scopes.has('moderation:ban'),
    'stream-status': true,
    donations: reads && !refusedEvents.has('kicks.gifted'),
    'delete-message': scopes.has('moderation:chat_message:manage'),
  };
  return (Object.keys(all) as Feature[]).filter((feature) => all[feature]);
}
