/** Tables for people are in their language; what programs read is the same in any. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { programFor } from './run.ts';

const SLOW = 60_000;

/** What a command prints, run in this process. */
async function printed(line: string): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const args = line.split(' ');
  const program = await programFor(args);
  await program.parseAsync(args, { from: 'user' });
  vi.mocked(process.stdout.write).mockRestore();
  return written.join('');
}
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const COMMANDS: readonly { line: string; ru: readonly string[]; en: readonly string[] }[] = [
  {
    line: 'stories check',
    ru: ['историй ', 'решают: игрок', 'цепочек', 'пройдено путей: ', 'всё в порядке'],
    en: ['stories ', 'asked: player', 'chains', 'paths walked: ', 'ok'],
  },
  {
    line: 'rules check',
    ru: ['правила ', 'предметы ', 'чудовища по ярусам', 'в продаже', 'приёмы ', 'ссылок: ', 'всё в порядке'],
    en: ['rules ', 'items ', 'monsters by tier', 'on sale', 'abilities ', 'references: ', 'ok'],
  },
  {
    line: 'simulate --games 1 --crowd 0',
    ru: ['партий ', 'доиграно ', 'победы места 1', 'бросков, медиана', 'команд, медиана', 'отказов'],
    en: ['games ', 'ended ', 'won by seat 1', 'median rolls', 'median commands', 'refusals'],
  },
  {
    line: 'simulate --fights 20',
    ru: ['боёв', 'победы', 'провалы', 'по виду боя', 'в пути ', 'по классу', 'ближнее ', 'самый долгий'],
    en: ['fights', 'won', 'lost', 'by bout', 'wild ', 'by class', 'near ', 'longest'],
  },
  {
    line: 'encounter --tier 2 --tags ice,mountain --seed t',
    ru: ['чудовище    Снежный охотник', 'приёмы', 'исходное', 'сила 10.5', 'урон', 'дальнее 18', 'ещё '],
    en: [
      'monster     Ice-Infused Snow Hunter',
      'abilities',
      'raw',
      'strength 10.5',
      'damage',
      'far 18',
      'also ',
    ],
  },
];

describe.each(COMMANDS)('msig $line', ({ line, ru, en }) => {
  it('prints its table in Russian and in English', { timeout: SLOW }, async () => {
    const [russian, english] = [await printed(`${line} --lang ru`), await printed(`${line} --lang en`)];
    for (const words of ru) expect(russian).toContain(words);
    for (const words of en) expect(english).toContain(words);
    expect(english).not.toMatch(/\p{Script=Cyrillic}/u);
    const head = /^\p{L}+/u;
    expect(russian.match(head)?.[0]).toMatch(/^\p{Script=Cyrillic}+$/u);
  });

  it('prints the same JSON in both', { timeout: SLOW }, async () => {
    const [russian, english] = [
      await printed(`${line} --json --lang ru`),
      await printed(`${line} --json --lang en`),
    ];
    expect(JSON.parse(russian)).toBeTypeOf('object');
    expect(russian).toBe(english);
  });
});

it.each([
  ['ru', 'чудовище'],
  ['en', 'monster'],
])('takes the language of the settings where none is given: %s', { timeout: SLOW }, async (lang, word) => {
  vi.stubEnv('MSIG_LANG', lang);
  expect(await printed('encounter --tier 2 --tags ice,mountain')).toMatch(new RegExp(`^${word} `));
});

it('keeps the columns of fights under their heads in both', { timeout: SLOW }, async () => {
  for (const lang of ['ru', 'en']) {
    const [head = '', row = ''] = (await printed(`simulate --fights 20 --lang ${lang}`)).split('\n');
    expect(row).toHaveLength(head.length);
  }
});
