/** All checks, in the order in which they are told. */
import type { Check } from './check.ts';
import { appCheck } from './checks/app.ts';
import { channelCheck } from './checks/channel.ts';
import { clockCheck } from './checks/clock.ts';
import { contentCheck } from './checks/content.ts';
import { dataCheck } from './checks/data.ts';
import { databaseCheck } from './checks/database.ts';
import { discordCheck } from './checks/discord.ts';
import { nodeCheck } from './checks/node.ts';
import { packagesCheck } from './checks/packages.ts';
import { portCheck } from './checks/port.ts';
import { publicCheck } from './checks/public.ts';
import { quotaCheck } from './checks/quota.ts';
import { reachCheck } from './checks/reach.ts';
import { rewardsCheck } from './checks/rewards.ts';
import { scopesCheck } from './checks/scopes.ts';
import { signInCheck } from './checks/sign-in.ts';
import { vaultCheck } from './checks/vault.ts';
import { webhooksCheck } from './checks/webhooks.ts';

export const CHECKS: readonly Check[] = [
  nodeCheck,
  packagesCheck,
  dataCheck,
  databaseCheck,
  vaultCheck,
  contentCheck,
  portCheck,
  clockCheck,
  reachCheck,
  appCheck,
  signInCheck,
  scopesCheck,
  channelCheck,
  rewardsCheck,
  quotaCheck,
  publicCheck,
  webhooksCheck,
  discordCheck,
];

/** Checks that ask the world outside this machine. */
export const OUTSIDE: ReadonlySet<Check['name']> = new Set([
  'clock',
  'reach',
  'app',
  'sign-in',
  'scopes',
  'channel',
  'rewards',
  'quota',
  'public',
  'webhooks',
  'discord',
]);
