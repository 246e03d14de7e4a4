/** What a made-up chat says: small talk, commands, and the mistakes that real chats make. */

export const VIEWERS = {
  ru: {
    first: [
      'Тихий',
      'Ночной',
      'Бодрый',
      'Северный',
      'Вечерний',
      'Лунный',
      'Дальний',
      'Летний',
      'Ранний',
      'Мятный',
    ],
    second: [
      'Ёжик',
      'Компас',
      'Самовар',
      'Трамвай',
      'Фонарь',
      'Зонтик',
      'Пингвин',
      'Маяк',
      'Крендель',
      'Валенок',
    ],
  },
  en: {
    first: [
      'Quiet',
      'Midnight',
      'Brisk',
      'Northern',
      'Lucky',
      'Sleepy',
      'Distant',
      'Minty',
      'Early',
      'Velvet',
    ],
    second: [
      'Hedgehog',
      'Compass',
      'Teapot',
      'Tram',
      'Lantern',
      'Umbrella',
      'Penguin',
      'Pretzel',
      'Biscuit',
      'Otter',
    ],
  },
} as const;

export const TALK = {
  ru: [
    'всем привет',
    'а что за поле такое красивое',
    'кости сегодня в настроении',
    'тут раздают сундуки?',
    'кто помнит, где лагерь?',
    'не туда, там болото!',
    'ладно, туда тоже можно',
    'у табурета опять шестёрка',
    'чай готов, продолжайте',
    'помехи — лучшая зона, спорить не буду',
    'три кости и одна надежда',
    'держим кулачки',
  ],
  en: [
    'hi all',
    'that board is lovely',
    'the dice have a mood tonight',
    'only here for the chests',
    'does anybody remember where the camp is?',
    'not that way, that is a swamp!',
    'fine, that way works too',
    'the footstool rolled high again',
    'tea is ready, carry on',
    'the Static is the best zone, no notes',
    'three dice and one hope',
    'fingers crossed',
  ],
} as const;

/** Typed as people type: right, misspelt, in the wrong layout, and what only the player may do. */
export const COMMANDS = {
  ru: [
    '!статус',
    '!где',
    '!рядом',
    '!топ',
    '!статсу',
    '!cnfnec',
    '!эффекты',
    '!шансы',
    '!помощь',
    '!кубик',
    '!крата',
  ],
  en: [
    '!status',
    '!where',
    '!near',
    '!top',
    '!staus',
    '!ыефегы',
    '!effects',
    '!odds',
    '!help',
    '!roll',
    '!mpa',
  ],
} as const;

export const CHALLENGE = { ru: '!испытать', en: '!challenge' } as const;
