import type { MarkWords } from './mark-words.ts';
import { number, signed } from './plural.ts';

const n = (value: number) => number('ru', value);
const KNOBS = {
  dice: 'кубики',
  difficulty: 'сложность',
  price: 'цены',
  cooldown: 'время до броска',
  weight: 'вес',
  rule: 'правило',
} as const;
const treaties = { alliance: 'союз', truce: 'мир', tribute: 'дань', war: 'война' } as const;
const stages = { guardian: 'страж', chorus: 'хор', throw: 'бросок' } as const;
const LAMPS = { won: 'взято', lost: 'не взято', now: 'сейчас', ahead: 'впереди' } as const;

export const ruMarks: MarkWords = {
  treaties,
  bond: (kind, name) => `${treaties[kind]}: ${name}`,
  leaving: (name) => `предупреждение от игрока ${name}`,
  clash: 'Схватка',
  clashWith: (name) => `схватка: ${name}`,
  chooses: 'чат выбирает',
  silentChat: 'чат молчит',
  duel: 'Дуэль чатов',
  round: (value) => `раунд ${n(value)}`,
  score: (value) => n(value),
  noScore: 'идёт',
  superGame: 'Суперигра',
  stages,
  stageNotes: {
    guardian: 'Страж финиша: бой, и бежать некуда',
    chorus: 'Хор: пишут все чаты канала сразу',
    throw: 'Решающий бросок: больше, чем у противника',
  },
  lamp: (stage, lamp) => `${stages[stage]}: ${LAMPS[lamp]}`,
  twoOfThree: 'два из трёх — победа',
  finishOpens: (time) => `финиш откроется через ${time}`,
  waitingFor: (platform, seconds) => `ждём ${platform}, ${n(seconds)} с`,
  waitingVotes: (seconds) => `ждём последние голоса, ${n(seconds)} с`,
  performance: 'Засчитать номер?',
  proof: 'Засчитать игру?',
  jury: 'Дело присяжных',
  stake: (name, gold) => `Сомнение: ${name}, залог ${n(gold)} золота`,
  votedOf: (voted, all) => `голоса присяжных: ${n(voted)} из ${n(all)}`,
  juryComes: 'присяжных выбирает жребий',
  offAir: 'не в эфире',
  shielded: 'не в эфире, враждебные вещи не долетают',
  autopilot: 'ведёт автопилот',
  dayOff: 'выходной',
  turn: 'ход здесь',
  turnOf: (name, value) => `Круг ${n(value)}, ход за игроком ${name}`,
  tuned: (knob, value) =>
    `подкрутка, ${KNOBS[knob]}: ${knob === 'dice' || knob === 'difficulty' ? signed('ru', value) : knob === 'price' ? `${signed('ru', value)}%` : knob === 'rule' ? n(value) : `${n(value)}%`}`,
  rulesFrom: (turn) => `новые правила с броска №${n(turn)}`,
  epochs: (value) => `раскрыто эпох: ${n(value)}`,
  seed: 'семя',
  wishes: (applied, returned, held) =>
    `заказы за баллы: ${n(applied)} сыграно, ${n(returned)} возвращено${held > 0 ? `, ждут ${n(held)}` : ''}`,
  offers: (kind, name) => `${kind} — предложение игроку ${name}`,
  trade: 'обмен',
  open: 'открыто для всех',
  shut: 'закрыто',
};
