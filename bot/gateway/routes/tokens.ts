/** Exchange of tokens, and the read-only keys of overlays. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Denied } from '../guard/answers.ts';
import { need, needAdmin } from '../guard/reception.ts';
import { bearer } from '../guard/tokens.ts';
import type { World } from '../world.ts';
import { described, shape } from './shape.ts';

const ofGame = z.strictObject({ game: z.string().min(1).max(120) });

export function addTokens(app: FastifyInstance, { tokens, catalog }: World): void {
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
    async (request) => {
      needAdmin(request);
      const { game } = shape(ofGame, request.body);
      if (!catalog.get(game)) throw new Denied('unknown-game', { found: game });
      return { key: await tokens.overlayKey(game) };
    },
  );
  app.delete(
    '/api/overlay-keys',
    { schema: { tags: ['tokens'], summary: 'Ends all read-only keys of a game', body: described(ofGame) } },
    async (request) => {
      needAdmin(request);
      const { game } = shape(ofGame, request.body);
      return { revoked: await tokens.revoke(game) };
    },
  );
}
