import { expect, it } from 'vitest';
import { faultsOf } from './plain.ts';

it.each([
  ['ru', '🎲 Анна: 4+3+2 = 9 → Лесная чаща, клетка 4/59. HP +6. Запас: d8. Выбор: !путь 1, 20 с.'],
  ['ru', '«Заживун»: нужно 13, вышло 14 (2+1+4+7) — есть.'],
  ['ru', '!путь 2 — выбрать дорогу на развилке. Ещё: !дорога !go.'],
  ['en', '🤝 Anna offers Boris an alliance. The answer: !accept or !decline, 90 s.'],
] as const)('a sentence in %s: %s', (lang, answer) => {
  expect(faultsOf(answer, lang)).toEqual([]);
});

it.each([
  ['ru', '', 'nothing is said'],
  ['ru', 'В сумку ложится take_two.', 'an id of the pack'],
  ['ru', 'Союз предлагает p2.', "a player's id"],
  ['ru', 'Не выйдет: {item}.', 'a blank that was not filled'],
  ['ru', 'Код treaty-barred, жми дальше.', "a refusal's code"],
  ['ru', 'Зона forest ждёт.', "not the chat's language"],
  ['ru', 'Дальше: !roll.', 'no such command here'],
  ['ru', 'без начала.', 'no beginning of a sentence'],
  ['ru', '12/34', 'no words'],
  ['en', 'Анна rolls 7.', "not the chat's language"],
  ['en', 'Why: superGame is on.', 'a name of the code'],
  ['en', 'From items/take_two: 3.', 'a path of the rules'],
  ['en', 'Refused: no-grant.', "a refusal's code"],
  ['en', 'Seed 00ff00ff00ff00ff is shown.', 'a bare hash'],
] as const)('finds in %s «%s»: %s', (lang, answer, fault) => {
  expect(faultsOf(answer, lang).join('; ')).toContain(fault);
});
