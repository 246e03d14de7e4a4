/** Treaties, trades and fights between players. Public: every chat is told. */
import type { Fighter } from '../../../engine/diplomacy/events.ts';
import type { Treaty } from '../../../engine/diplomacy/state.ts';
import type { EventOf } from '../../../engine/events.ts';
import type { Phrase } from '../phrases.ts';
import { playerName, type Speech, wordsOf } from '../say.ts';
import { duration, signed } from '../template.ts';
import { goodsText } from '../wares.ts';
import { part, type Tellers, type Told } from './tale.ts';

const SIGNED: Readonly<Record<Treaty['kind'], Phrase>> = {
  alliance: 'allianceSigned',
  truce: 'truceSigned',
  tribute: 'tributeSigned',
  war: 'warDeclared',
};
const ENDED: Readonly<Record<EventOf<'treatyEnded'>['why'], Phrase | null>> = {
  expired: 'treatyExpired',
  left: 'treatyOver',
  betrayed: 'treatyBetrayed',
  // The treaty that takes its place is told in the same line.
  replaced: null,
  unpaid: 'treatyUnpaid',
};
const CLOSED: Readonly<Record<EventOf<'offerClosed'>['why'], Phrase | null>> = {
  accepted: null,
  declined: 'offerDeclined',
  late: 'offerLate',
  withdrawn: 'offerWithdrawn',
  countered: 'offerCountered',
};

export const DIPLOMACY: Tellers = {
  offered: ({ offer }, { speech }) => {
    const people = { name: playerName(speech, offer.from), other: playerName(speech, offer.to) };
    const wait = left(speech, offer.until);
    if (offer.is === 'treaty') {
      const treaty = wordsOf(speech.lang).treaties[offer.kind];
      const pays = offer.pay ? playerName(speech, offer.pay.from) : undefined;
      const values = { ...people, treaty, pays, gold: offer.pay?.gold, wait };
      return part(null, ['treatyOffered', values], { weight: 9, sign: '🤝' });
    }
    const give = goodsText(speech, offer.give);
    const want = goodsText(speech, offer.want);
    return part(null, ['tradeOffered', { ...people, give, want, wait }], { weight: 9, sign: '🤝' });
  },
  offerClosed: ({ from, to, why }, { speech, events }) => {
    const phrase = CLOSED[why];
    // A war says by itself that nothing is on the table any more.
    if (!phrase || (why === 'withdrawn' && events.some(({ type }) => type === 'treatySigned'))) return null;
    const name = playerName(speech, why === 'withdrawn' ? from : to);
    return part(null, [phrase, { name }], { weight: 6, sign: '🤝' });
  },
  treatySigned: ({ treaty }, { speech }) => {
    const { kind, between, pay, until } = treaty;
    const values = {
      ...people(speech, between),
      pays: pay ? playerName(speech, pay.from) : undefined,
      gold: pay?.gold,
      wait: until === null ? undefined : left(speech, until),
    };
    return part(null, [SIGNED[kind], values], { weight: 9, sign: kind === 'war' ? '⚔' : '🤝' });
  },
  treatyLeft: ({ kind, by, other, until }, { speech }) => {
    const values = { ...people(speech, [by, other]), ...named(speech, kind), wait: left(speech, until) };
    return part(null, ['treatyLeft', values], { weight: 9, sign: '🤝' });
  },
  treatyEnded: ({ kind, between, why, by }, { speech }) => {
    const phrase = ENDED[why];
    if (!phrase) return null;
    const first = by ?? between[0];
    const second = between[0] === first ? between[1] : between[0];
    const values = { ...people(speech, [first, second]), ...named(speech, kind) };
    return part(null, [phrase, values], { weight: why === 'betrayed' ? 9 : 7, sign: '🤝' });
  },
  tributePaid: ({ from, to, gold }, { speech }) =>
    part(null, ['tributePaid', { ...people(speech, [from, to]), gold }], { weight: 5, sign: '🤝' }),
  traded: ({ from, to }, { speech }) =>
    part(null, ['traded', people(speech, [from, to])], { weight: 9, sign: '🤝' }),
  clashBegun: ({ clash }, { speech }) => {
    const [came, there] = clash.sides;
    const values = { ...people(speech, [came.player, there.player]), wait: left(speech, clash.until) };
    return part(null, ['clashBegun', values], { weight: 9, sign: '⚔' });
  },
  assisted: ({ player, ally, bonus }, { speech }) =>
    part(null, ['assisted', { ...people(speech, [player, ally]), by: signed(speech.lang, bonus) }], {
      weight: 9,
      sign: '⚔',
    }),
  clashRound: ({ sides: [one, two], round }, { speech }) => {
    const values = { ...people(speech, [one.player, two.player]), round, total: one.total, less: two.total };
    return part(null, ['clashRound', values], { weight: 8, sign: '⚔' });
  },
  clashFought: (event, { speech }) => fought(event, speech),
  clashCalledOff: ({ players }, { speech }) =>
    part(null, ['clashOff', people(speech, players)], { weight: 8, sign: '🤝' }),
  muted: ({ who, until }, { speech }) => {
    const wait = until === null ? undefined : left(speech, until);
    return part(null, ['muted', { name: playerName(speech, who), wait }], { weight: 9 });
  },
  unmuted: ({ who }, { speech }) => part(null, ['unmuted', { name: playerName(speech, who) }], { weight: 9 }),
};

function people(speech: Speech, [a, b]: readonly [string, string]): { name: string; other: string } {
  return { name: playerName(speech, a), other: playerName(speech, b) };
}

function named({ lang }: Speech, kind: Treaty['kind']): { treaty: string } {
  return { treaty: wordsOf(lang).treaties[kind] };
}

function left({ lang, at }: Speech, until: number): string {
  return duration(lang, (until - at) / 1000);
}

function fought({ sides, winner }: EventOf<'clashFought'>, speech: Speech): Told {
  const [first, second] = winner === sides[1].player ? [sides[1], sides[0]] : sides;
  const values = {
    ...people(speech, [first.player, second.player]),
    total: first.total,
    less: second.total,
    stance: stanceText(speech, first),
    otherStance: stanceText(speech, second),
  };
  return part(null, [winner === null ? 'clashEven' : 'clashWon', values], { weight: 9, sign: '⚔' });
}

/** As the pack calls it. */
function stanceText(speech: Speech, { stance }: Fighter): string {
  const own = speech.texts.treaties?.war?.options?.[stance - 1];
  const { stances } = wordsOf(speech.lang);
  if (stance === 0) return stances.none;
  return own ?? (stance === 1 ? stances[1] : stance === 2 ? stances[2] : stances[3]);
}
