/** Which channels of which platforms are in use: from the seats, from the settings, and what the wizard signed in. */
import type { Vault } from '../../adapters/vault/vault.ts';
import type { GivenSignIn } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import { PLATFORMS, type Platform, type Subject } from './facts.ts';

export function subjectsOf(settings: Settings, vault: Vault): readonly Subject[] {
  const seats = settings.seats.flatMap(({ chats }) => chats);
  const alone = settings.twitch.channel
    ? [{ platform: 'twitch' as const, channel: settings.twitch.channel.replace(/^#/, '') }]
    : [];
  const signedIn = vault.names().flatMap((name) => {
    const [, platform, channel] = /^([a-z]+)\/(.+)$/.exec(name) ?? [];
    return isPlatform(platform) && channel ? [{ platform, channel }] : [];
  });
  const found = new Map<string, Subject>();
  for (const one of [...seats, ...alone, ...signedIn]) {
    // The vault's names are in small letters; the seats, which come first, have them as they are.
    const key = nameOf(one).toLowerCase();
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** `kick/anna`. */
export const nameOf = ({ platform, channel }: Subject): string => `${platform}/${channel}`;

/** Platforms with a channel or with anything of an account in the settings. */
export function platformsOf(settings: Settings, subjects: readonly Subject[]): readonly Platform[] {
  return PLATFORMS.filter(
    (platform) =>
      subjects.some((one) => one.platform === platform) ||
      settings[platform].clientId !== null ||
      Object.values(givenOf(settings, platform)).some((part) => part !== null),
  );
}

/** The sign-in as somebody wrote it into the settings. */
export function givenOf(settings: Settings, platform: Platform): GivenSignIn {
  const { twitch, youtube, kick, vkvideo } = settings;
  switch (platform) {
    case 'twitch':
      return { token: twitch.token, refresh: twitch.refreshToken };
    case 'youtube':
      return { token: null, refresh: youtube.refreshToken };
    case 'kick':
      return { token: kick.token, refresh: kick.refresh };
    case 'vkvideo':
      return { token: vkvideo.token, refresh: vkvideo.refreshToken };
  }
}

/** The variables that stand for what is given, such as `MSIG_TWITCH_TOKEN`. */
export function variablesOf(platform: Platform, { token, refresh }: GivenSignIn): string {
  const prefix = `MSIG_${platform.toUpperCase()}`;
  const renewal = platform === 'kick' ? `${prefix}_REFRESH` : `${prefix}_REFRESH_TOKEN`;
  return [...(token === null ? [] : [`${prefix}_TOKEN`]), ...(refresh === null ? [] : [renewal])].join(', ');
}

function isPlatform(text: string | undefined): text is Platform {
  return PLATFORMS.some((platform) => platform === text);
}
