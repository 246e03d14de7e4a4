/**
 * A season: a player on each platform, through the real client libraries, while lines are lost, doubled and late and
 * connections are cut. `MSIG_TEST_LONG=1`: 10,000 happenings and 100 cuts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import type { Fate, Place } from '../rehearsal/places/place.ts';
import { verify } from '../store/verify.ts';
import { Dice } from './dice.ts';
import { pause, until } from './rig.ts';
import { fateOf, happening } from './season/script.ts';
import { Season } from './season/season.ts';

const LONG = process.env.MSIG_TEST_LONG === '1';
const HAPPENINGS = LONG ? 10_000 : 600;
const CUTS = LONG ? 100 : 8;
const PAUSE_MS = LONG ? 20 : 15;

let season: Season;
beforeAll(async () => {
  season = await Season.open('season');
}, 60_000);
afterAll(() => season?.end());

/** A machine that is busy passes a line on within this time. */
const ON_THE_WIRE_MS = 500;

/** A line that is a command of the streamer, and what was known of its way. */
interface Said {
  readonly id: string;
  readonly text: string;
  readonly fate: Fate;
  readonly heard: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly platform: string;
}

it(`settles every wish and does nothing twice, over ${HAPPENINGS} happenings and ${CUTS} cuts`, {
  timeout: LONG ? 1_800_000 : 360_000,
}, async () => {
  const { stage, game, parts } = season;
  const dice = new Dice(11);
  const titles = Object.values(parts.content.texts.ru.rewards).map(({ name }) => name.slice(0, 45));
  const said = new Map<string, Said>();
  const cutAt: { readonly platform: string; readonly at: number }[] = [];
  await season.join();
  await until(() => stage.places.every(hasRewards), 60_000);
  const cuts = new Set(Array.from({ length: CUTS }, () => dice.below(HAPPENINGS)));
  for (let n = 0; n < HAPPENINGS; n += 1) {
    const place = dice.pick(stage.places);
    if (cuts.has(n)) {
      place.cut();
      cutAt.push({ platform: place.platform, at: Date.now() });
    }
    const fate = fateOf(dice);
    const { heard: isHeard } = place;
    const what = happening(dice, titles);
    if (what.is === 'tip') place.tip(what.person);
    else if (what.is === 'wish') place.redeem(what.person, what.title, fate);
    else {
      const heard = isHeard();
      const id = `${place.platform}:${place.say(what.person, what.text, fate)}`;
      if (what.person.owner)
        said.set(id, { id, text: what.text, fate, heard, at: Date.now(), platform: place.platform });
    }
    await pause(PAUSE_MS);
  }

  // The end of the evening: processes go and come, and take up what nobody told them of.
  await pause(3_000);
  await season.leave();
  await season.join();
  const open = () => stage.places.flatMap((place) => place.wishes().filter(({ end }) => end === 'open'));
  await until(
    () => open().length === 0,
    240_000,
    () => JSON.stringify(open()),
  );
  await until(() => Object.keys(game.host.state.unsettled).length === 0, 60_000);

  const log = await season.logged();
  // Nothing acted twice.
  const keys = log.map(({ by, id }) => `${by} ${id}`);
  expect(new Set(keys).size).toBe(keys.length);
  // Each wish has one end, the same here and there, told once.
  const redeemed = log.flatMap(({ events }) => events.filter((event) => event.type === 'redeemed'));
  let wishes = 0;
  for (const place of stage.places) {
    for (const { id, end, calls } of place.wishes()) {
      wishes += 1;
      const own = redeemed.filter(({ redemption }) => redemption === `${place.platform}:${id}`);
      expect(own.map(({ outcome }) => outcome)).toEqual([end === 'fulfilled' ? 'applied' : 'returned']);
      expect(calls).toBe(1);
    }
  }
  expect(wishes).toBeGreaterThan(HAPPENINGS / 40);
  // What did not arrive is known: it was lost on the way, or nobody was there to hear it.
  // Questions are answered by the process, and a choice may be a vote: neither has to reach the host by itself.
  const asked = [...said.values()].filter(({ text }) => !/статус|выбор/.test(text));
  const lost = asked.filter(({ id }) => !season.reached.has(id));
  const unexplained = lost
    .filter(({ fate, heard }) => fate !== 'lost' && fate !== 'late' && heard)
    // What was on the wire when the cable was pulled.
    .filter((one) => !cutAt.some(({ platform, at }) => platform === one.platform && near(at, one.at)))
    .map((one) => ({
      ...one,
      cuts: cutAt.filter(({ platform }) => platform === one.platform).map(({ at }) => one.at - at),
    }));
  expect(unexplained).toEqual([]);
  expect(lost.length).toBeLessThan(asked.length / 2);
  // Everything that acted was said by somebody.
  for (const { id, by } of log) {
    if (by.startsWith('player') && /^(twitch|youtube|kick|vkvideo):/.test(id))
      expect(said.has(id)).toBe(true);
  }
  for (const place of stage.places) expectWithinLimits(place);
  // The same inputs, delivered cleanly one after another, make the same game.
  expect(await verify(parts.catalog.export(game.id), { engine: ENGINE })).toMatchObject({
    ok: true,
    // Every decision was made again from the inputs that survived, one after another, with the same dice.
    checked: { decisions: log.length },
  });
  process.stderr.write(
    `season: ${log.length} lines in the log, ${wishes} wishes, of ${asked.length} commands ${lost.length} lost: ${lost
      .slice(0, 10)
      .map(({ id }) => id)
      .join(' ')}${lost.length > 10 ? ' …' : ''}\n`,
  );
});

const near = (at: number, other: number): boolean => Math.abs(at - other) < ON_THE_WIRE_MS;

/** YouTube has none. */
function hasRewards(place: Place): boolean {
  if (place.platform === 'youtube') return true;
  const id = place.redeem({ login: 'first', name: 'First' }, 'Горячий суп');
  return id !== null;
}

/** No line too long, no window too full. */
function expectWithinLimits({ platform, limits, spoken }: Place): void {
  const lines = spoken();
  expect(lines.length, platform).toBeGreaterThan(0);
  for (const { text } of lines) expect([...text].length).toBeLessThanOrEqual(limits.maxLength);
  const window = limits.seconds * 1000;
  const times = lines.map(({ at }) => at).sort((a, b) => a - b);
  for (const [n, at] of times.entries()) {
    const first = times[n - limits.lines];
    // Clocks tick in whole milliseconds.
    if (first !== undefined) expect(at - first, platform).toBeGreaterThanOrEqual(window - 2);
  }
}
