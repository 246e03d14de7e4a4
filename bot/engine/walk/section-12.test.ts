/** The rules, sections 12 to 15: commands, the book, balance, and what nobody else has. */
import { expect } from 'vitest';
import { COMMAND_TYPES } from '../decide.ts';
import { boardView } from '../views/board.ts';
import { court } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const READ = 'bot/commands/read.test.ts';
const BOOK = 'bot/content/book.test.ts';
const GATES = 'bot/balance/gates.test.ts';
const TUNING = 'bot/engine/tuning/tuning.test.ts';

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

walk('13. Rules as a book', {
  'a numbered rule book (1, 1.1, 1.2 ...) in the pack, in ru and en': [
    BOOK,
    'in the order of its numbers, the same ones in both languages',
  ],
  'every item, effect, trial and cell links to its rule': [
    BOOK,
    'every item, effect, trial and cell links to its rule',
  ],
  'tooltips, `!rule 5.2` and the site show it': [
    'bot/commands/admin.test.ts',
    'by its number, in the language of the chat, with what lies below',
  ],
  'changes keep a history': [BOOK, 'changes keep a history'],
});

walk('14. Balance', {
  'no class wins more than 1.35 times its fair share': [
    GATES,
    'class: the one that wins most for its share is named, and may win 1.35 of it',
  ],
  'no single item raises its owner’s win rate by more than 12 points': [
    GATES,
    'item: the strongest of those that are known well; a few lucky pairs are no proof',
  ],
  'comeback: the player who is last at half still wins at least 6%': [
    GATES,
    'comeback: the last one at half wins six of a hundred at least',
  ],
  'median game length within 15% of the pace’s target': [
    GATES,
    'length: the median within 15% of the middle of the target, on both sides',
  ],
  'no dead end ever (every game ends)': [GATES, 'dead ends: none, and the first of them are named'],
});

walk('15. What nobody else has', {
  '1. Every draw provable by anyone, offline': [
    'bot/store/verify.test.ts',
    'any die changed fails on its line, and says what the seeds give',
  ],
  '2. A season is one replayable, hash-linked file with its rules’ version': [
    'bot/store/verify.test.ts',
    'any one byte changed fails, and names its line',
    'another map or commitment in the header, or other rules, fail',
  ],
  '3. Admin corrections with a “what if” preview, then compensating events': [
    TUNING,
    'says whose state would change, and changes nothing',
    'names the correction, its reason and whom it touches, then does it by ordinary events',
  ],
  '4. Settle-or-refund ledger': [
    'bot/engine/rewards/ledger.test.ts',
    'every redemption ends once, whatever happens',
  ],
  '5. Verifiable votes: a receipt per ballot, the digest published': [
    'bot/crowd/tally.test.ts',
    'gives every voter a receipt that verifies, and none to others',
  ],
  '6. Latency-fair windows': [
    'bot/host/votes.test.ts',
    'later than it closes by what its slowest chat needs',
  ],
  '7. Audience equaliser': ['bot/engine/rewards/ledger.test.ts', 'the printed equaliser'],
  '8. One person across platforms': [
    'bot/host/cast.test.ts',
    'is one for a person: the newest, also of those given before linking',
  ],
  '9. Helper grants': ['bot/engine/helpers/grant.test.ts', '!helper grants a viewer'],
  '10. Absence protocol': ['bot/engine/time/absence.test.ts', 'after three days the referee may'],
  '11. Treaties as data': [
    'bot/content/diplomacy.test.ts',
    'are rules by kind, with texts beside them; a layer changes single numbers',
  ],
  '12. A balance laboratory before the season': [GATES, 'all hold where nothing is wrong'],
  '13. A change of rules is tried on the log first (who would stand where)': [
    'bot/host/rehearse-rules.test.ts',
    'under others it says what differs, and who would stand where',
  ],
  'and takes effect from a named turn': [TUNING, 'waits for that turn, and holds from it on'],
  '15. “Previously on ...”: a recap made from the log': [
    'overlay/elements/previously/previously.test.ts',
    'tells what happened and how the race stands',
  ],
  '16. Fog of war: each face shows what that audience may know': () => {
    const game = court();
    const hidden = game.state.board.cells.find(({ kind }) => kind === 'trap') ?? game.state.board.cells[9]!;
    const cells = game.state.board.cells.map((one) =>
      one.id === hidden.id ? { ...one, kind: 'trap' as const, secret: 'pothole' } : one,
    );
    game.state = { ...game.state, board: { ...game.state.board, cells } };
    const seen = () =>
      boardView(game.state, { rules: game.rules, seq: 0, names: {}, links: {}, tally: {}, commitment: '' });
    expect(JSON.stringify(seen())).not.toContain('pothole');
    game.state = { ...game.state, known: [hidden.id] };
    expect(seen().traps).toEqual({ [hidden.id]: 'pothole' });
  },
  '17. The overlay reports its own health': [
    'bot/gateway/socket/sources.test.ts',
    'keeps what each page says last, as long as it is there',
  ],
  '19. The board in words: `!map`': ['overlay/board/describe.test.ts', 'the board in words'],
  '18. Quiet mass input: votes by bare numbers, so that chat stays a chat': [
    'bot/player/process.test.ts',
    'counts bare numbers as votes, one for each viewer, and brings them',
    'says nothing to ordinary talk',
  ],
  '20. Kill drills: nothing is lost by a restart': [
    'bot/store/real-game.test.ts',
    'a crash and a restart every few commands change nothing at all',
  ],
});

/** Fights and stories are the next part of the game; their commands are not there, and nothing pretends that they are. */
walk('What waits for its part', {
  'fight: attack / dash / skill / auto; story: choices in scenes': () => {
    for (const type of ['hit', 'dash', 'skill', 'auto', 'scene']) expect(COMMAND_TYPES).not.toContain(type);
  },
  '`!luck`: viewers’ words that count from the next epoch': () => {
    expect(COMMAND_TYPES).not.toContain('luck');
  },
  'characters that know only what happened': () => {
    expect(Object.keys(court().rules)).not.toContain('characters');
  },
});
