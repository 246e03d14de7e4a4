/** What can be done on which platform, as the adapters themselves declare it; nothing is connected for that. */
import { type Capabilities, FEATURES, type Feature } from '../../adapters/platform/contract.ts';
import { discordPlatform } from '../../adapters/platform/discord/index.ts';
import { capabilitiesOf as kickCapabilities } from '../../adapters/platform/kick/abilities.ts';
import { KICK_SCOPES } from '../../adapters/platform/kick/oauth.ts';
import { capabilitiesOf as twitchCapabilities } from '../../adapters/platform/twitch/abilities.ts';
import { SCOPES as TWITCH_SCOPES } from '../../adapters/platform/twitch/scopes.ts';
import { vkvideoPlatform } from '../../adapters/platform/vkvideo/index.ts';
import { SCOPES as VKVIDEO_SCOPES } from '../../adapters/platform/vkvideo/oauth.ts';
import { capabilities as youtubeCapabilities } from '../../adapters/platform/youtube/abilities.ts';

/** `without`: no account of the streamer's. `with`: the channel owner's, with all that the wizard asks for. */
export interface PlatformAbilities {
  readonly platform: string;
  readonly name: string;
  readonly without: readonly Feature[];
  readonly with: readonly Feature[];
}

const featuresOf = ({ features = [] }: Capabilities): readonly Feature[] => features;

/** In the order of the columns. */
export function platformAbilities(): readonly PlatformAbilities[] {
  return [
    { platform: 'twitch', name: 'Twitch', ...twitch() },
    {
      platform: 'youtube',
      name: 'YouTube',
      without: featuresOf(youtubeCapabilities(false)),
      with: featuresOf(youtubeCapabilities(true)),
    },
    { platform: 'kick', name: 'Kick', ...kick() },
    { platform: 'vkvideo', name: 'VK Video Live', ...vkvideo() },
    { platform: 'discord', name: 'Discord', ...discord() },
  ];
}

type States = Pick<PlatformAbilities, 'without' | 'with'>;

function twitch(): States {
  const nobody = { write: false, moderator: false, owner: false, earning: false, api: false };
  const refused = new Map<string, string>();
  const owner = { write: true, moderator: true, owner: true, earning: true, api: true };
  return {
    without: featuresOf(twitchCapabilities({ ...nobody, scopes: new Set(), refused })),
    with: featuresOf(twitchCapabilities({ ...owner, scopes: new Set(Object.keys(TWITCH_SCOPES)), refused })),
  };
}

/** With an address that Kick can reach; without it nothing is read. */
function kick(): States {
  const open = { webhooks: true, refusedEvents: new Map<string, string>() };
  return {
    without: featuresOf(kickCapabilities({ ...open, scopes: new Set(), owner: null })),
    with: featuresOf(kickCapabilities({ ...open, scopes: new Set(KICK_SCOPES), owner: true })),
  };
}

/** Here only the adapter as a whole knows. */
function vkvideo(): States {
  const app = { clientId: 'none', clientSecret: 'none' };
  const account = { accessToken: 'none', scopes: VKVIDEO_SCOPES };
  return {
    without: featuresOf(vkvideoPlatform({ channel: 'none', app }).can),
    with: featuresOf(vkvideoPlatform({ channel: 'none', app, account }).can),
  };
}

/** A bot is an account: without one there is no Discord. */
function discord(): States {
  const adapter = discordPlatform({ token: 'none', channel: '100000000000000000' });
  return { without: [], with: featuresOf(adapter.can) };
}

/** Rows of the table: a feature, and what each platform says to it. */
export interface AbilityRow {
  readonly feature: Feature;
  readonly cells: readonly {
    readonly platform: string;
    readonly without: boolean;
    readonly with: boolean;
  }[];
}

export function abilityRows(
  platforms: readonly PlatformAbilities[] = platformAbilities(),
): readonly AbilityRow[] {
  return FEATURES.map((feature) => ({
    feature,
    cells: platforms.map(({ platform, without, with: signedIn }) => {
      return { platform, without: without.includes(feature), with: signedIn.includes(feature) };
    }),
  }));
}
