/** What a start says to a person, on stderr. */

interface Continued {
  readonly game: string;
  readonly seq: number;
  /** What makes a new one. */
  readonly command: string;
}
type Kind = 'practice' | 'evening' | 'rehearsal';

export const WORDS = {
  ru: {
    opening: 'открываю журнал и правила …',
    continuing: ({ game, seq, command }: Continued) =>
      `продолжаю игру ${game} со строки ${seq}; новая: ${command}`,
    seatsChanged: (game: string) =>
      `в игре ${game} за местами с чатами сидят боты: места с тех пор другие. Начинаю новую, прежняя осталась в журнале`,
    making: (game: string, kind: Kind) =>
      `${{ practice: 'игра для пробы', evening: 'новый вечер', rehearsal: 'репетиция: всё снаружи ненастоящее' }[kind]}: ${game}`,
    seats: (count: number) => `запускаю процессы игроков: ${count} …`,
    nonces: 'жду, пока каждый внесёт свою долю случая …',
    late: 'не все внесли долю случая вовремя; играем без неё, это видно в журнале',
    started: 'игра идёт',
    over: 'игра окончена; новая: Ctrl-C и npm start',
    open: (host: string) => `внимание: адрес ${host} открыт другим машинам, а соединение не шифруется`,
    durable: {
      power: 'журнал переживёт отключение питания',
      process: 'журнал переживёт падение программы',
      none: 'журнал живёт только в памяти',
    },
    overlay: 'карта для OBS (1920×1080)',
    leaderboard: 'таблица для OBS',
    play: 'играть в браузере за первое место, командой !бросок (ссылка откроется один раз)',
    docs: 'описание API',
    stop: 'остановить: Ctrl-C',
    extension: (name: string, code: string) => `код места для панели Twitch, ${name}: ${code}`,
    stopping: 'останавливаюсь …',
    you: 'Стример',
    other: (seat: number) => `Стример ${seat}`,
    token: (file: string) => `токен админа: ${file}`,
  },
  en: {
    opening: 'opening the log and the rules …',
    continuing: ({ game, seq, command }: Continued) =>
      `continuing game ${game} at line ${seq}; for a new one: ${command}`,
    seatsChanged: (game: string) =>
      `in game ${game} bots sit where chats are now: the seats have changed since. Beginning a new one; the old one stays in the log`,
    making: (game: string, kind: Kind) =>
      `${{ practice: 'a practice game', evening: 'a new evening', rehearsal: 'a rehearsal: nothing outside is real' }[kind]}: ${game}`,
    seats: (count: number) => `starting player processes: ${count} …`,
    nonces: 'waiting for everybody to add their share of chance …',
    late: 'not everybody added a share of chance in time; playing without it, as the log shows',
    started: 'the game is on',
    over: 'the game is over; for a new one: Ctrl-C and npm start',
    open: (host: string) => `careful: ${host} is open to other machines, and the connection is not encrypted`,
    durable: {
      power: 'the log survives a power cut',
      process: 'the log survives a crash of the program',
      none: 'the log lives in memory only',
    },
    overlay: 'map for OBS (1920x1080)',
    leaderboard: 'leaderboard for OBS',
    play: 'play the first seat in the browser, with !roll (the link opens once)',
    docs: 'API description',
    stop: 'stop with Ctrl-C',
    extension: (name: string, code: string) => `seat code for the Twitch panel, ${name}: ${code}`,
    stopping: 'stopping …',
    you: 'Streamer',
    other: (seat: number) => `Streamer ${seat}`,
    token: (file: string) => `admin token: ${file}`,
  },
} as const;

export type Words = (typeof WORDS)['ru'] | (typeof WORDS)['en'];
