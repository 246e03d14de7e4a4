/** The life of a game, helpers. */
import { entryName, grantTerms, knownViewer, playerName, viewerName, wordsOf } from '../say.ts';
import { part, type Tellers } from './tale.ts';

export const LIFE: Tellers = {
  joined: ({ player, classId }, { speech }) =>
    part(
      player,
      ['joined', { name: playerName(speech, player), class: entryName(speech, 'classes', classId) }],
      { weight: 5, named: true },
    ),
  prepared: ({ player, classId, skills }, { speech }) =>
    part(
      player,
      [
        'prepared',
        {
          class: entryName(speech, 'classes', classId),
          skills: skills.map((id) => entryName(speech, 'skills', id)).join(', '),
        },
      ],
      { weight: 5 },
    ),
  readied: ({ player }) => part(player, ['readied'], { weight: 5 }),
  started: () => part(null, ['started'], { weight: 9, sign: '🏁' }),
  paused: () => part(null, ['paused'], { weight: 9, sign: '⏳' }),
  resumed: () => part(null, ['resumed'], { weight: 9, sign: '⏳' }),
  cancelled: () => part(null, ['cancelled'], { weight: 9 }),
  superGameOpened: ({ player }, { speech, events }) => {
    // The throw itself is asked for in the same breath.
    if (events.some((event) => event.type === 'pended' && event.pending.is === 'final')) return null;
    return part(player, ['superGame', { name: playerName(speech, player) }], {
      weight: 9,
      sign: '🏁',
      named: true,
    });
  },
  ended: ({ winner, places }, { speech }) =>
    part(
      null,
      [
        'ended',
        {
          name: playerName(speech, winner),
          places: places.map((id, i) => `${i + 1}. ${playerName(speech, id)}`).join(', '),
        },
      ],
      { weight: 9, sign: '🏁' },
    ),
};

export const HELPERS: Tellers = {
  helperGranted: ({ viewer, grant }, { speech }) =>
    part(
      null,
      [
        'granted',
        {
          viewer: knownViewer(speech, viewer),
          uses: grant.uses,
          per: wordsOf(speech.lang).per[grant.per],
          ...grantTerms(speech, grant),
          rivals: grant.target === 'any' ? wordsOf(speech.lang).onRivals : undefined,
          asks: grant.approval ? wordsOf(speech.lang).withAsking : undefined,
        },
      ],
      { weight: 8, sign: '🤝' },
    ),
  helperRevoked: ({ viewer }, { speech }) =>
    part(null, ['revoked', { viewer: viewerName(speech, viewer) }], { weight: 8 }),
  helpAsked: ({ request }, { speech }) =>
    part(
      null,
      [
        'helpAsked',
        {
          viewer: viewerName(speech, request.by),
          entry: entryName(speech, 'items', request.item),
          n: String(request.n),
        },
      ],
      { weight: 8, sign: '🤝' },
    ),
  helpAnswered: ({ n, yes }) => part(null, [yes ? 'helpYes' : 'helpNo', { n: String(n) }], { weight: 5 }),
};
