/** The only composition root: settings → chosen adapters → running parts. Nothing else knows what is behind a contract. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jsonContent } from '../adapters/content/json.ts';
import { extensionApi } from '../adapters/extension/api.ts';
import type { LogDriver } from '../adapters/log/contract.ts';
import { jsonLog } from '../adapters/log/json/json.ts';
import { memoryLog } from '../adapters/log/memory.ts';
import { sqliteLog } from '../adapters/log/sqlite/sqlite.ts';
import { kickDoor } from '../adapters/platform/kick/door.ts';
import { Accounts } from './accounts/accounts.ts';
import { Applications } from './accounts/applications.ts';
import { composeWords } from './compose-narrator.ts';
import { factsOf } from './content/facts.ts';
import { ContentError } from './content/faults.ts';
import { type Content, loadContent } from './content/load.ts';
import { createTally } from './crowd/tally.ts';
import { MsigError } from './errors.ts';
import { ApplicationsDesk } from './gateway/accounts/applications.ts';
import { AccountDesk } from './gateway/accounts/desk.ts';
import type { ExtensionWorld } from './gateway/extension/extension.ts';
import { Codes } from './gateway/guard/codes.ts';
import { Tokens } from './gateway/guard/tokens.ts';
import type { Verifiers } from './gateway/routes/hooks.ts';
import { buildGateway, type Gateway } from './gateway/server.ts';
import { LIMITS } from './gateway/socket/limits.ts';
import { Catalog } from './host/catalog.ts';
import { ENGINE } from './host/engine.ts';
import { pseudonyms } from './host/identity.ts';
import { mapFaults } from './host/map-check.ts';
import { ROOT } from './settings.ts';
import type { Settings } from './settings-table.ts';
import { GameStore } from './store/game-store.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { VERSION } from './version.ts';

/** The base pack and the layers over it. @throws MsigError CONTENT_BROKEN with every fault. */
export async function composeContent(layers: readonly string[]): Promise<Content> {
  const base = join(ROOT, 'config', 'content');
  const own = layers.map((layer) => resolve(layer));
  const content = await loadContent({ layers: [base, ...own], source: jsonContent(ROOT) }).catch(
    (error: unknown) => {
      if (!(error instanceof ContentError)) throw error;
      const list = error.message.slice(error.message.indexOf('\n') + 1);
      throw new MsigError('CONTENT_BROKEN', { count: error.faults.length, list }, { cause: error });
    },
  );
  const faults = mapFaults(content.rules);
  if (faults.length === 0) return content;
  throw new MsigError('CONTENT_BROKEN', { count: faults.length, list: faults.join('\n') });
}

function composeLog({ log, data }: Settings): LogDriver {
  const folder = resolve(ROOT, data);
  if (log === 'memory') return memoryLog();
  return log === 'json'
    ? jsonLog({ folder: join(folder, 'games') })
    : sqliteLog({ path: join(folder, 'msig.sqlite') });
}

export interface HostParts {
  readonly settings: Settings;
  /** Folder of the data, absolute. */
  readonly data: string;
  readonly content: Content;
  readonly driver: LogDriver;
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly codes: Codes;
  readonly gateway: Gateway;
  readonly metrics: Metrics;
  readonly log: Log;
  close(): Promise<void>;
}

/** Everything of a host but the open port. @throws MsigError, AdapterError with one sentence each. */
export async function composeHost(settings: Settings): Promise<HostParts> {
  const data = resolve(ROOT, settings.data);
  const log = createLog(settings.logLevel);
  const metrics = createMetrics();
  const content = await composeContent(settings.content);
  await makeFolder(data);
  const driver = composeLog(settings);
  await driver.open();
  try {
    const secret = await serverSecret(driver);
    const onTrouble = (error: unknown, about: string) => {
      metrics.troubles();
      log.error({ err: error }, about);
    };
    const accounts = await Accounts.open({ store: driver, stakes: (all) => catalog.stakes(all) });
    const catalog: Catalog = new Catalog({
      store: new GameStore({
        log: driver,
        engine: ENGINE,
        onTrouble: (error) => onTrouble(error, 'snapshot'),
      }),
      content: { rules: content.rules, rulesHash: content.rulesHash, pack: content.packs[0]?.id ?? 'base' },
      version: VERSION,
      secret,
      pseudonyms: pseudonyms(secret),
      persons: accounts,
      openCount: createTally,
      fast: settings.fast,
      onTrouble,
      findWords: composeWords({
        ...{ settings, texts: content.texts, now: Date.now },
        note: (text) => log.warn({ about: 'model' }, text),
      }),
    });
    await catalog.openAll();
    const tokens = await Tokens.open(secret, overlayKeys(driver));
    const codes = new Codes();
    const gateway = await buildGateway({
      catalog,
      tokens,
      accounts: new AccountDesk({ accounts, game: (id) => catalog.get(id) }),
      applications: new ApplicationsDesk({ applications: await Applications.open(driver), catalog }),
      codes,
      texts: content.texts,
      facts: factsOf(content.rules),
      hosts: { names: namesOf(settings), open: settings.host !== '127.0.0.1' },
      limits: LIMITS,
      version: VERSION,
      pages: join(ROOT, '.build', 'overlay'),
      metrics,
      hooks: { verifiers: hookVerifiers(settings, log), inbox: driver },
      extension: extensionWorld(settings, driver),
      onFault: onTrouble,
      onSlowPage: (page) => log.warn(page, 'a page shows fewer than 20 frames a second'),
    });
    watch(metrics, catalog, gateway);
    const close = async () => {
      await gateway.close();
      await catalog.close();
      await driver.close();
    };
    return {
      settings,
      data,
      content,
      driver,
      catalog,
      accounts,
      tokens,
      codes,
      gateway,
      metrics,
      log,
      close,
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** The public address is one of our names, of course. */
function namesOf({ names, public: outside }: Settings): readonly string[] {
  return outside ? [...names, new URL(outside).hostname] : names;
}

/** How webhooks are checked, by platform. Strangers' webhooks make nobody ask a Kick that is not in use. */
function hookVerifiers({ kick: { publicKey, clientId, apiUrl } }: Settings, log: Log): Verifiers {
  return {
    kick: kickDoor({
      publicKey,
      api: clientId ? apiUrl : null,
      log: (text) => log.warn({ platform: 'kick' }, text),
    }),
  };
}

/** Absent unless an extension is registered. Without its owner nothing is sent to Twitch, and panels ask by themselves. */
function extensionWorld({ extension }: Settings, meta: LogDriver): ExtensionWorld | undefined {
  const { clientId, secrets, ownerId, apiUrl, origins } = extension;
  const [secret] = secrets;
  if (!clientId || secret === undefined) return undefined;
  const twitch = ownerId ? extensionApi({ clientId, ownerId, secret, apiUrl }) : null;
  return { clientId, secrets, origins, meta, twitch };
}

function watch(metrics: Metrics, catalog: Catalog, gateway: Gateway): void {
  metrics.watch({
    games: () => catalog.health().games,
    waiting: () => catalog.waiting(),
    sockets: () => gateway.sockets.count(),
    watching: () => gateway.channels.count().watching,
    behind: () => gateway.channels.count().behind,
  });
  catalog.onOutcome({
    accepted: (count) => metrics.commands(count),
    refused: (code) => metrics.refusals(code),
  });
}

async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new MsigError('DATA_DIR_UNWRITABLE', { dir, detail }, { cause: error });
  }
}

/** 32 bytes, made at the first start; tokens and pseudonyms hang on them. */
async function serverSecret(driver: LogDriver): Promise<Uint8Array> {
  const known = await driver.getMeta('secret');
  if (known) return new Uint8Array(Buffer.from(known, 'hex'));
  const secret = randomBytes(32);
  await driver.setMeta('secret', secret.toString('hex'));
  return new Uint8Array(secret);
}

const OVERLAY_KEYS = 'overlay-keys';
type Keys = readonly (readonly [key: string, game: string])[];

function overlayKeys(driver: LogDriver): { load(): Promise<Keys>; save(keys: Keys): Promise<void> } {
  return {
    load: async () => JSON.parse((await driver.getMeta(OVERLAY_KEYS)) ?? '[]') as Keys,
    save: (keys) => driver.setMeta(OVERLAY_KEYS, JSON.stringify(keys)),
  };
}
