/** For tests: a gateway whose first seat is shown on a Twitch channel, tokens as Twitch signs them, and receipts. */
import { createHmac } from 'node:crypto';
import type { Poll } from '../../engine/state.ts';
import type { Clock } from '../../host/clock.ts';
import { givenPoll, givenStarted } from '../../host/given.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { type GivenGateway, givenGateway } from '../given.ts';
import type { Extension, ExtensionWorld } from './extension.ts';

export const CLIENT = 'ext0client0id';
export const ORIGIN = `https://${CLIENT}.ext-twitch.tv`;
export const SECRET = Buffer.from('the shared secret of the extension').toString('base64');
export const CHANNEL = '1001';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of any shape; `alg` none leaves the signature out. */
export function jwt(payload: object, { secret = SECRET, alg = 'HS256', hash = 'sha256' } = {}): string {
  const text = `${part({ alg, typ: 'JWT' })}.${part(payload)}`;
  if (alg === 'none') return `${text}.`;
  return `${text}.${createHmac(hash, Buffer.from(secret, 'base64')).update(text).digest('base64url')}`;
}

/** In an hour, in seconds. */
export const soon = () => Math.floor(Date.now() / 1000) + 3600;

export function viewerToken(claims: Record<string, unknown> = {}, secret = SECRET): string {
  const base = { exp: soon(), opaque_user_id: 'Uviewer', channel_id: CHANNEL, role: 'viewer' };
  return jwt({ ...base, ...claims }, { secret });
}

export function receipt(
  transactionId: string,
  { userId = '3003', sku = 'hot_soup', amount = 40, domainId = `twitch.ext.${CLIENT}` } = {},
): string {
  const product = { domainId, sku, displayName: sku, cost: { amount, type: 'bits' } };
  const time = '2026-11-02 18:04:05.745313276 +0000 UTC';
  const data = { transactionId, time, userId, product };
  return jwt({ topic: 'bits_transaction_receipt', exp: soon(), data });
}

export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Of a JSON answer. */
  readonly body: Readonly<Record<string, never>> & {
    readonly code?: string;
    readonly message?: string;
  };
}

export interface GivenExtension extends GivenGateway {
  readonly extension: Extension;
  readonly game: HostedGame;
  readonly player: string;
  /** Open when asked for; else the first roll of nobody. */
  readonly poll: Poll | null;
  ask(
    path: string,
    how?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Said>;
  /** Makes a channel show a seat, by a code, as its owner does. */
  bind(channel?: string, player?: string): Promise<Said>;
}

export async function givenExtension(
  options: { readonly vote?: boolean; readonly clock?: Clock } & Partial<ExtensionWorld> = {},
): Promise<GivenExtension> {
  const { vote = false, clock, meta: _meta, ...own } = options;
  const extension = { clientId: CLIENT, secrets: [SECRET], origins: [], twitch: null, ...own };
  const gateway = await givenGateway({ extension, ...(clock && { clock }) });
  const found = vote ? await givenPoll(gateway.catalog) : null;
  const game = found?.game ?? (await givenStarted(gateway.catalog));
  const player = found?.poll.player ?? 'p1';
  const ask: GivenExtension['ask'] = async (path, { token, body, headers = {} } = {}) => {
    const response = await gateway.app.inject({
      method: body === undefined ? 'GET' : 'POST',
      url: path,
      headers: {
        host: 'board.example',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const { statusCode: status, payload: text } = response;
    const json = String(response.headers['content-type']).startsWith('application/json');
    return { status, headers: response.headers, text, body: json && text ? JSON.parse(text) : {} };
  };
  const bind: GivenExtension['bind'] = (channel = CHANNEL, seat = player) => {
    const code = gateway.extension!.codeFor({ game: game.id, player: seat });
    const token = viewerToken({ channel_id: channel, role: 'broadcaster', opaque_user_id: `U${channel}` });
    return ask('/ext/config', { token, body: { code } });
  };
  await bind();
  return { ...gateway, extension: gateway.extension!, game, player, poll: found?.poll ?? null, ask, bind };
}
