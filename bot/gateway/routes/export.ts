/** A whole game as one file, out and in. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Denied } from '../guard/answers.ts';
import { needAdmin, needGame } from '../guard/reception.ts';
import type { World } from '../world.ts';
import { entered } from './games.ts';

const NDJSON = 'application/x-ndjson';

export function addExport(app: FastifyInstance, world: World): void {
  const { catalog, limits } = world;
  app.get<{ Params: { id: string } }>(
    '/api/games/:id/export',
    {
      schema: {
        tags: ['games'],
        summary: 'The log as NDJSON: of a running game for the admin, of a finished one for all',
      },
    },
    async (request, reply) => {
      needGame(request, request.params.id);
      const game = entered(world, request.params.id);
      const over = ['finished', 'cancelled'].includes(game.host.state.status);
      if (!over) needAdmin(request);
      const name = game.id.replace(/[^\w-]/g, '_');
      reply
        .type(`${NDJSON}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${name}.ndjson"`);
      return reply.send(Readable.from(catalog.export(game.id)));
    },
  );
  app.addContentTypeParser(
    [NDJSON, 'text/plain', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: limits.importBytes },
    (_request, body, done) => done(null, body),
  );
  app.post(
    '/api/games/import',
    {
      bodyLimit: limits.importBytes,
      schema: { tags: ['games'], summary: 'Take in an exported game (NDJSON)' },
    },
    async (request, reply) => {
      needAdmin(request);
      if (!Buffer.isBuffer(request.body)) throw new Denied('wrong-type', { found: `expected ${NDJSON}` });
      const game = await catalog.take(request.body.toString('utf8'));
      return reply.code(201).send({ game: game.id, seq: game.host.seq, status: game.host.state.status });
    },
  );
}
