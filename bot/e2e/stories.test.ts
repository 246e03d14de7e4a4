/** A chain from chat: a ladder borrowed in the first zone is asked for two zones later; and the game replays as it was. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import { ENGINE } from '../host/engine.ts';
import type { BoardView, PlayerView } from '../protocol/views.ts';
import { verify } from '../store/verify.ts';
import { Dice } from './dice.ts';
import { type Move, moveOf } from './person.ts';
import { type Host, pause, startHost, temporary } from './rig.ts';
import { writeShortGame } from './short-game.ts';

const LONG = 150_000;
let folder: Awaited<ReturnType<typeof temporary>>;
let host: Host;
let game: string;
let said = 0;
const dice = new Dice(7);
/** What the game answered in the player's chat, with the events. */
const answers: string[] = [];

beforeAll(async () => {
  folder = await temporary('stories');
  const layer = join(folder.path, 'quick');
  await writeShortGame(layer, { every: 1, rolls: 20 });
  await writeStories(layer);
  host = await startHost(join(folder.path, 'data'), ['--players', '4', '--bots', '4', '--content', layer]);
}, LONG);

afterAll(async () => {
  await host?.run.stop();
  await folder?.remove();
});

/** Story cells everywhere, and of the scenes that come by themselves only the ladder. */
async function writeStories(layer: string): Promise<void> {
  const zones = ['forest', 'crystal', 'static', 'hell', 'heaven'];
  const cells = { story: 90, plain: 0, trial: 1, trap: 0, chest: 1, monster: 0, market: 1, object: 1 };
  const many = Object.fromEntries(zones.map((zone) => [zone, { cells }]));
  await writeFile(join(layer, 'zones.json'), JSON.stringify(many));
  await mkdir(join(layer, 'stories'), { recursive: true });
  const silent = Object.fromEntries(OTHERS.map((id) => [id, { weight: 0 }] as const));
  await writeFile(join(layer, 'stories', 'quiet.json'), JSON.stringify(silent));
}

const OTHERS = [
  'beaten_duellist',
  'polite_toll',
  'stray_parcel',
  'open_house',
  'who_goes_there',
  'borrowed_note',
];

async function look(): Promise<BoardView> {
  return (await host.ask<BoardView>(`/api/games/${game}?view=board`)).body;
}

async function say(move: Move): Promise<void> {
  said += 1;
  const { text } = await host.ask(`/api/games/${game}/commands`, {
    body: { id: `line ${said}`, as: { player: 'p1' }, ...move },
  });
  answers.push(text);
}

/** The scene that the ladder leads to has been played. */
const isOver = (): boolean =>
  answers.some((line) => line.includes('sceneEnded') && line.includes('agathas_sister'));

/** The ladder is borrowed, and handed over when it is asked for. */
function answerOf(player: PlayerView): Move | null {
  if (!player.scene) return moveOf(player, Date.now(), dice);
  const wanted = player.scene.options.findIndex((key) => key === 'borrow' || key === 'hand_over');
  return { text: `!выбор ${Math.max(1, wanted + 1)}` };
}

it('what was borrowed is asked for two zones later', { timeout: LONG }, async () => {
  const made = await host.ask<{ game: string }>('/api/games', {
    body: {
      ...{ seed: 'a borrowed ladder', size: 'S', pace: 'session', bots: 3 },
      players: [{ name: 'Анна', lang: 'ru' }],
    },
  });
  game = made.body.game;
  expect((await host.ask(`/api/games/${game}/start`, { method: 'POST' })).status).toBe(200);
  for (const end = Date.now() + LONG - 20_000; Date.now() < end && !isOver(); ) {
    const player = (await look()).players.find(({ id }) => id === 'p1');
    const move = player && answerOf(player);
    if (move) await say(move);
    await pause(5);
  }
  const { text } = await host.ask(`/api/games/${game}/export`, { token: host.adminToken });
  const events = eventsOf(text).filter((event) => 'player' in event && event.player === 'p1');
  const at = (which: (event: GameEvent) => boolean) => events.findIndex(which);
  const borrowed = at((event) => event.type === 'remembered' && event.fact === 'agathas_ladder');
  const asked = at((event) => event.type === 'sceneBegun' && event.run.story === 'agathas_sister');
  expect(borrowed).toBeGreaterThan(0);
  expect(asked).toBeGreaterThan(borrowed);
  const between = events.slice(borrowed, asked).filter(({ type }) => type === 'zoneEntered');
  expect(between.length).toBeGreaterThanOrEqual(2);
  const handed = events
    .slice(asked)
    .find((event) => event.type === 'itemLost' && event.item === 'borrowed_ladder');
  expect(handed).toMatchObject({ why: 'agathas_sister' });
  expect(answers.some((line) => line.includes('Агафь'))).toBe(true);
  expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true });
});

function eventsOf(text: string): readonly GameEvent[] {
  return text
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => (JSON.parse(line) as { events?: GameEvent[] }).events ?? []);
}
