/** Bad input against the running program: it stops with one sentence, or answers with a code, and loses nothing. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import type { BoardView } from '../protocol/views.ts';
import { verify } from '../store/verify.ts';
import { type Host, runToEnd, startHost, temporary } from './rig.ts';

const LONG = 90_000;
let folder: Awaited<ReturnType<typeof temporary>>;
let host: Host;
let game: string;

const at = (name: string) => join(folder.path, name);
const startArgs = (data: string, ...more: string[]) => [
  'start',
  ...['--port', '0', '--json', '--lang', 'en', '--players', '4', '--bots', '4', '--data', data],
  ...more,
];

beforeAll(async () => {
  folder = await temporary('bad');
  host = await startHost(at('data'), ['--players', '4', '--bots', '4']);
  game = await newGame(['Анна', 'Boris', 'Вика', 'Gleb'].map((name) => ({ name })));
}, LONG);
afterAll(async () => {
  await host?.run.stop();
  await folder?.remove();
});

async function newGame(players: readonly object[]): Promise<string> {
  const made = await host.ask<{ game: string }>('/api/games', { body: { seed: 'bad input', players } });
  expect(made.status).toBe(201);
  await host.ask(`/api/games/${made.body.game}/start`, { method: 'POST' });
  return made.body.game;
}

/** The program ends with exit code 1, nothing on stdout, and a last word that is one sentence for people. */
async function expectStop(args: readonly string[], words: readonly RegExp[]): Promise<string> {
  const { code, stdout, stderr } = await runToEnd(args, { env: { MSIG_LANG: 'en' } });
  expect(stdout).toBe('');
  for (const word of words) expect(stderr).toMatch(word);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\[object/);
  expect(code).toBe(1);
  return stderr;
}

describe('a start that cannot be', { timeout: LONG }, () => {
  it('says that the port is in use, and which one to take', async () => {
    const server = await new Promise<Server>((resolve) => {
      const one = createServer().listen(0, '127.0.0.1', () => resolve(one));
    });
    const { port } = server.address() as { port: number };
    const args = [...startArgs(at('port')), '--port', String(port)];
    await expectStop(args, [new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken .* --port ${port + 1}`)]);
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that the data folder cannot be written', async () => {
    await writeFile(at('file'), 'not a folder');
    await expectStop(startArgs(join(at('file'), 'below')), [/data folder .* cannot be written/]);
    if (process.getuid?.() === 0) return;
    await mkdir(at('locked'));
    await chmod(at('locked'), 0o500);
    await expectStop(startArgs(at('locked')), [/No permission to write|cannot be written/]);
  });

  it('says that another host uses the data', async () => {
    await expectStop(startArgs(at('data')), [/in use by another running host/]);
    expect((await host.ask('/healthz')).body).toMatchObject({ ok: true });
  });

  it('says that the database is damaged, or from a newer version, and leaves it as it is', async () => {
    await mkdir(at('corrupt'));
    const garbage = Buffer.alloc(20_000, 'this is no database ');
    await writeFile(at('corrupt/msig.sqlite'), garbage);
    await expectStop(startArgs(at('corrupt')), [/cannot be read: .+backup/]);
    expect(await readFile(at('corrupt/msig.sqlite'))).toEqual(garbage);

    await mkdir(at('newer'));
    const db = new DatabaseSync(at('newer/msig.sqlite'));
    // What a version to come leaves behind: a migration that this one does not know.
    db.exec('CREATE TABLE kysely_migration (name TEXT PRIMARY KEY, timestamp TEXT)');
    db.exec("INSERT INTO kysely_migration VALUES ('0001-log', ''), ('9999-later', '')");
    db.close();
    await expectStop(startArgs(at('newer')), [/newer version .+9999-later.+knows up to .+Update/]);
  });

  it('lists every fault of a broken layer of content, with file and path', async () => {
    await mkdir(at('layer/items'), { recursive: true });
    const items = {
      bad_apple: { zone: 'moon', rarity: 'common' },
      worse_apple: { use: [{ op: 'explode' }] },
    };
    await writeFile(at('layer/items/apples.json'), JSON.stringify(items));
    await writeFile(at('layer/tunables.json'), '{"tokens":{"every":-1}');
    await writeFile(at('layer/itmes.json'), '{}');
    const words = [
      /errors: \d\d?\./,
      /apples\.json.*bad_apple\.zone/,
      /apples\.json.*worse_apple/,
      /tunables\.json/,
      /itmes\.json/,
    ];
    await expectStop(startArgs(at('x'), '--content', at('layer')), words);
    await expectStop(['rules', 'check', '--content', at('layer')], words);
    await expectStop(['rules', 'check', '--content', at('nowhere')], [/nowhere/]);
    await mkdir(at('narrow'));
    const narrow = { map: { sizes: { S: { cells: 200 } } } };
    await writeFile(at('narrow/tunables.json'), JSON.stringify(narrow));
    await expectStop(['rules', 'check', '--content', at('narrow')], [/map\.sizes\.S: 200 cells do not fit/]);
  });

  it('suggests the right option', async () => {
    await expectStop(['start', '--plyers', '4'], [/--plyers/, /--players/]);
    await expectStop(['strat'], [/strat/, /start/]);
    await expectStop(['start', '--players', '9'], [/--players.*9/]);
    await expectStop(['start', '--players', '4', '--bots', '5'], [/--bots.*5/]);
    await expectStop(['start', '--size', 'XL'], [/XL/, /S, M, L/]);
    await expectStop(['start', '--settings', at('none.yaml')], [/none\.yaml/]);
    await expectStop(['start', '--twitch', 'a b'], [/--twitch.*a b/]);
    await expectStop(['verify', at('none.ndjson')], [/none\.ndjson/]);
    await expectStop(['player', '--gateway', 'ftp://x', '--token', 'y'], [/ftp:\/\/x/]);
    await expectStop(['player', '--gateway', host.url, '--token', 'y'], [/token is not good/]);
  });
});

interface Refused {
  readonly code: string;
  readonly message: string;
}
type Case = readonly [what: string, as: object, said: object, status: number, code: string];

const P1 = { player: 'p1' };
const VIEWER = { platform: 'twitch', user: '7', name: 'Вера', channel: 'p1' };

describe('a command that cannot be', () => {
  const cases: readonly Case[] = [
    ["a viewer throws the player's dice", VIEWER, { text: '!кубик' }, 403, 'not-yours'],
    ["a viewer sends the player's command", VIEWER, { command: { type: 'roll' } }, 403, 'not-yours'],
    ['a way where there is no fork', P1, { text: '!путь 1' }, 409, 'no-fork'],
    ['a choice where there is none', P1, { command: { type: 'choose', option: 1 } }, 409, 'no-choice'],
    ['an unknown command', P1, { text: '!левитация' }, 400, 'unknown-command'],
    ['an unknown thing', P1, { text: '!use <b>sword</b>' }, 400, 'unknown-item'],
    ['nothing', P1, { text: '' }, 400, 'no-command'],
    ['signs that cannot be seen', P1, { text: '\u200b\u202e\u2066\u0000' }, 400, 'no-command'],
    ['emoji alone', P1, { text: '🎲🎲' }, 400, 'no-command'],
    ['too much', P1, { text: `!${'кубик '.repeat(200)}` }, 400, 'too-long'],
    ['a number out of range', P1, { command: { type: 'go', way: 1e9 } }, 400, 'bad-request'],
    ['no number', P1, { command: { type: 'go', way: 'NaN' } }, 400, 'bad-request'],
    ['the clock, by hand', { admin: true }, { command: { type: 'expire' } }, 400, 'bad-request'],
    ['a key that poisons', P1, { command: JSON.parse('{"type":"coin","__proto__":{}}') }, 400, 'bad-json'],
    ['a key too many', P1, { command: { type: 'coin', constructor: 1 } }, 400, 'bad-request'],
    ['half a letter as proof', P1, { command: { type: 'done', proof: '\ud83c' } }, 400, 'bad-request'],
    ['a seat that is none', { player: 'p7' }, { command: { type: 'coin' } }, 403, 'not-a-player'],
  ];

  it.each(cases)('%s', async (what, as, said, status, code) => {
    const before = await seqOf();
    for (const lang of ['ru', 'en'] as const) {
      const body = { id: `${what} ${lang}`, as, ...said };
      const answer = await host.ask<Refused>(`/api/games/${game}/commands?lang=${lang}`, { body });
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.body.message).toMatch(lang === 'ru' ? /[а-я]{3}/ : /[a-z]{3}/);
      expect(answer.body.message).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|undefined|\{\w+\}/);
    }
    expect(await seqOf()).toBe(before);
  });

  const seqOf = async () => (await host.ask<BoardView>(`/api/games/${game}`)).body.seq;

  it('with half a letter in its id harms no other that came at the same time', async () => {
    const send = (id: string, player: string) => {
      const body = { id, as: { player }, command: { type: 'coin' } };
      return host.ask<Refused>(`/api/games/${game}/commands`, { body });
    };
    const before = await seqOf();
    const all = await Promise.all(
      ['a', '\ud800', 'b', '\udfff\ud800', 'c', '\u0000', '👑'].map((id) => send(id, 'p2')),
    );
    expect(all.map(({ status }) => status)).toEqual([200, 400, 200, 400, 200, 200, 200]);
    expect(await seqOf()).toBe(before + 5);
    const made = await host.ask<Refused>('/api/games', { body: { seed: '\ud800', bots: 4 } });
    expect(made).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });
});

describe('names', () => {
  it('of markup, other directions and nothing are shown as text, cleaned or refused', async () => {
    const names = ['<img src=x onerror=alert(1)>', 'אבג\u202eevil', 'a\u200bb\u200dc', '  Ёж  '];
    const id = await newGame(names.map((name) => ({ name })));
    const board = await host.ask<BoardView>(`/api/games/${id}`);
    const shown = board.body.players.map(({ name }) => name);
    expect(shown).toEqual(['<img src=x onerror=alert(', 'אבגevil', 'abc', 'Ёж']);
    for (const name of ['\u200b\u2066', ' \u3164 ', '']) {
      const players = [{ name }, { name: 'b' }, { name: 'c' }, { name: 'd' }];
      const refused = await host.ask<Refused>('/api/games', { body: { players } });
      expect(refused).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    }
    const as = { ...VIEWER, name: '<script>\u202e</script>' };
    const body = { id: 'named', as, text: '!карта' };
    expect((await host.ask(`/api/games/${id}/commands`, { body })).status).toBe(200);
  });

  it('and everything above left the games as they have to be', async () => {
    const { text } = await host.ask(`/api/games/${game}/export`);
    expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true, game });
    expect((await host.ask('/metrics')).text).toMatch(/^msig_troubles_total 0$/m);
  });
});

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  it(
    'refuses what it cannot store, keeps what it has acknowledged, and the rest of the program up',
    async () => {
      const args = ['--players', '4', '--bots', '4'];
      // Files of this process end at 1.5 MB; the log of a game gets there soon.
      const full = await startHost(at('full'), args, { before: 'ulimit -f 3000' });
      const players = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
      const made = await full.ask<{ game: string }>('/api/games', { body: { players } });
      const path = `/api/games/${made.body.game}`;
      await full.ask(`${path}/start`, { method: 'POST' });
      const acked: number[] = [];
      let no: Refused | null = null;
      for (let n = 0; n < 20_000 && no === null; n += 50) {
        const sent = Array.from({ length: 50 }, (_, i) => {
          const body = { id: `${n + i} ${'long '.repeat(20)}`, as: P1, command: { type: 'coin' } };
          return full.ask<Refused & { seq: number }>(`${path}/commands`, { body });
        });
        for (const { status, body } of await Promise.all(sent)) {
          if (status === 200) acked.push(body.seq);
          else no = body;
        }
      }
      expect(no).toMatchObject({ code: 'not-stored' });
      expect((await full.ask('/healthz')).status).toBe(200);
      expect((await full.ask(path)).status).toBe(200);
      await full.run.stop();

      const again = await startHost(at('full'), args);
      const { text } = await again.ask(`${path}/export`);
      expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true });
      const kept = new Set(text.split('\n').map((line) => Number(/"seq":(\d+)\}$/.exec(line)?.[1])));
      expect(acked.filter((seq) => !kept.has(seq))).toEqual([]);
      await again.run.stop();
    },
    LONG,
  );
});
