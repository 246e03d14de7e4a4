/** What stands between players, and what is offered. */
import type { OfferView, TreatyView } from '../../../protocol/views.ts';
import { playerName, type Speech, wordsOf } from '../say.ts';
import { duration } from '../template.ts';
import { goodsText } from '../wares.ts';
import { type Answerer, sentence, short } from './asked.ts';

/** Everybody's treaties; offers only where the bag of the asked player is at hand. */
export const treaties: Answerer = ({ speech, board, bag }) => {
  const standing = (board.treaties ?? []).map((treaty) => treatyText(speech, treaty));
  const offered = (bag?.offers ?? []).map((offer) => offerText(speech, offer));
  const first =
    standing.length > 0 ? sentence('treatiesList', { list: short(standing, 8) }) : sentence('treatiesNone');
  return offered.length > 0 ? [first, sentence('offersList', { list: short(offered, 4) })] : [first];
};

function treatyText(speech: Speech, { kind, between, until }: TreatyView): string {
  const [a, b] = between.map((id) => playerName(speech, id));
  const left = until === null ? '' : `, ${duration(speech.lang, (until - speech.at) / 1000)}`;
  return `${a} — ${b} (${wordsOf(speech.lang).treaties[kind]}${left})`;
}

function offerText(speech: Speech, offer: OfferView): string {
  const people = `${playerName(speech, offer.from)} → ${playerName(speech, offer.to)}`;
  const what =
    offer.is === 'treaty'
      ? wordsOf(speech.lang).treaties[offer.kind]
      : `${goodsText(speech, offer.give)} / ${goodsText(speech, offer.want)}`;
  // No full stop behind the number: a line that is cut short is cut at one.
  return `${speech.lang === 'ru' ? '№' : '#'}${offer.n} ${people}: ${what}`;
}
