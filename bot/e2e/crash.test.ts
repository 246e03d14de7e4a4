/** The host and its children, killed at random moments. `MSIG_TEST_LONG=1` does it for longer. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import { seenOf } from '../host/chronicle.ts';
import { ENGINE } from '../host/engine.ts';
import { Names } from '../host/names.ts';
import { computeView } from '../host/views.ts';
import type { BoardView } from '../protocol/views.ts';
import { checkChain } from '../store/chain.ts';
import { setupOf } from '../store/line.ts';
import { verify } from '../store/verify.ts';
import { Dice } from './dice.ts';
import { childrenOf, HAS_PROC, isGone } from './processes.ts';
import { type Host, pause, Run, startHost, temporary, until } from './rig.ts';
import { writeShortGame } from './short-game.ts';
import { type Acked, isAcked, type Sent, Stream, send } from './stream.ts';

const LONG = process.env.MSIG_TEST_LONG === '1';
const KILLS = LONG ? 50 : 8;
const FALLS = LONG ? 20 : 5;
/** A child that loses its host ends itself within 5 s; the rest is for a busy machine. */
const ORPHANS_MS = 8_000;

let folder: Awaited<ReturnType<typeof temporary>>;
let host: Host;
let args: readonly string[];

beforeAll(async () => {
  folder = await temporary('crash');
  const layer = join(folder.path, 'quick');
  await writeShortGame(layer, { every: 1, rolls: 3 });
  args = ['--players', '4', '--bots', '0', '--content', layer];
});
afterAll(async () => {
  await host?.run.stop();
  await folder?.remove();
});

const start = () => startHost(join(folder.path, 'data'), args);

/** Sometimes it does not even get to its ready line. */
async function startAfterFalls(dice: Dice): Promise<Host> {
  if (!dice.odds(25)) return start();
  const early = new Run(['start', '--port', '0', '--data', join(folder.path, 'data'), ...args]);
  await pause(200 + dice.below(900));
  await early.kill();
  return start();
}

async function newGame(): Promise<string> {
  const players = ['Анна', 'Boris', 'Вика', 'Gleb'].map((name) => ({ name }));
  const made = await host.ask<{ game: string }>('/api/games', { body: { size: 'L', players } });
  expect(made.status).toBe(201);
  await host.ask(`/api/games/${made.body.game}/start`, { method: 'POST' });
  return made.body.game;
}

interface Line {
  readonly seq: number;
  readonly id: string;
  readonly as: { readonly by: string; readonly player?: string };
  readonly command: unknown;
  readonly events: readonly GameEvent[];
}

/** Log and board of the same moment. */
async function look(game: string): Promise<{ text: string; lines: Line[]; board: BoardView }> {
  return until(async () => {
    const text = (await host.ask(`/api/games/${game}/export`)).text;
    const board = (await host.ask<BoardView>(`/api/games/${game}?view=board`)).body;
    const all = text.trimEnd().split('\n').slice(2);
    const lines = all.map((line) => JSON.parse(line) as Line).filter((line) => 'seq' in line);
    return lines.length === board.seq ? { text, lines, board } : null;
  });
}

/** What the log says the board is, but for what is not in the log: names, links, votes. */
function replayed(text: string): Partial<BoardView> {
  const { header, rules, commands } = checkChain(text.trimEnd().split('\n'));
  let state = ENGINE.initialState(setupOf(header), rules);
  for (const { at, events } of commands) state = ENGINE.fold(state, at, events, rules);
  const names = new Names([], { save: () => {} });
  const given = { state, rules, names, seq: commands.length, links: {}, chats: {}, tally: {} };
  return logged(computeView('board', { ...given, commitment: header.commitment }) as BoardView);
}

function logged({ tally: _, chats: __, named: ___, players, ...board }: BoardView): Partial<BoardView> {
  const plain = players.map((player) => ({ ...player, name: '', link: null }));
  return JSON.parse(JSON.stringify({ ...board, players: plain })) as Partial<BoardView>;
}

/** Every acknowledged command is in the log once, where it was said to be and with what was said to have come of it, but for what no face is told. */
function expectKept(acked: readonly Acked[], lines: readonly Line[]): void {
  const times = new Map<string, number>();
  for (const { as, id } of lines) {
    const key = `${as.by} ${as.player} ${id}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  expect([...times].filter(([, count]) => count > 1)).toEqual([]);
  for (const { id, player, command, answer } of acked) {
    const line = lines[answer.seq - 1];
    expect(line, `${id} at ${answer.seq}`).toMatchObject({ seq: answer.seq, id, command });
    expect(line?.as).toEqual({ by: 'player', player });
    expect(seenOf(line?.events ?? [])).toEqual(answer.events);
  }
}

/** Sent again, what was done is answered as the first time, and what was in doubt is done once. */
async function sendAgain(game: string, sent: readonly Sent[], dice: Dice): Promise<void> {
  const acked = sent.filter(isAcked);
  for (let n = 0; n < 10 && acked.length > 0; n += 1) {
    const one = dice.pick(acked);
    expect(await send(host, game, one)).toEqual({ seq: one.answer.seq, events: one.answer.events });
  }
  for (const one of sent.filter(({ answer }) => answer === null)) one.answer = await send(host, game, one);
}

describe.skipIf(!HAS_PROC)('a host that is killed', () => {
  it(
    `${KILLS} times at random moments keeps what it acknowledged, once, and leaves nobody behind`,
    async () => {
      const dice = new Dice(5);
      const stream = new Stream(55);
      host = await start();
      let game = await newGame();
      let kept = 0;
      for (let kill = 1; kill <= KILLS; kill += 1) {
        stream.start(host, game, { http: 3, sockets: 2 });
        await pause(50 + dice.below(dice.odds(30) ? 1_500 : 400));
        const children = childrenOf(host.run.pid);
        expect(children.length).toBeGreaterThan(0);
        await host.run.kill();
        await stream.stop();
        const [next] = await Promise.all([
          startAfterFalls(dice),
          until(() => children.every(isGone), ORPHANS_MS),
        ]);
        host = next;

        const { text, lines, board } = await look(game);
        const acked = stream.sent.filter(isAcked);
        expectKept(acked, lines);
        expect(logged(board)).toEqual(replayed(text));
        expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true, game });
        await sendAgain(game, stream.sent, dice);
        expectKept(stream.sent.filter(isAcked), (await look(game)).lines);
        kept += acked.length;
        if (board.status === 'finished') {
          game = await newGame();
          stream.sent.length = 0;
        }
      }
      expect(kept).toBeGreaterThan(20 * KILLS);
    },
    60_000 + KILLS * 20_000,
  );
});

describe.skipIf(!HAS_PROC)('a player process that is killed', () => {
  it(
    `${FALLS} times is back each time, and nobody else notices`,
    async () => {
      const dice = new Dice(6);
      host = host?.run.alive ? host : await start();
      const links = async () => {
        const { body } = await host.ask<BoardView>(`/api/games/${host.game}?view=board`);
        return body.players.map(({ link }) => link);
      };
      const allUp = async () => (await links()).every((link) => link === 'up');
      await until(allUp, 30_000);
      const game = await newGame();
      const stream = new Stream(66);
      stream.start(host, game, { http: 1, sockets: 1 });
      for (let fall = 1; fall <= FALLS; fall += 1) {
        const before = stream.sent.length;
        const seen = new Set<number>();
        process.kill(dice.pick(childrenOf(host.run.pid)), 'SIGKILL');
        const watch = async () => {
          for (const [seat, link] of (await links()).entries()) if (link !== 'up') seen.add(seat);
        };
        await until(async () => {
          await watch();
          return seen.size > 0;
        });
        await until(async () => {
          await watch();
          return allUp();
        }, 20_000);
        expect(seen.size, 'seats whose link was cut').toBe(1);
        expect(stream.sent.length, 'commands go on').toBeGreaterThan(before + 10);
      }
      await stream.stop();
      expect(stream.sent.filter(({ answer }) => answer === null)).toEqual([]);
      expect(childrenOf(host.run.pid)).toHaveLength(4);
      const { text } = await host.ask('/metrics');
      const falls = [...text.matchAll(/^msig_player_falls_total\{.*\} (\d+)$/gm)].map(([, n]) => Number(n));
      expect(falls.reduce((sum, n) => sum + n, 0)).toBe(FALLS);
      expect(host.run.stderr).not.toMatch(/not restarted any more|"level":[56]0/);
    },
    60_000 + FALLS * 40_000,
  );
});
