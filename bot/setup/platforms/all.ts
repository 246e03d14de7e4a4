/** The platforms that can be played from, in the order they are offered. */
import type { PlatformName } from '../book.ts';
import { KICK } from './kick.ts';
import type { SetupPlatform } from './platform.ts';
import { TWITCH } from './twitch.ts';
import { VKVIDEO } from './vkvideo.ts';
import { YOUTUBE } from './youtube.ts';

export const PLATFORMS: Readonly<Record<PlatformName, SetupPlatform>> = {
  twitch: TWITCH,
  youtube: YOUTUBE,
  kick: KICK,
  vkvideo: VKVIDEO,
};
