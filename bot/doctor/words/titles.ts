/** What each check is called. */
export const TITLES = {
  settings: { ru: 'Настройки', en: 'Settings' },
  node: { ru: 'Node', en: 'Node' },
  packages: { ru: 'Установка', en: 'Installation' },
  data: { ru: 'Папка данных', en: 'Data folder' },
  database: { ru: 'Журнал игр', en: 'Log of games' },
  vault: { ru: 'Хранилище секретов', en: 'Vault' },
  content: { ru: 'Содержание', en: 'Content' },
  port: { ru: 'Порт', en: 'Port' },
  clock: { ru: 'Часы', en: 'Clock' },
  reach: { ru: 'Связь', en: 'Connection' },
  app: { ru: 'Приложение', en: 'Application' },
  'sign-in': { ru: 'Вход', en: 'Sign-in' },
  scopes: { ru: 'Права', en: 'Rights' },
  channel: { ru: 'Канал', en: 'Channel' },
  rewards: { ru: 'Награды', en: 'Rewards' },
  quota: { ru: 'Квота', en: 'Quota' },
  public: { ru: 'Адрес снаружи', en: 'Public address' },
  webhooks: { ru: 'Вебхуки', en: 'Webhooks' },
  discord: { ru: 'Discord', en: 'Discord' },
} as const satisfies Record<string, { readonly ru: string; readonly en: string }>;

export type CheckName = keyof typeof TITLES;

/** What a right of a sign-in is for. */
export const ABILITIES: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  read: { ru: 'чтение чата', en: 'reading the chat' },
  write: { ru: 'ответы в чате', en: 'answers in the chat' },
  rewards: { ru: 'награды', en: 'rewards' },
  polls: { ru: 'опросы', en: 'polls' },
  delete: { ru: 'удаление сообщений', en: 'removing messages' },
  timeout: { ru: 'пауза для нарушителей', en: 'timing people out' },
  donations: { ru: 'битсы и подарки', en: 'bits and gifts' },
  events: { ru: 'события от имени канала', en: "events in the channel's name" },
  followers: { ru: 'новые фолловеры', en: 'new followers' },
};
