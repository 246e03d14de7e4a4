/**
 * The only reader of the environment and of settings files. What comes out is checked and frozen; every fault is named
 * with its place, all at once.
 */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { MsigError, NO_SUCH } from './errors.ts';
import { type Settings, schema, VARIABLES } from './settings-table.ts';
import { readYaml } from './settings-yaml.ts';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DEFAULTS = fileURLToPath(new URL('../config/settings/default.yaml', import.meta.url));

type Tree = Record<string, unknown>;

export interface SettingsInput {
  /** From the command line, by path: `port`, `twitch.channel`. Undefined counts as not given. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** A settings file named on the command line. */
  readonly file?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** @throws MsigError BAD_SETTING naming every fault, FILE_UNREADABLE or FILE_BROKEN. */
export function readSettings({ options = {}, file, env = process.env }: SettingsInput = {}): Settings {
  const tree = readYaml(DEFAULTS);
  const places = new Map<string, string>();
  const made = madeFile(options, file ?? env.MSIG_SETTINGS, env);
  if (existsSync(made)) merge(tree, readYaml(made), { places, place: made, under: '' });
  const own = file ?? env.MSIG_SETTINGS;
  if (own) merge(tree, readYaml(own), { places, place: own, under: '' });
  for (const [name, [path, kind]] of Object.entries(VARIABLES)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    put(tree, path, typed(text, kind));
    places.set(path, name);
  }
  for (const [path, value] of Object.entries(options)) {
    if (value === undefined) continue;
    put(tree, path, value);
    places.set(path, optionOf(path));
  }
  const read = schema.safeParse(tree);
  if (!read.success) throw faultsOf(read.error, tree, places);
  return freeze(read.data);
}

/** What `msig setup` wrote for this data folder; `data` itself is looked for in all the other places first. */
function madeFile(
  options: NonNullable<SettingsInput['options']>,
  own: string | undefined,
  env: NodeJS.ProcessEnv,
): string {
  const told = options.data ?? env.MSIG_DATA ?? (own ? readYaml(own).data : undefined);
  const data = typeof told === 'string' && told !== '' ? told : String(readYaml(DEFAULTS).data);
  return madeSettings(data);
}

/** The file that `msig setup` writes. @param data the setting: a folder, relative to the project's */
export function madeSettings(data: string): string {
  return join(resolve(ROOT, data), 'settings.yaml');
}

/** A folder of rehearsals: accounts in it are made up, and no real platform may be asked about them. */
export function isRehearsal(data: string): boolean {
  return basename(resolve(ROOT, data)) === 'rehearsal';
}

/** The language for sentences that come before the settings are read, or instead. */
export function wantedLang(args: readonly string[]): 'ru' | 'en' {
  const given = args[args.indexOf('--lang') + 1];
  if (args.includes('--lang') && (given === 'ru' || given === 'en')) return given;
  try {
    return readSettings().lang;
  } catch {
    return 'en';
  }
}

/** The environment for a player's process: ours without what it does not need, its token, and what is asked for. */
export function childEnvironment(
  token: string,
  more: Readonly<Record<string, string>> = {},
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const { MSIG_LAUNCHED: _, ...rest } = env;
  return { ...rest, ...more, MSIG_TOKEN: token };
}

/** True if a parent waits for us that ends us by closing the channel between the two. */
export function isLaunched(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.MSIG_LAUNCHED === '1' && process.channel !== undefined;
}

interface Origin {
  readonly places: Map<string, string>;
  readonly place: string;
  readonly under: string;
}

function merge(into: Tree, from: Tree, origin: Origin): void {
  for (const [key, value] of Object.entries(from)) {
    const path = origin.under + key;
    const below = into[key];
    if (isTree(below) && isTree(value)) merge(below, value, { ...origin, under: `${path}.` });
    else {
      into[key] = value;
      origin.places.set(path, origin.place);
    }
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(tree: Tree, path: string, value: unknown): void {
  const [head = '', rest] = path.split('.', 2);
  if (rest === undefined) {
    tree[head] = value;
    return;
  }
  if (!isTree(tree[head])) tree[head] = {};
  put(tree[head] as Tree, rest, value);
}

/** What is no number stays text, so that the fault can show it. */
function typed(text: string, kind?: 'number' | 'boolean' | 'list' | 'lines'): unknown {
  if (kind === 'list')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (kind === 'lines') return text.replaceAll('\\n', '\n');
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
  if (kind === 'boolean')
    return { true: true, '1': true, false: false, '0': false }[text.toLowerCase()] ?? text;
  return text;
}

function optionOf(path: string): string {
  return `--${path.replace(/^twitch\.channel$/, 'twitch')}`;
}

interface Fault {
  readonly place: string;
  readonly name: string;
  readonly value: string;
  readonly expected: string;
}

function faultsOf(error: z.ZodError, tree: Tree, places: ReadonlyMap<string, string>): MsigError {
  const [first, ...more] = error.issues.flatMap((issue) => faultsIn(issue, tree, places));
  const tail = more
    .map(({ place, name, value, expected }) => `\n${place}: ${name} "${value}", expected ${expected}`)
    .join('');
  return new MsigError('BAD_SETTING', { ...first!, expected: first!.expected + tail });
}

/** Each unknown name is a fault of its own, and its value is nobody's business. */
function faultsIn(issue: z.core.$ZodIssue, tree: Tree, places: ReadonlyMap<string, string>): Fault[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const name = path === '' ? key : `${path}.${key}`;
      return { place: placeOf(name, places), name, value: '', expected: NO_SUCH };
    });
  }
  const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], tree);
  const value = /token|secret|refresh|key|password/i.test(path) ? '…' : shown(found);
  const expected = issue.message.replace(/^expected /, '');
  return [{ place: placeOf(path, places), name: path || '—', value, expected }];
}

/** Where it was written: itself, what it is a part of, or a part of it. */
function placeOf(path: string, places: ReadonlyMap<string, string>): string {
  const within = (part: string, whole: string) => part === whole || part.startsWith(`${whole}.`);
  const exact = places.get(path);
  if (exact !== undefined) return exact;
  for (const [known, place] of places) if (within(path, known) || within(known, path)) return place;
  return 'config/settings/default.yaml';
}

/** Secrets never reach a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
