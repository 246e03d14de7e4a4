/** The rules, section 10: with and against each other. */
import { walk } from './walk.suite.ts';

const TREATIES = 'bot/engine/diplomacy/treaties.test.ts';
const WAR = 'bot/engine/diplomacy/war.test.ts';
const TRADE = 'bot/engine/diplomacy/trade.test.ts';
const GRANT = 'bot/engine/helpers/grant.test.ts';

walk('10. With and against each other', {
  'Alliance: offer, accept, decline, leave': [
    TREATIES,
    'offer: waits for the other, and changes nothing yet',
    'accept: by the one who was asked, and by nobody else',
    'decline: nothing is signed, and the same player may not ask again for a while',
    'leave: by notice; what was agreed holds until it is over, and there is no price',
  ],
  'at most two partners': [
    TREATIES,
    'at most two partners, for the one who asks and for the one who is asked',
  ],
  'Allies gift at any distance': [TREATIES, 'gift at any distance'],
  'cannot target one another': [TREATIES, 'cannot target one another, by name or among all'],
  'may assist once per fight': [TREATIES, 'may assist once per fight'],
  'Breaking it marks an oathbreaker for a while': [
    TREATIES,
    'at once, and the price is paid: a mark, gold to the other, reputation',
    'for a while: as long as the mark is there, nobody allies with its bearer',
  ],
  'War: declared on one rival': [WAR, 'needs nobody’s consent, and is one at a time'],
  'with a cooldown': [WAR, 'the next one comes after a rest, an early peace does not shorten it'],
  'lasts 24 h (marathon) or 20 min (session)': [WAR, 'lasts 24 h (marathon) or 20 min (session)'],
  'removes range limits on items': [WAR, 'between the two, and between nobody else'],
  'meeting on one cell forces a clash': [WAR, 'whoever comes, and both chats are asked'],
  'spoils to the winner': [WAR, 'gold from the loser, and the loser is hurt'],
  'peace by agreement': [WAR, 'a truce that both want ends it', 'nobody leaves or betrays a war'],
  'Items on rivals: within range': [WAR, 'within range'],
  'not in camps': [WAR, 'not in camps, in a war neither'],
  'not on allies': [WAR, 'not on allies'],
  'wards and reflections answer': [WAR, 'wards and reflections answer, across the map too'],
  'treaties: data with terms, expiry and the price of betrayal': [
    TREATIES,
    'a truce keeps two apart until its time is up',
    'a tribute is paid at once, again each period, and is peace as long as it is paid',
    'terms are those of the signing, whatever the rules become',
  ],
  'public in the chronicle': [
    TREATIES,
    'public in the chronicle: events without a secret, and all of it on the board',
  ],
  'Trade in a market: offer': [TRADE, 'offer: nothing moves before the other has confirmed'],
  counter: [TRADE, 'counter: other terms are another offer, which now the first has to confirm'],
  'confirm on both sides; atomic': [TRADE, 'confirm on both sides: things and gold change hands at once'],
  'Helpers: which tags or items': [GRANT, 'which tags or items'],
  'on self only or on rivals too': [GRANT, 'on self only or on rivals too'],
  'how many uses': [GRANT, 'how many uses'],
  'until when': [GRANT, 'until when'],
  'with approval or without': [GRANT, 'with approval or without'],
  'Every use is logged under the helper’s id': [GRANT, 'logged under the helper’s id'],
  'Revoked at any time': [GRANT, 'revoked at any time'],
  'In-game chat: players': ['bot/host/speech.test.ts', 'players: their chats, and no page'],
  alliance: ['bot/host/speech.test.ts', 'alliance: the partners alone'],
  everyone: [
    'bot/player/process.test.ts',
    'carries what a player says into the other chats, and into no log',
  ],
  moderated: [
    'bot/engine/diplomacy/channels.test.ts',
    'moderated: the referee closes it to a speaker, for a time or for good',
    'moderated: no links, nothing invisible, not too long, not too fast',
  ],
});
