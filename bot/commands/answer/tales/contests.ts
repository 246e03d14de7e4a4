/** Trials for many, duels of chats, doubts and juries. */
import type { Phrase } from '../phrases.ts';
import { entryName, playerName } from '../say.ts';
import { duration } from '../template.ts';
import { entry, part, type Tellers } from './tale.ts';

const CALLED: Readonly<Record<string, Phrase>> = { mass: 'calledMass', regional: 'calledRegional' };
const CLOSED = {
  upheld: 'caseUpheld',
  overturned: 'caseOverturned',
  doubt: 'caseDoubt',
  void: 'caseVoid',
} as const;

export const CONTESTS: Tellers = {
  trialCalled: ({ trial, scope, players }, { speech }) => {
    const values = entry(speech, 'trials', trial);
    const first = players[0];
    if (first === undefined) return part(null, ['calledNobody', values], { weight: 7, sign: '📜' });
    const phrase = CALLED[scope] ?? 'calledRandom';
    return part(null, [phrase, { ...values, name: playerName(speech, first) }], { weight: 8, sign: '📜' });
  },
  trialRerolled: ({ player, from, to }, { speech }) => {
    const old = entryName(speech, 'trials', from);
    if (to === null) return part(player, ['swapped', { from: old }], { weight: 9, sign: '📜' });
    return part(player, ['rerolled', { from: old, ...entry(speech, 'trials', to) }], {
      weight: 9,
      sign: '📜',
    });
  },
  performed: ({ player, trial }, { speech }) =>
    part(player, ['performed', entry(speech, 'trials', trial)], { weight: 8, sign: '📜' }),
  duelCalled: ({ player, rival, round }, { speech }) => {
    const values = {
      name: playerName(speech, player),
      other: playerName(speech, rival),
      round: String(round),
    };
    return part(null, [round > 1 ? 'duelRound' : 'duelCalled', values], { weight: 8, sign: '📜' });
  },
  duelEnded: ({ winner }, { speech }) =>
    winner === null
      ? part(null, ['chatsDrawn'], { weight: 8, sign: '📜' })
      : part(null, ['chatsWon', { name: playerName(speech, winner) }], { weight: 8, sign: '🎁' }),
  contested: ({ player, by, stake }, { speech }) => {
    const pending = speech.board?.players.find(({ id }) => id === player)?.pending;
    const trial =
      pending?.is === 'trial' ? entryName(speech, 'trials', pending.trial) : playerName(speech, player);
    const values = { by: playerName(speech, by), entry: trial, stake: String(stake) };
    return part(null, ['contested', values], { weight: 9, sign: '📜' });
  },
  juryDrawn: ({ jurors, until }, { speech }) => {
    const wait = duration(speech.lang, (until - speech.at) / 1000);
    return part(null, ['juryDrawn', { count: String(jurors.length), wait }], { weight: 9, sign: '📢' });
  },
  juryVoted: ({ player }) => part(player, ['juryVoted'], { weight: 5, sign: '📢' }),
  caseClosed: ({ how }) => part(null, [CLOSED[how]], { weight: 8, sign: '📜' }),
};
