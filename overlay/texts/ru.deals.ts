import { counted, number } from './plural.ts';
import type { Deals } from './tales.ts';

const TREATIES = { alliance: 'союз', truce: 'мир', tribute: 'дань', war: 'война' } as const;
const STAGES = { guardian: 'страж финиша', chorus: 'хор чата', throw: 'решающий бросок' } as const;
const gold = (n: number) => `${number('ru', n)} золота`;
const because = (reason: string) => (reason ? `: ${reason}` : '');

/** Russian sentences of what stands between players, of the super game, of time, of courts, and of the admin. */
export const ruDeals: Deals = {
  readied: (e, t) => `${t.name(e.player)} в деле`,
  // fights and stories
  fightBegun: (e, t) =>
    `${t.name(e.player)} вступает в бой: ${e.fight.foes.map((foe) => t.thing('monsters', foe.templateId)).join(', ')}`,
  fightEnded: (e, t) =>
    `${t.name(e.player)}: ${
      {
        won: 'бой выигран',
        lost: 'бой проигран',
        fled: 'отступление, бой окончен',
        spared: 'бой выигран, противник отпущен',
        left: 'противник уходит',
      }[e.how]
    }`,
  sceneBegun: (e, t) => `${t.name(e.player)}, начинается история: ${t.thing('stories', e.run.story)}`,
  sceneChecked: (e, t) =>
    `${t.name(e.player)}: ${e.passed ? 'получилось' : 'не получилось'}, ${e.total} против ${e.need}`,
  zoneEntered: (e, t) => `${t.name(e.player)} входит в новые края: ${t.zone(e.zone)}`,
  // between players
  offered: ({ offer }, t) => {
    const [from, to] = [t.name(offer.from), t.name(offer.to)];
    if (offer.is === 'trade') return `${from} предлагает обмен игроку ${to}`;
    return `${from} предлагает игроку ${to}: ${TREATIES[offer.kind]}`;
  },
  offerClosed: (e, t) => {
    if (e.why === 'declined') return `${t.name(e.to)} отклоняет предложение игрока ${t.name(e.from)}`;
    if (e.why === 'late') return `${t.name(e.from)}: ответа нет, предложение снято`;
    return e.why === 'withdrawn' ? `${t.name(e.from)} отзывает предложение` : '';
  },
  treatySigned: ({ treaty }, t) => {
    const [a, b] = treaty.between.map(t.name) as [string, string];
    if (treaty.kind === 'war') return `Война: ${a} против игрока ${b}`;
    if (treaty.kind === 'alliance') return `${a} и ${b} заключают союз`;
    if (treaty.kind === 'truce') return `${a} и ${b} мирятся`;
    const from = treaty.pay ? t.name(treaty.pay.from) : a;
    return `${a} и ${b} договорились о дани: платит ${from}`;
  },
  treatyLeft: (e, t) =>
    `${t.name(e.by)} предупреждает: ${TREATIES[e.kind]} с игроком ${t.name(e.other)} скоро кончится`,
  tributePaid: (e, t) => `Дань: ${t.name(e.from)} → ${t.name(e.to)}, ${gold(e.gold)}`,
  treatyEnded: (e, t) => {
    const [a, b] = e.between.map(t.name) as [string, string];
    const other = e.by === e.between[0] ? b : a;
    if (e.why === 'replaced') return '';
    if (e.why === 'betrayed' && e.by)
      return `Предательство: ${TREATIES[e.kind]} с игроком ${other} рвёт ${t.name(e.by)}`;
    if (e.why === 'unpaid' && e.by) return `${t.name(e.by)}: платить нечем, дань кончилась`;
    return e.why === 'expired'
      ? `${a} и ${b}: ${TREATIES[e.kind]}, срок вышел`
      : `${a} и ${b}: ${TREATIES[e.kind]} позади`;
  },
  traded: (e, t) => `По рукам: ${t.name(e.from)} и ${t.name(e.to)} меняются`,
  clashBegun: ({ clash }, t) => {
    const [a, b] = clash.sides;
    return `Схватка: ${t.name(a.player)} против игрока ${t.name(b.player)}`;
  },
  assisted: (e, t) => `${t.name(e.player)} приходит на подмогу: игроку ${t.name(e.ally)} +${e.bonus}`,
  clashFought: (e, t) => {
    const [a, b] = e.sides;
    if (e.winner === null)
      return `Схватка вничью: ${t.name(a.player)} и ${t.name(b.player)}, ${a.total} на ${b.total}`;
    const [won, lost] = a.player === e.winner ? [a, b] : [b, a];
    return `${t.name(won.player)} берёт схватку: ${won.total} против ${lost.total}`;
  },
  clashCalledOff: (e, t) =>
    `Схватки не будет: ${t.name(e.players[0])} и ${t.name(e.players[1])} больше не воюют`,
  muted: (e, t) => `Общий чат закрыт для игрока ${t.name(e.who)}`,
  unmuted: (e, t) => `Общий чат снова открыт для игрока ${t.name(e.who)}`,
  // the super game
  stageBegan: (e, t) => `${t.name(e.player)}, суперигра: ${STAGES[e.stage]}`,
  stageEnded: (e, t) =>
    e.won
      ? `Этап за игроком ${t.name(e.player)}: ${STAGES[e.stage]}`
      : `${t.name(e.player)}, этап не взят: ${STAGES[e.stage]}`,
  superGameLost: (e, t) => `${t.name(e.player)}: суперигра не взята, дорога назад в лагерь`,
  // objects and trials
  objectShut: (e, t) => `${t.name(e.player)} и ${t.thing('objects', e.object)}: пока закрыто`,
  trialCalled: (e, t) => {
    const trial = t.thing('trials', e.trial);
    if (e.players.length === 0) return `Испытание никого не находит: ${trial}`;
    if (e.scope === 'mass') return `Испытание на всех: ${trial}`;
    return e.scope === 'regional'
      ? `Испытание для всей округи: ${trial}`
      : `Жребий зовёт: ${e.players.map(t.name).join(', ')}`;
  },
  trialRerolled: (e, t) => {
    const now = e.to === null ? 'кубики' : t.thing('trials', e.to);
    return `${t.name(e.player)} меняет испытание: теперь ${now}`;
  },
  performed: (e, t) => `Занавес, слово за чатом канала ${t.name(e.player)}: ${t.thing('trials', e.trial)}`,
  duelCalled: (e, t) =>
    e.round > 1
      ? `Дуэль чатов, раунд ${e.round}`
      : `Дуэль чатов: ${t.name(e.player)} против игрока ${t.name(e.rival)}`,
  duelEnded: (e, t) =>
    e.winner === null ? 'Дуэль чатов вничью' : `Дуэль чатов за каналом ${t.name(e.winner)}`,
  wishHeld: (e, t) => `Испытание за баллы ждёт очереди: ${t.name(e.player)}`,
  // courts
  contested: (e, t) => `${t.name(e.by)} сомневается, дело за присяжными: ${t.name(e.player)}`,
  juryDrawn: (e) => `Присяжные выбраны жребием: ${e.jurors.length}`,
  proofVoted: (e, t) => `Чат канала ${t.name(e.player)} голосует: ${e.yes} за, ${e.no} против`,
  caseClosed: (e, t) =>
    `${t.name(e.player)}: ${
      {
        upheld: 'присяжные за, игра засчитана',
        overturned: 'присяжные против, игра не засчитана',
        doubt: 'голоса поровну, сомнение в пользу игрока',
        void: 'решать некому, игра продолжается',
      }[e.how]
    }`,
  // time
  wentOff: (e, t) => `${t.name(e.player)}: эфир окончен`,
  wentLive: (e, t) => `${t.name(e.player)} снова в эфире`,
  daysOffSet: (e, t) =>
    `${t.name(e.player)}: ${e.daysOff.length > 0 ? 'запланирован выходной' : 'выходной отменён'}`,
  autopilotSet: (e, t) =>
    e.on
      ? `Место игрока ${t.name(e.player)} ведёт автопилот`
      : `Автопилот снят: ${t.name(e.player)} снова за рулём`,
  goodsReleased: (e, t) =>
    `Сумка игрока ${t.name(e.player)} возвращается в игру: ${counted('ru', e.items, ['вещь', 'вещи', 'вещей'])}`,
  turnOrderSet: (e) =>
    e.order === 'rounds' ? 'Порядок ходов: по местам' : 'Порядок ходов: у кого бросок, тот и ходит',
  epochTurned: (e) => `Эпоха ${number('ru', e.n)} закрыта: семя раскрыто, кубики можно проверить`,
  // the admin
  tuned: ({ tuning }) => `Подкрутка №${tuning.n}${because(tuning.reason)}`,
  untuned: (e) => (e.why === 'replaced' ? '' : `Подкрутка №${e.n} снята${because(e.reason)}`),
  corrected: (e, t) =>
    `Поправка${e.players.length > 0 ? ` (${e.players.map(t.name).join(', ')})` : ''}${because(e.reason)}`,
  reseated: (e, t) =>
    e.kind === 'bot'
      ? `Место игрока ${t.name(e.player)} ведёт бот`
      : `Место игрока ${t.name(e.player)}: играет человек`,
  ruleChangeSet: ({ change }) => `Правила сменятся с броска №${change.turn}${because(change.reason)}`,
  ruleChangeTook: () => 'Новые правила в силе',
  ruleChangeDropped: (e) => `Смена правил отменена${because(e.reason)}`,
};
