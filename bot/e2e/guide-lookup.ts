/** Reads the pages for streamers, and looks up what they name in the program itself. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KICK_FAILURES } from '../../adapters/platform/kick/failures.ts';
import { BOT_SCOPES } from '../../adapters/platform/twitch/scopes.ts';
import { VKVIDEO_FAILURES } from '../../adapters/platform/vkvideo/failures.ts';
import { COMMANDS } from '../commands/list.ts';
import { WORDS as DISCORD_WORDS } from '../discord/words.ts';
import { SENTENCES } from '../doctor/words/codes.ts';
import { ERRORS } from '../errors.ts';
import { ROOT, readSettings } from '../settings.ts';
import { VARIABLES } from '../settings-table.ts';
import { DISCORD_GUIDE } from '../setup/guides/discord.ts';
import { KICK_GUIDE } from '../setup/guides/kick.ts';
import { TWITCH_GUIDE } from '../setup/guides/twitch.ts';
import { VKVIDEO_GUIDE } from '../setup/guides/vkvideo.ts';
import { YOUTUBE_GUIDE } from '../setup/guides/youtube.ts';
import { EN } from '../setup/words/en.ts';
import { RU } from '../setup/words/ru.ts';

export type Lang = 'ru' | 'en';

export const GUIDES = {
  twitch: TWITCH_GUIDE,
  youtube: YOUTUBE_GUIDE,
  kick: KICK_GUIDE,
  vkvideo: VKVIDEO_GUIDE,
  discord: DISCORD_GUIDE,
} as const;
export type Name = keyof typeof GUIDES;
/** In the order of the columns. */
export const NAMES = Object.keys(GUIDES) as Name[];

/** What stands in fences, by its kind, and what stands between single backticks. */
export function codeIn(text: string) {
  const fences = [...text.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, kind = '', code = '']) => ({
    kind,
    code,
  }));
  const rest = text.replace(/```[\s\S]*?```/g, '');
  return { fences, inline: [...rest.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code) };
}

/** Lines of a shell, without what is said about them. */
export function commandsIn(text: string): string[] {
  const { fences, inline } = codeIn(text);
  const lines = fences.filter(({ kind }) => kind === 'sh').flatMap(({ code }) => code.split('\n'));
  return [...lines, ...inline]
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => /^np[mx] /.test(line));
}

const run = promisify(execFile);
const helps = new Map<string, Promise<string>>();

/** What the program itself says of a subcommand; of a name that it does not know, that of the whole program. */
function helpOf(...words: string[]): Promise<string> {
  const key = words.join(' ');
  const asked =
    helps.get(key) ??
    run(process.execPath, [join(ROOT, 'bot', 'main.ts'), ...words, '--help']).then(({ stdout }) => stdout);
  helps.set(key, asked);
  return asked;
}

/** @returns what is wrong with the line; null if the program takes it */
export async function faultOf(line: string): Promise<string | null> {
  const [tool, what = '', ...rest] = line.split(/\s+/);
  if (tool === 'npm' && !['start', 'test', 'ci'].includes(what)) {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    return what === 'run' && rest[0] !== undefined && rest[0] in scripts ? null : `${line}: no such script`;
  }
  if (tool === 'npm') return what === 'start' ? faultOfArgs(line, ['start'], rest) : null;
  if (what !== 'msig') return `${line}: not ours`;
  const words = rest.slice(0, ['obs', 'rules'].includes(rest[0] ?? '') ? 2 : 1);
  return faultOfArgs(line, words[0]?.startsWith('-') ? [] : words, rest);
}

async function faultOfArgs(line: string, words: string[], args: string[]): Promise<string | null> {
  const help = await helpOf(...words);
  if (!help.startsWith(`Usage: ${['msig', ...words].join(' ')} `)) return `${line}: no such subcommand`;
  const options = args.filter((arg) => /^--\w/.test(arg));
  const unknown = options.find((option) => !new RegExp(`${option}[ ,\n]`).test(help));
  return unknown ? `${line}: no such option ${unknown}` : null;
}

/** As on GitHub. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

const TYPED = COMMANDS.flatMap(({ names }) => [...names.ru, ...names.en]);
const SCOPES = [...NAMES.flatMap((name) => Object.keys(GUIDES[name].en.scopes)), ...Object.keys(BOT_SCOPES)];
/** Not ours, or nothing that could be looked up. */
const OTHERS = ['Ctrl-C', 'ssh -R 4747:127.0.0.1:4747 you@game.example.org', '/hooks/', '/auth/'];
const DATA = ['settings.yaml', 'vault', 'admin.token'].map((file) => `.data/${file}`);
const OPTIONS = ['--token'];
/** Of a row of `obs.rules`. */
const ROW = ['cooldown'];

export function isKnown(code: string): boolean {
  if (/^MSIG_/.test(code)) return code in VARIABLES;
  if ([...SCOPES, ...OTHERS, ...DATA, ...OPTIONS, ...ROW].includes(code)) return true;
  if (/^https?:/.test(code)) {
    const { pathname } = new URL(code);
    return pathname === '/' || /^\/(auth\/(youtube|kick|vkvideo)\/callback|hooks\/kick)$/.test(pathname);
  }
  if (/^[!/]/.test(code)) return TYPED.includes(code.slice(1).split(' ')[0] ?? '');
  const [path = '', value] = code.split(': ');
  return isSetting(path, value);
}

/** A path in the settings; with a value, one that may stand there. */
export function isSetting(path: string, value: string | undefined): boolean {
  if (value !== undefined) readSettings({ options: { [path]: value }, env: {} });
  let at: unknown = readSettings({ env: {} });
  return path.split('.').every((step) => {
    const there = typeof at === 'object' && at !== null && Object.hasOwn(at, step);
    at = there ? (at as Record<string, unknown>)[step] : null;
    return there;
  });
}

/** All that is said to a streamer, blanks as `…`. Adapters speak English alone. */
export function sentencesIn(lang: Lang): string[] {
  const errors = Object.values(ERRORS).map((error) => error[lang]);
  const doctor = Object.values(SENTENCES).map((sentence) => sentence[lang]);
  const adapters = lang === 'en' ? [KICK_FAILURES, VKVIDEO_FAILURES] : [];
  const all = [errors, doctor, { ru: RU, en: EN }[lang], DISCORD_WORDS[lang], adapters];
  return all.flatMap(textsIn).map((text) => text.replace(/\{\w+\}/g, '…'));
}

function textsIn(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree === 'function') return textsIn(tree('…', '…', '…'));
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}

/** The parts between the dots stand in the sentence in their order. */
export function holds(sentence: string, quote: string): boolean {
  let at = 0;
  return quote
    .split('…')
    .map((part) => part.trim())
    .every((part) => {
      const found = sentence.indexOf(part, at);
      at = found + part.length;
      return found >= 0;
    });
}
