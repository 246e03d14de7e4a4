/** What stands at `/`: the window of the game in small, and ways into it. */
import { escaped, type Page, page } from '../guard/page.ts';

export interface Home {
  readonly lang: 'ru' | 'en';
  /** Whoever asks sits at this machine. */
  readonly here: boolean;
  /** There is a game to look at. */
  readonly running: boolean;
  /** Names of its seats, for those who may know them. */
  readonly players: readonly string[];
}

const WORDS = {
  ru: {
    title: 'Настольная игра, которую стримеры проходят наперегонки — вместе со своими чатами.',
    playing: 'За столом',
    none: 'Игры пока нет. Её начинает <code>npm start</code>.',
    away: 'Ссылки на карту и на игру даёт стример: в них ключ, и по ним не нужен вход. На машине, где идёт игра, они печатаются при запуске.',
    links: {
      play: ['Играть', 'Свежая ссылка на страницу игрока; открывается один раз, потом живёт в закладках.'],
      links: ['Ссылки для OBS', 'Каждому источнику своя: выбрать, посмотреть, скопировать, отозвать.'],
      map: ['Карта', 'Она же — источник «Браузер» в OBS, 1920×1080.'],
      leaderboard: ['Таблица', 'Кто где и сколько осталось.'],
      apply: ['Заявка', 'Сесть за стол или попросить свою игру.'],
      applications: ['Заявки', 'Кто просится играть: принять или отказать.'],
      season: ['Таблица сезона', 'Очки за все законченные игры.'],
      docs: ['Описание API', 'Для программ: HTTP и WebSocket.'],
    },
    other: 'In English',
  },
  en: {
    title: 'A board game that streamers race through together, each with their own chat.',
    playing: 'At the table',
    none: 'There is no game yet. <code>npm start</code> begins one.',
    away: 'Links to the map and for playing come from the streamer: they hold a key, so that nobody has to sign in. On the machine where the game runs a start prints them.',
    links: {
      play: ['Play', "A fresh link to the player's page; it opens once, and can be bookmarked then."],
      links: ['Links for OBS', 'One for each source: choose, look, copy, revoke.'],
      map: ['Map', 'The same as a browser source in OBS, 1920x1080.'],
      leaderboard: ['Leaderboard', 'Who is where, and how far it is to the end.'],
      apply: ['Apply', 'Take a seat, or ask for a game of your own.'],
      applications: ['Applications', 'Who wants to play: approve or decline.'],
      season: ['Season table', 'Points over all finished games.'],
      docs: ['API description', 'For programs: HTTP and WebSocket.'],
    },
    other: 'По-русски',
  },
} as const;

type LinkName = keyof (typeof WORDS)['ru']['links'];

/** Links without a key in them. */
const PLAIN: Readonly<Partial<Record<LinkName, string>>> = {
  apply: '/apply',
  applications: '/applications',
  season: '/season',
  docs: '/api/docs',
};

export function homePage({ lang, here, running, players }: Home): Page {
  const words = WORDS[lang];
  const own: readonly LinkName[] = here ? ['apply', 'applications'] : ['apply'];
  const shown: readonly LinkName[] =
    here && running
      ? ['play', 'links', 'map', 'leaderboard', ...own, 'season', 'docs']
      : [...own, 'season', 'docs'];
  const links = shown.map((name) => {
    const [title, about] = words.links[name];
    const href = PLAIN[name] ? `${PLAIN[name]}?lang=${lang}` : `/open/${name}?lang=${lang}`;
    return `<li><a class="${name}" href="${href}"><b>${title}</b><span>${about}</span></a></li>`;
  });
  const names = players.map((name) => `<li>${escaped(name)}</li>`).join('');
  const table = names === '' ? '' : `<h2>${words.playing}</h2><ul class="table">${names}</ul>`;
  const note = running
    ? here
      ? ''
      : `<p class="note">${words.away}</p>`
    : `<p class="note">${words.none}</p>`;
  const other = lang === 'ru' ? 'en' : 'ru';
  const body = `<main>${WINDOW}<h1>MSIG</h1><p class="title">${words.title}</p>${note}<ul class="ways">${links.join('')}</ul>${table}<p class="other"><a href="/?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p></main>`;
  return page(200, { lang, style: STYLE, body });
}

/** Panes of the five zones under an arch, from the forest at the bottom to heaven at the top: colour, light, points. */
const PANES: readonly (readonly [fill: string, points: string])[] = [
  ['#2f7d3f', '20,210 20,172 66,186 84,210'],
  ['#57a34a', '84,210 66,186 118,168 150,210'],
  ['#1f5f3a', '150,210 118,168 164,178 220,210'],
  ['#7fbf5a', '220,210 164,178 220,160'],
  ['#8f7fc0', '20,172 20,138 74,146 66,186'],
  ['#c9b9ee', '66,186 74,146 128,134 118,168'],
  ['#6a5a9f', '118,168 128,134 176,144 164,178'],
  ['#a493d6', '164,178 176,144 220,126 220,160'],
  ['#2f9fd0', '20,138 20,104 84,112 74,146'],
  ['#7fd6ff', '74,146 84,112 124,98 128,134'],
  ['#2a6fb0', '128,134 124,98 180,108 176,144'],
  ['#5fbcf0', '176,144 180,108 220,96 220,126'],
  ['#b8322c', '20,104 26,78 90,82 84,112'],
  ['#ff8a4f', '84,112 90,82 134,66 124,98'],
  ['#8c1f2f', '124,98 134,66 184,76 180,108'],
  ['#e0523a', '180,108 184,76 214,76 220,96'],
  ['#3456c8', '26,78 58,40 104,52 90,82'],
  ['#ffe08a', '90,82 104,52 120,12 134,66'],
  ['#4a74ea', '134,66 120,12 182,40 184,76'],
  ['#2a3f9f', '58,40 120,12 104,52'],
  ['#6f93ff', '182,40 214,76 184,76'],
];

const WINDOW = `<svg class="window" viewBox="0 0 240 226" aria-hidden="true"><path class="frame" d="M12 218V104Q12 40 120 4Q228 40 228 104V218Z"/>${PANES.map(
  ([fill, points]) => `<polygon fill="${fill}" points="${points}"/>`,
).join('')}<polyline class="track" points="44,194 102,190 150,160 96,130 150,118 108,92 152,76 122,40"/>${[
  [44, 194],
  [102, 190],
  [150, 160],
  [96, 130],
  [150, 118],
  [108, 92],
  [152, 76],
]
  .map(([x, y]) => `<circle class="cell" cx="${x}" cy="${y}" r="5"/>`)
  .join('')}<circle class="end" cx="122" cy="40" r="9"/></svg>`;

const STYLE = `main{max-width:46rem;margin:0 auto;padding:16px 0 40px;text-align:center}.window{display:block;width:min(240px,60vw);margin:0 auto 8px;filter:drop-shadow(0 0 28px #4a74ea66)}.window polygon{stroke:#05060d;stroke-width:3;stroke-linejoin:round}.frame{fill:#05060d;stroke:#d9b25f;stroke-width:4}.track{fill:none;stroke:#ffe9a8;stroke-width:3;stroke-dasharray:1 7;stroke-linecap:round}.cell{fill:#d9b25f;stroke:#05060d;stroke-width:2}.end{fill:#fff7d8;stroke:#c89b46;stroke-width:3}h1{margin:0;font-size:64px;line-height:1;letter-spacing:.06em;text-shadow:0 2px 0 #05060d,0 0 30px #c89b4655}.title{max-width:30em;margin:10px auto 26px;color:#c9c5dc;text-wrap:balance}.note{max-width:34em;margin:0 auto 24px}ul{margin:0;padding:0;list-style:none}.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:14px;text-align:left}.ways a{display:block;height:100%;padding:16px 20px;border:1px solid #7f6026;border-radius:12px;background:linear-gradient(#1a1f45,#0e1126 45%,#090b19);color:inherit;text-decoration:none}.ways a:hover{border-color:#ffe9a8}.ways b{display:block;color:#ffe9a8;font:700 24px/1.2 Georgia,"Times New Roman",serif}.ways span{color:#c9c5dc;font-size:17px}.ways .play{border-color:#d9b25f;background:linear-gradient(#8a6a24,#3a2c10 60%,#1a1408)}.ways .play span{color:#fbf5e4}h2{margin:30px 0 10px;color:#d9b25f;font:700 20px Georgia,"Times New Roman",serif}.table{display:flex;flex-wrap:wrap;gap:8px;justify-content:center}.table li{padding:3px 14px;border:1px solid #7f6026;border-radius:99px;overflow-wrap:anywhere}.other{margin:34px 0 0;font-size:17px}`;
