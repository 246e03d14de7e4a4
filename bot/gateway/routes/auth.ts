/**
 * Where a platform's sign-in page sends the browser back to: `GET /auth/PLATFORM/callback`. The code that comes is kept
 * for the wizard that waits for it, and for nobody else: a state that no admin has asked for is not taken.
 */
import type { FastifyInstance } from 'fastify';
import { Denied } from '../guard/answers.ts';
import { type Both, notePage, type Page } from '../guard/page.ts';
import { needAdmin } from '../guard/reception.ts';

/** What came back. `code` is a secret until it is exchanged. */
export type Arrival = { readonly code: string } | { readonly error: string; readonly description: string };

/** `strange`: nobody here waits for it, or it came before. `unreadable`: not what a sign-in page sends. */
export type Taken = 'kept' | 'refused' | 'strange' | 'unreadable';

const LIVES_MS = 10 * 60_000;
/** Only an admin begins to wait, and signs in one account at a time. */
const MOST_WAITED = 32;
const LONGEST_CODE = 4_000;

interface Waited {
  until: number;
  arrival: Arrival | null;
}

/** States that are waited for, each good for one arrival within ten minutes. */
export class AuthDesk {
  readonly #waited = new Map<string, Waited>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What came for this state, once; null while nothing has. The first question begins the ten minutes. */
  ask(platform: string, state: string): Arrival | null {
    this.#forget();
    const key = `${platform} ${state}`;
    const waited = this.#waited.get(key);
    if (waited?.arrival) {
      this.#waited.delete(key);
      return waited.arrival;
    }
    if (!waited) {
      if (this.#waited.size >= MOST_WAITED) this.#waited.delete(this.#waited.keys().next().value ?? '');
      this.#waited.set(key, { until: this.#now() + LIVES_MS, arrival: null });
    }
    return null;
  }

  /** What a browser brought. Never throws. */
  take(platform: string, query: Readonly<Record<string, unknown>>): Taken {
    this.#forget();
    const { code, error, state } = query;
    const arrival = arrivalOf(query);
    if (typeof state !== 'string' || state === '' || !arrival) {
      return code === undefined && error === undefined ? 'strange' : 'unreadable';
    }
    const waited = this.#waited.get(`${platform} ${state}`);
    if (!waited || waited.arrival) return 'strange';
    waited.arrival = arrival;
    return 'code' in arrival ? 'kept' : 'refused';
  }

  #forget(): void {
    const now = this.#now();
    for (const [key, { until }] of this.#waited) if (until <= now) this.#waited.delete(key);
  }
}

function arrivalOf({ code, error, error_description: described }: Record<string, unknown>): Arrival | null {
  if (typeof error === 'string' && error !== '') {
    return { error: plain(error, 60), description: plain(described, 200) };
  }
  return typeof code === 'string' && code !== '' && code.length <= LONGEST_CODE ? { code } : null;
}

/** It will stand in a terminal. */
function plain(text: unknown, longest: number): string {
  return typeof text === 'string' ? text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, longest) : '';
}

/** The page that the streamer sees. Nothing of what came stands in it. */
export function callbackPage(taken: Taken): Page {
  const status = { kept: 200, refused: 200, strange: 410, unreadable: 400 }[taken];
  return notePage(status, PAGES[taken]);
}

const PAGES: Readonly<Record<Taken, Both>> = {
  kept: {
    ru: { title: 'Вход получен', text: 'Эту вкладку можно закрыть. Дальше — в терминале.' },
    en: { title: 'The sign-in has arrived', text: 'You can close this tab. Go on in the terminal.' },
  },
  refused: {
    ru: {
      title: 'Вход не разрешён',
      text: 'Площадка ответила отказом. Что делать дальше, написано в терминале.',
    },
    en: {
      title: 'The sign-in was refused',
      text: 'The platform said no. The terminal says what to do next.',
    },
  },
  strange: {
    ru: {
      title: 'Этот вход здесь не ждут',
      text: 'Он уже пришёл раньше, или прошло больше 10 минут, или его начали не здесь. Начни заново в терминале: npx msig setup.',
    },
    en: {
      title: 'Nobody here waits for this sign-in',
      text: 'It has arrived before, or took longer than 10 minutes, or was begun elsewhere. Begin again in the terminal: npx msig setup.',
    },
  },
  unreadable: {
    ru: { title: 'Ответ площадки не читается', text: 'Начни вход заново в терминале: npx msig setup.' },
    en: {
      title: "The platform's answer cannot be read",
      text: 'Begin again in the terminal: npx msig setup.',
    },
  },
};

type Asked = { Params: { platform: string }; Querystring: Record<string, unknown> };

/** A browser and a waiting wizard; nobody else has business here. A second, from one address. */
const MOST_REQUESTS = 20;

export function addAuth(app: FastifyInstance): void {
  const desk = new AuthDesk();
  app.get<Asked>(
    '/auth/:platform/callback',
    {
      // Known by a state that is good once: it may come through any tunnel, under any name of this machine.
      config: { signed: true, rateLimit: { max: MOST_REQUESTS, timeWindow: 1000 } },
      schema: { tags: ['auth'], summary: "Where a platform's sign-in page leads back to", security: [] },
    },
    async ({ params, query }, reply) => {
      const { status, headers, html } = callbackPage(desk.take(params.platform, query));
      return reply.code(status).headers(headers).send(html);
    },
  );
  app.get<Asked>(
    '/auth/:platform/code',
    { schema: { tags: ['auth'], summary: 'What came back for ?state=…, once; asking begins the waiting' } },
    async (request, reply) => {
      needAdmin(request);
      const { state } = request.query;
      if (typeof state !== 'string' || !/^[\w.~-]{16,200}$/.test(state)) {
        throw new Denied('bad-request', { detail: 'state: a text of 16 to 200 letters, digits or - _ . ~' });
      }
      reply.header('cache-control', 'no-store');
      const arrival = desk.ask(request.params.platform, state);
      return arrival ?? reply.code(202).send({ waiting: true });
    },
  );
}
