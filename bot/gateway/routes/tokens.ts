/** Exchange of tokens, and the read-only keys of overlays, which whoever hosts the game gives out. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Denied } from '../guard/answers.ts';
import { mayGiveLinks } from '../guard/identity.ts';
import { need, needAdmin } from '../guard/reception.ts';
import { bearer } from '../guard/tokens.ts';
import type { SocketDoor } from '../socket/socket.ts';
import type { World } from '../world.ts';
import { described, shape } from './shape.ts';

const ofGame = z.strictObject({ game: z.string().min(1).max(120) });

export function addTokens(
  app: FastifyInstance,
  { tokens, catalog }: World,
  sockets: Pick<SocketDoor, 'revoked'>,
): void {
  /** The game that a request is about, of which its sender gives out links. @throws Denied */
  const ownGame = (request: FastifyRequest): string => {
    const who = need(request);
    const { game } = shape(ofGame, request.body);
    if (!mayGiveLinks(who, game)) throw new Denied('forbidden', { detail: 'host only' });
    if (!catalog.get(game)) throw new Denied('unknown-game', { found: game });
    return game;
  };
  app.post(
    '/api/token',
    { schema: { tags: ['tokens'], summary: 'A fresh token for one that is good or ended only lately' } },
    async (request) => {
      const fresh = await tokens.exchange(bearer(request.headers.authorization));
      if (!fresh) throw new Denied(request.fault === 'no-token' && !request.who ? 'no-token' : 'bad-token');
      return { token: fresh };
    },
  );
  app.get(
    '/api/whoami',
    { schema: { tags: ['tokens'], summary: 'What this token is good for' } },
    async (request) => need(request),
  );
  app.post(
    '/api/discord-tokens',
    {
      schema: {
        tags: ['tokens'],
        summary: 'A token for the Discord process of a game',
        body: described(ofGame),
      },
    },
    async (request) => {
      needAdmin(request);
      const { game } = shape(ofGame, request.body);
      if (!catalog.get(game)) throw new Denied('unknown-game', { found: game });
      return { token: await tokens.sign({ role: 'discord', game }) };
    },
  );
  app.post(
    '/api/overlay-keys',
    {
      schema: { tags: ['tokens'], summary: 'The read-only key of a game, for OBS', body: described(ofGame) },
    },
    async (request) => ({ key: await tokens.overlayKey(ownGame(request)) }),
  );
  app.delete(
    '/api/overlay-keys',
    { schema: { tags: ['tokens'], summary: 'Ends all read-only keys of a game', body: described(ofGame) } },
    async (request) => {
      const game = ownGame(request);
      const revoked = await tokens.revoke(game);
      sockets.revoked(game);
      return { revoked };
    },
  );
}
