/** Trials, their results, punishments. */
import type { Phrase } from '../phrases.ts';
import { diceText, entryName, viewerName } from '../say.ts';
import { duration } from '../template.ts';
import { entry, part, type Tale, type Tellers } from './tale.ts';

const FAILED = {
  failed: 'failed',
  late: 'failedLate',
  dropped: 'failedDropped',
  judged: 'failedJudged',
} as const;

/** Why a paid wish came out as it did. */
const WISHES: Readonly<Record<string, Phrase>> = {
  applied: 'redeemed',
  unknown: 'wishUnknown',
  'not-running': 'wishResting',
  full: 'wishFull',
  often: 'wishOften',
  'no-trial': 'wishNoTrial',
  ended: 'wishEnded',
  'after-end': 'wishEnded',
  waited: 'wishWaited',
  gone: 'wishWaited',
};

export const TRIALS: Tellers = {
  skillLearned: ({ player, skill }, { speech }) =>
    part(player, ['skillLearned', entry(speech, 'skills', skill)], { weight: 8, sign: '🎁' }),
  checked: (event, { speech }) =>
    part(
      event.player,
      [
        event.passed ? 'checkPassed' : 'checkFailed',
        {
          entry: entryName(speech, 'trials', event.trial),
          dice: diceText(speech, event.dice, event.bonus),
          total: event.total,
          need: event.need,
        },
      ],
      { weight: 8, sign: '📜' },
    ),
  trialPassed: ({ player, trial }, tale) =>
    wasChecked(tale, trial)
      ? null
      : part(player, ['passed', entry(tale.speech, 'trials', trial)], { weight: 8, sign: '🎁' }),
  trialFailed: ({ player, trial, why }, tale) =>
    wasChecked(tale, trial)
      ? null
      : part(player, [FAILED[why], entry(tale.speech, 'trials', trial)], { weight: 8, sign: '📜' }),
  hoursKept: ({ player, hours }, { speech }) =>
    hours > 0
      ? part(player, ['hoursKept', { wait: duration(speech.lang, hours * 3600) }], { weight: 7, sign: '⏳' })
      : null,
  proofGiven: ({ player }) => part(player, ['proof'], { weight: 8, sign: '📜' }),
  punished: ({ player, punishment }, { speech }) =>
    part(player, ['punished', entry(speech, 'punishments', punishment)], { weight: 7 }),
  spared: ({ player }) => part(player, ['spared'], { weight: 6 }),
  redeemed: ({ player, viewer, reward, why }, { speech }) =>
    part(
      player,
      [
        WISHES[why] ?? 'wishUnknown',
        { ...entry(speech, 'rewards', reward), viewer: viewerName(speech, viewer) },
      ],
      {
        weight: 9,
        sign: '🎁',
      },
    ),
  wishHeld: ({ player, viewer, reward }, { speech }) =>
    part(player, ['wishHeld', { ...entry(speech, 'rewards', reward), viewer: viewerName(speech, viewer) }], {
      weight: 9,
      sign: '⏳',
    }),
  challenged: ({ player, trial, cost }, { speech }) =>
    part(player, ['challenged', { ...entry(speech, 'trials', trial), cost }], { weight: 8, sign: '📜' }),
};

function wasChecked({ events }: Tale, trial: string): boolean {
  return events.some((event) => event.type === 'checked' && event.trial === trial);
}
