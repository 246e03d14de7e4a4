/** The routes under `/ext/`. State, map and texts are the same for all and made for caches; the rest asks for Twitch's token. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { extAct, extBits, extCredit, extSettings, extVote } from '../../protocol/extension.ts';
import type { BoardView } from '../../protocol/views.ts';
import { Denied } from '../guard/answers.ts';
import { needGame } from '../guard/reception.ts';
import { bearer } from '../guard/tokens.ts';
import { shape } from '../routes/shape.ts';
import type { World } from '../world.ts';
import { ExtDenied } from './answers.ts';
import type { ExtensionDesk } from './desk.ts';
import { readReceipt, readViewer, type Viewer } from './jwt.ts';
import type { Rated, ViewerLimits } from './limits.ts';
import { mapVersion } from './snapshot.ts';
import type { Snapshots } from './snapshots.ts';
import type { PackBodies } from './words.ts';

export interface Doors {
  readonly desk: ExtensionDesk;
  readonly snapshots: Snapshots;
  readonly limits: ViewerLimits;
  readonly keys: readonly Uint8Array[];
  readonly packs: PackBodies;
  readonly catalog: World['catalog'];
}

const JSON_TYPE = 'application/json; charset=utf-8';
/** A second for everybody, ten more while a cache fetches the next one. */
const SHARED = 'public, max-age=1, s-maxage=1, stale-while-revalidate=10';
const ABSENT = 'public, max-age=10, s-maxage=10';
const FOREVER = 'public, max-age=31536000, immutable';
/** A second, from one address: a cache in front asks for many. What viewers may do is counted by person. */
const MOST_REQUESTS = 20_000;
const BODY_BYTES = 8 * 1024;

const how = {
  bodyLimit: BODY_BYTES,
  config: { signed: true, rateLimit: { max: MOST_REQUESTS, timeWindow: 1000 } },
};
const described = (summary: string) => ({ ...how, schema: { tags: ['extension'], summary, security: [] } });

export function addDoors(app: FastifyInstance, doors: Doors): void {
  addShared(app, doors);
  addOwn(app, doors);
}

function addShared(app: FastifyInstance, { snapshots, packs, catalog }: Doors): void {
  app.get<{ Params: { channel: string } }>(
    '/ext/state/:channel',
    described('The race as this channel shows it; ETag, 304 while unchanged'),
    async (request, reply) => {
      const snapshot = snapshots.of(request.params.channel);
      if (!snapshot) {
        reply.header('cache-control', ABSENT);
        throw new ExtDenied('ext-not-bound');
      }
      return tagged(request, reply, { ...snapshot, cache: SHARED });
    },
  );
  app.get<{ Params: { game: string }; Querystring: { v?: string } }>(
    '/ext/map/:game',
    described('The map of a game; never changes'),
    async (request, reply) => {
      const game = catalog.get(request.params.game);
      if (!game) throw new Denied('unknown-game', { found: request.params.game.slice(0, 60) });
      const { map } = game.view('board') as BoardView;
      const version = mapVersion(map);
      const cache = request.query.v === version ? FOREVER : SHARED;
      return tagged(request, reply, { body: JSON.stringify(map), tag: `"${version}"`, cache });
    },
  );
  app.get<{ Params: { lang: string }; Querystring: { v?: string } }>(
    '/ext/texts/:lang',
    described('Names and lines of the pack, ru or en'),
    async (request, reply) => {
      const { lang } = request.params;
      if (lang !== 'ru' && lang !== 'en')
        throw new Denied('not-found', { found: `GET ${request.url.slice(0, 80)}` });
      const cache = request.query.v === packs.version ? FOREVER : SHARED;
      return tagged(request, reply, { body: packs[lang], tag: `"${packs.version}-${lang}"`, cache });
    },
  );
}

function tagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, tag, cache }: { body: string; tag: string; cache: string },
): FastifyReply {
  reply.header('etag', tag).header('cache-control', cache);
  // A cache in between may have weakened the tag.
  const has = request.headers['if-none-match']
    ?.split(',')
    .some((one) => one.trim().replace(/^W\//, '') === tag);
  return has ? reply.code(304).send() : reply.type(JSON_TYPE).send(body);
}

function addOwn(app: FastifyInstance, { desk, limits, keys, catalog }: Doors): void {
  const viewerOf = async (request: FastifyRequest, reply: FastifyReply, what: Rated): Promise<Viewer> => {
    reply.header('cache-control', 'private, no-store');
    const read = await readViewer(bearer(request.headers.authorization), keys);
    if (!read.ok) throw new ExtDenied(read.code);
    limits.take(read.value.opaque, what);
    return read.value;
  };
  app.get('/ext/me', described('Own votes, rights and receipts'), async (request, reply) =>
    desk.me(await viewerOf(request, reply, 'me')),
  );
  app.post('/ext/vote', described('A vote; a later one replaces it'), async (request, reply) => {
    const viewer = await viewerOf(request, reply, 'vote');
    return desk.vote(viewer, shape(extVote, request.body));
  });
  app.post(
    '/ext/act',
    described('Trigger a trial, use a grant; the same id acts once'),
    async (request, reply) => {
      const viewer = await viewerOf(request, reply, 'act');
      return { reply: await desk.act(viewer, shape(extAct, request.body)) };
    },
  );
  app.post('/ext/bits', described('A receipt for Bits; counts once'), async (request, reply) => {
    const viewer = await viewerOf(request, reply, 'bits');
    const read = await readReceipt(shape(extBits, request.body).receipt, keys);
    if (!read.ok) throw new ExtDenied('ext-receipt', { detail: read.code });
    return desk.bits(viewer, read.value);
  });
  app.post('/ext/credit', described('Tries again what Bits have paid'), async (request, reply) => {
    const viewer = await viewerOf(request, reply, 'bits');
    return desk.credit(viewer, shape(extCredit, request.body).transaction);
  });
  app.get('/ext/config', described('The binding and switches; broadcaster'), async (request, reply) =>
    desk.config(await viewerOf(request, reply, 'config')),
  );
  app.post('/ext/config', described('Bind by code, unbind, switch; broadcaster'), async (request, reply) => {
    const viewer = await viewerOf(request, reply, 'config');
    return desk.set(viewer, shape(extSettings, request.body));
  });
  app.post<{ Params: { id: string; player: string } }>(
    '/api/games/:id/seats/:player/extension-code',
    { schema: { tags: ['extension'], summary: 'A one-time code that binds a Twitch channel to a seat' } },
    async (request) => {
      const { id, player } = request.params;
      const who = needGame(request, id);
      const game = catalog.get(id);
      if (!game?.host.state.players[player]) throw new Denied('unknown-game', { found: id.slice(0, 60) });
      if (who.role !== 'admin' && !(who.role === 'player' && who.player === player))
        throw new Denied('forbidden', { detail: player });
      return { code: desk.codeFor({ game: id, player }) };
    },
  );
}
