/** The built pages under `/faces/`, and short addresses that people can type. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Denied } from '../guard/answers.ts';
import type { World } from '../world.ts';

/** Short address → page. */
const SHORT = {
  '/overlay': 'map',
  '/map': 'map',
  '/leaderboard': 'leaderboard',
  '/play': 'play',
  '/links': 'links',
} as const;

export async function addFaces(app: FastifyInstance, { pages, codes }: World): Promise<void> {
  if (existsSync(pages)) {
    await app.register(fastifyStatic, {
      root: pages,
      prefix: '/faces/',
      index: false,
      // Assets carry a hash of their content in the name; the pages themselves do not.
      setHeaders(reply, path) {
        const forever = path.includes('/assets/');
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  for (const [address, page] of Object.entries(SHORT)) {
    app.get<{ Querystring: { code?: string } }>(
      address,
      { schema: { hide: true } },
      async (request, reply) => {
        const { code } = request.query;
        if (code !== undefined) return spend(codes.spend(String(code)), reply);
        return sendPage(join(pages, `${page}.html`), reply);
      },
    );
  }
}

/** A one-time code becomes the address that it stands for. @throws Denied code-spent */
function spend(to: string | null, reply: FastifyReply): FastifyReply {
  if (to === null) throw new Denied('code-spent');
  return reply.header('cache-control', 'no-store').redirect(to);
}

async function sendPage(path: string, reply: FastifyReply): Promise<FastifyReply> {
  const html = await readFile(path).catch(() => null);
  if (html === null) throw new Denied('no-page');
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
}
