/** What the pages for streamers say must be there: commands, settings, sentences, steps of the wizard, links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { abilitiesMarkdown } from '../doctor/abilities-table.ts';
import { ROOT } from '../settings.ts';
import { VARIABLES } from '../settings-table.ts';
import { obsSettings } from '../stage/rules.ts';
import { STAGE_WORDS } from '../stage/words.ts';
import {
  anchorsOf,
  codeIn,
  commandsIn,
  faultOf,
  GUIDES,
  holds,
  isKnown,
  isSetting,
  type Lang,
  NAMES,
  sentencesIn,
} from './guide-lookup.ts';

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
    const quotes = [...textOf(page).matchAll(/^\| [^|]+ \| ["«]([^|]+)["»] \|/gm)].map(
      ([, quote = '']) => quote,
    );
    expect(quotes.length).toBeGreaterThan(3);
    expect(quotes.filter((quote) => !said.some((sentence) => holds(sentence, quote)))).toEqual([]);
  });
});

it('would notice what is not there', async () => {
  expect(await faultOf('npx msig dance')).toMatch('no such subcommand');
  expect(await faultOf('npx msig setup --fast')).toMatch('no such option --fast');
  expect(await faultOf('npm run dance')).toMatch('no such script');
  expect(isKnown('obs.nothing')).toBe(false);
  expect(isKnown('!танцы')).toBe(false);
  expect(() => isSetting('logLevel', 'loud')).toThrow(/logLevel/);
  expect(holds('there is no channel …', 'there is no … street')).toBe(false);
});
