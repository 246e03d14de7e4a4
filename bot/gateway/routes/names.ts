/** What stands beside a game's log, for its admin's own lists: who is who, and what was paid after the end. */
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
  app.get<{ Params: { id: string } }>(
    '/api/games/:id/after-end',
    {
      schema: { tags: ['admin'], summary: 'Payments after the end of a game, as lines that are in no chain' },
    },
    async (request) => {
      needAdmin(request);
      return { lines: entered(world, request.params.id).beside.afterEnd.lines() };
    },
  );
}
