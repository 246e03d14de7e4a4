/** The first look at every request: is it meant for us, who sends it, how often; and how a no is put. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAdapterError } from '../../../adapters/errors.ts';
import { REFUSAL_CODES } from '../../engine/refusal.ts';
import { isMsigError } from '../../errors.ts';
import { ImportRefused, WishRefused } from '../../host/catalog.ts';
import type { Limits } from '../socket/limits.ts';
import {
  ANSWERS,
  type AnswerCode,
  type Args,
  Denied,
  isAnswerCode,
  type Lang,
  langOf,
  sentence,
} from './answers.ts';
import { type Identity, mayEnter } from './identity.ts';
import { type Hosts, hostIsOurs, originIsOurs } from './origin.ts';
import { refusalPage, wantsPage } from './page.ts';
import { Refusal } from './refusal.ts';
import { bearer, type TokenFault, type Tokens } from './tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null without a good token; `fault` says what was wrong with it. */
    who: Identity | null;
    fault: TokenFault;
  }
}

export interface ReceptionOptions {
  readonly hosts: Hosts;
  readonly tokens: Tokens;
  readonly limits: Limits;
  /** Sentence of a refusal of the game. */
  readonly refusal: (code: string, args: Args, lang: Lang) => string;
  readonly onFault: (error: unknown, request: FastifyRequest) => void;
}

export async function addReception(app: FastifyInstance, options: ReceptionOptions): Promise<void> {
  const { hosts, tokens, limits } = options;
  app.decorateRequest('who', null);
  app.decorateRequest('fault', 'no-token');
  app.addHook('onRequest', async (request) => {
    const { host, origin, authorization } = request.headers;
    if (request.routeOptions.config?.signed) return;
    if (!hostIsOurs(host, hosts)) throw new Denied('bad-host', { found: short(host ?? '') });
    if (!originIsOurs(origin, host)) throw new Denied('bad-origin', { found: short(origin ?? '') });
    const verified = await tokens.verify(bearer(authorization));
    if (verified.ok) request.who = verified.who;
    else request.fault = verified.code;
  });
  await app.register(rateLimit, {
    timeWindow: 1000,
    max: (request: FastifyRequest) => limits.requests[request.who?.role ?? 'guest'],
    keyGenerator: (request) => (request.who ? `token ${bearer(request.headers.authorization)}` : request.ip),
    errorResponseBuilder: (_request, { max }) => new Denied('too-fast', { limit: max }),
    enableDraftSpec: true,
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request) => {
    throw new Denied('not-found', { found: `${request.method} ${short(request.url)}` });
  });
  app.setErrorHandler((error, request, reply) => answerError(error as FastifyError, request, reply, options));
}

/** Who asks; throws if nobody known does. */
export function need(request: FastifyRequest): Identity {
  if (!request.who) throw new Denied(request.fault);
  return request.who;
}

export function needAdmin(request: FastifyRequest): void {
  if (need(request).role !== 'admin') throw new Denied('forbidden', { detail: 'admin only' });
}

export function needGame(request: FastifyRequest, game: string): Identity {
  const who = need(request);
  if (!mayEnter(who, game)) throw new Denied('forbidden', { detail: `game ${short(game)}` });
  return who;
}

export function langOfRequest(request: FastifyRequest): Lang {
  const query = request.query as { readonly lang?: unknown } | undefined;
  return langOf(query?.lang, request.headers['accept-language']);
}

/** `{code, message, args}` in the asker's language. */
export function answer(
  request: FastifyRequest,
  { code, args, refusal }: { code: string; args: Args; refusal: ReceptionOptions['refusal'] },
): { status: number; body: { code: string; message: string; args: Args } } {
  const lang = langOfRequest(request);
  if (isAnswerCode(code)) {
    return { status: ANSWERS[code].status, body: { code, message: sentence(code, args, lang), args } };
  }
  return { status: statusOf(code), body: { code, message: refusal(code, args, lang), args } };
}

/** An address that cannot be read: it reaches no route, so nobody has looked at its sender either. */
export function answerUnreadable(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: ReceptionOptions['refusal'],
): void {
  const found = `${request.method} ${short(request.url)}`;
  const { status, body } = answer(request, { code: 'not-found', args: { found }, refusal });
  void reply.code(status).send(body);
}

function statusOf(code: string): number {
  if (RIGHTS.has(code)) return 403;
  return (REFUSAL_CODES as readonly string[]).includes(code) ? 409 : 400;
}

/** Refusals that are about who asks, not about what stands on the board. */
const RIGHTS = new Set([
  'not-yours',
  'not-a-player',
  'not-admin',
  'admin-only',
  'no-grant',
  'grant-self-only',
]);

function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, onFault, limits }: ReceptionOptions,
): void {
  const { code, args } = refusalIn(error) ?? codeOf(error, request, limits);
  if (code === 'fault') onFault(error, request);
  const { status, body } = answer(request, { code, args, refusal });
  // Nobody reads the rest of a socket that was to become a WebSocket; left alone it would never close.
  if (request.headers.upgrade !== undefined) {
    reply.header('connection', 'close').raw.once('finish', () => request.raw.socket.destroySoon());
  }
  const page = wantsPage(request) ? refusalPage(code, status) : null;
  if (page) void reply.code(page.status).headers(page.headers).send(page.html);
  else void reply.code(status).send(body);
}

function refusalIn(error: FastifyError): { code: string; args: Args } | null {
  if (error instanceof Refusal) return error;
  return error instanceof WishRefused ? error.refusal : null;
}

function codeOf(
  error: FastifyError,
  request: FastifyRequest,
  limits: Limits,
): { code: AnswerCode; args: Args } {
  if (error instanceof Denied) return error;
  if (error instanceof ImportRefused) {
    return {
      code: 'bad-export',
      args: { detail: short(`line ${error.report.line}: ${error.report.reason}`) },
    };
  }
  if (isAdapterError(error, 'LOG_GAME_EXISTS'))
    return { code: 'game-exists', args: { found: error.args.game ?? '' } };
  if (isMsigError(error) || isAdapterError(error))
    return { code: 'not-stored', args: { detail: error.message } };
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'too-large', args: { limit: request.routeOptions.bodyLimit ?? limits.bodyBytes } };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'wrong-type', args: { found: short(request.headers['content-type'] ?? '') } };
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return { code: 'bad-json', args: { detail: short(error.message) } };
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_ASYNC_CONSTRAINT':
      return { code: 'not-found', args: { found: short(request.url) } };
  }
  if (error instanceof SyntaxError) return { code: 'bad-json', args: { detail: short(error.message) } };
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return { code: 'bad-request', args: { detail: short(error.message) } };
  }
  return { code: 'fault', args: {} };
}

const LONGEST = 200;
function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
