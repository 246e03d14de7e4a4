/** The rules, section 12: commands. */
import { walk } from './walk.suite.ts';

const READ = 'bot/commands/read.test.ts';

walk('12. Commands', {
  'Every command exists in Russian and English': [READ, 'says how to type each command in both languages'],
  'with aliases, case- and layout-insensitive, where it is unambiguous': [
    READ,
    'has every alias once, and understands each in the other layout',
  ],
  'Item and player names match by prefix and small typos': [
    READ,
    'items and targets',
    'finds every item by its whole name, in both languages and both layouts',
  ],
  'an ambiguous name asks back, and never picks': [READ, 'asks back instead of picking'],
  'the table of commands': [READ, 'commands as people type them'],
  'questions: status, place, nearest, effects, bag, market, odds, map, top, rule, help': [READ, 'questions'],
  'viewers: vote (or a bare number while a vote runs)': [READ, 'votes'],
  helpers: [READ, 'grants'],
  'alliance, war, peace, trade': [
    'bot/commands/diplomacy.test.ts',
    'treaties by their names, in Russian and English',
    'answering an offer',
    'trade',
  ],
  'link accounts': ['bot/commands/answer/account.test.ts', 'lines about accounts'],
  'referee: start / pause / resume / judge / undo': [
    'bot/commands/admin.test.ts',
    'referee: start / pause / resume / judge / undo',
  ],
  'Answers are short': [
    'bot/commands/answer.test.ts',
    'drops the small things first when the line grows, and never passes the limit',
  ],
  'in the channel’s language': [
    'bot/player/process.test.ts',
    'answers in the language of its channel, and refuses a viewer',
  ],
  'merged and throttled under each platform’s limits': [
    'bot/commands/merge.test.ts',
    'keeps the order, the length and the rate of the platform, whatever comes when',
  ],
  'errors say what to type instead': ['bot/commands/answer.test.ts', 'names what came and what to type'],
});
