import { counted, number } from './plural.ts';
import type { StageWords } from './stage-words.ts';

const n = (value: number) => number('ru', value);
const many = (value: number, ...forms: readonly string[]) => counted('ru', value, forms);

export const ruStage: StageWords = {
  signs: {
    waiting: { title: 'Минутку', line: 'Игра идёт на этот экран.' },
    silent: { title: 'Минутку', line: 'Хост молчит. Страница пробует снова сама.' },
    noKey: { title: 'Ссылка не вся', line: 'Не хватает конца. Скопируй её ещё раз целиком.' },
    badKey: { title: 'Ссылку сменили', line: 'Есть свежая. Вставь её в этот источник.' },
    expired: { title: 'Срок ссылки вышел', line: 'Возьми свежую в терминале игры.' },
    foreign: { title: 'Ссылка от другой игры', line: 'Она открывает одну дверь, и это не та.' },
    noGame: { title: 'Такой игры здесь нет', line: 'Хост на месте, но об этой игре не слышно.' },
    version: { title: 'Страница отстала', line: 'Обнови источник: хост уже новее.' },
    noSeat: { title: 'Место свободно', line: 'В адресе игрок, которого в этой игре нет.' },
    ended: { title: 'Гонка окончена', line: 'Новая игра — со следующего запуска.' },
    cancelled: { title: 'Игра отменена', line: 'Победы нет, поражений нет, мебель цела.' },
  },
  moves: 'сейчас в ходу',
  ready: (count) => `готово: ${many(count, 'бросок', 'броска', 'бросков')}`,
  nextRoll: (seconds) => `бросок через ${n(seconds)} с`,
  waitsForChat: 'ждёт чат',
  rests: 'в пути',
  more: (count) => `+${n(count)}`,
  waitingFor: (name, seconds) => `ждём чат канала ${name}, ${n(seconds)} с`,
  counting: (name) => `последние голоса из чата канала ${name}`,
  noVotes: { title: 'Голосовать пока не о чем', line: '!испытать — дать испытание своему каналу.' },
  previously: 'Ранее в MSIG',
  justBegun: 'Пока ничего не случилось. Это ненадолго.',
  now: 'А сейчас',
  stands: (name, at, left) =>
    `${name}: ${n(at)} место, ${many(left, 'клетка', 'клетки', 'клеток')} до финиша`,
  inEffect: 'В силе',
  noEffects: 'Эффектов ни на ком нет. Тишина.',
  rollsLeft: (count) => many(count, 'бросок', 'броска', 'бросков'),
  untilCamp: 'до лагеря',
  quietChat: 'В чатах тихо. Попробуй !кубик.',
  quietDice: 'Кубики отдыхают',
  quietAlerts: 'На карте спокойно',
  missed: (count) => `Пока страницы не было: ${many(count, 'событие', 'события', 'событий')} игры`,
  takesLead: (name) => `${name} выходит вперёд`,
  sum: (total) => `сумма ${n(total)}`,
};
