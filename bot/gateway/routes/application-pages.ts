/** Applications for people: a form to apply, a page with the answer, and the admin's list at the machine of the game. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { declining, newApplication } from '../../protocol/applications.ts';
import { Denied } from '../guard/answers.ts';
import type { Page } from '../guard/page.ts';
import { langOfRequest } from '../guard/reception.ts';
import { senderOf } from '../guard/sender.ts';
import type { World } from '../world.ts';
import { answerPage, applyPage, listPage } from './application-page.ts';
import { numberOf, playLink } from './applications.ts';
import { isHere } from './home.ts';
import { shape } from './shape.ts';

interface Numbered {
  Params: { n: string };
}
type Fields = Readonly<Record<string, string>>;

const show = (reply: FastifyReply, { status, headers, html }: Page) =>
  reply.code(status).headers(headers).send(html);

/** In a scope of its own: nothing else here reads forms. */
export async function addApplicationPages(app: FastifyInstance, world: World): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 8_192 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    addApplying(scope, world);
    addAnswering(scope, world);
  });
}

function addApplying(app: FastifyInstance, world: World): void {
  const { applications } = world;
  const schema = { hide: true };
  app.get('/apply', { schema }, async (request, reply) =>
    show(reply, applyPage({ lang: langOfRequest(request), open: applications.open() })),
  );
  app.post('/apply', { schema }, async (request, reply) => {
    const lang = langOfRequest(request);
    const { game = '', size = '', pace = '', ...fields } = (request.body ?? {}) as Fields;
    const wish = fields.kind === 'play' ? { ...fields, game } : { ...fields, size, pace };
    const { n, key } = await applications.apply(shape(newApplication, { ...wish, lang }), senderOf(request));
    return reply.redirect(`/apply/${n}?${new URLSearchParams({ key, lang })}`, 303);
  });
  app.get<Numbered & { Querystring: { key?: string } }>('/apply/:n', { schema }, async (request, reply) => {
    const lang = langOfRequest(request);
    const application = applications.seen(numberOf(request.params.n), String(request.query.key ?? ''));
    const play = await playLink(world, application, lang);
    return show(reply, answerPage({ lang, application, play }));
  });
}

function addAnswering(app: FastifyInstance, world: World): void {
  const { applications } = world;
  const schema = { hide: true };
  app.get('/applications', { schema }, async (request, reply) => {
    needHere(request, world);
    return show(reply, listPage({ lang: langOfRequest(request), applications: applications.list() }));
  });
  app.post<Numbered>('/applications/:n', { schema }, async (request, reply) => {
    needHere(request, world);
    const n = numberOf(request.params.n);
    const { verdict, ...rest } = (request.body ?? {}) as Fields;
    if (verdict === 'approve') await applications.approve(n);
    else await applications.decline(n, shape(declining, { ...rest, all: verdict === 'decline-all' }));
    return reply.redirect(`/applications?lang=${langOfRequest(request)}`, 303);
  });
}

/** Whoever sits at the machine of the game is its admin; elsewhere the admin's token opens the same over HTTP. */
function needHere(request: FastifyRequest, { hosts }: World): void {
  if (!isHere(request, hosts))
    throw new Denied('not-found', { found: `${request.method} ${request.url.slice(0, 40)}` });
}
