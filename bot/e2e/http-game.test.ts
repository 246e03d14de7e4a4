/** A whole game by strangers' means alone: HTTP in, HTTP out; and its export, which no change survives. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import type { BagView, BoardView } from '../protocol/views.ts';
import { verify } from '../store/verify.ts';
import { Dice } from './dice.ts';
import { bendByte, fileOf, forge, type Line, relink } from './forgery.ts';
import { type Move, moveOf, useOf } from './person.ts';
import { type Answer, type Host, pause, runToEnd, startHost, temporary } from './rig.ts';
import { writeShortGame } from './short-game.ts';

const LONG = 120_000;
const SEATS = ['p1', 'p2', 'p3', 'p4'] as const;
let folder: Awaited<ReturnType<typeof temporary>>;
let host: Host;
let game: string;
let tokens: Record<string, string>;
let exported: string;
let lines: readonly string[];
const dice = new Dice(4);
let refused = 0;

beforeAll(async () => {
  folder = await temporary('http');
  const layer = join(folder.path, 'quick');
  await writeShortGame(layer, { every: 1, rolls: 20 });
  const args = ['--players', '4', '--bots', '4', '--content', layer];
  host = await startHost(join(folder.path, 'data'), args);
  await play();
}, LONG);

afterAll(async () => {
  await host?.run.stop();
  await folder?.remove();
});

async function play(): Promise<void> {
  const players = [
    { name: 'Анна', lang: 'ru' },
    { name: 'Boris', lang: 'en', class: 'sneak' },
    { name: 'Вика', lang: 'ru' },
    { name: 'Gleb', lang: 'en' },
  ];
  const made = await host.ask<{ game: string; players: { id: string; token: string }[] }>('/api/games', {
    body: { seed: 'whole game', size: 'S', pace: 'session', players, bots: 0 },
  });
  expect(made.status).toBe(201);
  game = made.body.game;
  tokens = Object.fromEntries(made.body.players.map(({ id, token }) => [id, token]));
  expect((await host.ask(`/api/games/${game}/start`, { method: 'POST' })).status).toBe(200);
  for (const end = Date.now() + LONG - 20_000; Date.now() < end; ) {
    const board = await look();
    if (board.status === 'finished') return;
    for (const player of board.players) await turn(player.id, board);
    await vote(board);
    await pause(5);
  }
  throw new Error(`no winner: ${JSON.stringify((await look()).players)}`);
}

async function look(): Promise<BoardView> {
  return (await host.ask<BoardView>(`/api/games/${game}?view=board`)).body;
}

async function turn(id: string, board: BoardView): Promise<void> {
  const player = board.players.find((one) => one.id === id)!;
  let move = moveOf(player, Date.now(), dice);
  if (move && player.pending === null && player.items > 0 && dice.odds(25)) {
    const bag = await host.ask<BagView>(`/api/games/${game}?view=bag:${id}`, { token: tokens[id]! });
    move = useOf(bag.body, board, dice) ?? move;
  }
  if (!move) return;
  const { status, body } = await say(id, move);
  if (status === 200) return;
  // Who uses things without looking is told so; that is no fault.
  refused += 1;
  expect(status, JSON.stringify(body)).toBe(409);
  expect(body.message).not.toBe('');
}

let said = 0;
/** With the player's own token or the admin's, as either may. */
function say(player: string, move: Move): Promise<Answer<{ code?: string; message?: string; seq?: number }>> {
  said += 1;
  const token = dice.odds(50) ? tokens[player]! : host.adminToken;
  return host.ask(`/api/games/${game}/commands`, {
    token,
    body: { id: `line ${said}`, as: { player }, ...move },
  });
}

/** Viewers answer whatever their chat is asked. */
async function vote(board: BoardView): Promise<void> {
  for (const poll of board.polls) {
    if (board.tally[poll.id]?.voters) continue;
    for (const user of ['1', '2', '3']) {
      said += 1;
      const as = { platform: 'twitch', user, name: `viewer ${user}`, channel: poll.player };
      const text = poll.kind === 'crowd' ? 'x' : String(1 + dice.below(Math.max(1, poll.options)));
      await host.ask(`/api/games/${game}/commands`, { body: { id: `vote ${said}`, as, text } });
    }
  }
}

/** `verify` as the command line has it. */
async function verifyFile(text: string | Buffer): Promise<{ code: number | null; said: string }> {
  const file = join(folder.path, 'copy.ndjson');
  await writeFile(file, text);
  const { code, stdout, stderr } = await runToEnd(['verify', file]);
  return { code, said: stdout + stderr };
}

async function check(text: string | Buffer): Promise<Awaited<ReturnType<typeof verify>>> {
  return verify([text], { engine: ENGINE });
}

const indexOf = (which: (line: Line) => boolean): number => {
  const at = lines.findIndex((text, i) => i > 1 && which(JSON.parse(text) as Line));
  expect(at).toBeGreaterThan(1);
  return at;
};
const drew = (line: Line) => line.events?.some((event) => event.type === 'drawn') === true;

describe('a game over HTTP', () => {
  it('comes to a winner', async () => {
    const board = await look();
    expect(board).toMatchObject({ status: 'finished', size: 'S', pace: 'session', ranked: false });
    expect(SEATS).toContain(board.winner);
    expect(board.places[0]).toBe(board.winner);
    expect([...board.places].sort()).toEqual([...SEATS]);
    expect(refused).toBeLessThan(said / 2);
  });

  it('gives its log out to a player, once it is over, and verify agrees', async () => {
    const answer = await host.ask(`/api/games/${game}/export`, { token: tokens.p2! });
    expect(answer.status).toBe(200);
    exported = answer.text;
    lines = exported.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(30);
    const report = await check(exported);
    expect(report).toMatchObject({ ok: true, game, ended: 'finished', lines: lines.length });
    if (report.ok) {
      expect(report.checked.draws).toBeGreaterThan(15);
      expect(report.checked.decisions).toBe(lines.length - 3);
    }
    const { code, said: words } = await verifyFile(exported);
    expect(words).toContain(`ok: game ${game}`);
    expect(code).toBe(0);
  });
});

describe('verify', () => {
  it('finds one byte changed anywhere, and the line it is in', async () => {
    const file = Buffer.from(exported);
    const where = new Dice(200);
    for (let copy = 0; copy < 200; copy += 1) {
      const { bent, line } = bendByte(file, where);
      const report = await check(bent);
      expect(report.ok, `byte in line ${line}`).toBe(false);
      if (!report.ok) expect(report.line, `byte in line ${line}: ${report.reason}`).toBe(line);
    }
  });

  it('finds it in every line alike, and at every byte of the header', async () => {
    const where = new Dice(7);
    const all = Buffer.from(exported);
    let from = 0;
    for (const [i, text] of lines.entries()) {
      const length = Buffer.byteLength(text);
      const places = i === 0 ? [...Array(length).keys()] : i === 1 ? [] : [where.below(length)];
      for (const at of places) {
        const bent = Buffer.from(all);
        bent[from + at] = (bent[from + at]! + 1) % 256;
        expect(await check(bent), `line ${i + 1}, byte ${at}`).toMatchObject({ ok: false, line: i + 1 });
      }
      from += length + 1;
    }
  });

  it('finds lines that were cut, swapped or added', async () => {
    const where = new Dice(11);
    for (let copy = 0; copy < 20; copy += 1) {
      const at = 2 + where.below(lines.length - 3);
      const without = lines.filter((_, i) => i !== at);
      expect(await check(fileOf(without)), `cut ${at + 1}`).toMatchObject({ ok: false, line: at + 1 });
      const swapped = lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!);
      expect(await check(fileOf(swapped)), `swap ${at + 1}`).toMatchObject({ ok: false, line: at + 1 });
      const more = lines.toSpliced(at, 0, lines[at]!);
      expect(await check(fileOf(more)), `add ${at + 2}`).toMatchObject({ ok: false, line: at + 2 });
    }
    const endless = fileOf(lines.slice(0, -1));
    expect(await check(endless)).toMatchObject({ ok: false, line: lines.length });
    expect(await check(fileOf([...lines, lines.at(-1)!]))).toMatchObject({
      ok: false,
      line: lines.length + 1,
    });
    expect(await check(lines[0]!)).toMatchObject({ ok: false, line: 2 });
    expect(await check('')).toMatchObject({ ok: false, line: 1 });
  });

  it('finds a die that was changed, though every hash after it was made anew', async () => {
    const at = indexOf(drew);
    const forged = forge(lines, at, (line) => {
      line.events = line.events!.map((event) =>
        event.type === 'drawn'
          ? { ...event, values: event.values.map((value, i) => (value % event.sides[i]!) + 1) }
          : event,
      );
    });
    expect(await check(fileOf(forged))).toMatchObject({ ok: false, line: at + 1 });
    const shown = indexOf((line) => line.events?.some((event) => event.type === 'rolled') === true);
    const lucky = forge(lines, shown, (line) => {
      line.events = line.events!.map((event) =>
        event.type === 'rolled' ? { ...event, total: event.total + 1 } : event,
      );
    });
    expect(await check(fileOf(lucky))).toMatchObject({ ok: false, line: shown + 1 });
  });

  it('finds a line taken out, put in or turned round, though everything was linked anew', async () => {
    expect(await check(fileOf(relink(lines)))).toMatchObject({ ok: true });
    const at = indexOf(drew);
    expect((await check(fileOf(relink(lines.toSpliced(at, 1))))).ok).toBe(false);
    expect(await check(fileOf(relink(lines.toSpliced(at, 0, lines[at]!))))).toMatchObject({ line: at + 2 });
    const stolen = forge(lines, lines.length - 1, (line) => {
      line.places = (line.places as string[]).toReversed();
    });
    expect(await check(fileOf(stolen))).toMatchObject({ ok: false, line: lines.length });
  });

  it('says so on the command line: exit code 1 and the number of the line', async () => {
    const at = indexOf(drew);
    const forged = forge(lines, at, (line) => {
      line.command = { type: 'coin' };
    });
    const copies: [string | Buffer, number][] = [
      [bendByte(Buffer.from(exported), new Dice(3)).bent, bendByte(Buffer.from(exported), new Dice(3)).line],
      [fileOf(lines.toSpliced(9, 1)), 10],
      [fileOf(forged), at + 1],
    ];
    for (const [copy, line] of copies) {
      const { code, said: words } = await verifyFile(copy);
      expect(words).toMatch(new RegExp(`line ${line}: .+\\n$`));
      expect(words.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(1);
    }
  });
});
