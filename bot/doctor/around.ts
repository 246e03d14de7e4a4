/** What every check is given. Each outside thing is asked once, however many checks want to know it. */
import { resolve } from 'node:path';
import { appSecret } from '../chats/chat.ts';
import { keptSignIn, overWizard, signInName } from '../chats/sign-in.ts';
import { ROOT } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { type Door, openDoor } from './door.ts';
import {
  type AppFacts,
  type ChannelFacts,
  type Examiner,
  type Platform,
  type SeatPlace,
  type SignInFacts,
  type Subject,
  UNKNOWN_CHANNEL,
} from './facts.ts';
import { type Net, openNet } from './net.ts';
import { kick } from './platforms/kick.ts';
import { twitch } from './platforms/twitch.ts';
import { vkvideo } from './platforms/vkvideo.ts';
import { youtube } from './platforms/youtube.ts';
import { givenOf, nameOf, platformsOf, subjectsOf, variablesOf } from './subjects.ts';
import { type SeenVault, seeVault } from './vault.ts';

/** A new platform is one file in `platforms/` and one line here. */
export const EXAMINERS: Readonly<Record<Platform, Examiner>> = { twitch, youtube, kick, vkvideo };

/** The machine, as tests can replace it. */
export interface Machine {
  readonly node: string;
  /** Folder of the project. */
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes that we may write there; null if the system does not tell. */
  readonly freeBytes: (folder: string) => Promise<number | null>;
}

export interface Around extends Machine {
  readonly settings: Settings;
  /** Folder of the data, absolute. */
  readonly data: string;
  readonly seen: SeenVault;
  readonly net: Net;
  readonly platforms: readonly Platform[];
  readonly subjects: readonly Subject[];
  /** Of the bot; null without one. */
  readonly discordToken: string | null;
  door(): Promise<Door>;
  app(platform: Platform): Promise<AppFacts>;
  signIn(subject: Subject): Promise<SignInFacts>;
  channel(subject: Subject): Promise<ChannelFacts>;
}

export function lookAround(settings: Settings, machine: Machine): Around {
  const data = resolve(ROOT, settings.data);
  const seen = seeVault(data, settings.vaultKey);
  const net = openNet(machine.now);
  const subjects = subjectsOf(settings, seen.vault);
  const once = remembering();
  const secretOf = (platform: Platform) => appSecret(seen.vault, platform, settings[platform].clientSecret);
  const place = (platform: Platform) => ({ settings, net, now: machine.now, secret: secretOf(platform) });
  const app = (platform: Platform) => once(`app ${platform}`, () => EXAMINERS[platform].app(place(platform)));
  const seat = async ({ platform, channel }: Subject): Promise<SeatPlace> => {
    const given = givenOf(settings, platform);
    const kept = keptSignIn(seen.vault, signInName(platform, channel), given);
    return { ...place(platform), channel, kept, app: await app(platform) };
  };
  const signIn = (subject: Subject) =>
    once(`sign-in ${nameOf(subject)}`, async () => {
      const facts = await EXAMINERS[subject.platform].signIn(await seat(subject));
      const { platform, channel } = subject;
      const given = givenOf(settings, platform);
      const wins = overWizard(seen.vault, signInName(platform, channel), given);
      return { ...facts, over: wins ? variablesOf(platform, given) : '' };
    });
  return {
    ...machine,
    settings,
    data,
    seen,
    net,
    subjects,
    discordToken: appSecret(seen.vault, 'discord', settings.discord.token),
    platforms: platformsOf(settings, subjects),
    door: () => once('door', () => openDoor(settings, net)),
    app,
    signIn,
    channel: (subject) =>
      once(`channel ${nameOf(subject)}`, async () => {
        const place = { ...(await seat(subject)), signIn: await signIn(subject) };
        return EXAMINERS[subject.platform].channel(place).catch(notAName);
      }),
  };
}

/** A name that no channel can have is one that is not there. */
function notAName(error: unknown): ChannelFacts {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/_CHANNEL(_NAME)?$/.test(code)) throw error;
  return { ...UNKNOWN_CHANNEL, state: 'missing' };
}

function remembering(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>) => {
    const before = known.get(key) as Promise<T> | undefined;
    const now = before ?? work();
    known.set(key, now);
    return now;
  };
}
