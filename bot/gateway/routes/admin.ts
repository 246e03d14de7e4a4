/** For whoever runs a game: what a command would touch, told in words before it is given; and the exact odds of a roll. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answerWhatIf } from '../../commands/answer/admin/preview.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { readCommand } from '../../protocol/commands.ts';
import type { BoardView } from '../../protocol/views.ts';
import { Denied } from '../guard/answers.ts';
import { needAdmin } from '../guard/reception.ts';
import { Refusal } from '../guard/refusal.ts';
import type { World } from '../world.ts';
import { entered } from './games.ts';
import { described, shape } from './shape.ts';

type ById = { Params: { id: string } };

/** Checked as a command after the frame, as everywhere. */
const asked = z.strictObject({ command: z.unknown() });

export function addAdmin(app: FastifyInstance, world: World): void {
  app.post<ById>(
    '/api/games/:id/what-if',
    {
      schema: {
        tags: ['admin'],
        summary: 'Whose state a command of the admin would change, in words; nothing is changed',
        body: described(asked),
      },
    },
    async (request) => {
      needAdmin(request);
      const game = entered(world, request.params.id);
      const read = readCommand(shape(asked, request.body).command);
      if (!read.ok)
        throw new Denied('bad-request', { detail: read.message.replace(/\s+/g, ' ').slice(0, 500) });
      const seen = game.whatIf(read.command);
      if (!seen.ok) throw new Refusal(seen.code, seen.args);
      return {
        ...seen,
        words: { ru: wordsOf(game, world, 'ru', seen), en: wordsOf(game, world, 'en', seen) },
      };
    },
  );
}

type Seen = Extract<ReturnType<HostedGame['whatIf']>, { ok: true }>;

function wordsOf(game: HostedGame, { texts }: World, lang: 'ru' | 'en', seen: Seen): readonly string[] {
  const board = game.view('board') as BoardView;
  return answerWhatIf({ lang, texts: texts[lang], names: game.names.seats(), board, ...seen });
}
