/** Which number is asked about: `!why roll`, `!почему ум`, `!why price thermos`, `!почему 7`. */
import { sameWord } from '../match.ts';
import type { Meaning, ReadContext, Typed, WhyAbout } from '../spec.ts';
import { fault } from '../spec.ts';
import { echo } from '../text.ts';
import { findItem, oneItem } from './item.ts';
import { wholeNumber } from './number.ts';
import { readPlayer, withoutFillers } from './player.ts';

const NAMES: readonly (readonly [WhyAbout, string])[] = [
  [{ what: 'roll' }, 'roll dice total бросок кубики сумма выпало'],
  [{ what: 'move' }, 'move cell steps ход клетка шаги путь'],
  [{ what: 'check' }, 'check trial difficulty need проверка испытание сложность'],
  [{ what: 'pace' }, 'wait cooldown timer ожидание таймер ждать'],
  [{ what: 'number', name: 'strength' }, 'strength str сила силы'],
  [{ what: 'number', name: 'agility' }, 'agility agi ловкость ловкости'],
  [{ what: 'number', name: 'endurance' }, 'endurance end выносливость выносливости'],
  [{ what: 'number', name: 'mind' }, 'mind int ум ума разум'],
  [{ what: 'number', name: 'luck' }, 'luck удача удачи'],
  [{ what: 'number', name: 'hp' }, 'hp health хп здоровье'],
  [{ what: 'number', name: 'slots' }, 'slots bag room сумка слоты'],
  [{ what: 'number', name: 'power' }, 'power strike удар удары удара'],
  [{ what: 'number', name: 'magic' }, 'magic магия магии'],
  [{ what: 'number', name: 'earth' }, 'earth земля землёй'],
  [{ what: 'number', name: 'water' }, 'water вода водой'],
  [{ what: 'number', name: 'fire' }, 'fire огонь огнём'],
  [{ what: 'number', name: 'electricity' }, 'electricity электричество ток током'],
  [{ what: 'number', name: 'push' }, 'push толчок толчком'],
  [{ what: 'number', name: 'stun' }, 'stun оглушение'],
  [{ what: 'number', name: 'slow' }, 'slow замедление'],
  [{ what: 'number', name: 'bleed' }, 'bleed bleeding раны кровь'],
];
const PAIRS = NAMES.flatMap(([about, names]) => names.split(' ').map((name) => ({ about, name })));
const PRICE = ['price', 'cost', 'цена', 'цены', 'стоит'];

/** Without words: the last roll. */
export function readWhy(typed: Typed, context: ReadContext): Meaning {
  const words = withoutFillers(typed.words)
    .map((word) => word.replace(/[?!.]+$/, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return asked({ what: 'roll' });
  const price = words.findIndex((word) => PRICE.some((one) => sameWord(word, one)));
  if (price >= 0)
    return ofPrice(
      words.filter((_, i) => i !== price),
      context,
    );
  const at = words.findIndex((word) => aboutOf(word) !== null);
  if (at < 0) return orPlayer(words, context);
  const about = aboutOf(words[at]!)!;
  const rest = words.filter((_, i) => i !== at).join(' ');
  if (rest === '') return asked(about);
  const player = readPlayer(rest, context);
  return typeof player === 'string' ? { ...asked(about), args: { why: about, player } } : player;
}

function asked(why: WhyAbout): Extract<Meaning, { kind: 'query' }> {
  return { kind: 'query', query: 'why', args: { why } };
}

function aboutOf(word: string): WhyAbout | null {
  const value = wholeNumber(word);
  if (value !== null) return { what: 'value', value };
  return PAIRS.find(({ name }) => sameWord(word, name))?.about ?? null;
}

function ofPrice(words: readonly string[], context: ReadContext): Meaning {
  if (words.length === 0) return asked({ what: 'price', item: null });
  const text = words.join(' ');
  const found = findItem(text, context, { hand: context.market ?? [] });
  const item = found ? oneItem(found, text, context) : fault('unknown-item', { typed: echo(text) || '?' });
  return typeof item === 'string' ? asked({ what: 'price', item }) : item;
}

/** A name alone asks for the last roll of that one; what is neither a number nor a name is told so. */
function orPlayer(words: readonly string[], context: ReadContext): Meaning {
  const player = readPlayer(words.join(' '), context);
  if (typeof player === 'string')
    return { kind: 'query', query: 'why', args: { why: { what: 'roll' }, player } };
  return fault('unknown-number', { typed: echo(words.join(' ')) || '?' });
}
