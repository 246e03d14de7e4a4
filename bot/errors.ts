/**
 * Our own mistakes and the machine's: code → one sentence that says what came, what was expected and what to do.
 * A player's mistake is never here; `refusals.ts` has those.
 */

export type ErrorLang = 'ru' | 'en';
export type ErrorArgs = Readonly<Record<string, string | number>>;

interface Entry {
  readonly ru: string;
  readonly en: string;
}

/** `{name}` is filled from the error's args, `name_ru` in Russian before `name`. Every process ends with exit code 1 after such a sentence. */
export const ERRORS = {
  PORT_IN_USE: {
    ru: 'Порт {port} на {host} занят другой программой. Закрой её или выбери другой порт: --port {next}.',
    en: 'Port {port} on {host} is taken by another program. Close it, or choose another one: --port {next}.',
  },
  PORT_FORBIDDEN: {
    ru: 'Порт {port} на {host} система открыть не даёт ({detail}). Выбери порт от 1024: --port 4747.',
    en: 'The system does not let us open port {port} on {host} ({detail}). Choose one from 1024 up: --port 4747.',
  },
  HOST_UNUSABLE: {
    ru: 'Адрес {host} здесь не открыть: это не адрес этой машины ({detail}). Обычный: --host 127.0.0.1; открыть другим машинам: --host 0.0.0.0.',
    en: 'The address {host} cannot be opened here: it is none of this machine ({detail}). The usual one: --host 127.0.0.1; open to other machines: --host 0.0.0.0.',
  },
  DATA_DIR_UNWRITABLE: {
    ru: 'В папку данных {dir} нельзя писать ({detail}). Дай на неё права или укажи другую: --data ПАПКА.',
    en: 'The data folder {dir} cannot be written ({detail}). Grant access to it, or name another: --data FOLDER.',
  },
  DATA_DIR_BUSY: {
    ru: 'Папка данных {dir} занята другим запуском MSIG (процесс {pid}). Останови его или укажи другую: --data ПАПКА.',
    en: 'The data folder {dir} is used by another run of MSIG (process {pid}). Stop it, or name another: --data FOLDER.',
  },
  DISK_FULL: {
    ru: 'На диске с {dir} кончилось место. Подтверждённые команды целы. Освободи место и запусти снова.',
    en: 'The disk that holds {dir} is full. Acknowledged commands are safe. Free some space and start again.',
  },
  DATABASE_LOCKED: {
    ru: 'База {file} заперта другой программой дольше {seconds} с. Закрой её и запусти снова.',
    en: 'The database {file} has been locked by another program for {seconds} s. Close it and start again.',
  },
  DATABASE_CORRUPT: {
    ru: 'База {file} повреждена: {detail}. Верни её из копии или начни в другой папке: --data ПАПКА.',
    en: 'The database {file} is damaged: {detail}. Restore it from a backup, or begin in another folder: --data FOLDER.',
  },
  NEWER_DATABASE: {
    ru: 'База {file} сделана более новой версией: её схема {found}, эта версия знает до {known}. Обнови MSIG.',
    en: 'The database {file} was made by a newer version: its schema is {found}, this one knows up to {known}. Update MSIG.',
  },
  LOG_CORRUPT: {
    ru: 'Журнал игры {game}, строка {line}: {detail}. Ожидалась целая цепочка хешей. Верни журнал из копии или экспорта.',
    en: 'Log of game {game}, line {line}: {detail}. An unbroken hash chain was expected. Restore it from a backup or an export.',
  },
  NEWER_LOG: {
    ru: 'Журнал игры {game} записан форматом {found}, эта версия читает до {known}. Обнови MSIG.',
    en: 'The log of game {game} has format {found}, this version reads up to {known}. Update MSIG.',
  },
  SEQUENCE_CONFLICT: {
    ru: 'Журнал игры {game} стоит на {found}, запись ждала {expected}: пишет кто-то ещё. Нужна перезагрузка игры.',
    en: 'The log of game {game} is at {found}, the write expected {expected}: somebody else writes too. Reload the game.',
  },
  CONTENT_BROKEN: {
    ru: 'Содержание сломано, ошибок: {count}.\n{list}\nИсправь эти места и запусти снова.',
    en: 'The content is broken, errors: {count}.\n{list}\nMend these places and start again.',
  },
  CONTENT_MISSING: {
    ru: 'Нет папки содержания {dir}. Проверь путь в --content.',
    en: 'There is no content folder {dir}. Check the path given to --content.',
  },
  UNKNOWN_OPTION: {
    ru: 'Нет настройки {option}. Похоже на {suggestion}. Все настройки: --help.',
    en: 'There is no option {option}. Did you mean {suggestion}? All options: --help.',
  },
  BAD_OPTION: {
    ru: 'Настройка {option}: получено «{value}», ожидалось {expected}.',
    en: 'Option {option}: got "{value}", expected {expected}.',
  },
  BAD_SETTING: {
    ru: '{setting}: получено «{value}», а нужно {expected}.',
    en: '{setting}: got "{value}", expected {expected}.',
  },
  UNKNOWN_SETTING: {
    ru: '{place}: настройки {name} нет. Проверь написание; все настройки: config/settings/default.yaml.',
    en: '{place}: there is no setting {name}. Check its spelling; all settings: config/settings/default.yaml.',
  },
  UNKNOWN_SUBCOMMAND: {
    ru: 'Нет подкоманды «{value}». Похоже на {suggestion}. Список: msig --help.',
    en: 'There is no subcommand "{value}". Did you mean {suggestion}? The list: msig --help.',
  },
  FILE_UNREADABLE: {
    ru: 'Файл {file} не читается ({detail}). Проверь имя и права.',
    en: 'The file {file} cannot be read ({detail}). Check its name and access.',
  },
  FILE_BROKEN: {
    ru: '{file}, строка {line}: {detail}. Исправь это место и повтори.',
    en: '{file}, line {line}: {detail}. Mend this place and try again.',
  },
  FILE_UNWRITABLE: {
    ru: 'Файл {file} не записать ({detail}). Проверь папку и права или назови другой: --out ФАЙЛ.',
    en: 'The file {file} cannot be written ({detail}). Check folder and access, or name another: --out FILE.',
  },
  BAD_EXPORT: {
    ru: '{file}, строка {line}: {detail}. Ожидался нетронутый экспорт игры.',
    en: '{file}, line {line}: {detail}. An untouched export of a game was expected.',
  },
  UNKNOWN_GAME: {
    ru: 'Нет игры {game}. Список игр: GET /api/games.',
    en: 'There is no game {game}. The list of games: GET /api/games.',
  },
  NO_SUCH_GAME: {
    ru: 'Игры {game} в {data} нет. Есть: {list}.',
    en: 'There is no game {game} in {data}. There are: {list}.',
  },
  NO_GAMES: {
    ru: 'В {data} ещё нет ни одной игры. Начни её: npm start.',
    en: 'There is no game in {data} yet. Begin one: npm start.',
  },
  GAME_EXISTS: {
    ru: 'Игра {game} здесь уже есть. Экспорт можно принять только один раз.',
    en: 'Game {game} is here already. An export can be taken in only once.',
  },
  GATEWAY_UNREACHABLE: {
    ru: 'Хозяин игры {url} не отвечает ({detail}). Проверь адрес и что он запущен.',
    en: 'The game host at {url} does not answer ({detail}). Check the address and that it is running.',
  },
  OTHER_DATA: {
    ru: 'На {url} идёт игра с другой папкой данных, не {data}. Назови её папку: --data ПАПКА.',
    en: 'The game that runs at {url} has another data folder than {data}. Name its folder: --data FOLDER.',
  },
  BAD_TOKEN: {
    ru: 'Токен не подходит: {detail}. Возьми новый у хозяина игры.',
    en: 'The token is not good: {detail}. Ask the game host for a new one.',
  },
  WIRE_VERSION: {
    ru: 'Протокол: получена версия {found}, ожидалась {expected}. Обнови ту сторону, что старше.',
    en: 'Protocol: got version {found}, expected {expected}. Update whichever side is older.',
  },
  PLAYER_GAVE_UP: {
    ru: 'Процесс игрока {player} падал {count} раз за {minutes} мин и больше не перезапускается. Причина: {detail}.',
    en: 'The process of player {player} fell {count} times in {minutes} min and is not restarted any more. Cause: {detail}.',
  },
  PLATFORM_FAILED: {
    ru: '{platform}, канал {channel}: {detail}. Проверь имя канала и токен.',
    en: '{platform}, channel {channel}: {detail}. Check the channel name and the token.',
  },
  LEDGER_HELD: {
    ru: 'Журнал {path} у запущенного MSIG, а на {url} он не отвечает. Назови его адрес: --gateway АДРЕС.',
    en: 'The log {path} is held by a running MSIG that does not answer at {url}. Name its address: --gateway URL.',
  },
  PAGES_MISSING: {
    ru: 'Страницы не собраны: нет {dir}. Собери их: npm run build.',
    en: 'The pages are not built: {dir} is absent. Build them: npm run build.',
  },
  SETUP_NO_TERMINAL: {
    ru: 'Мастер настройки спрашивает и ждёт ответов, а здесь не терминал. Запусти его в окне терминала: npx msig setup. Без него: config/settings/example.env.',
    en: 'The setup wizard asks and waits for answers, and this is no terminal. Run it in a terminal window: npx msig setup. Without it: config/settings/example.env.',
  },
  SETUP_PORT: {
    ru: 'Вход возвращается на постоянный порт, а port — 0. Назови порт, на котором будет игра: --port 4747.',
    en: 'A sign-in comes back to a fixed port, and port is 0. Name the port that the game will use: --port 4747.',
  },
  SETUP_HOST_TOKEN: {
    ru: 'На {url} уже идёт игра, но её токен админа не подходит. Запусти мастер с той же папкой --data или останови игру.',
    en: 'A game is running at {url}, but its admin token is not the one here. Run the wizard with the same --data folder, or stop the game.',
  },
  OBS_UNREACHABLE: {
    ru: 'OBS по адресу {url} не отвечает ({detail}). Запусти OBS и включи там сервер: Сервис > настройки WebSocket > Включить сервер WebSocket.',
    en: 'OBS does not answer at {url} ({detail}). Start OBS and turn on its server: Tools > WebSocket Server Settings > Enable WebSocket server.',
  },
  OBS_PASSWORD: {
    ru: 'OBS по адресу {url} не принимает пароль. Он там: Сервис > настройки WebSocket > Показать сведения о подключении; дай его через --password или MSIG_OBS_PASSWORD.',
    en: 'OBS at {url} does not accept the password. Find it in Tools > WebSocket Server Settings > Show Connect Info; give it by --password or MSIG_OBS_PASSWORD.',
  },
  OBS_OLD: {
    ru: 'По адресу {url} отвечает не obs-websocket 5 ({detail}). Нужен OBS 28 или новее: обнови OBS или проверь порт.',
    en: 'What answers at {url} is not obs-websocket 5 ({detail}). OBS 28 or newer is needed: update OBS, or check the port.',
  },
  OBS_SILENT: {
    ru: 'OBS по адресу {url} молчит: {what}. Закрой в нём открытые окна или перезапусти его.',
    en: 'OBS at {url} stays silent: {what}. Close its open dialogs, or restart it.',
  },
  OBS_REFUSED: {
    ru: 'OBS по адресу {url} отказывает: {detail}. Сделанное осталось; запусти команду ещё раз.',
    en: 'OBS at {url} refuses: {detail}. What was made stays; run the command again.',
  },
  OBS_KICKED: {
    ru: 'OBS по адресу {url} закрывает наше соединение. Следующая попытка через {seconds} с.',
    en: 'OBS at {url} has ended our session. The next attempt comes in {seconds} s.',
  },
  OBS_NO_BROWSER: {
    ru: 'В этой сборке OBS нет источника «Браузер», поэтому место страниц держат тёмные карточки. Поставь OBS с obsproject.com (на Linux: Flatpak или PPA) и повтори команду, или открой ссылку в браузере и добавь его окно захватом.',
    en: 'This OBS build has no browser source, so dark cards hold the places of the pages. Install OBS from obsproject.com (on Linux: Flatpak or PPA) and run this again, or open the link in a browser and add its window by window capture.',
  },
  OBS_FOREIGN: {
    ru: 'Имена заняты тем, что сделано не здесь: {names}. Там ничего не тронуто. Переименуй это в OBS и повтори команду.',
    en: 'These names are taken by things not made here: {names}. Nothing was touched there. Rename them in OBS and run this again.',
  },
  OBS_NO_GAME: {
    ru: 'На хосте {url} нет идущей игры. Начни её: npm start, или дай ссылку сам: --overlay ССЫЛКА.',
    en: 'There is no running game on the host {url}. Start one: npm start, or give the link yourself: --overlay LINK.',
  },
  OLD_RUNTIME: {
    ru: 'Нужен Node {expected}, запущен {found}. Запускай через npm start.',
    en: 'Node {expected} is needed, {found} is running. Start with npm start.',
  },
  INTERNAL: {
    ru: 'Сбой в самой программе: {detail}. Сделанное сохранено; запусти снова и пришли эту строку авторам.',
    en: 'A fault of the program itself: {detail}. What was done is saved; start again and send this line to the authors.',
  },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERRORS;

/** Something that is not a player's fault. `message` is the English sentence; `sentence` gives either language. */
export class MsigError extends Error {
  readonly code: ErrorCode;
  readonly args: ErrorArgs;
  /** Exit code of a process that ends because of it. */
  readonly exit: number;

  constructor(code: ErrorCode, args: ErrorArgs = {}, options: { cause?: unknown; exit?: number } = {}) {
    super(errorSentence(code, args, 'en'), 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'MsigError';
    this.code = code;
    this.args = args;
    this.exit = options.exit ?? 1;
  }

  /** The sentence for a person. */
  sentence(lang: ErrorLang): string {
    return errorSentence(this.code, this.args, lang);
  }
}

export function isMsigError(value: unknown): value is MsigError {
  return value instanceof MsigError;
}

/**
 * The sentence of a code with its blanks filled; a blank without a value becomes a dash, so that a missing
 * argument never hides the sentence.
 */
export function errorSentence(code: ErrorCode, args: ErrorArgs, lang: ErrorLang): string {
  if (code === 'BAD_SETTING') return settingFaults(args, lang).join('\n');
  const told = args.expected === undefined ? args : { ...args, expected: expectation(args.expected, lang) };
  return filled(code, told, lang);
}

function filled(code: ErrorCode, args: ErrorArgs, lang: ErrorLang): string {
  return ERRORS[code][lang].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(args[`${name}_${lang}`] ?? args[name] ?? '—'),
  );
}

/** Further faults of the same settings, as `settings.ts` lists them: one a line. */
const FURTHER = /^(?<place>.*?): (?<name>\S+) "(?<value>.*)", expected (?<expected>.*)$/u;

/** One sentence for each fault. An option or a variable names the setting by itself; a file needs its name beside it. */
function settingFaults(args: ErrorArgs, lang: ErrorLang): string[] {
  const [expected = '', ...more] = String(args.expected ?? '—').split('\n');
  const faults = [
    { ...args, expected },
    ...more.map((line) => FURTHER.exec(line)?.groups ?? { place: line }),
  ];
  return faults.map((fault: ErrorArgs) => {
    const place = String(fault.place ?? '—');
    if (fault.expected === NO_SUCH) return filled('UNKNOWN_SETTING', fault, lang);
    const setting = /^(--|MSIG_)/.test(place) || fault.name === undefined ? place : `${place}, ${fault.name}`;
    return filled(
      'BAD_SETTING',
      {
        ...fault,
        value_ru: valueRu(fault.value),
        setting,
        expected: expectation(fault.expected ?? '—', lang),
      },
      lang,
    );
  });
}

/** What is expected of a setting that nobody knows. */
export const NO_SUCH = 'no such setting';

const valueRu = (value: string | number = '—') => (value === 'nothing' ? 'ничего' : value);

/** What checks expect, as they say it, and the same in Russian. */
const EXPECTED: readonly (readonly [pattern: RegExp, ru: string])[] = [
  [/^a whole number from (\S+) to (\S+)$/, 'целое число от $1 до $2'],
  [/^an address with (.+)$/, 'адрес с началом $1'],
  [/^an address like (.+)$/, 'адрес вроде $1'],
  [/^at most as many bots as players$/, 'ботов не больше, чем игроков'],
  [
    /^a channel name of 2 to 25 letters, digits or _, or its address$/,
    'имя канала (от 2 до 25 латинских букв, цифр или _) или его адрес',
  ],
  [/^one of (.+)$/, 'одно из $1'],
  [/^a text of at least (\d+) characters?$/, 'хотя бы столько знаков: $1'],
  [/^a text of at most (\d+) characters?$/, 'не больше знаков, чем $1'],
  [/^boolean$/, 'true или false'],
  [/^(?:string|a text)$/, 'текст'],
  [/^number$/, 'число'],
  [/^array$/, 'список'],
  [/^settings by name$/, 'настройки по именам'],
];

/** The checker's own words, made as short as ours. */
function plainly(text: string): string {
  return text
    .replace(
      /^Invalid option: expected one of (.+)$/,
      (_, list: string) => `one of ${list.replaceAll('"', '').replaceAll('|', ', ')}`,
    )
    .replace(/^Too small: expected string to have >=(\d+) characters?$/, 'a text of at least $1 characters')
    .replace(/^Too big: expected string to have <=(\d+) characters?$/, 'a text of at most $1 characters')
    .replace(/^Invalid input: expected (\w+), received .+$/, '$1');
}

function expectation(expected: string | number, lang: ErrorLang): string {
  const text = plainly(String(expected));
  if (lang === 'en') return text;
  const known = EXPECTED.find(([pattern]) => pattern.test(text));
  return known ? text.replace(known[0], known[1]).replaceAll(' or ', ' или ') : text;
}

/** Any thrown value as one readable sentence: ours by its code, everything else as INTERNAL. Never throws. */
export function describeError(thrown: unknown, lang: ErrorLang): string {
  if (isMsigError(thrown)) return thrown.sentence(lang);
  const detail =
    thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : typeof thrown;
  return errorSentence('INTERNAL', { detail }, lang);
}
