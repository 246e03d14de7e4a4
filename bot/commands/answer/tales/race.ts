/** The super game and the clocks: stages, turns, coming and going. */
import { playerName, wordsOf } from '../say.ts';
import { duration } from '../template.ts';
import { part, type Tellers } from './tale.ts';

export const RACE: Tellers = {
  stageBegan: ({ player, stage }, { speech }) =>
    // The other two are told by what they ask.
    stage === 'guardian'
      ? part(player, ['stagesBegin', { name: playerName(speech, player) }], {
          ...{ weight: 7, sign: '🏁', named: true },
        })
      : null,
  stageEnded: ({ player, stage, won }, { speech }) =>
    part(player, [won ? 'stageWon' : 'stageLost', { stage: wordsOf(speech.lang).stages[stage] }], {
      weight: 7,
    }),
  superGameLost: ({ player }) => part(player, ['stagesLost'], { weight: 7 }),
  wentLive: ({ player, why }) => (why === 'acted' ? null : part(player, ['wentLive'], { weight: 5 })),
  wentOff: ({ player }) => part(player, ['wentOff'], { weight: 5 }),
  daysOffSet: ({ player, daysOff }, { speech }) => {
    const open = daysOff.find((day) => day.until > speech.at);
    if (!open) return part(player, ['daysOffOver'], { weight: 8 });
    const { lang, at } = speech;
    const wait = open.from > at ? duration(lang, (open.from - at) / 1000) : undefined;
    const days = Math.round((open.until - open.from) / 86_400_000);
    return part(player, ['daysOff', { days, wait }], { weight: 8, sign: '⏳' });
  },
  autopilotSet: ({ player, on }) => part(player, [on ? 'autopilotOn' : 'autopilotOff'], { weight: 8 }),
  goodsReleased: ({ player, items }) => part(player, ['goodsReleased', { items }], { weight: 9 }),
  turnOrderSet: ({ order }) => part(null, [order === 'rounds' ? 'rounds' : 'roundsOff'], { weight: 8 }),
  turnGiven: ({ player, until }, { speech, events }, at) => {
    const later = events.slice(at + 1).some((event) => event.type === 'turnGiven');
    if (later) return null;
    const wait = duration(speech.lang, (until - speech.at) / 1000);
    return part(player, ['turn', { name: playerName(speech, player), wait }], { weight: 7, named: true });
  },
  luckClosed: ({ n, words, root }) =>
    part(null, ['luckClosed', { n: String(n), words, root: root.slice(0, 16) }], { weight: 6 }),
  epochTurned: ({ n, seed }) =>
    part(null, ['epoch', { n: String(n), seed: seed.slice(0, 16) }], { weight: 6 }),
};
