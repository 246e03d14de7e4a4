/** The rules, section 15: what nobody else has. */
import { expect } from 'vitest';
import { boardView } from '../views/board.ts';
import { court } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const GATES = 'bot/balance/gates.test.ts';
const TUNING = 'bot/engine/tuning/tuning.test.ts';

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
