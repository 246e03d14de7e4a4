/** The built pages under `/faces/`, and short addresses that people can type. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ANSWERS, Denied } from '../guard/answers.ts';
import type { World } from '../world.ts';

/** Short address → page. */
const SHORT = { '/overlay': 'map', '/map': 'map', '/leaderboard': 'leaderboard', '/play': 'play' } as const;

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
        if (code !== undefined) return spend(codes.spend(String(code)), request, reply);
        return sendPage(join(pages, `${page}.html`), reply);
      },
    );
  }
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/docs'));
}

/** A one-time code becomes the address that it stands for; a person who comes too late gets a page, a program JSON. */
function spend(to: string | null, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (to === null) {
    if (!request.headers.accept?.includes('text/html')) throw new Denied('code-spent');
    return reply
      .code(ANSWERS['code-spent'].status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(SPENT);
  }
  return reply.header('cache-control', 'no-store').redirect(to);
}

/** In both languages: who opens the link again has no page yet that would know theirs. Needs nothing that must be built. */
const SPENT = `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>MSIG</title>
<style>
  body { display: grid; place-content: center; min-height: 100vh; margin: 0; padding: 24px; box-sizing: border-box;
    background: #0a0c1b; color: #fbf5e4; font: 20px/1.45 system-ui, sans-serif; }
  section { max-width: 34em; margin: 18px 0; padding: 4px 24px; border-left: 4px solid #c89b46; }
  h1 { margin: 0 0 8px; color: #ffe9a8; font-size: 26px; }
  p { margin: 0; }
  code { color: #ffe9a8; }
</style>
<main>
<section lang="ru">
  <h1>Эта ссылка уже сработала</h1>
  <p>Она открывается один раз. Возьми свежую в терминале, где запущена игра: <code>npm start</code> печатает её при каждом запуске. Страница, открытая по ней раньше, работает дальше; её можно сохранить в закладки.</p>
</section>
<section lang="en">
  <h1>This link has been used</h1>
  <p>It opens once. Take a fresh one from the terminal where the game runs: <code>npm start</code> prints it at every start. The page it opened before still works; you can bookmark it.</p>
</section>
</main>
</html>`;

async function sendPage(path: string, reply: FastifyReply): Promise<FastifyReply> {
  const html = await readFile(path).catch(() => null);
  if (html === null) throw new Denied('no-page');
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
}
