/** A simulated Kick, a gateway in small, and an adapter that listens to both, for the tests of this folder. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatMessage, Donation, Redemption, RewardSpec, StreamStatus } from '../contract.ts';
import type { Heard } from './ear.ts';
import { kickPlatform } from './index.ts';
import type { KickPair } from './oauth.ts';
import type { KickAdapter, KickOptions } from './options.ts';
import type { KickSimulator } from './simulator/surface.ts';
import { startKickSimulator } from './simulator.ts';
import { type KickDelivery, verifyKickWebhook } from './webhook.ts';

/** Pauses of tests: short, but long enough to be seen. */
export const QUICK = {
  startMs: 4_000,
  checkMs: 40,
  firstPauseMs: 20,
  longestPauseMs: 100,
  callMs: 1_000,
  gapMs: 5,
  redemptionsMs: 60_000,
};
export const SPEC: RewardSpec = {
  key: 'roll',
  title: 'Кубик',
  cost: 100,
  prompt: 'Бросить кубик',
  asksInput: true,
};

/** The part of the gateway that matters here: verify, keep each id once, answer, forward. */
export interface Gateway {
  readonly url: string;
  readonly inbox: Map<string, KickDelivery>;
  readonly answers: { status: number; code: string }[];
  readonly heard: Heard[];
  forward: (delivery: KickDelivery) => Heard;
  close(): Promise<void>;
}

export async function startGateway(publicKeyPem: () => string): Promise<Gateway> {
  const inbox = new Map<string, KickDelivery>();
  const answers: Gateway['answers'] = [];
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void bytesOf(request).then((rawBody) => {
      const verdict = verifyKickWebhook({
        headers: request.headers,
        rawBody,
        publicKeyPem: publicKeyPem(),
        now: Date.now(),
      });
      const status = verdict.ok ? 200 : verdict.status;
      answers.push({ status, code: verdict.ok ? '' : verdict.code });
      if (verdict.ok) inbox.set(verdict.key, verdict.delivery);
      response.writeHead(status).end();
      // Forwarded although it may be a repeat: the adapter has to bear it.
      if (verdict.ok) heard.push(gateway.forward(verdict.delivery));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway: Gateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/kick`,
    inbox,
    answers,
    heard,
    forward: () => 'closed',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return gateway;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export interface Rig {
  readonly kick: KickSimulator;
  readonly gateway: Gateway;
  readonly adapter: KickAdapter;
  readonly heard: ChatMessage[];
  readonly donations: Donation[];
  readonly redemptions: Redemption[];
  readonly streams: StreamStatus[];
  readonly logged: string[];
  /** The stored pair. */
  readonly store: { pair: KickPair };
  end(): Promise<void>;
}

export interface RigOptions extends Omit<Partial<KickOptions>, 'account'> {
  readonly kick?: KickSimulator;
  readonly connect?: boolean;
  /** Whose sign-in; null: the app alone. */
  readonly as?: string | null;
  readonly scopes?: readonly string[];
}

/** Channel `streamer`, whose owner is signed in, with webhooks that reach us. Connected unless told otherwise. */
export async function rigged(given: RigOptions = {}): Promise<Rig> {
  const { kick = await startKickSimulator(), connect = true, as = 'streamer', scopes, ...options } = given;
  kick.open('streamer', { id: 1, name: 'Streamer' });
  const gateway = await startGateway(() => kick.publicKey);
  kick.webhookTo(gateway.url);
  const store = { pair: kick.signIn(as ?? 'streamer', scopes) };
  const save = (pair: KickPair) => {
    store.pair = pair;
  };
  const logged: string[] = [];
  const adapter = kickPlatform({
    channel: 'streamer',
    client: kick.client,
    addresses: { api: kick.apiUrl, auth: kick.authUrl },
    times: QUICK,
    log: (text) => logged.push(text),
    ...(as === null ? {} : { account: { pair: store.pair, save, times: { restMs: 50 } } }),
    ...options,
  });
  gateway.forward = (delivery) => adapter.deliver(delivery);
  const rig = { kick, gateway, adapter, logged, store, ...listening(adapter) };
  const end = async () => {
    await adapter.close();
    await kick.close();
    await gateway.close();
  };
  if (connect) {
    await adapter.connect().catch(async (error: unknown) => {
      await end();
      throw error;
    });
  }
  return { ...rig, end };
}

function listening(adapter: KickAdapter) {
  const [heard, donations, redemptions, streams]: [ChatMessage[], Donation[], Redemption[], StreamStatus[]] =
    [[], [], [], []];
  adapter.onMessage((message) => heard.push(message));
  adapter.onDonation((donation) => donations.push(donation));
  adapter.onStream((status) => streams.push(status));
  adapter.rewards?.onRedemption((redemption) => redemptions.push(redemption));
  return { heard, donations, redemptions, streams };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
