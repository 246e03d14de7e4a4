/** The rules, sections 13 and 14: the book, and balance. */
import { walk } from './walk.suite.ts';

const BOOK = 'bot/content/book.test.ts';
const GATES = 'bot/balance/gates.test.ts';

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
  'item lift is measured on paired games (same seeds with and without the item)': [
    'bot/balance/lift.test.ts',
    'finds a thing that all but wins the game',
    'finds nothing in a thing that does nothing',
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
