/** A host of one moment: serves the built pages and a recorded scene in which no time passes. */
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BagView, BoardView, LeaderboardView, LogView } from '../../bot/protocol/views.ts';
import { makeFight, makeFoe } from '../../overlay/elements/fixture/fights.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = join(ROOT, '.build', 'overlay');
const SCENE = join(ROOT, 'overlay', 'pictures', 'scene.json');
/** What fights are made of is named in the pack alone. */
const FIGHT_TEXTS = ['monsters', 'affixes', 'abilities', 'props'] as const;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

type Lang = 'ru' | 'en';
/** A key that has been replaced by a fresh one. */
export const SPENT = 'spent';

interface Hello {
  readonly token?: string;
  readonly views?: readonly string[];
  readonly game: string;
  readonly since?: Readonly<Record<string, number>>;
}

export interface Scene {
  /** The time of it, which stands still. */
  readonly now: number;
  /** How many of the last moments a page sees happen; the others are past. */
  readonly played: number;
  readonly views: {
    readonly board: BoardView;
    readonly leaderboard: LeaderboardView;
    readonly log: LogView;
    readonly [bag: `bag:${string}`]: BagView;
  };
  readonly talk: readonly {
    readonly player: string;
    readonly from: string;
    readonly role: string;
    readonly text: Readonly<Record<Lang, string>>;
  }[];
  readonly texts: Readonly<Record<Lang, unknown>>;
}

export function readScene(): Scene {
  return JSON.parse(readFileSync(SCENE, 'utf8')) as Scene;
}

export class SceneHost {
  readonly scene: Scene = readScene();
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #asked = new Map<WebSocket, { readonly game: string; readonly views: readonly string[] }>();

  constructor() {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://scene');
      if (pathname.startsWith('/api/texts/')) this.#texts(pathname, response);
      else if (pathname === '/api/overlay-keys') response.end(JSON.stringify({ key: 'scene' }));
      else send(pathname, response);
    });
    this.#sockets = new WebSocketServer({ server: this.#server, path: '/ws' });
    this.#sockets.on('connection', (socket) =>
      socket.once('message', (data) => this.#welcome(socket, String(data))),
    );
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #texts(pathname: string, response: ServerResponse): void {
    const lang = pathname.endsWith('/ru') ? 'ru' : 'en';
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...(this.scene.texts[lang] as object), ...fightTexts(lang) }));
  }

  /** Every view as it was before the last moments. A page that asks for more views comes again with what it has. */
  #welcome(socket: WebSocket, text: string): void {
    const { views: asked = [], game, token, since = {} } = JSON.parse(text) as Hello;
    const lang: Lang = game.startsWith('ru') ? 'ru' : 'en';
    const say = (message: object): void => socket.send(JSON.stringify(message));
    if (token === SPENT) return say({ type: 'bye', code: 'bad-token' });
    say({ type: 'welcome', session: 's', seq: 0, role: 'overlay', player: null });
    const views = asked.filter((view) => since[view] === undefined);
    for (const view of views) say({ type: 'snapshot', view, frame: 0, data: this.#before(view, lang, game) });
    this.#asked.set(socket, { game, views: asked });
    socket.once('close', () => this.#asked.delete(socket));
  }

  /** The last moments happen, for the pages of this game: each page has its own, which begins with its language. */
  happen(game: string): void {
    const { board, log } = this.scene.views;
    const moments = log.moments.slice(-this.scene.played);
    const changes = [
      { view: 'log', set: [[['moments'], log.moments]], moments: [] },
      { view: 'board', set: [[['seq'], board.seq]], moments },
    ];
    for (const [socket, asked] of this.#asked) {
      if (asked.game !== game) continue;
      for (const change of changes.filter(({ view }) => asked.views.includes(view)))
        socket.send(JSON.stringify({ type: 'change', from: 1, to: 1, ...change }));
    }
  }

  #before(view: string, lang: Lang, game: string): unknown {
    const { views, played, talk } = this.scene;
    if (view === 'talk')
      return {
        lines: talk.map((line, i) => ({ ...line, n: i + 1, at: this.scene.now, text: line.text[lang] })),
      };
    if (view === 'log') return { ...views.log, moments: views.log.moments.slice(0, -played) };
    if (view === 'board') {
      const seq = (views.log.moments.at(-played)?.seq ?? 1) - 1;
      return game.includes('.fight-') ? fightOf(views.board, this.scene.now, seq) : { ...views.board, seq };
    }
    return views[view as 'leaderboard'] ?? null;
  }
}

/** The first player before a gate, for the page of fights: the recorded game has no fight in it. */
function fightOf(board: BoardView, now: number, seq: number): BoardView {
  const foe = { templateId: 'devil_boiler_chief', affixId: 'fire', tier: 5, hint: 'broad devil' } as const;
  const next = { move: 'wide_swing', lands: ['near', 'mid'] } as const;
  const fight = makeFight({
    bout: 'gate',
    foes: [makeFoe({ ...foe, skills: ['wide_swing'], next })],
    prop: { id: 'boiler_valve', used: false },
  });
  const pending = {
    is: 'fight',
    n: 1,
    until: now + 17_000,
  } as unknown as BoardView['players'][number]['pending'];
  const players = board.players.map((one, i) =>
    i === 0 ? { ...one, zone: 'hell' as const, fight, pending } : one,
  );
  return { ...board, seq, players, polls: [] };
}

function fightTexts(lang: Lang): object {
  const read = (kind: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(ROOT, 'config', 'content', 'texts', lang, `${kind}.json`), 'utf8'));
    } catch {
      return {};
    }
  };
  return Object.fromEntries(FIGHT_TEXTS.map((kind) => [kind, read(kind)]));
}

function send(pathname: string, response: ServerResponse): void {
  const names: Readonly<Record<string, string>> = {
    '/overlay': 'map.html',
    '/leaderboard': 'leaderboard.html',
    '/play': 'play.html',
    '/links': 'links.html',
  };
  const path = normalize(names[pathname] ?? pathname.replace(/^\/faces\//, ''));
  try {
    const body = readFileSync(join(PAGES, path));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
