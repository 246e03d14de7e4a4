/** What the admin does is told to every chat, with the reason that was given. */
import { clean, cut } from '../../text.ts';
import { scopeText, tuningText } from '../admin/words.ts';
import { playerName } from '../say.ts';
import { duration } from '../template.ts';
import { part, type Tellers } from './tale.ts';

const LONGEST_REASON = 100;

/** Words of the admin, without what a platform could take for a command. */
const said = (reason: string) => cut(clean(reason).replace(/^[/.!@\s]+/, ''), LONGEST_REASON);

export const ADMIN: Tellers = {
  tuned: ({ tuning }, { speech }) => {
    const wait =
      tuning.until === null ? undefined : duration(speech.lang, (tuning.until - tuning.since) / 1000);
    const what = { n: String(tuning.n), what: tuningText(speech, tuning), scope: scopeText(speech, tuning) };
    return part(null, ['tuned', { ...what, wait, reason: said(tuning.reason) }], { weight: 9 });
  },
  untuned: ({ n, why, reason }) => {
    // The one that takes its place is told in the same line.
    if (why === 'replaced') return null;
    const phrase = why === 'expired' ? 'untunedLate' : 'untuned';
    return part(null, [phrase, { n: String(n), reason: said(reason) }], { weight: 8 });
  },
  corrected: ({ players, reason, undoes }, { speech }) => {
    const values = { players: players.map((id) => playerName(speech, id)).join(', '), reason: said(reason) };
    const what =
      undoes === null
        ? (['corrected', values] as const)
        : (['undone', { ...values, seq: String(undoes) }] as const);
    return part(null, what, { weight: 9 });
  },
  reseated: ({ player, kind, same, reason }, { speech }) => {
    const phrase = same
      ? kind === 'bot'
        ? 'seatToBot'
        : 'seatBack'
      : kind === 'bot'
        ? 'seatNewBot'
        : 'seatNew';
    const values = { name: playerName(speech, player), reason: said(reason) };
    return part(null, [phrase, values], { weight: 9 });
  },
  ruleChangeSet: ({ change }) => {
    const list = Object.entries(change.patch)
      .map(([path, value]) => `${path} = ${value}`)
      .join(', ');
    const values = { n: String(change.n), turn: String(change.turn), list, reason: said(change.reason) };
    return part(null, ['ruleChangeSet', values], { weight: 9 });
  },
  ruleChangeTook: ({ n }) => part(null, ['ruleChangeTook', { n: String(n) }], { weight: 8 }),
  ruleChangeDropped: ({ n, reason }) =>
    part(null, ['ruleChangeDropped', { n: String(n), reason: said(reason) }], { weight: 8 }),
};
