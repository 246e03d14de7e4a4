/** Receipts of votes: the proof of one ballot, for whoever has its key, and the check of a proof, for everybody. */
import type { FastifyInstance } from 'fastify';
import { holds } from '../../host/receipts.ts';
import { receiptToCheck } from '../../protocol/asks.ts';
import { Denied } from '../guard/answers.ts';
import type { World } from '../world.ts';
import { entered } from './games.ts';
import { described, shape } from './shape.ts';

interface Asked {
  Params: { id: string; poll: string; ballot: string };
}

export function addReceipts(app: FastifyInstance, world: World): void {
  const tags = ['votes'];
  app.get<Asked>(
    '/api/games/:id/receipts/:poll/:ballot',
    {
      schema: {
        tags,
        summary: 'The proof that this ballot was counted; its key is what !receipt tells its voter',
        security: [],
      },
    },
    async ({ params: { id, poll, ballot } }) => {
      const found = await entered(world, id).beside.receipts.of(poll, ballot);
      if (!found) throw new Denied('not-found', { found: `${poll.slice(0, 40)}/${ballot.slice(0, 40)}` });
      return found;
    },
  );
  app.post(
    '/api/receipts/check',
    {
      schema: {
        tags,
        summary: 'Does this receipt belong to the vote with this root? The root is in the log of the game',
        body: described(receiptToCheck),
        security: [],
      },
    },
    async (request) => {
      return { ok: holds(shape(receiptToCheck, request.body)) };
    },
  );
}
