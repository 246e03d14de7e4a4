/** The table of platforms for people: on the terminal, and as markdown for the README. */
import { type AbilityRow, abilityRows, platformAbilities } from './abilities.ts';
import { FEATURE_WORDS } from './feature-words.ts';
import type { Lang } from './print.ts';

const WORDS = {
  ru: {
    head: 'что можно',
    legend: 'Без входа / со входом владельца канала.',
    notes: [
      'Twitch: награды и опросы — у компаньонов и партнёров.',
      'YouTube: без входа нужен ключ API, со входом — свой проект в консоли Google.',
      'Kick: читать можно только с адресом, открытым снаружи (вебхуки); без входа нужно приложение.',
      'VK Video Live: без входа нужно приложение; у платформы нет удаления, пауз, опросов и ответов.',
      'Discord: нужен бот; читать сообщения — с Message Content Intent, слэш-команды — без него.',
    ],
  },
  en: {
    head: 'what can be done',
    legend: "Without a sign-in / with the channel owner's.",
    notes: [
      'Twitch: rewards and polls are for affiliates and partners.',
      'YouTube: without a sign-in an API key is needed, with one a project of your own in the Google console.',
      'Kick: reading needs an address that is open to the outside (webhooks); without a sign-in an application is needed.',
      'VK Video Live: without a sign-in an application is needed; the platform has no removing, timing out, polls or replies.',
      'Discord: a bot is needed; reading messages takes the Message Content Intent, slash commands do without.',
    ],
  },
} as const;

const sign = (can: boolean): string => (can ? '✓' : '–');
const cellOf = (cell: AbilityRow['cells'][number]): string => `${sign(cell.without)} / ${sign(cell.with)}`;

/** First the row of names, then one row a feature. */
function grid(lang: Lang): readonly (readonly string[])[] {
  const platforms = platformAbilities();
  const head = [WORDS[lang].head, ...platforms.map(({ name }) => name)];
  const rows = abilityRows(platforms).map(({ feature, cells }) => [
    FEATURE_WORDS[feature][lang],
    ...cells.map(cellOf),
  ]);
  return [head, ...rows];
}

/** For a terminal with a fixed-width font. */
export function abilitiesText(lang: Lang): string {
  const rows = grid(lang);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const { legend, notes } = WORDS[lang];
  return `${lines.join('\n')}\n\n${[legend, ...notes].join('\n')}\n`;
}

/** The table, the legend and the notes, as they stand in the README. */
export function abilitiesMarkdown(lang: Lang): string {
  const [head = [], ...rows] = grid(lang);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const { legend, notes } = WORDS[lang];
  const table = [
    line(head),
    line(head.map((_, column) => (column === 0 ? '---' : ':---:'))),
    ...rows.map(line),
  ];
  return `${table.join('\n')}\n\n${legend}\n\n${notes.map((note) => `- ${note}`).join('\n')}\n`;
}

/** `{platforms: [{platform, name, without, with}]}` on one line. */
export function abilitiesJson(): string {
  return JSON.stringify({ platforms: platformAbilities() });
}
