/** The rules, section 7: trials, prizes, punishments. */
import { walk } from './walk.suite.ts';

const KINDS = 'bot/engine/trials/kinds.test.ts';
const SCOPES = 'bot/engine/trials/scopes.test.ts';
const COURT = 'bot/engine/trials/court.test.ts';
const TRIALS = 'bot/engine/trials/trials.test.ts';
const LEDGER = 'bot/engine/rewards/ledger.test.ts';

walk('7. Trials, prizes, punishments', {
  'game: a real video game or feat, sampled by genre, length, difficulty (marathon)': [
    COURT,
    'sampled by genre, length, difficulty',
  ],
  'player says done with a link to proof': [
    COURT,
    'the player says done with a link to proof',
    'and not without',
  ],
  'referee confirms': [COURT, 'referee confirms'],
  'or viewers vote': [COURT, 'where there is none, two thirds of the own chat decide'],
  'or rivals contest inside a window': [
    COURT,
    'for a stake, once, and not their own game',
    'and not after it',
  ],
  'chat: quiz, word scramble, riddle, number guess, emote race, “N different viewers write X in T seconds”, poll':
    [KINDS, 'chat: the engine decides'],
  'check: dice + attribute against a difficulty': [KINDS, 'passes at the number and fails below it'],
  'performance: sing, act, tell: viewers’ vote, one per viewer across platforms': [
    KINDS,
    'waits for the player, who says when it is over',
    'on too few votes the dice decide, so that two friends are no jury',
  ],
  'duel of chats: two channels compete in the same chat game': [
    KINDS,
    'asks both at once and compares what each has reached by its own size',
    'gives the rival the prize and the challenger the punishment',
  ],
  'Kind `game` belongs to marathons (in session only where the pack says so)': [
    COURT,
    'a game of the pack for evenings comes up in session pace, the others do not',
  ],
  'a practice bot’s result is drawn from the declared length and difficulty': [
    COURT,
    "a practice bot's result is drawn from the declared length and difficulty",
  ],
  'Scope: individual': [SCOPES, 'individual: whoever came upon it'],
  random: [SCOPES, 'random: one who is drawn, and nobody who rests in a camp'],
  'mass (all players)': [SCOPES, 'mass: all players, each in the own chat'],
  'regional (all in a zone)': [SCOPES, 'regional: all in that zone'],
  timed: [
    KINDS,
    'a check with a clock goes on beside the turn, and is thrown on a word',
    'and thrown by the clock when nobody throws it',
  ],
  'One active, two queued': [SCOPES, 'and no more: not from viewers, not from a mass trial'],
  'Success: prize sampled by tier and luck': [SCOPES, 'success: a prize sampled by tier and luck'],
  'Failure or `!drop`: punishment sampled': [SCOPES, 'failure or giving up: a punishment is sampled'],
  'a game given up skips none of its time': [
    'bot/engine/trials/drop.test.ts',
    'leaves its hours to the next one, which is no shorter',
    'keeps them until one is finished, also over several that are given up',
  ],
  '(lose an item, step back, debuff, fine, coin flip)': [SCOPES, 'of every kind that the rules name'],
  '`!reroll` where an item allows it': [
    SCOPES,
    'takes the item and brings another of the same kind, at once',
    'and is refused without one, without a trial, and where there is no other',
  ],
  'Evidence: category and time history of the stream': [COURT, 'category and time history of the stream'],
  'a contested result goes to a jury of randomly drawn linked viewers': [
    COURT,
    'drawn by the dice of the game from those whom the host knows to be linked',
    'one person has one vote, under whichever name, and may change it',
  ],
  'Viewers trigger trials for a player: channel points, Kick rewards, Super Chat': [
    'bot/engine/rewards/rewards.test.ts',
    'is applied, told, and owed to the platform until it is settled',
    'of every kind in the pack changes something',
  ],
  'or influence through `!trial`': [TRIALS, 'trigger trials for influence, within limits'],
  'Limits per player and viewer': [
    LEDGER,
    'has the limits of trials for influence: per viewer and per player, and says why',
  ],
  'what cannot be served is refunded, and says why': [
    LEDGER,
    'is returned when no trial fits',
    'is returned when its turn does not come in time, and leaves the queue',
  ],
  'Every redemption ends as applied or returned': [LEDGER, 'over random evenings'],
  'with a public receipt': [
    'bot/engine/rewards/rewards.test.ts',
    'is applied, told, and owed to the platform until it is settled',
  ],
  'across crashes': [LEDGER, 'survives a crash: what is held follows from the log'],
  'and the end of the game': [LEDGER, 'is returned when the game ends before'],
  'A printed equaliser makes a chat of 150 and a chat of 20,000 comparable (sub-linear, capped': [
    LEDGER,
    'is sub-linear and capped: a chat of 150 and one of 20,000 are comparable',
  ],
  'with a budget per hour)': [LEDGER, 'has a budget per hour'],
  'Windows close by event time plus each platform’s measured lag, and say so on screen': [
    LEDGER,
    'and say so: the poll knows when it is counted',
  ],
});
