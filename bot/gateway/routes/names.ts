/** Who is who in a game, for its admin's own lists: names stand beside the log, never in it. */
import type { FastifyInstance } from 'fastify';
import { needAdmin } from '../guard/reception.ts';
import type { World } from '../world.ts';
import { entered } from './games.ts';

export function addNames(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string } }>(
    '/api/games/:id/names',
    { schema: { tags: ['admin'], summary: 'Seat or pseudonym → name, as far as known here' } },
    async (request) => {
      needAdmin(request);
      return { names: entered(world, request.params.id).names.all() };
    },
  );
}
