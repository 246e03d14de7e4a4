/** As kick-kills.test.ts, on the other platforms with points: the process is killed between redemption and settlement. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../cli/start/listen.ts';
import { composeHost, type HostParts } from '../compose.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { Place } from '../rehearsal/places/place.ts';
import { twitchPlace } from '../rehearsal/places/twitch.ts';
import { vkvideoPlace } from '../rehearsal/places/vkvideo.ts';
import { readSettings } from '../settings.ts';
import { Dice } from './dice.ts';
import { pause, Run, temporary, until } from './rig.ts';

const KILLS = process.env.MSIG_TEST_LONG === '1' ? 50 : 3;
const FAN = { login: 'fan', name: 'Fan' };

interface Rig {
  readonly place: Place;
  readonly parts: HostParts;
  readonly game: HostedGame;
  readonly url: string;
  readonly data: string;
  end(): Promise<void>;
}

async function rigged(place: Place): Promise<Rig> {
  const { path: data, remove } = await temporary(`${place.platform}-kills`);
  const settings = readSettings({ env: place.env, options: { data, port: 0, logLevel: 'fatal' } });
  const parts = await composeHost(settings);
  const url = await listen(parts.gateway.app, settings);
  const bots = ['Игла', 'Ива', 'Искра'].map((name) => ({ name, lang: 'ru' as const, kind: 'bot' as const }));
  const skills = ['light_feet', 'patience'];
  const seat = { name: 'Ведущий', lang: 'ru', kind: 'person', classId: 'know_it_all', skills } as const;
  const wish = { seed: 'killed', size: 'L', pace: 'session', lang: 'ru', seats: [seat, ...bots] } as const;
  const game = await parts.catalog.create(wish);
  await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
  const end = async () => {
    await parts.close();
    await place.close();
    await remove();
  };
  return { place, parts, game, url, data, end };
}

describe.each([
  ['twitch', twitchPlace],
  ['vkvideo', vkvideoPlace],
] as const)('a process of %s', (_, open) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await rigged(await open());
  }, 60_000);
  afterAll(() => rig?.end());

  it(`ends every redemption once, over ${KILLS} kills`, { timeout: 240_000 + KILLS * 25_000 }, async () => {
    const { place, parts, game, url, data } = rig;
    const dice = new Dice(5);
    const texts = parts.content.texts.ru.rewards;
    const title = (key: string) => texts[key]?.name.slice(0, 45) ?? key;
    const args = ['player', '--gateway', url, '--platform', place.platform, '--channel', place.channel];
    const token = await parts.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    const env = { ...place.env, MSIG_TOKEN: token, MSIG_DATA: data };
    const mine: string[] = [];
    const redeem = (key: string) => {
      const id = place.redeem(FAN, title(key));
      if (id !== null) mine.push(id);
      return id !== null;
    };
    let run = new Run(args, { env });
    try {
      await until(
        () => redeem('hot_soup'),
        40_000,
        () => run.stderr,
      );
      for (let kill = 0; kill < KILLS; kill += 1) {
        await until(
          () => game.rooms.links().p1 === true && place.heard(),
          // Twitch counts calls by the minute, and every start makes some.
          120_000,
          () => run.stderr,
        );
        await pause(dice.below(300));
        for (const key of ['hot_soup', 'pocket_money', 'dare']) redeem(key);
        await pause(dice.below(120));
        await run.kill();
        // Nobody is there to hear this one.
        redeem('pocket_money');
        await until(() => game.rooms.links().p1 !== true);
        run = new Run(args, { env });
      }
      const open = () => place.wishes().filter(({ end }) => end === 'open');
      await until(
        () => open().length === 0,
        200_000,
        () => `${JSON.stringify(open())} ${run.stderr}`,
      );
      await until(() => Object.keys(game.host.state.unsettled).length === 0, 60_000);
    } finally {
      await run.stop();
    }
    const log: { redemption: string; outcome: string }[] = [];
    for await (const line of parts.driver.read(game.id, 1)) {
      const { events } = JSON.parse(line) as {
        events: { type: string; redemption: string; outcome: string }[];
      };
      log.push(...events.filter(({ type }) => type === 'redeemed'));
    }
    expect(log.map(({ redemption }) => redemption).toSorted()).toEqual(
      mine.map((id) => `${place.platform}:${id}`).toSorted(),
    );
    for (const { id, end, calls } of place.wishes()) {
      const outcome = log.find(({ redemption }) => redemption === `${place.platform}:${id}`)?.outcome;
      expect([id, end, calls]).toEqual([id, outcome === 'applied' ? 'fulfilled' : 'refunded', 1]);
    }
  });
});
