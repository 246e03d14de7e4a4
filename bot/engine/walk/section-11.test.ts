/** The rules, section 11: the super game. */
import { walk } from './walk.suite.ts';

const FINAL = 'bot/engine/final/final.test.ts';

walk('11. Super game', {
  'Who reaches the finish opens it': [FINAL, 'is opened by who reaches the finish'],
  'three stages, each for a different strength': [
    FINAL,
    'has three stages: the guardian, the chorus, and the last throw',
    'asks each stage for another strength: an attribute, a chat, the bag',
  ],
  'the guardian (combat at tier 7)': [FINAL, 'meets the guardian at tier 7'],
  'the chorus (a chat trial of all the player’s platforms at once)': [
    FINAL,
    'lets all chats of the player sing at once: as many different people as the equaliser asks',
  ],
  'the last throw (a dice duel against the house': [FINAL, 'is a dice duel against the house'],
  'or the runner-up': [FINAL, 'or against the runner-up, if that one is near enough'],
  'with what is left in the bag as stakes)': [
    FINAL,
    'puts what is left in the bag at stake: the dearest things lend their weight',
    'lost to the runner-up, hands them over',
  ],
  'Two of three win the game': [FINAL, 'is won by two of three', 'is won by the last two of three as well'],
  'Lose: back to the last camp, and the gate closes for that player for a while': [
    FINAL,
    'lost, leads back to the last camp, and the gate closes for that player for a while',
  ],
  'rivals may catch up': [FINAL, 'shuts the gate for the loser alone: rivals may catch up'],
  'At the end: places': [
    FINAL,
    'there are places: the winner, then by distance, super games, score and seat',
  ],
  statistics: [FINAL, 'there are statistics'],
  'seed revealed': ['bot/host/host.test.ts', 'ends with a winner, closes its log, and verifies'],
  'season table updated': [FINAL, 'the season table is updated'],
});
