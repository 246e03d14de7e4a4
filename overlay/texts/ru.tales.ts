import type { Element, Reach } from '../link/types.ts';
import { counted, number, signed } from './plural.ts';
import { ruDeals } from './ru.deals.ts';
import type { Tales } from './tales.ts';

const cells = (n: number) => counted('ru', n, ['клетка', 'клетки', 'клеток']);
const ELEMENTS: Record<Element, string> = {
  earth: 'земля',
  water: 'вода',
  fire: 'огонь',
  electricity: 'ток',
};
const REACHES: Record<Reach, string> = { near: 'ближнее', mid: 'среднее', far: 'дальнее' };

/** Russian sentences of the chronicle: nicknames stay as they are, nobody's gender is guessed. */
export const ruTales: Tales = {
  alone: (name, tail) => `${name}: ${tail}`,
  against: (total, need) => `${total} против ${need}`,
  by: (who) => `рука помощи: ${who}`,
  heads: {
    ...ruDeals,
    joined: (e, t) => `${t.name(e.player)} занимает место`,
    started: () => 'Гонка началась',
    paused: () => 'Игра на паузе',
    resumed: () => 'Игра идёт дальше',
    cancelled: () => 'Игра отменена',
    superGameOpened: (e, t) => `${t.name(e.player)} на финише: впереди суперигра`,
    ended: (e, t) => `${t.name(e.winner)} выигрывает гонку`,
    rolled: (e, t) => `${t.name(e.player)} бросает: ${e.total}`,
    gateOpened: (e, t) => `${t.name(e.player)} открывает врата`,
    gateHeld: (e, t) => `${t.name(e.player)}: врата пока закрыты`,
    rested: (e, t) => `${t.name(e.player)} встаёт лагерем`,
    trapSprung: (e, t) => `${t.name(e.player)} и ловушка: ${t.thing('traps', e.trap)}`,
    chestOpened: (e, t) => `${t.name(e.player)} открывает сундук: ${t.thing('finds', e.find)}`,
    objectOpened: (e, t) =>
      `${t.name(e.player)} открывает для всех: ${e.object ? t.thing('objects', e.object) : 'тайник'}`,
    checked: (e, t) => `${t.name(e.player)}: ${e.total} против ${e.need}`,
    knockedOut: (e, t) => `${t.name(e.player)} возвращается в лагерь`,
    lastThrow: (e, t) =>
      e.won
        ? `${t.name(e.player)} берёт решающий бросок`
        : `${t.name(e.player)}: решающий бросок мимо, ${e.total} из ${e.need}`,
    trialPassed: (e, t) => `${t.name(e.player)} проходит: ${t.thing('trials', e.trial)}`,
    trialFailed: (e, t) =>
      e.why === 'dropped'
        ? `${t.name(e.player)} бросает испытание: ${t.thing('trials', e.trial)}`
        : `${t.name(e.player)}, не вышло: ${t.thing('trials', e.trial)}`,
    punished: (e, t) => `${t.name(e.player)}, расплата: ${t.thing('punishments', e.punishment)}`,
    redeemed: (e, t) =>
      e.outcome === 'applied'
        ? `${t.name(e.player)}, подарок чата: ${t.thing('rewards', e.reward)}`
        : `Баллы возвращаются: ${t.thing('rewards', e.reward)}`,
    spared: (e, t) => `${t.name(e.player)}: обошлось`,
    answered: (e, t) => {
      // The chat of a clash has said nothing.
      if (e.option === 0) return '';
      const way = t.way(e.n, e.option);
      const what = way || t.option(e.n, e.option) || `вариант ${e.option}`;
      if (e.by === 'player') return `${t.name(e.player)} выбирает${way ? '' : ':'} ${what}`;
      return e.by === 'chat'
        ? `Чат решает за канал ${t.name(e.player)}: ${what}`
        : `${t.name(e.player)}, время вышло: ${what}`;
    },
    proofGiven: (e, t) => `${t.name(e.player)}: испытание сдано на проверку`,
    itemUsed: (e, t) => {
      const item = t.thing('items', e.item);
      const others = e.targets.filter((one) => one !== e.player).map(t.name);
      const on = others.length > 0 ? ` → ${others.join(', ')}` : e.cell !== null ? ` → клетка ${e.cell}` : '';
      return `${t.name(e.player)}${on}: ${item}`;
    },
    coinFlipped: (e, t) => `${t.name(e.player)} бросает монету: ${e.side === 'heads' ? 'орёл' : 'решка'}`,
    defended: (e, t) =>
      e.how === 'ward'
        ? `${t.name(e.player)} держит удар: ${t.thing('items', e.item)} мимо`
        : e.how === 'reflect'
          ? `${t.name(e.player)} → ${t.name(e.from)}: обратно, ${t.thing('items', e.item)}`
          : `${t.name(e.player)} ловит вещь игрока ${t.name(e.from)}: ${t.thing('items', e.item)}`,
    marked: (e, t) => `${t.name(e.mark.by)} оставляет кое-что на клетке ${e.mark.cell}`,
    revealed: (e, t) =>
      e.cells.length > 0 ? `${t.name(e.player)} видит вперёд: ${cells(e.cells.length)}` : '',
    weaponDrawn: (e, t) => `${t.name(e.player)} берёт оружие: ${REACHES[e.reach]}`,
    helperGranted: (e, t) => `${t.name(e.player)} назначает помощника${t.who ? `: ${t.who}` : ''}`,
    helperRevoked: (e, t) => `${t.name(e.player)} отпускает помощника`,
    helpAsked: (e, t) =>
      `${t.who || 'Помощник'} просит вещь игрока ${t.name(e.player)}: ${t.thing('items', e.request.item)}`,
    helpAnswered: (e, t) =>
      e.yes ? `${t.name(e.player)}: помощнику можно` : `${t.name(e.player)}: помощнику нельзя`,
    challenged: (e, t) => `${t.who || 'Зритель'} назначает испытание игроку ${t.name(e.player)}`,
  },
  tails: {
    moved: (e) =>
      e.why === 'roll' || e.why === 'go' || e.path.length < 2 ? '' : `сдвиг: ${cells(e.path.length - 1)}`,
    landed: (e, t) => (e.kind === 'plain' ? '' : `клетка: ${t.kind(e.kind)}`),
    counted: (e) => {
      if (e.by === 0) return '';
      const names = { gold: 'золото', hp: 'HP', influence: '', score: '' };
      return names[e.what] && `${names[e.what]} ${signed('ru', e.by)}`;
    },
    shards: (e) => (e.by === 0 ? '' : `осколки, ${ELEMENTS[e.element]}: ${signed('ru', e.by)}`),
    itemGained: (e, t) => `в сумке: ${t.thing('items', e.got.item)}`,
    itemLost: (e, t) =>
      e.why === 'used' || e.why === 'spent' ? '' : `минус вещь: ${t.thing('items', e.item)}`,
    dieGained: (e) => `плюс кубик d${number('ru', e.sides)}`,
    dieLost: (e) => (e.why === 'rolled' || e.why === 'spent' ? '' : `минус кубик d${number('ru', e.sides)}`),
    effectApplied: (e, t) => t.thing('effects', e.effect.effect),
    effectEnded: (e, t) =>
      e.why === 'cleansed' || e.why === 'camp' ? `снято: ${t.thing('effects', e.effect)}` : '',
    reputation: (e, t) => (e.by === 0 ? '' : `${t.zone(e.zone)}: репутация ${signed('ru', e.by)}`),
    pended: (e, t) => {
      if (e.pending.is === 'trial') return `испытание: ${t.thing('trials', e.pending.trial)}`;
      if (e.pending.is === 'final' && e.pending.stage === 'guardian') return 'страж финиша ждёт';
      return {
        fork: 'впереди развилка',
        scene: 'впереди сцена',
        fight: 'начинается бой',
        choice: 'есть выбор',
        final: 'решающий бросок',
      }[e.pending.is];
    },
    locked: () => 'финиш пока закрыт',
    skillLearned: (e, t) => `новое умение: ${t.thing('skills', e.skill)}`,
    itemLocked: (e, t) => `под замком: ${t.thing('items', e.item)}`,
  },
};
