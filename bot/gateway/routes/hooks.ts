/** `POST /hooks/PLATFORM`: webhooks, by whoever holds the platform's key. Answered when they are stored, not before. */
import type { FastifyInstance } from 'fastify';
import type { HookDesk } from '../hooks/desk.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who sends it is known by a signature: it may come through any tunnel, under any name of this machine. */
    signed?: boolean;
  }
}

export interface HookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came, for the signature is over them. */
  readonly rawBody: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A failure has the status to answer and a word for it. */
export type HookVerdict =
  | {
      readonly ok: true;
      readonly key: string;
      readonly stale: boolean;
      readonly delivery: { readonly broadcaster: string | null };
    }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** Pure; never throws. By platform. */
export type Verifiers = Readonly<Record<string, (request: HookRequest) => HookVerdict>>;

/** Far above the largest event known (16 KB), far below what would hurt. */
const MOST_BYTES = 256 * 1024;
/** A second, from one address: a platform sends from few, and behind a tunnel all come from one. */
const MOST_REQUESTS = 2_000;

const schema = {
  tags: ['hooks'],
  summary: 'Webhooks of a platform, signed by it; the same id acts once',
  security: [],
};

export function addHooks(
  app: FastifyInstance,
  { verifiers, desk }: { verifiers: Verifiers; desk: HookDesk },
) {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    const config = { signed: true, rateLimit: { max: MOST_REQUESTS, timeWindow: 1000 } };
    for (const [platform, verify] of Object.entries(verifiers)) {
      const route = { bodyLimit: MOST_BYTES, config, schema };
      scope.post(`/hooks/${platform}`, route, async (request, reply) => {
        const rawBody = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        const verdict = verify({ headers: request.headers, rawBody, now: Date.now() });
        if (!verdict.ok) {
          const { status, code } = verdict;
          const message = `The webhook is not taken: ${code}.`;
          return reply.code(status).send({ code: 'bad-webhook', message, args: { detail: code } });
        }
        const { key, stale, delivery } = verdict;
        const { broadcaster } = delivery;
        return { result: await desk.take({ key, platform, broadcaster, stale, delivery }) };
      });
    }
  });
}
