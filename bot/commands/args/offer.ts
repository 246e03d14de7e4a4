import { type Fault, fault, type OpenOffer, type ReadContext, type Typed } from '../spec.ts';
import { echo } from '../text.ts';
import { wholeNumber } from './number.ts';
import { readPlayer, withoutFillers } from './player.ts';

/**
 * The offer that is answered: by its number, by who is on the other side, or the only one there is.
 * `mine`: own offers count too, to be taken back; those of others come first.
 */
export function readOffer(typed: Typed, context: ReadContext, mine: boolean): number | Fault {
  const open = context.offers ?? [];
  const toMe = open.filter((offer) => offer.to === context.player);
  const words = withoutFillers(typed.words);
  if (words.length === 0) return only(toMe.length > 0 || !mine ? toMe : open, typed, context);
  const number = words.length === 1 ? wholeNumber(words[0]!) : null;
  if (number !== null) return number;
  const other = readPlayer(words.join(' '), context);
  if (typeof other !== 'string') return other;
  const theirs = toMe.filter(({ from }) => from === other);
  const own = mine ? open.filter(({ to }) => to === other) : [];
  return only(theirs.length > 0 ? theirs : own, typed, context);
}

function only(offers: readonly OpenOffer[], typed: Typed, context: ReadContext): number | Fault {
  const [first, ...others] = offers;
  if (!first) return fault('no-offer');
  if (others.length === 0) return first.n;
  const list = offers.slice(0, 6).map(({ n, from, to }) => {
    const name = context.names[from === context.player ? to : from] ?? from;
    return `${n} (${echo(name) || from})`;
  });
  return fault('many-offers', { offers: list.join(', '), first: first.n, command: typed.name });
}
