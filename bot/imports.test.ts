/** The arrows of the house: which room may import which. A forbidden arrow or a cycle fails, with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

interface Room {
  /** Rooms whose code may be imported. */
  readonly may?: readonly string[];
  /** Rooms of which types alone may be imported. */
  readonly types?: readonly string[];
  /** Packages and `node:` modules; `*` for any. */
  readonly packages?: readonly string[];
}

const CONTRACTS = [
  'adapters/log/contract.ts',
  'adapters/content/contract.ts',
  'adapters/platform/contract.ts',
  'adapters/errors.ts',
];
/** What every platform adapter may know of the others' world. */
const PLATFORM = [
  'adapters/errors.ts',
  'adapters/platform/contract.ts',
  'adapters/platform/listeners.ts',
  'adapters/platform/shared',
];
const SHARED = ['bot/errors.ts', 'bot/refusals.ts'];

/** The longest matching prefix decides. Every room may import itself. */
const ROOMS: Readonly<Record<string, Room>> = {
  'bot/engine': { may: ['bot/engine/stories'], types: ['bot/protocol'], packages: ['@noble/'] },
  // The one place behind which scripts of stories are run; compiled where content is loaded.
  'bot/engine/stories': { may: ['bot/engine'], packages: ['inkjs/engine/Story'] },
  'bot/protocol': {
    may: ['bot/engine/rules.ts', 'bot/engine/refusal.ts'],
    types: ['bot/engine'],
    packages: ['zod'],
  },
  'bot/content': {
    may: [
      'bot/protocol',
      'bot/engine/rules.ts',
      'bot/engine/effects/operations.ts',
      'bot/engine/stories/functions.ts',
      'bot/engine/stories/rules.ts',
      'bot/engine/stories/script.ts',
      'bot/engine/combat/rules.ts',
      'bot/engine/monsters/rules.ts',
      'adapters/content/contract.ts',
    ],
    types: ['bot/engine'],
    packages: ['zod', 'node:', 'inkjs/compiler/Compiler'],
  },
  'bot/commands': { may: ['bot/protocol', ...SHARED], types: ['bot/engine', 'bot/content'], packages: [] },
  'bot/crowd': { may: ['bot/protocol'], types: ['bot/engine'], packages: ['@noble/', 'node:'] },
  'bot/store': {
    may: ['bot/engine', 'bot/content', 'bot/protocol', ...CONTRACTS, ...SHARED],
    packages: ['node:'],
  },
  'bot/host': {
    may: [
      'bot/engine',
      'bot/content',
      'bot/protocol',
      'bot/store',
      'bot/crowd',
      'bot/commands',
      'bot/telemetry',
      ...CONTRACTS,
      ...SHARED,
    ],
    packages: ['node:', '@noble/', 'zod', 'pino', 'prom-client'],
  },
  'bot/gateway': {
    may: [
      'bot/engine/refusal.ts',
      'bot/protocol',
      'bot/commands',
      'bot/host',
      'bot/accounts',
      'bot/content',
      'bot/telemetry',
      'bot/store',
      ...CONTRACTS,
      ...SHARED,
    ],
    types: ['bot/engine'],
    packages: ['*'],
  },
  'bot/player': {
    may: [
      'bot/protocol',
      'bot/commands',
      'bot/crowd',
      'bot/telemetry',
      'adapters/platform/contract.ts',
      ...SHARED,
    ],
    types: ['bot/engine', 'bot/content'],
    packages: ['node:', 'ws', '@noble/', 'pino'],
  },
  // A client like a player's process: it knows the game by the wire alone, and Discord by its adapter's types.
  'bot/discord': {
    may: [
      'bot/protocol',
      'bot/commands',
      'bot/crowd',
      'bot/player/address.ts',
      'bot/player/helpers.ts',
      'bot/player/house.ts',
      'bot/player/link.ts',
      'bot/player/people.ts',
      'bot/player/seen.ts',
      'adapters/platform/contract.ts',
      ...SHARED,
    ],
    types: ['bot/engine', 'adapters/platform/discord/contract.ts'],
    packages: ['node:'],
  },
  'bot/rehearsal': {
    may: ['adapters/platform', 'bot/host', 'bot/engine', 'bot/commands', 'bot/protocol'],
    packages: ['node:'],
  },
  // The laboratory plays straight over the engine; content comes to it as plain rules.
  'bot/balance': { may: ['bot/engine'], packages: ['node:'] },
  'bot/compose-stage.ts': { may: ['bot'], packages: ['node:'] },
  'bot/chats': { may: ['adapters/platform', 'adapters/vault', 'bot/settings-table.ts'], packages: ['node:'] },
  'bot/setup': {
    may: [
      'bot/chats',
      'bot/settings.ts',
      'bot/settings-table.ts',
      'bot/settings-yaml.ts',
      'bot/gateway/routes/auth.ts',
      'adapters/errors.ts',
      'adapters/platform',
      'adapters/vault',
      ...SHARED,
    ],
    packages: ['node:', 'yaml', '@clack/prompts'],
  },
  'bot/doctor': {
    may: ['bot/compose.ts', 'bot/chats', 'bot/settings.ts', 'bot/settings-table.ts', 'adapters', ...SHARED],
    packages: ['node:'],
  },
  'bot/ledger': {
    may: ['bot/settings-table.ts', 'adapters/log', ...CONTRACTS, ...SHARED],
    types: ['bot/engine'],
    packages: ['node:'],
  },
  'bot/accounts': {
    may: ['bot/protocol', 'bot/host', 'bot/store', 'bot/content', ...CONTRACTS, ...SHARED],
    packages: ['*'],
  },
  'bot/narrator': { may: ['adapters/model/contract.ts', 'adapters/model/failures.ts'], packages: [] },
  'bot/compose-narrator.ts': {
    may: ['bot/narrator', 'bot/host/monster-words.ts', 'adapters/model'],
    types: ['bot/settings-table.ts', 'bot/content', 'bot/protocol'],
    packages: [],
  },
  'bot/stage': {
    may: ['bot/protocol', 'bot/errors.ts', 'adapters/scene/contract.ts', 'adapters/scene/failures.ts'],
    packages: ['zod'],
  },
  'bot/telemetry': {
    may: ['bot/protocol', ...CONTRACTS, ...SHARED],
    packages: ['pino', 'prom-client', 'node:'],
  },
  'bot/cli': {
    may: [
      'bot/compose.ts',
      'bot/sentence.ts',
      'bot/version.ts',
      'bot/settings.ts',
      'bot/settings-table.ts',
      'bot/compose-chats.ts',
      'bot/compose-discord.ts',
      'bot/compose-scene.ts',
      'bot/stage',
      'adapters/scene/contract.ts',
      'bot/compose-stage.ts',
      'bot/protocol',
      'bot/host',
      'bot/store',
      'bot/content',
      'bot/player',
      'bot/engine',
      'bot/balance',
      'bot/bench',
      'bot/doctor',
      'bot/setup',
      'bot/ledger',
      'bot/telemetry',
      ...CONTRACTS,
      ...SHARED,
    ],
    packages: ['commander', 'node:', 'yaml', 'zod'],
  },
  'bot/bench': { may: ['bot', 'adapters'], packages: ['*'] },
  'bot/version.ts': { may: ['bot/settings.ts'], packages: ['node:'] },
  'bot/sentence.ts': { may: ['adapters/errors.ts', ...SHARED] },
  'bot/compose.ts': { may: ['bot', 'adapters'], packages: ['*'] },
  'bot/main.ts': { may: ['bot'], packages: ['node:', 'commander'] },
  'bot/compose-discord.ts': {
    may: ['bot/compose-chats.ts', 'bot/discord', 'adapters/platform/discord', ...SHARED],
    types: ['bot/settings-table.ts'],
    packages: [],
  },
  'bot/compose-scene.ts': { may: ['bot/stage', 'bot/errors.ts', 'adapters/scene'], packages: [] },
  'bot/compose-chats.ts': { may: ['bot', 'adapters'], packages: ['*'] },
  'bot/settings.ts': {
    may: ['bot/settings-table.ts', 'bot/settings-yaml.ts', ...SHARED],
    packages: ['zod', 'node:'],
  },
  'bot/settings-yaml.ts': { may: SHARED, packages: ['yaml', 'node:'] },
  'bot/settings-table.ts': { may: ['bot/stage/rules.ts'], packages: ['zod'] },
  'bot/errors.ts': { packages: ['zod'] },
  'bot/refusals.ts': { types: ['bot/engine', 'bot/protocol'], packages: ['zod'] },
  'bot/e2e': { may: ['bot', 'adapters'], packages: ['*'] },
  'adapters/errors.ts': {},
  'adapters/sql': { may: ['adapters/errors.ts'], packages: ['*'] },
  'adapters/log': {
    may: ['adapters/errors.ts', 'adapters/sql', 'bot/protocol/canonical.ts'],
    types: ['bot/protocol'],
    packages: ['*'],
  },
  'adapters/vault': { may: ['adapters/errors.ts'], packages: ['node:'] },
  'adapters/extension': { packages: ['node:'] },
  'adapters/content': { may: ['adapters/errors.ts'], types: ['bot/protocol'], packages: ['*'] },
  'adapters/platform/twitch': { may: PLATFORM, types: ['bot/protocol'], packages: ['*'] },
  'adapters/platform/discord': { may: PLATFORM, packages: ['node:', 'discord.js', 'ws'] },
  'adapters/platform/kick': { may: PLATFORM, types: ['bot/protocol'], packages: ['node:'] },
  'adapters/platform/vkvideo': { may: PLATFORM, types: ['bot/protocol'], packages: ['*'] },
  'adapters/platform/youtube': { may: PLATFORM, types: ['bot/protocol'], packages: ['node:', 'googleapis/'] },
  'adapters/model': { packages: ['node:', 'openai'] },
  'adapters/scene': { packages: ['node:', 'obs-websocket-js/json', 'ws'] },
  'adapters/platform/shared': {},
  'adapters/platform': { may: ['adapters/errors.ts'], types: ['bot/protocol'], packages: ['*'] },
  overlay: { types: ['bot/protocol', 'bot/engine'], packages: ['lit', '@iconify-json/game-icons'] },
  extension: { may: ['overlay/elements', 'overlay/board'], types: ['bot/protocol'], packages: ['lit'] },
  'config/tools': { may: ['bot', 'adapters', 'overlay'], packages: ['*'] },
};

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const isTest = (file: string): boolean =>
  /(\.(test|suite)\.ts|\/(given|sample)\.ts|\/fixture\/.*)$/.test(file);

function sources(): string[] {
  return ['bot', 'adapters', 'overlay', 'extension', 'config/tools'].flatMap((top) => {
    try {
      return readdirSync(path.join(ROOT, top), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) =>
          path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
        );
    } catch {
      return [];
    }
  });
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?([\w$*{},\s]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function arrowsOf(file: string): Arrow[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const out: Arrow[] = [];
  for (const [, types, names = '', named, bare] of text.matchAll(STATEMENT)) {
    const to = named ?? bare ?? '';
    const inner = names.trim().replace(/^\{/, '').replace(/\}$/, '');
    const each = inner
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const typesOnly =
      Boolean(types) ||
      (names.includes('{') && each.length > 0 && each.every((name) => name.startsWith('type ')));
    out.push({ from: file, to: resolve(file, to), typesOnly });
  }
  for (const [, to = ''] of text.matchAll(DYNAMIC))
    out.push({ from: file, to: resolve(file, to), typesOnly: false });
  return out;
}

function resolve(file: string, to: string): string {
  if (!to.startsWith('.')) return to;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), to));
}

function roomOf(file: string): [string, Room] | null {
  const names = Object.keys(ROOMS).filter((name) => file === name || file.startsWith(`${name}/`));
  const name = names.sort((a, b) => b.length - a.length)[0];
  return name === undefined ? null : [name, ROOMS[name] as Room];
}

const within = (file: string, places: readonly string[] = []): boolean =>
  places.some((place) => file === place || file.startsWith(`${place}/`));

function isLocal(to: string): boolean {
  return /^(bot|adapters|overlay|extension|config)\//.test(to);
}

function forbidden(arrow: Arrow): string | null {
  const found = roomOf(arrow.from);
  if (!found) return `${arrow.from} is in no room`;
  const [name, room] = found;
  if (!isLocal(arrow.to)) {
    if (
      arrow.typesOnly ||
      room.packages?.some((pack) => pack === '*' || arrow.to === pack || arrow.to.startsWith(pack))
    )
      return null;
    return `${arrow.from} imports the package ${arrow.to}`;
  }
  const target = roomOf(arrow.to);
  if (arrow.to.endsWith('.css') || arrow.to.endsWith('.json')) return null;
  if (within(arrow.to, [name]) && target?.[0] === name) return null;
  if (within(arrow.to, room.may)) return null;
  if (arrow.typesOnly && within(arrow.to, room.types)) return null;
  return `${arrow.from} imports ${arrow.typesOnly ? 'types of ' : ''}${arrow.to}`;
}

/** Any cycle among value imports, as a path; null if there is none. */
function cycle(arrows: readonly Arrow[]): readonly string[] | null {
  const graph = new Map<string, string[]>();
  for (const { from, to, typesOnly } of arrows) {
    if (!typesOnly && isLocal(to)) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    trail.push(file);
    for (const to of graph.get(file) ?? []) {
      const found = visit(to);
      if (found) return found;
    }
    trail.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const found = visit(file);
    if (found) return found;
  }
  return null;
}

describe('the house', () => {
  const files = sources();
  const arrows = files.filter((file) => !isTest(file)).flatMap(arrowsOf);

  it('has no forbidden arrow', () => {
    expect(arrows.length).toBeGreaterThan(100);
    expect(arrows.map(forbidden).filter((fault) => fault !== null)).toEqual([]);
  });

  it('has no cycle of imports', () => {
    expect(cycle(arrows)).toBeNull();
  });

  it('has no barrel: nothing is re-exported from another file', () => {
    const barrels = files.filter((file) =>
      /\nexport (\*|\{[^}]*\}) from /.test(`\n${readFileSync(path.join(ROOT, file), 'utf8')}`),
    );
    expect(barrels).toEqual([]);
  });

  it('notices a forbidden arrow and a cycle', () => {
    expect(forbidden({ from: 'bot/engine/decide.ts', to: 'node:fs', typesOnly: false })).toContain('node:fs');
    expect(
      forbidden({ from: 'bot/engine/decide.ts', to: 'bot/host/game-host.ts', typesOnly: false }),
    ).toContain('host');
    const loop = ['bot/a.ts', 'bot/b.ts', 'bot/a.ts'];
    expect(
      cycle([
        { from: 'bot/a.ts', to: 'bot/b.ts', typesOnly: false },
        { from: 'bot/b.ts', to: 'bot/a.ts', typesOnly: false },
      ]),
    ).toEqual(loop);
  });
});
