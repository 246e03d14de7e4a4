/**
 * A rehearsal with everything outside simulated: each platform with a channel on the air, a streamer in it, viewers who
 * talk, vote and pay. The program itself is the real one, with the real client libraries; only addresses differ.
 */
import type { PlayerId } from '../engine/state.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { Crowd } from '../host/rehearsal/crowd.ts';
import type { BothTexts } from '../protocol/texts.ts';
import { startPayers } from './payers.ts';
import { kickPlace } from './places/kick.ts';
import type { Place } from './places/place.ts';
import { twitchPlace } from './places/twitch.ts';
import { vkvideoPlace } from './places/vkvideo.ts';
import { youtubePlace } from './places/youtube.ts';
import { Streamers } from './streamers.ts';

const NAMES = {
  ru: { twitch: 'Тимур', youtube: 'Юна', kick: 'Кира', vkvideo: 'Вадим' },
  en: { twitch: 'Timur', youtube: 'Una', kick: 'Kira', vkvideo: 'Vadim' },
} as const;

export interface Seat {
  readonly name: string;
  readonly lang: 'ru' | 'en';
  readonly chats: readonly { readonly platform: Place['platform']; readonly channel: string }[];
}

export interface Performance {
  readonly game: HostedGame;
  readonly texts: BothTexts;
  /** Viewers of each chat. */
  readonly crowd: number;
  /** Nobody waits for show. */
  readonly fast: boolean;
}

const PAUSE = { calm: [3_000, 6_000], fast: [300, 700] } as const;
const PAY_MS = { calm: 15_000, fast: 1_500 } as const;

export class Stage {
  readonly places: readonly Place[];
  #stops: (() => void)[] = [];

  private constructor(places: readonly Place[]) {
    this.places = places;
  }

  static async open(): Promise<Stage> {
    return new Stage(await Promise.all([twitchPlace(), youtubePlace(), kickPlace(), vkvideoPlace()]));
  }

  /** Variables of the environment that send every process here. */
  get env(): Readonly<Record<string, string>> {
    return Object.assign({}, ...this.places.map(({ env }) => env));
  }

  /** One seat a platform; every second chat speaks the other language. */
  seats(lang: 'ru' | 'en'): readonly Seat[] {
    const other = lang === 'ru' ? 'en' : 'ru';
    return this.places.map(({ platform, channel }, seat) => {
      const own = seat % 2 === 0 ? lang : other;
      return { name: NAMES[own][platform], lang: own, chats: [{ platform, channel }] };
    });
  }

  /** From now on everybody plays. @param gateway its address, for platforms that call it */
  perform(gateway: string, { game, texts, crowd, fast }: Performance): void {
    for (const place of this.places) place.reach(gateway);
    const places = new Map(this.places.map((place, seat) => [`p${seat + 1}` as PlayerId, place]));
    const pace = fast ? 'fast' : 'calm';
    const streamers = new Streamers({ game, texts, places, pause: PAUSE[pace] });
    const stopPayers = startPayers({ game, texts, places, everyMs: PAY_MS[pace] });
    const viewers = new Crowd({
      game,
      texts,
      size: crowd,
      write: (player, { user, name }, text) => void places.get(player)?.say({ login: user, name }, text),
    });
    this.#stops = [() => streamers.stop(), stopPayers, () => viewers.stop()];
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    await Promise.all(this.places.map((place) => place.close()));
  }
}
