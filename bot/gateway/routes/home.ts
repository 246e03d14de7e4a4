/** `/`: where a person finds the game. Links that hold a key are for whoever sits at this machine. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Denied } from '../guard/answers.ts';
import { type Hosts, isLoopback } from '../guard/origin.ts';
import { type Page, wantsPage } from '../guard/page.ts';
import { langOfRequest } from '../guard/reception.ts';
import type { World } from '../world.ts';
import { homePage } from './home-page.ts';

const OVER: readonly string[] = ['finished', 'cancelled'];

export function addHome(app: FastifyInstance, world: World): void {
  const schema = { hide: true };
  app.get('/', { schema }, async (request, reply) => {
    if (!wantsPage(request)) return reply.redirect('/api/docs');
    const game = currentGame(world);
    const here = isHere(request, world.hosts);
    const players = here && game ? game.players : [];
    const lang = langOfRequest(request);
    const { status, headers, html }: Page = homePage({ lang, here, running: game !== null, players });
    return reply.code(status).headers(headers).send(html);
  });
  app.get<{ Params: { page: string } }>('/open/:page', { schema }, async (request, reply) => {
    const { page } = request.params;
    const game = currentGame(world);
    const make = Object.hasOwn(LINKS, page) ? LINKS[page] : undefined;
    if (!make || !game || !isHere(request, world.hosts)) {
      throw new Denied('not-found', { found: `GET /open/${page.slice(0, 40)}` });
    }
    const to = await make(world, game.game, langOfRequest(request));
    return reply.header('cache-control', 'no-store').redirect(to, 303);
  });
}

type Link = (world: World, game: string, lang: string) => Promise<string>;

const LINKS: Readonly<Record<string, Link>> = {
  play: (world, game, lang) => playing('/play', world, { game, lang }),
  links: (world, game, lang) => playing('/links', world, { game, lang }),
  map: (world, game, lang) => watching('/overlay', world, { game, lang }),
  leaderboard: (world, game, lang) => watching('/leaderboard', world, { game, lang }),
};

/** With the host's token, which is for every seat, behind a code that opens once. */
async function playing(
  path: string,
  { tokens, catalog, codes }: World,
  { game, lang }: { readonly game: string; readonly lang: string },
): Promise<string> {
  const seats = catalog.get(game)?.host.state.order ?? [];
  const key = await tokens.sign({ role: 'site', game, seats: [...seats], host: true });
  const to = `${path}?${new URLSearchParams({ game, key, lang, player: seats[0] ?? 'p1' })}`;
  return `${path}?code=${codes.make(to)}`;
}

/** With the game's read-only key. */
async function watching(
  path: string,
  { tokens }: World,
  { game, lang }: { readonly game: string; readonly lang: string },
): Promise<string> {
  return `${path}?${new URLSearchParams({ game, key: await tokens.overlayKey(game), lang })}`;
}

/** The last game that is not over, or else the last one; null before the first. */
function currentGame({ catalog }: World) {
  const games = catalog.list();
  return games.findLast(({ status }) => !OVER.includes(status)) ?? games.at(-1) ?? null;
}

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
  'via',
  'cf-connecting-ip',
];

/**
 * Asked by somebody at this machine. A proxy or a tunnel on it asks from here too, so that with a name for outsiders in
 * the settings nobody is taken for local; nor is a page of another site that leads here.
 */
export function isHere({ ip, headers }: FastifyRequest, { names }: Hosts): boolean {
  const site = headers['sec-fetch-site'];
  return (
    names.length === 0 &&
    isLoopback(ip) &&
    LOCAL.test(headers.host ?? '') &&
    FORWARDED.every((name) => headers[name] === undefined) &&
    (site === undefined || site === 'none' || site === 'same-origin')
  );
}
