/** The season's table: for everybody, without a token. */
import type { FastifyInstance } from 'fastify';
import { langOfRequest } from '../guard/reception.ts';
import type { World } from '../world.ts';
import { seasonPage } from './season-page.ts';

export function addSeasons(app: FastifyInstance, { catalog }: World): void {
  app.get<{ Querystring: { practice?: string } }>(
    '/api/seasons/table',
    {
      schema: {
        tags: ['seasons'],
        summary:
          'Points over all finished ranked games of this host; with ?practice=true over the others too',
        security: [],
      },
    },
    async ({ query }) => catalog.season(query.practice === 'true'),
  );
  app.get('/season', { schema: { hide: true } }, async (request, reply) => {
    const { status, headers, html } = seasonPage(langOfRequest(request), catalog.season(false));
    return reply.code(status).headers(headers).send(html);
  });
}
