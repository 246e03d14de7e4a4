/** What the pages for streamers say must be there: commands, settings, sentences, steps of the wizard, links. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KICK_FAILURES } from '../../adapters/platform/kick/failures.ts';
import { VKVIDEO_FAILURES } from '../../adapters/platform/vkvideo/failures.ts';
import { COMMANDS } from '../commands/list.ts';
import { WORDS as DISCORD_WORDS } from '../discord/words.ts';
import { abilitiesMarkdown } from '../doctor/abilities-table.ts';
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
import { obsSettings } from '../stage/rules.ts';
import { STAGE_WORDS } from '../stage/words.ts';

type Lang = 'ru' | 'en';

const GUIDES = {
  twitch: TWITCH_GUIDE,
  youtube: YOUTUBE_GUIDE,
  kick: KICK_GUIDE,
  vkvideo: VKVIDEO_GUIDE,
  discord: DISCORD_GUIDE,
} as const;
type Name = keyof typeof GUIDES;
/** In the order of the columns. */
const NAMES = Object.keys(GUIDES) as Name[];

const FOLDER = join(ROOT, 'config', 'guide');
const pages = readdirSync(FOLDER).sort();
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const textOf = (page: string) => readFileSync(join(FOLDER, page), 'utf8');
const langOf = (page: string): Lang => (page.endsWith('.ru.md') ? 'ru' : 'en');
const pageOf = (name: string, lang: Lang) => (lang === 'ru' ? `${name}.ru.md` : `${name}.md`);
const everything = [['README.md', readme], ...pages.map((page) => [page, textOf(page)])] as [
  string,
  string,
][];

/** What stands in fences, by its kind, and what stands between single backticks. */
function codeIn(text: string) {
  const fences = [...text.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, kind = '', code = '']) => ({
    kind,
    code,
  }));
  const rest = text.replace(/```[\s\S]*?```/g, '');
  return { fences, inline: [...rest.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code) };
}

/** Lines of a shell, without what is said about them. */
function commandsIn(text: string): string[] {
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
async function faultOf(line: string): Promise<string | null> {
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

describe('the guide', () => {
  it('has a page in both languages for everything, and README links each of them', () => {
    const wanted = [...NAMES, 'obs'].flatMap((name) => [pageOf(name, 'en'), pageOf(name, 'ru')]);
    expect(pages).toEqual([...wanted, 'index.ru.md'].sort());
    for (const page of pages) expect(readme).toContain(`](config/guide/${page})`);
    for (const page of wanted)
      if (langOf(page) === 'ru') expect(textOf('index.ru.md')).toContain(`](${page})`);
  });

  it('shows the table as the adapters declare it', () => {
    expect(readme).toContain(abilitiesMarkdown('en'));
    expect(textOf('index.ru.md')).toContain(abilitiesMarkdown('ru'));
  });

  it.each(NAMES.flatMap((name) => [[name, 'en'] as const, [name, 'ru'] as const]))(
    '%s (%s): its column of the table, and the steps, rights and notes of the wizard',
    (name, lang) => {
      const text = textOf(pageOf(name, lang)).replaceAll('`', '');
      const rows = abilitiesMarkdown(lang)
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split('|').map((cell) => cell.trim()));
      for (const row of rows) expect(text).toContain(`| ${row[1]} | ${row[NAMES.indexOf(name) + 2]} |`);
      const base = name === 'kick' ? 'https://game.example.org' : 'http://127.0.0.1:4747';
      const filled = (said: string) =>
        said
          .replace('{redirect}', `${base}/auth/${name}/callback`)
          .replace('{hook}', `${base}/hooks/${name}`);
      const { page, steps, scopes, notes } = GUIDES[name][lang];
      expect(text).toContain(page);
      for (const step of steps) expect(text).toContain(`   - ${filled(step)}\n`);
      for (const [scope, why] of Object.entries(scopes)) expect(text).toContain(`| ${scope} | ${why} |`);
      // Discord's page says the same at greater length.
      if (name !== 'discord') for (const note of notes) expect(text).toContain(filled(note));
    },
  );

  it.each([...NAMES, 'obs'])('%s: both languages are built alike', (name) => {
    const shape = (lang: Lang) => {
      const text = textOf(pageOf(name, lang));
      const count = (pattern: RegExp) => text.match(pattern)?.length;
      const marks = [/^## /gm, /^\d\. /gm, /^- /gm, /^\|/gm].map(count);
      return { marks, commands: commandsIn(text).sort(), fences: codeIn(text).fences };
    };
    expect(shape('ru')).toEqual(shape('en'));
  });
});

describe('what the pages name', () => {
  it.each(everything)('%s: commands with their options', async (_, text) => {
    const faults = await Promise.all([...new Set(commandsIn(text))].map(faultOf));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it.each(everything)('%s: variables and links', (page, text) => {
    for (const [name] of text.matchAll(/\bMSIG_[A-Z_]+\b/g))
      if (name !== 'MSIG_SETTINGS') expect(Object.keys(VARIABLES)).toContain(name);
    const folder = page === 'README.md' ? ROOT : FOLDER;
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? join(folder, basename(page)) : join(folder, path);
      expect(existsSync(file), `${page}: ${target}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(readFileSync(file, 'utf8'))).toContain(anchor);
    }
  });

  it.each(pages)('%s: every other word in code is something of ours', (page) => {
    const { inline } = codeIn(textOf(page));
    expect(inline.filter((code) => !/^np[mx] /.test(code) && !isKnown(code))).toEqual([]);
  });

  it.each(['obs.md', 'obs.ru.md'])('%s: the example of the table is taken as it stands', (page) => {
    const [example] = codeIn(textOf(page)).fences.filter(({ kind }) => kind === 'yaml');
    const { rules } = obsSettings.parse((parse(example?.code ?? '') as { obs: unknown }).obs);
    expect(rules).toHaveLength(3);
    for (const { on } of rules) expect(STAGE_WORDS).toContain(on);
  });

  it.each(pages.filter((page) => page !== 'index.ru.md'))('%s: sentences are said by the program', (page) => {
    const said = sentencesIn(langOf(page));
    const quotes = [...textOf(page).matchAll(/^\| [^|]+ \| ["«](.+)["»] \|/gm)].map(
      ([, quote = '']) => quote,
    );
    expect(quotes.length).toBeGreaterThan(3);
    expect(quotes.filter((quote) => !said.some((sentence) => holds(sentence, quote)))).toEqual([]);
  });
});

/** As on GitHub. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

const TYPED = COMMANDS.flatMap(({ names }) => [...names.ru, ...names.en]);
const SCOPES = NAMES.flatMap((name) => Object.keys(GUIDES[name].en.scopes));
/** Not ours, or nothing that could be looked up. */
const OTHERS = ['Ctrl-C', 'ssh -R 4747:127.0.0.1:4747 you@game.example.org', '/hooks/', '/auth/'];
const DATA = ['settings.yaml', 'vault', 'admin.token'].map((file) => `.data/${file}`);
const OPTIONS = ['--browser', '--overlay'];
/** Of a row of `obs.rules`. */
const ROW = ['cooldown'];

function isKnown(code: string): boolean {
  if (/^MSIG_/.test(code)) return code in VARIABLES;
  if (/^https?:/.test(code)) {
    const { pathname } = new URL(code);
    return pathname === '/' || /^\/(auth\/(youtube|kick|vkvideo)\/callback|hooks\/kick)$/.test(pathname);
  }
  if ([...SCOPES, ...OTHERS, ...DATA, ...OPTIONS, ...ROW].includes(code)) return true;
  if (/^[!/]/.test(code)) return TYPED.includes(code.slice(1).split(' ')[0] ?? '');
  const [path = '', value] = code.split(': ');
  return isSetting(path, value);
}

/** A path in the settings; with a value, one that may stand there. */
function isSetting(path: string, value: string | undefined): boolean {
  if (value !== undefined) readSettings({ options: { [path]: value }, env: {} });
  let at: unknown = readSettings({ env: {} });
  return path.split('.').every((step) => {
    const there = typeof at === 'object' && at !== null && Object.hasOwn(at, step);
    at = there ? (at as Record<string, unknown>)[step] : null;
    return there;
  });
}

/** All that is said to a streamer, blanks as `…`. Adapters speak English alone. */
function sentencesIn(lang: Lang): string[] {
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
function holds(sentence: string, quote: string): boolean {
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

it('would notice what is not there', async () => {
  expect(await faultOf('npx msig dance')).toMatch('no such subcommand');
  expect(await faultOf('npx msig setup --fast')).toMatch('no such option --fast');
  expect(await faultOf('npm run dance')).toMatch('no such script');
  expect(isKnown('obs.nothing')).toBe(false);
  expect(isKnown('!танцы')).toBe(false);
  expect(() => isSetting('logLevel', 'loud')).toThrow(/logLevel/);
  expect(holds('there is no channel …', 'there is no … street')).toBe(false);
});
