/**
 * Serves the views of the Twitch extension as Twitch does: with its content policy, inside sandboxed frames of the right
 * sizes; and a helper script of our own, whose tokens are signed with a test secret. Only on this machine.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExtensionSimulator } from '../../adapters/extension/simulator.ts';
import { rigPage } from './extension-rig.page.ts';
import { CHANNEL, personaOf, personaToken, saleOf } from './extension-rig.people.ts';
import { HELPER } from './extension-zip.check.ts';
import { withEbs } from './extension-zip.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const OWN_HELPER = '/helper/v1/twitch-ext.min.js';
/** Long enough never to matter in a test, short enough to be seen in an evening with the rig. */
const RENEW_MS = 15 * 60_000;

export interface RigOptions {
  /** Folder of the built views. */
  readonly pages: string;
  readonly clientId: string;
  readonly secret: string;
  readonly twitch: ExtensionSimulator;
  readonly port?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Twitch's policy for released extensions, with the backend as the one declared address, and the rig as the parent. */
export function twitchPolicy(clientId: string, ebs: string): string {
  const own = `https://${clientId}.ext-twitch.tv`;
  const stats = 'https://www.google-analytics.com https://stats.g.doubleclick.net';
  return [
    `default-src 'self' ${own}`,
    `script-src 'self' ${own} https://extension-files.twitch.tv ${stats}`,
    `style-src 'self' 'unsafe-inline' ${own} https://fonts.googleapis.com`,
    `font-src 'self' ${own} https://fonts.googleapis.com https://fonts.gstatic.com`,
    `img-src 'self' data: blob:`,
    `media-src 'self' data: blob:`,
    `connect-src 'self' ${own} https://extension-files.twitch.tv ${stats} ${ebs}`,
    `frame-ancestors 'self' https://supervisor.ext-twitch.tv https://extension-files.twitch.tv https://*.twitch.tv`,
  ].join('; ');
}

export class Rig {
  readonly #options: RigOptions;
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  readonly #streams = new Set<ServerResponse>();
  #ebs = '';
  #leave: () => void = () => {};

  constructor(options: RigOptions) {
    this.#options = options;
  }

  /** @returns the origin of the views, which the backend has to let in. */
  async open(): Promise<string> {
    const { port = 0, twitch } = this.#options;
    await new Promise<void>((resolve, reject) =>
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve),
    );
    this.#leave = twitch.onMessage(({ channel, message }) => {
      if (channel !== CHANNEL) return;
      for (const stream of this.#streams) stream.write(`data: ${JSON.stringify(message)}\n\n`);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the views find the game. */
  play(ebs: string): void {
    this.#ebs = ebs;
  }

  async close(): Promise<void> {
    this.#leave();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-store' });
      response.end(rigPage());
    } else if (url.pathname === OWN_HELPER) {
      response.writeHead(200, { 'content-type': TYPES['.js'], 'cache-control': 'no-store' });
      response.end(await readFile(here('./extension-rig.helper.js')));
    } else if (url.pathname === '/rig/messages') this.#stream(request, response);
    else if (url.pathname.startsWith('/rig/')) await this.#answer(url, response);
    else await this.#view(url.pathname, response);
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    this.#streams.add(response);
    request.on('close', () => this.#streams.delete(response));
  }

  async #answer(url: URL, response: ServerResponse): Promise<void> {
    const { clientId, secret, twitch } = this.#options;
    const persona = personaOf(url.searchParams.get('persona') ?? '');
    const json = (body: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/rig/token': {
        const shared = persona.shared || url.searchParams.get('shared') === '1';
        const token = personaToken(persona, { secret, shared });
        const { opaque: userId, role, user } = persona;
        const auth = { channelId: CHANNEL, clientId, token, helixToken: 'rig', userId };
        const viewer = { opaqueId: userId, id: shared ? user : null, role, isLinked: shared };
        return json({ auth, viewer, configuration: twitch.segment(CHANNEL), renewMs: RENEW_MS });
      }
      case '/rig/receipt': {
        const sku = url.searchParams.get('sku') ?? '';
        const amount = (await this.#prices()).get(sku) ?? 1;
        return json(saleOf(persona, { sku, amount, clientId, secret }));
      }
      case '/rig/products':
        return json(
          [...(await this.#prices())].map(([sku, amount]) => {
            return { sku, displayName: sku, cost: { amount, type: 'bits' }, inDevelopment: true };
          }),
        );
      default:
        response.writeHead(404).end();
    }
  }

  /** As they were made in the console: what the owner's config page lists. */
  async #prices(): Promise<ReadonlyMap<string, number>> {
    const token = personaToken(personaOf('broadcaster'), { secret: this.#options.secret, shared: true });
    const said = await fetch(`${this.#ebs}/ext/config`, { headers: { authorization: `Bearer ${token}` } });
    const { products = [] } = (await said.json()) as { products?: { sku: string; bits: number }[] };
    return new Map(products.map(({ sku, bits }) => [sku, bits]));
  }

  async #view(path: string, response: ServerResponse): Promise<void> {
    const { pages, clientId } = this.#options;
    const file = normalize(path).replace(/^([/\\]|\.\.)+/, '');
    const bytes = await readFile(join(pages, file)).catch(() => null);
    if (!bytes) return void response.writeHead(404).end();
    const html = extname(file) === '.html';
    const body = html ? withEbs(bytes.toString(), this.#ebs).replace(HELPER, OWN_HELPER) : bytes;
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': twitchPolicy(clientId, this.#ebs),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  }
}
