/** Builds the gateway; whoever calls it decides where it listens. */
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerRefusal } from '../commands/answer.ts';
import { MAX_FRAME } from '../protocol/wire.ts';
import { addExtension, type Extension } from './extension/extension.ts';
import { addReception, answerUnreadable, type ReceptionOptions } from './guard/reception.ts';
import { HookDesk } from './hooks/desk.ts';
import { addAdmin } from './routes/admin.ts';
import { addApplicationPages } from './routes/application-pages.ts';
import { addApplications } from './routes/applications.ts';
import { addAuth } from './routes/auth.ts';
import { addCommands } from './routes/commands.ts';
import { addExport } from './routes/export.ts';
import { addFaces } from './routes/faces.ts';
import { addGames } from './routes/games.ts';
import { addHealth } from './routes/health.ts';
import { addHome } from './routes/home.ts';
import { addHooks } from './routes/hooks.ts';
import { addNames } from './routes/names.ts';
import { addReceipts } from './routes/receipts.ts';
import { addReferees } from './routes/referees.ts';
import { addSeasons } from './routes/seasons.ts';
import { addSources } from './routes/sources.ts';
import { addTexts } from './routes/texts.ts';
import { addTokens } from './routes/tokens.ts';
import { Channels } from './socket/channels.ts';
import { SHARED_DEFLATE } from './socket/shared-deflate.ts';
import { addSocket, type SocketDoor } from './socket/socket.ts';
import { Sources } from './socket/sources.ts';
import type { World } from './world.ts';

export interface Gateway {
  readonly app: FastifyInstance;
  readonly sockets: SocketDoor;
  readonly channels: Channels;
  /** Null where no Twitch extension is registered. */
  readonly extension: Extension | null;
  /** Says goodbye to every socket and ends the server. */
  close(): Promise<void>;
}

type Refusing = ReceptionOptions['refusal'];

const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;

export async function buildGateway(world: World): Promise<Gateway> {
  const { limits, texts } = world;
  const refusal: Refusing = (code, args, lang) => answerRefusal({ code, args, lang, texts: texts[lang] });
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: REQUEST_MS,
    connectionTimeout: 0,
    http: { headersTimeout: HEADERS_MS, maxHeaderSize: 16_384 },
    forceCloseConnections: true,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // Addresses that cannot be read reach no route and no error handler.
    frameworkErrors: (_error, request, reply) =>
      answerUnreadable(request as FastifyRequest, reply as unknown as FastifyReply, refusal),
  });
  // Bodies are checked by our own schemas, with sentences; what goes out is what we made.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await addReception(app, {
    hosts: world.hosts,
    tokens: world.tokens,
    limits,
    refusal,
    onFault: (error, request) => world.onFault(error, `${request.method} ${request.url}`),
  });
  await addHeaders(app);
  await addDocs(app, world.version);
  await app.register(websocket, { options: { maxPayload: MAX_FRAME, perMessageDeflate: SHARED_DEFLATE } });
  const channels = new Channels();
  const desk = await HookDesk.open({ inbox: world.hooks.inbox, onFault: world.onFault });
  const sources = new Sources(world.onSlowPage ?? (() => {}));
  const sockets = addSocket(app, {
    tokens: world.tokens,
    accounts: world.accounts,
    channels,
    hooks: desk,
    sources,
    limits,
    texts,
    game: (id) => world.catalog.get(id),
    onFault: (error) => world.onFault(error, 'socket'),
  });
  for (const add of [
    addGames,
    addAdmin,
    addCommands,
    addExport,
    addTexts,
    addHealth,
    addAuth,
    addNames,
    addApplications,
    addReceipts,
    addReferees,
    addSeasons,
    addHome,
  ])
    add(app, world);
  addTokens(app, world, sockets);
  await addApplicationPages(app, world);
  addSources(app, sources);
  addHooks(app, { verifiers: world.hooks.verifiers, desk });
  const extension = world.extension ? await addExtension(app, world, world.extension) : null;
  await addFaces(app, world);
  return {
    app,
    sockets,
    channels,
    extension,
    async close() {
      extension?.close();
      sockets.close();
      channels.close();
      desk.close();
      await app.close();
    },
  };
}

/** Pages may load from here and nowhere else. Styles inline: elements set positions by the style attribute. */
async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

async function addDocs(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'MSIG',
        version,
        description:
          'Games of MSIG: make one, start it, send commands, read views. The same over WebSocket at /ws. Errors are {code, message, args}; message is Russian or English by ?lang or Accept-Language.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}
