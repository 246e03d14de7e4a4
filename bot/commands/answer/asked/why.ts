/** "Why is this 7?": the steps of a number, in one line. */

import type { PriceWhy } from '../../../engine/bag/market.ts';
import type { Step } from '../../../engine/why/step.ts';
import type { Why, WhySum } from '../../../engine/why/why.ts';
import type { WhyAbout } from '../../spec.ts';
import { adminWords, named, sourceName } from '../admin/words.ts';
import type { Part } from '../compose.ts';
import { entryName, playerName, type Speech } from '../say.ts';
import { figure, signed } from '../template.ts';
import { type Answerer, type Asked, sentence, short } from './asked.ts';

const MOST_PRICES = 3;

export const why: Answerer = (asked) => {
  const { speech, player, bag, why: wanted } = asked;
  const name = playerName(speech, player.id);
  const known = bag?.why;
  if (!known) return [sentence('bagClosed', { name })];
  const parts = about(asked, known, wanted ?? { what: 'roll' });
  return parts.length > 0 ? parts : [sentence('whyNothing', { name })];
};

function about({ speech, player }: Asked, known: Why, wanted: WhyAbout): readonly Part[] {
  const name = playerName(speech, player.id);
  const teller = { speech, name, known };
  switch (wanted.what) {
    case 'roll':
      return roll(teller);
    case 'move':
      return move(teller);
    case 'check':
      return check(teller);
    case 'pace':
      return [pace(teller)];
    case 'price':
      return prices(teller, wanted.item);
    case 'value':
      return ofValue(teller, wanted.value);
    case 'number':
      return number(teller, wanted.name);
  }
}

interface Teller {
  readonly speech: Speech;
  readonly name: string;
  readonly known: Why;
}

function roll({ speech, name, known }: Teller): readonly Part[] {
  if (!known.roll) return [];
  const values = { name, steps: stepsText(speech, known.roll), total: known.roll.total };
  return [{ ...sentence('whyRoll', values), sign: '🎲' }];
}

function move({ speech, name, known }: Teller): readonly Part[] {
  if (!known.move) return [];
  const { rolled, parts, stop } = known.move;
  const cells = parts.filter(({ why: by }) => by === 'roll').reduce((sum, part) => sum + part.cells, 0);
  const others = parts
    .filter(({ why: by }) => by !== 'roll')
    .map(({ why: by, cells: count }) => `${anyName(speech, by)} (${count})`)
    .join(', ');
  const values = {
    ...{ name, rolled, cells: String(cells), others },
    stop: stop === null ? undefined : named(adminWords(speech.lang).stops, stop),
  };
  return [{ ...sentence('whyMove', values), sign: '👣' }];
}

function check({ speech, name, known }: Teller): readonly Part[] {
  if (!known.check) return [];
  const { trial, total, need, asks } = known.check;
  const values = {
    ...{ name, total, need, entry: entryName(speech, 'trials', trial) },
    ...{ steps: stepsText(speech, known.check), asks: stepsText(speech, { total: need, steps: asks }) },
  };
  return [{ ...sentence('whyCheck', values), sign: '📜' }];
}

function number({ speech, name, known }: Teller, what: string): readonly Part[] {
  const sum = Object.hasOwn(known.numbers, what) ? known.numbers[what] : undefined;
  if (!sum) return [];
  const label = named(adminWords(speech.lang).numbers, what);
  return [sentence('whyNumber', { name, what: label, steps: stepsText(speech, sum), total: sum.total })];
}

function pace({ speech, name, known }: Teller): Part {
  const { total, base, tunings } = known.pace;
  if (total === null) return sentence('whyMarathon', { name });
  const word = adminWords(speech.lang).steps.tuning;
  const bent = tunings.map(({ n, percent }) => `${word} ${n}: ${percent}%`).join(', ');
  return sentence('whyPace', { name, total, base, tunings: bent });
}

function prices({ speech, known }: Teller, item: string | null): readonly Part[] {
  if (known.prices.length === 0) return [sentence('whyNoMarket')];
  const wanted =
    item === null ? known.prices.slice(0, MOST_PRICES) : known.prices.filter((one) => one.item === item);
  return wanted.map((one) => price(speech, one));
}

function price(speech: Speech, { item, base, steps, total }: PriceWhy): Part {
  const list = steps.map(
    ({ percent, ...step }) => `${sourceText(speech, step)} ${signed(speech.lang, percent)}%`,
  );
  const values = { entry: entryName(speech, 'items', item), base, steps: list.join(', '), total };
  return sentence('whyPrice', values);
}

/** Whatever of this player comes to that number: the roll and the check first. */
function ofValue(teller: Teller, value: number): readonly Part[] {
  const { roll: last, check: checked, numbers } = teller.known;
  if (last?.total === value) return roll(teller);
  if (checked && (checked.total === value || checked.need === value)) return check(teller);
  const name = Object.keys(numbers).find((key) => numbers[key]?.total === value);
  if (name !== undefined) return number(teller, name);
  const sold = teller.known.prices.find(({ total }) => total === value);
  return sold ? [price(teller.speech, sold)] : [];
}

/** «2+3+1, Сапоги +1, подкрутка −1»; the dice first, then each step with its sign. */
function stepsText(speech: Speech, { dice = [], steps }: Pick<WhySum, 'dice' | 'steps' | 'total'>): string {
  const thrown = dice.map(({ value }) => value).join('+');
  const rest = steps.map((step) => stepText(speech, step));
  return short(thrown === '' ? rest : [thrown, ...rest], 9);
}

function stepText(speech: Speech, step: Step): string {
  const by =
    step.by === 0
      ? ''
      : ` ${step.from === 'base' ? figure(speech.lang, step.by) : signed(speech.lang, step.by)}`;
  const dice = step.dice === undefined ? '' : ` (${step.dice})`;
  return `${sourceText(speech, step)}${by}${dice}`;
}

function sourceText(speech: Speech, { from, id }: Pick<Step, 'from' | 'id'>): string {
  const word = named(adminWords(speech.lang).steps, from);
  if (id === undefined) return word;
  return from === 'tuning' ? `${word} ${id}` : sourceName(speech, from, id);
}

function anyName({ texts }: Speech, id: string): string {
  for (const kind of ['items', 'effects', 'traps', 'finds', 'punishments', 'trials', 'rewards'] as const) {
    const text = Object.hasOwn(texts[kind], id) ? texts[kind][id] : undefined;
    if (text) return text.name;
  }
  return id;
}
