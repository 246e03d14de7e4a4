/** Applications over HTTP: anybody may apply; the admin lists, approves, declines. */
import type { FastifyInstance } from 'fastify';
import { type Application, declining, newApplication } from '../../protocol/applications.ts';
import { Denied } from '../guard/answers.ts';
import { langOfRequest, needAdmin } from '../guard/reception.ts';
import { senderOf } from '../guard/sender.ts';
import type { World } from '../world.ts';
import { described, shape } from './shape.ts';

interface Numbered {
  Params: { n: string };
}

export function addApplications(app: FastifyInstance, world: World): void {
  const { applications } = world;
  const tags = ['applications'];
  app.post(
    '/api/applications',
    {
      schema: {
        tags,
        summary: 'Apply to play in a game that waits for players, or to have one made; key shows the answer',
        body: described(newApplication),
        security: [],
      },
    },
    async (request, reply) =>
      reply.code(201).send(await applications.apply(shape(newApplication, request.body), senderOf(request))),
  );
  app.get<Numbered & { Querystring: { key?: string } }>(
    '/api/applications/:n',
    { schema: { tags, summary: 'What became of an application, with its key', security: [] } },
    async (request) => {
      const seen = applications.seen(numberOf(request.params.n), String(request.query.key ?? ''));
      return { ...seen, play: await playLink(world, seen, langOfRequest(request)) };
    },
  );
  app.get('/api/applications', { schema: { tags, summary: 'All applications' } }, async (request) => {
    needAdmin(request);
    return { applications: applications.list() };
  });
  app.post<Numbered>(
    '/api/applications/:n/approve',
    { schema: { tags, summary: 'Gives the seat, or makes the game' } },
    async (request) => {
      needAdmin(request);
      return applications.approve(numberOf(request.params.n));
    },
  );
  app.post<Numbered>(
    '/api/applications/:n/decline',
    {
      schema: {
        tags,
        summary: 'Declines, with a reason that the applicant is told',
        body: described(declining),
      },
    },
    async (request) => {
      needAdmin(request);
      return applications.decline(numberOf(request.params.n), shape(declining, request.body));
    },
  );
}

/** @throws Denied unknown-application */
export function numberOf(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 1)
    throw new Denied('unknown-application', { found: text.slice(0, 20) });
  return n;
}

/** A fresh way to the seat that was given, good once; null while there is none. */
export async function playLink(
  { tokens, codes }: World,
  { verdict }: Application,
  lang: 'ru' | 'en',
): Promise<string | null> {
  if (verdict.is !== 'approved') return null;
  const { game, player } = verdict;
  const key = await tokens.sign({ role: 'site', game, seats: [player] });
  return `/play?code=${codes.make(`/play?${new URLSearchParams({ game, key, lang, player })}`)}`;
}
