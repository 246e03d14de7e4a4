import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import type { Platform } from '../facts.ts';

/** The platform knows the application: its id and its secret. */
export const appCheck: Check = {
  name: 'app',
  run: async (around) =>
    (await Promise.all(around.platforms.map((platform) => about(platform, around)))).flat(),
};

/** Without an application a platform still reads: Twitch for anybody, YouTube by a key. */
const READS_WITHOUT: Readonly<Record<Platform, (around: Around) => boolean>> = {
  twitch: () => true,
  youtube: ({ settings }) => settings.youtube.apiKey !== null,
  kick: ({ settings }) => settings.kick.token !== null,
  vkvideo: ({ settings }) => settings.vkvideo.token !== null,
};

async function about(platform: Platform, around: Around): Promise<Found[]> {
  const { state, word } = await around.app(platform);
  const prefix = `MSIG_${platform.toUpperCase()}`;
  switch (state) {
    case 'absent':
      return READS_WITHOUT[platform](around)
        ? [ok('APP_NONE', {}, platform)]
        : [fault('APP_MISSING', { prefix }, platform)];
    case 'good':
      return [ok('APP', {}, platform)];
    case 'untestable':
      return [ok('APP_UNTESTED', {}, platform)];
    case 'refused':
      return [fault('APP_REFUSED', { word, prefix }, platform)];
    case 'silent':
      return [warn('NOT_ASKED', {}, platform)];
  }
}
