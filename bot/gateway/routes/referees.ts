/** Referees of a game: named by its admin. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { needAdmin } from '../guard/reception.ts';
import type { World } from '../world.ts';
import { entered } from './games.ts';
import { described, shape } from './shape.ts';

type ById = { Params: { id: string } };

const MOST = 50;
const named = z.strictObject({
  people: z
    .array(
      z.strictObject({
        identity: z
          .string()
          .max(100)
          .regex(/^(?!seat:)[a-z]{2,12}:.+$/, 'expected platform:user'),
        name: z.string().min(1).max(80),
      }),
    )
    .max(MOST),
  moderators: z.boolean().default(false),
});

export function addReferees(app: FastifyInstance, world: World): void {
  const tags = ['admin'];
  app.get<ById>(
    '/api/games/:id/referees',
    { schema: { tags, summary: 'Referees of a game beside its admin' } },
    async (request) => {
      needAdmin(request);
      return entered(world, request.params.id).beside.referees.list();
    },
  );
  app.put<ById>(
    '/api/games/:id/referees',
    {
      schema: {
        tags,
        summary:
          'Names the referees, as platform:user. They judge, pause, resume, mute, hand seats over; they tune nothing. With moderators: true a chat’s moderators are referees of its player',
        body: described(named),
      },
    },
    async (request) => {
      needAdmin(request);
      const { referees } = entered(world, request.params.id).beside;
      await referees.name(shape(named, request.body));
      return referees.list();
    },
  );
}
