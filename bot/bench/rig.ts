/** A host as `msig start` has it, with rules and a log of the bench's choice, listening on a free port of 127.0.0.1. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { LogDriver } from '../../adapters/log/contract.ts';
import { Accounts } from '../accounts/accounts.ts';
import { Applications } from '../accounts/applications.ts';
import { factsOf } from '../content/facts.ts';
import type { Content } from '../content/load.ts';
import { createTally } from '../crowd/tally.ts';
import { ApplicationsDesk } from '../gateway/accounts/applications.ts';
import { AccountDesk } from '../gateway/accounts/desk.ts';
import { Codes } from '../gateway/guard/codes.ts';
import { Tokens } from '../gateway/guard/tokens.ts';
import { buildGateway } from '../gateway/server.ts';
import { LIMITS } from '../gateway/socket/limits.ts';
import { Catalog } from '../host/catalog.ts';
import { ENGINE } from '../host/engine.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { pseudonyms } from '../host/identity.ts';
import type { BothTexts } from '../protocol/texts.ts';
import { GameStore } from '../store/game-store.ts';
import { sha256Of } from '../store/line.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { loadRace } from './engine/games.ts';
import { PLAYERS } from './limits/race.ts';

export interface Rig {
  readonly port: number;
  readonly game: HostedGame;
  readonly tokens: Tokens;
  /** Another started game of the same kind. */
  fresh(): Promise<HostedGame>;
  close(): Promise<void>;
}

/** More than any bench throws: nobody waits for a token. */
const TOKENS = 1_000_000;

export interface RigWish {
  /** The folder of the built pages, where a bench shows them. */
  readonly pages?: string;
  /** What is played; otherwise the toy race. */
  readonly load?: () => Promise<Content>;
}

/** A started game of eight people on this log. */
export async function startRig(
  driver: LogDriver,
  { pages = 'no-pages', load = loadRace }: RigWish = {},
): Promise<Rig> {
  await driver.open();
  const { rules: race, texts } = await load();
  const tokensRule = { every: 3600, keep: TOKENS, start: TOKENS };
  const rules = { ...race, tunables: { ...race.tunables, tokens: tokensRule } };
  const secret = new Uint8Array(randomBytes(32));
  const onTrouble = (error: unknown): void => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  const accounts = await Accounts.open({ store: driver, stakes: (all) => catalog.stakes(all) });
  const catalog: Catalog = new Catalog({
    store: new GameStore({ log: driver, engine: ENGINE, onTrouble }),
    content: { rules, rulesHash: sha256Of(rules), pack: 'race' },
    version: '0.0.0',
    secret,
    pseudonyms: pseudonyms(secret),
    persons: accounts,
    openCount: createTally,
    fast: false,
    onTrouble,
  });
  const tokens = await Tokens.open(secret, { load: async () => [], save: async () => {} });
  const { app, close } = await buildGateway({
    catalog,
    tokens,
    accounts: new AccountDesk({ accounts, game: (id) => catalog.get(id) }),
    applications: new ApplicationsDesk({ applications: await Applications.open(driver), catalog }),
    codes: new Codes(),
    texts: texts as unknown as BothTexts,
    facts: factsOf(rules),
    hosts: { names: [], open: false },
    limits: LIMITS,
    version: '0.0.0',
    pages: path.resolve(import.meta.dirname, pages),
    metrics: createMetrics(),
    hooks: { verifiers: {}, inbox: driver },
    onFault: onTrouble,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const fresh = async () => {
    const wish = { seed: 'bench', size: 'S', pace: 'session', lang: 'ru', seats: seats() } as const;
    const game = await catalog.create(wish);
    await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
    return game;
  };
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    game: await fresh(),
    tokens,
    fresh,
    async close() {
      await close();
      await catalog.close();
      await driver.close();
    },
  };
}

function seats() {
  return Array.from(
    { length: PLAYERS },
    (_, i) => ({ name: `Seat ${i + 1}`, lang: 'ru', kind: 'person' }) as const,
  );
}
