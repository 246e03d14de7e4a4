/** How the pages fare that are open now, for the host's console. */
import type { FastifyInstance } from 'fastify';
import { needAdmin } from '../guard/reception.ts';
import type { Sources } from '../socket/sources.ts';

export function addSources(app: FastifyInstance, sources: Sources): void {
  app.get(
    '/api/sources',
    { schema: { tags: ['health'], summary: 'Open pages: frames a second, memory, last moment shown' } },
    async (request) => {
      needAdmin(request);
      return { sources: sources.list() };
    },
  );
}
