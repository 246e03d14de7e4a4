import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { type Content, loadContent } from './load.ts';

let content: Content;
beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  content = await loadContent({ layers: ['config/content'], source: jsonContent(root) });
});

test.each([
  ['items', 40],
  ['effects', 30],
  ['trials', 40],
  ['traps', 12],
  ['finds', 12],
  ['punishments', 12],
  ['classes', 6],
  ['skills', 8],
  ['zones', 5],
] as const)('the base pack has its %s: at least %i, with texts in both languages', (kind, least) => {
  const ids = Object.keys(content.rules[kind]).sort();
  expect(ids.length).toBeGreaterThanOrEqual(least);
  expect(Object.keys(content.texts.ru[kind]).sort()).toEqual(ids);
  expect(Object.keys(content.texts.en[kind]).sort()).toEqual(ids);
});

test('24 of the trials are questions for the chat', () => {
  const quizzes = Object.values(content.rules.trials).filter(({ chat }) => chat?.game === 'quiz');
  expect(quizzes.length).toBeGreaterThanOrEqual(24);
});

test('the right answers do not all stand in one place', () => {
  const answers = Object.values(content.rules.trials).flatMap(({ chat }) =>
    chat?.game === 'quiz' ? [chat.answer] : [],
  );
  expect(new Set(answers).size).toBeGreaterThanOrEqual(3);
});
