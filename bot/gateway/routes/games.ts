/** Games: make one, start it, list them, read a view. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { clean, cut } from '../../commands/text.ts';
import { botNames } from '../../host/bot-names.ts';
import { seenOf } from '../../host/chronicle.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { GameWish, SeatWish } from '../../host/wish.ts';
import { type NewGame, newGame } from '../../protocol/games.ts';
import { viewName } from '../../protocol/wire.ts';
import { Denied } from '../guard/answers.ts';
import { type Identity, maySee } from '../guard/identity.ts';
import { need, needAdmin, needGame } from '../guard/reception.ts';
import { Refusal } from '../guard/refusal.ts';
import type { World } from '../world.ts';
import { described, shape } from './shape.ts';

type ById = { Params: { id: string } };
const NAME_LENGTH = 25;

export function addGames(app: FastifyInstance, world: World): void {
  const { catalog, tokens } = world;
  const tags = ['games'];
  app.post(
    '/api/games',
    { schema: { tags, summary: 'Make a game; everybody is ready at once', body: described(newGame) } },
    async (request, reply) => {
      needAdmin(request);
      const game = await catalog.create(wishOf(shape(newGame, request.body ?? {})));
      const seats = game.host.state.order;
      const players = await Promise.all(
        seats.map(async (id) => ({
          id,
          token: await tokens.sign({ role: 'player', game: game.id, player: id }),
        })),
      );
      return reply.code(201).send({ game: game.id, players });
    },
  );
  app.get('/api/games', { schema: { tags, summary: 'Games of this host' } }, async (request) => {
    const who = need(request);
    const games = catalog.list().filter(({ game }) => who.role === 'admin' || who.game === game);
    return { games };
  });
  app.post<ById>('/api/games/:id/start', { schema: { tags, summary: 'Start a game' } }, async (request) => {
    needAdmin(request);
    const game = entered(world, request.params.id);
    const id = `start ${randomUUID()}`;
    const outcome = await game.host.submit({ id, as: { by: 'admin' }, command: { type: 'start' } });
    if (!outcome.ok) throw new Refusal(outcome.code, outcome.args);
    return { seq: outcome.seq, events: seenOf(outcome.events), status: game.host.state.status };
  });
  app.get<ById & { Querystring: { view?: string; dice?: string } }>(
    '/api/games/:id',
    {
      schema: {
        tags,
        summary:
          'A view: board (default), leaderboard, log, talk, bag:p1 … bag:p8, odds:p1 … odds:p8 (with &dice=8,6)',
      },
    },
    async (request) => {
      const who = needGame(request, request.params.id);
      const game = entered(world, request.params.id);
      const { view = 'board', dice } = request.query;
      return String(view).startsWith('odds:') ? oddsOf(game, String(view), dice) : viewOf(game, who, view);
    },
  );
}

/** The game, for somebody who may enter it. */
export function entered({ catalog }: World, id: string): HostedGame {
  const game = catalog.get(id);
  if (!game) throw new Denied('unknown-game', { found: id.slice(0, 60) });
  return game;
}

function viewOf(game: HostedGame, who: Identity, name: string): unknown {
  if (!viewName.safeParse(name).success)
    throw new Denied('unknown-view', { found: String(name).slice(0, 40) });
  if (!maySee(who, name)) throw new Denied('forbidden', { detail: name });
  const view = game.view(name);
  if (view === null) throw new Denied('unknown-view', { found: name });
  return view;
}

const MOST_DICE = 6;

/** Anybody may ask for anybody's odds, with whatever dice they like. */
function oddsOf(game: HostedGame, view: string, dice = ''): unknown {
  const boosters = String(dice)
    .split(',')
    .filter((one) => one !== '')
    .map((one) => Number(one.replace(/^d/i, '')));
  const fits = boosters.every((sides) => Number.isInteger(sides) && sides >= 2 && sides <= 100);
  if (!fits || boosters.length > MOST_DICE)
    throw new Denied('bad-request', {
      detail: `dice=${String(dice).slice(0, 40)}, expected up to ${MOST_DICE} like 8,6`,
    });
  const odds = game.odds(view.slice('odds:'.length), boosters);
  if (odds === null) throw new Denied('unknown-view', { found: view.slice(0, 40) });
  return odds;
}

function wishOf(body: NewGame): GameWish {
  const people = body.players.map((seat, index): SeatWish => {
    const name = cut(clean(seat.name), NAME_LENGTH);
    if (name === '')
      throw new Denied('bad-request', { detail: `players[${index}].name has nothing to show` });
    return {
      name,
      lang: seat.lang,
      kind: 'person',
      ...(seat.class === undefined ? {} : { classId: seat.class }),
      ...(seat.skills === undefined ? {} : { skills: seat.skills }),
      ...(seat.attributes === undefined ? {} : { attributes: seat.attributes }),
    };
  });
  const names = people.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Denied('bad-request', { detail: `two players are called ${twice}` });
  const bots = botNames(body.lang, body.bots, names).map(
    (name): SeatWish => ({ name, lang: body.lang, kind: 'bot' }),
  );
  const { size, pace, lang, seed } = body;
  return { size, pace, lang, seats: [...people, ...bots], ...(seed === undefined ? {} : { seed }) };
}
