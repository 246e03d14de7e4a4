/** What the grammar says about a monster, by tier of threat: calm below, uneasy in the middle, formal at the top. */
import type { NamingRequest } from '../contract.ts';

type Lines = readonly (readonly string[])[];

/** Tiers 0–1, 2–3, 4–5, 6–7. */
export const LINES: Readonly<Record<NamingRequest['lang'], Lines>> = {
  ru: [
    [
      'Здесь недавно. Ищет, где тут вход.',
      'Вид уверенный, план — не очень.',
      'Явно ждёт кого-то другого.',
      'Репетирует грозную позу. Пока сидя.',
    ],
    [
      'Дорогу знает, уступать не собирается.',
      'Смотрит так, будто ты стоишь на его месте.',
      'Опыт есть. Рекомендаций нет.',
      'На вопрос «сколько вас?» отвечает взглядом.',
    ],
    [
      'Мебель рядом старается не скрипеть.',
      'О таких предупреждают мелким шрифтом.',
      'Никуда не торопится, и это хуже всего.',
      'Табличка «осторожно» висит для него, а не о нём.',
    ],
    [
      'Погода вокруг меняется первой.',
      'Карта обходит это место стороной.',
      'Журнал дежурной смены здесь обрывается.',
      'Свет горит вполсилы: остальное уже занято.',
    ],
  ],
  en: [
    [
      'New around here. Still looking for the door.',
      'Confident stance, no follow-up plan.',
      'Clearly waiting for somebody else.',
      'Practising the menacing pose, sitting down.',
    ],
    [
      'Knows the road and has no plans to share it.',
      'Looks at you as if you were in its chair.',
      'Plenty of experience. No references.',
      'Answers small talk with a long look.',
    ],
    [
      'The furniture nearby tries not to creak.',
      'The small print was about this one.',
      'In no hurry at all, which is the worst part.',
      'The warning sign is there for its own comfort.',
    ],
    [
      'The weather changes first.',
      'The map quietly goes around this place.',
      'The night log stops at this point.',
      'The lights run at half: the rest is taken.',
    ],
  ],
};
