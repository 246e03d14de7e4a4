/** `POST /api/games/:id/commands`: a chat line or a command, from whoever the token may speak for. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { seenOf } from '../../host/chronicle.ts';
import { localLine, saidCommand } from '../../protocol/games.ts';
import { runAct } from '../act.ts';
import { Denied } from '../guard/answers.ts';
import { mayDo, maySpeak } from '../guard/identity.ts';
import { needGame } from '../guard/reception.ts';
import { Refusal } from '../guard/refusal.ts';
import type { World } from '../world.ts';
import { entered } from './games.ts';
import { described, shape } from './shape.ts';

type ById = { Params: { id: string } };

export function addCommands(app: FastifyInstance, world: World): void {
  const tags = ['commands'];
  app.post<ById>(
    '/api/games/:id/commands',
    {
      schema: {
        tags,
        summary: 'Say a line or give a command; the same id acts once',
        body: described(saidCommand),
      },
    },
    async (request) => {
      const who = needGame(request, request.params.id);
      const game = entered(world, request.params.id);
      const said = shape(saidCommand, request.body);
      if (!maySpeak(who, said.as)) throw new Denied('forbidden', { detail: 'as' });
      if (!mayDo(who, said.command)) throw new Denied('forbidden', { detail: 'command' });
      const { texts, accounts } = world;
      const done = await runAct(game, said, { texts, talk: who.role === 'site', accounts }).catch(
        (error: unknown) => {
          world.onFault(error, `command of game ${game.id}`);
          const detail = error instanceof Error ? error.message : String(error);
          throw new Denied('not-stored', { detail });
        },
      );
      if (!done.ok) throw new Refusal(done.code, done.args);
      return { seq: done.seq, events: seenOf(done.events), reply: done.reply };
    },
  );
  app.post<ById>(
    '/api/games/:id/chat',
    {
      schema: {
        tags,
        summary: 'A line of the local chat, for the process that reads it',
        body: described(localLine),
      },
    },
    async (request, reply) => {
      const who = needGame(request, request.params.id);
      const game = entered(world, request.params.id);
      const { player, id = randomUUID(), roles, ...line } = shape(localLine, request.body);
      const as = { platform: 'local', user: line.user, name: line.name, channel: player };
      const owner = roles.includes('broadcaster');
      if (!maySpeak(who, owner ? { player } : as)) throw new Denied('forbidden', { detail: 'player' });
      if (!game.hear(player, { id, roles, ...line, sentAt: Date.now() }))
        throw new Denied('no-process', { player });
      return reply.code(202).send({ id });
    },
  );
}
