/** Why an adapter did not connect, in the language of the wizard where there are words of our own for its code. */

const RU: Readonly<Record<string, string>> = {
  TWITCH_CHANNEL_NAME:
    'Получено «{given}», а нужно имя из адреса twitch.tv/ИМЯ: до 25 латинских букв, цифр или _.',
  TWITCH_LOGIN: 'Twitch не принимает вход ({detail}). Войди заново.',
  TWITCH_SCOPES: 'Этому входу Twitch не дано читать чат. Войди заново и разреши всё, о чём спросят.',
  TWITCH_JOIN:
    'Twitch не пускает в чат канала «{channel}» ({detail}). Проверь имя канала, и что он не заблокирован и не закрыт.',
  TWITCH_UNREACHABLE: 'За {seconds} с чат «{channel}» не открылся ({detail}). Проверь сеть.',
  YOUTUBE_CHANNEL:
    'Получено «{given}», а нужно id канала (UC и 22 знака), @имя или адрес канала; пусто — канал самого аккаунта.',
  YOUTUBE_LOGIN:
    'YouTube не принимает вход ({detail}). Войди заново. Пока у приложения Testing, вход кончается через 7 дней: опубликуй его.',
  YOUTUBE_SCOPES:
    'Этому входу YouTube такое не разрешено ({detail}). Войди заново и разреши доступ; проверь, что в проекте включён YouTube Data API v3.',
  YOUTUBE_NOT_FOUND: 'Канала «{channel}» на YouTube нет. Проверь @имя или id.',
  YOUTUBE_UNREACHABLE: 'За {seconds} с YouTube не ответил ({detail}). Проверь сеть.',
  KICK_CHANNEL_NAME:
    'Получено «{given}», а нужно имя из адреса kick.com/ИМЯ: до 50 латинских букв, цифр, - или _.',
  KICK_CHANNEL: 'Канала «{channel}» на Kick нет. Проверь, как он пишется в адресе kick.com/{channel}.',
  KICK_CLIENT:
    'Kick не принимает Client ID или секрет приложения. Скопируй их заново с kick.com/settings/developer.',
  KICK_SIGN_IN: 'Вход в Kick кончился ({detail}). Войди заново: npx msig setup kick.',
  KICK_SIGN_IN_LOST:
    'Продление входа в Kick оборвалось, а новый Kick выдаёт один раз. Войди заново: npx msig setup kick.',
  KICK_EVENTS:
    'Kick не присылает чат канала «{channel}» ({detail}). Проверь, что у приложения включены вебхуки и адрес в них верный.',
  KICK_UNREACHABLE: 'За {seconds} с Kick не ответил ({detail}). Проверь сеть.',
  VKVIDEO_CHANNEL_NAME: 'Получено «{given}», а нужна последняя часть адреса live.vkvideo.ru/ИМЯ.',
  VKVIDEO_LOGIN: 'VK Видео не принимает вход ({detail}). Войди заново.',
  VKVIDEO_NO_CHANNEL: 'Канала «{channel}» на VK Видео нет. Нужна последняя часть адреса live.vkvideo.ru/ИМЯ.',
  VKVIDEO_NO_CHAT: 'VK Видео не пускает в чат канала «{channel}» ({detail}). Проверь, что канал открыт.',
  VKVIDEO_UNREACHABLE: 'За {seconds} с чат «{channel}» не открылся ({detail}). Проверь сеть.',
};

export interface Reason {
  readonly text: string;
  /** Said by us: nothing has to be added to it. */
  readonly own: boolean;
  /** It is the name of the channel that is wrong. */
  readonly channel: boolean;
}

/** Never throws. */
export function reasonOf(error: unknown, lang: 'ru' | 'en'): Reason {
  const { code, args = {} } = (error ?? {}) as { code?: unknown; args?: Record<string, unknown> };
  const said = error instanceof Error ? error.message : String(error);
  const known = typeof code === 'string' && /^(TWITCH|YOUTUBE|KICK|VKVIDEO)_/.test(code) ? code : '';
  const channel = /_(CHANNEL|CHANNEL_NAME|NO_CHANNEL|NOT_FOUND|JOIN)$/.test(known);
  const russian = lang === 'ru' && Object.hasOwn(RU, known) ? RU[known] : undefined;
  const text = russian?.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '—')) ?? said;
  // Commands are typed with npx.
  const typed = text.replace(/(?<!npx )msig setup/g, 'npx msig setup');
  return { text: typed, own: russian !== undefined || (lang === 'en' && known !== ''), channel };
}
