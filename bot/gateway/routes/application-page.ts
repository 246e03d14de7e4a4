/** What stands on the pages about applications. Nothing runs on them. */
import type { Application } from '../../protocol/applications.ts';
import { escaped, type Page, page } from '../guard/page.ts';

type Lang = 'ru' | 'en';

const WORDS = {
  ru: {
    title: 'Заявка',
    lead: 'Место за столом или своя игра. Ответит админ, ответ появится на странице, которая откроется дальше.',
    name: 'Имя на доске',
    contact: 'Где тебя найти: канал или ник',
    about: 'Пара слов о себе (не обязательно)',
    play: 'Играть',
    create: 'Создать игру',
    table: 'Стол',
    noTables: 'Столов, где ждут игроков, сейчас нет.',
    empty: 'пока без игроков',
    size: 'Карта',
    sizes: { S: 'S — вечер', M: 'M — длинный вечер', L: 'L — день' },
    pace: 'Темп',
    paces: { session: 'вечер: бросок по таймеру', marathon: 'марафон: бросок за пройденную игру' },
    send: 'Отправить',
    number: (n: number) => `Заявка ${n}`,
    waiting: 'Ждёт ответа. Сохрани эту страницу в закладки: ответ будет здесь.',
    approved: 'Принято.',
    declined: 'Отказ. Причина:',
    toGame: 'К игре',
    once: 'Ссылка открывается один раз; новая появится, если обновить эту страницу.',
    list: 'Заявки',
    none: 'Заявок нет.',
    approve: 'Принять',
    decline: 'Отказать',
    declineAll: 'Отказать всем с этого адреса',
    reason: 'Причина отказа',
    wants: { play: 'играть', create: 'создать игру' },
    is: { waiting: 'ждёт', approved: 'принято', declined: 'отказ' },
  },
  en: {
    title: 'Apply',
    lead: 'A seat at a table, or a game of your own. The admin answers; the answer shows on the page that opens next.',
    name: 'Name on the board',
    contact: 'Where to find you: channel or handle',
    about: 'A few words about you (optional)',
    play: 'Play',
    create: 'Create a game',
    table: 'Table',
    noTables: 'No table waits for players right now.',
    empty: 'no players yet',
    size: 'Map',
    sizes: { S: 'S — an evening', M: 'M — a long evening', L: 'L — a day' },
    pace: 'Pace',
    paces: { session: 'evening: a roll by the timer', marathon: 'marathon: a roll for a finished game' },
    send: 'Send',
    number: (n: number) => `Application ${n}`,
    waiting: 'Waiting for an answer. Bookmark this page: the answer will be here.',
    approved: 'Approved.',
    declined: 'Declined. The reason:',
    toGame: 'To the game',
    once: 'The link opens once; reload this page for a new one.',
    list: 'Applications',
    none: 'No applications.',
    approve: 'Approve',
    decline: 'Decline',
    declineAll: 'Decline all from this address',
    reason: 'Reason for declining',
    wants: { play: 'to play', create: 'to create a game' },
    is: { waiting: 'waiting', approved: 'approved', declined: 'declined' },
  },
} as const;

export interface ApplyParts {
  readonly lang: Lang;
  readonly open: readonly { readonly game: string; readonly players: readonly string[] }[];
}

export function applyPage({ lang, open }: ApplyParts): Page {
  const words = WORDS[lang];
  const person = `${field('name', words.name, 25)}${field('contact', words.contact, 120)}<label>${words.about}<textarea name="about" maxlength="400" rows="3"></textarea></label>`;
  const tables = open.map(({ game, players }) => {
    const names = players.map(escaped).join(', ') || words.empty;
    return `<option value="${escaped(game)}">${names} · ${escaped(game)}</option>`;
  });
  const play =
    tables.length === 0
      ? `<p class="note">${words.noTables}</p>`
      : form(
          lang,
          'play',
          `${person}<label>${words.table}<select name="game">${tables.join('')}</select></label>`,
        );
  const create = `${person}<label>${words.size}<select name="size">${options(words.sizes)}</select></label><label>${words.pace}<select name="pace">${options(words.paces)}</select></label>`;
  const body = `<main><h1>${words.title}</h1><p>${words.lead}</p><h2>${words.play}</h2>${play}<h2>${words.create}</h2>${form(lang, 'create', create)}</main>`;
  return page(200, { lang, style: STYLE, body, forms: true });
}

export interface AnswerParts {
  readonly lang: Lang;
  readonly application: Application;
  /** The way to the seat, once there is one. */
  readonly play: string | null;
}

export function answerPage({ lang, application: { n, verdict }, play }: AnswerParts): Page {
  const words = WORDS[lang];
  const way = play
    ? `<p><a class="button" href="${escaped(play)}">${words.toGame}</a></p><p class="note">${words.once}</p>`
    : '';
  const reason = verdict.is === 'declined' ? `<blockquote>${escaped(verdict.reason)}</blockquote>` : '';
  const body = `<main><h1>${words.number(n)}</h1><p>${words[verdict.is]}</p>${reason}${way}</main>`;
  return page(200, { lang, style: STYLE, body });
}

export interface ListParts {
  readonly lang: Lang;
  readonly applications: readonly Application[];
}

/** Those that wait come first. */
export function listPage({ lang, applications }: ListParts): Page {
  const words = WORDS[lang];
  const waits = ({ verdict }: Application) => verdict.is === 'waiting';
  const sorted = [...applications.filter(waits), ...applications.filter((one) => !waits(one)).reverse()];
  const items = sorted.map((one) => item(one, lang)).join('');
  const list = items === '' ? `<p>${words.none}</p>` : `<ul>${items}</ul>`;
  return page(200, { lang, style: STYLE, body: `<main><h1>${words.list}</h1>${list}</main>`, forms: true });
}

function item({ n, wish, verdict }: Application, lang: Lang): string {
  const words = WORDS[lang];
  const what = wish.kind === 'play' ? wish.game : `${wish.size}, ${words.paces[wish.pace]}`;
  const head = `<p><b>${n}. ${escaped(wish.name)}</b> — ${words.wants[wish.kind]} (${escaped(what)})</p>`;
  const lines = [wish.contact, wish.about]
    .filter(Boolean)
    .map((line) => `<p class="note">${escaped(line)}</p>`);
  const action = `/applications/${n}?lang=${lang}`;
  const answer =
    verdict.is === 'waiting'
      ? `<div class="answers"><form method="post" action="${action}"><button name="verdict" value="approve">${words.approve}</button></form><form class="no" method="post" action="${action}"><label>${words.reason}<input name="reason" required maxlength="200"></label><button name="verdict" value="decline">${words.decline}</button><button class="all" name="verdict" value="decline-all">${words.declineAll}</button></form></div>`
      : `<p class="note">${words.is[verdict.is]}${verdict.is === 'declined' ? `: ${escaped(verdict.reason)}` : ''}</p>`;
  return `<li>${head}${lines.join('')}${answer}</li>`;
}

function form(lang: Lang, kind: 'play' | 'create', fields: string): string {
  return `<form method="post" action="/apply?lang=${lang}"><input type="hidden" name="kind" value="${kind}">${fields}<button>${WORDS[lang].send}</button></form>`;
}

function field(name: string, label: string, most: number): string {
  return `<label>${label}<input name="${name}" required maxlength="${most}" autocomplete="off"></label>`;
}

function options(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([value, text]) => `<option value="${value}">${text}</option>`)
    .join('');
}

const STYLE = `main{max-width:40rem;margin:0 auto;padding:16px 0 40px}h1{margin:0 0 8px;font-size:44px;line-height:1.1}h2{margin:30px 0 10px;color:#d9b25f;font:700 26px Georgia,"Times New Roman",serif}form{display:grid;gap:14px;padding:18px 20px;border:1px solid #7f6026;border-radius:12px;background:linear-gradient(#1a1f45,#0e1126 45%,#090b19)}label{display:grid;gap:4px;color:#c9c5dc;font-size:17px}input,select,textarea{width:100%;padding:9px 12px;border:1px solid #7f6026;border-radius:8px;background:#06070f;color:#fbf5e4;font:inherit}input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid #ffe9a8;outline-offset:2px}button,.button{justify-self:start;display:inline-block;padding:10px 22px;border:1px solid #d9b25f;border-radius:10px;background:linear-gradient(#8a6a24,#3a2c10 60%,#1a1408);color:#fbf5e4;font:700 19px/1.3 system-ui,sans-serif;text-decoration:none;cursor:pointer}.note{color:#c9c5dc;font-size:17px;overflow-wrap:anywhere}blockquote{margin:0 0 16px;padding:4px 20px;border-left:4px solid #c89b46;overflow-wrap:anywhere}ul{margin:0;padding:0;list-style:none;display:grid;gap:16px}h1+ul{margin-top:18px}li{padding:16px 20px 18px;border:1px solid #7f6026;border-radius:12px;background:linear-gradient(#1a1f45,#0e1126 45%,#090b19)}li p{margin:0 0 6px;overflow-wrap:anywhere}.answers{display:flex;flex-wrap:wrap;gap:0 28px;align-items:start;margin-top:14px;padding-top:14px;border-top:1px solid #ffffff1c}li form{display:flex;flex-wrap:wrap;gap:10px;align-items:end;padding:0;border:0;background:none}.answers form:first-child{margin:26px 0 10px}.no{flex:1 1 18rem}.no label{flex:1 1 11rem}.no button{background:linear-gradient(#2a2f5c,#12152e)}.no .all{padding:6px 14px;font-weight:400;font-size:17px}`;
