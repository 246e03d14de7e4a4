/** The Twitch extension's backend, as one part of the gateway: pages of the extension alone may ask it. */
import type { FastifyInstance } from 'fastify';
import { langOfRequest } from '../guard/reception.ts';
import type { World } from '../world.ts';
import { EXT_ANSWERS, ExtDenied, extSentence } from './answers.ts';
import type { Meta } from './bindings.ts';
import type { Seat } from './codes.ts';
import { ExtensionDesk } from './desk.ts';
import { addDoors } from './doors.ts';
import { extensionKeys } from './jwt.ts';
import { ViewerLimits } from './limits.ts';
import { Push, type TwitchPort } from './push.ts';
import { Snapshots } from './snapshots.ts';
import { packBodies } from './words.ts';

export interface ExtensionWorld {
  readonly clientId: string;
  /** base64, as the console shows them; the newest first. */
  readonly secrets: readonly string[];
  /** Further origins whose pages may ask, for a rig on this machine. */
  readonly origins: readonly string[];
  readonly meta: Meta;
  /** Null: nothing is sent to Twitch, and the panels ask by themselves. */
  readonly twitch: TwitchPort | null;
}

export interface Extension {
  readonly desk: ExtensionDesk;
  readonly snapshots: Snapshots;
  /** A one-time code for the owner of a seat. */
  codeFor(seat: Seat): string;
  close(): void;
}

export async function addExtension(
  app: FastifyInstance,
  world: World,
  { clientId, secrets, origins, meta, twitch }: ExtensionWorld,
): Promise<Extension> {
  const game = (id: string) => world.catalog.get(id);
  const packs = packBodies(world.texts, world.facts);
  let push: Push | null = null;
  const desk = await ExtensionDesk.open({
    ...{ clientId, meta, game, twitch, texts: world.texts, onFault: world.onFault },
    pushedAt: (channel) => push?.sentAt(channel) ?? null,
  });
  const binding = (channel: string) => desk.bindings.of(channel);
  const snapshots = new Snapshots({ binding, game, texts: packs.version });
  if (twitch) {
    const channels = () => [...desk.bindings.all()].map(([channel]) => channel);
    push = new Push({ channels, snapshots, twitch, onFault: (error) => world.onFault(error, 'extension') });
  }
  const allowed = new Set([`https://${clientId}.ext-twitch.tv`, ...origins]);
  await app.register(async (scope) => {
    addOrigins(scope, allowed);
    scope.setErrorHandler((error, request, reply) => {
      if (!(error instanceof ExtDenied)) throw error;
      const { code, args } = error;
      const message = extSentence(code, args, langOfRequest(request));
      void reply.code(EXT_ANSWERS[code].status).send({ code, message, args });
    });
    const keys = extensionKeys(secrets);
    const limits = new ViewerLimits();
    addDoors(scope, { desk, snapshots, keys, limits, packs, catalog: world.catalog });
  });
  return { desk, snapshots, codeFor: (seat) => desk.codeFor(seat), close: () => push?.close() };
}

/** The browser asks before it sends a token; the answer holds for two hours. */
const PREFLIGHT_S = 7200;

function addOrigins(scope: FastifyInstance, allowed: ReadonlySet<string>): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/ext/')) return;
    const { origin } = request.headers;
    reply.header('vary', 'Origin').header('cross-origin-resource-policy', 'cross-origin');
    if (origin === undefined) return;
    if (!allowed.has(origin)) throw new ExtDenied('ext-origin');
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'ETag');
  });
  const config = { signed: true, rateLimit: { max: 20_000, timeWindow: 1000 } };
  scope.options('/ext/*', { config, schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', String(PREFLIGHT_S))
      .code(204)
      .send(),
  );
}
