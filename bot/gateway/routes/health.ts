/** Is it alive, and how is it doing. */
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../guard/origin.ts';
import { needAdmin } from '../guard/reception.ts';
import type { World } from '../world.ts';

export function addHealth(app: FastifyInstance, { catalog, metrics, version }: World): void {
  app.get(
    '/healthz',
    { schema: { tags: ['health'], summary: 'Alive and writing', security: [] } },
    async (_, reply) => {
      const { ok, games } = catalog.health();
      if (!ok) reply.code(503);
      return { ok, version, games, uptime: Math.round(process.uptime()) };
    },
  );
  app.get(
    '/metrics',
    { schema: { tags: ['health'], summary: 'For Prometheus; from this machine, or with the admin token' } },
    async (request, reply) => {
      if (!isLoopback(request.ip)) needAdmin(request);
      reply.type(metrics.contentType);
      return metrics.text();
    },
  );
}
