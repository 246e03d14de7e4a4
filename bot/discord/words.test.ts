import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/list.ts';
import { OFFERED, specOf } from './args.ts';
import { lineOf, withSlashes } from './line.ts';
import { readButton } from './questions.ts';
import { slashCommands } from './slash.ts';
import { langOf, WORDS } from './words.ts';

/** As Discord checks them. */
const NAME = /^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u;

describe('slash commands', () => {
  const commands = slashCommands();

  it('are all commands that are not the referee’s alone, each name once, in both languages', () => {
    const referee = COMMANDS.filter(({ who }) => who.every((role) => role === 'admin')).map(({ id }) => id);
    expect(referee.length).toBeGreaterThan(2);
    expect(commands).toHaveLength(COMMANDS.length - referee.length);
    for (const lang of ['ru', 'en'] as const)
      expect(new Set(commands.map(({ name }) => name[lang])).size).toBe(commands.length);
    expect(commands.length).toBeLessThanOrEqual(100);
  });

  it('have names and descriptions that Discord takes, required fields first', () => {
    for (const { name, description, options } of commands) {
      for (const lang of ['ru', 'en'] as const) {
        expect(name[lang]).toMatch(NAME);
        expect(description[lang].length, name.en).toBeGreaterThan(3);
        expect(description[lang]).not.toMatch(/^!/);
        for (const option of options) expect(option.name[lang]).toMatch(NAME);
        expect(new Set(options.map((option) => option.name[lang])).size).toBe(options.length);
      }
      const required = options.map((option) => option.required);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
    }
    for (const { args } of Object.values(WORDS))
      for (const [, description] of Object.values(args)) expect(description.length).toBeLessThanOrEqual(100);
  });

  it('have a field wherever the help shows that something may follow the name', () => {
    for (const spec of OFFERED) {
      const { options } = commands.find(({ name }) => name.en === spec.names.en[0])!;
      const usage = spec.help.en.split(' — ')[0]!.trim();
      if (usage.includes(' ')) expect(options.length, spec.id).toBeGreaterThan(0);
    }
  });

  it('become the line that a chat would have typed', () => {
    const use = specOf('use')!;
    expect(lineOf(use, { item: 'rope', target: 'p2', player: 'p1' }, 'ru')).toBe('!применить rope p2');
    expect(lineOf(use, { item: ' rope ' }, 'en')).toBe('!use rope');
    expect(lineOf(specOf('go')!, { way: '2' }, 'en')).toBe('!go 2');
    expect(specOf('start')).toBeUndefined();
  });
});

describe('words', () => {
  it('name commands as they are typed here, and leave other words alone', () => {
    expect(withSlashes('Чтобы выбрать: !путь 1. Ура!нет')).toBe('Чтобы выбрать: /путь 1. Ура!нет');
    expect(withSlashes('Try !dice or !nonsense')).toBe('Try /roll or !nonsense');
  });

  it('are in Russian for Russian Discords and in English for all others', () => {
    expect(['ru', 'en-US', 'de', 'rup', ''].map(langOf)).toEqual(['ru', 'en', 'en', 'en', 'en']);
  });

  it('have the same keys in both languages', () => {
    expect(Object.keys(WORDS.ru.args)).toEqual(Object.keys(WORDS.en.args));
  });
});

describe('a button', () => {
  it('says a line for a seat, and what it is about', () => {
    expect(readButton('msig:p2:go:12:3')).toMatchObject({ seat: 'p2', pending: 12, poll: null });
    expect(readButton('msig:p2:go:12:3')?.line('ru')).toBe('!путь 3');
    expect(readButton('msig:p1:roll::+d8')?.line('en')).toBe('!roll +d8');
    expect(readButton('msig:p1:roll::')?.line('en')).toBe('!roll');
    expect(readButton('msig:p1:vote:q7:ёлка')).toMatchObject({ poll: 'q7', pending: null });
  });

  it('is none of ours when it is not made so', () => {
    for (const id of ['', 'msig', 'msig:p9:go:1:1', 'msig:p1:start:1:1', 'x:p1:go:1:1', 'msig:p1:go:1']) {
      expect(readButton(id)).toBeNull();
    }
  });
});
