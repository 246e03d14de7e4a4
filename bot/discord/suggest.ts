/** What a half-typed field may become: things of the bag, players, ways, answers. */
import type { SuggestCall, Suggestion } from '../../adapters/platform/discord/contract.ts';
import { itemName } from '../commands/args/item.ts';
import { fold } from '../commands/text.ts';
import { ENTRY_KINDS, type Lang } from '../protocol/texts.ts';
import type { BagItemView, BagView } from '../protocol/views.ts';
import { argsOf, OFFERED, type Source, specOf } from './args.ts';
import type { Game } from './game.ts';
import { askedNow, choicesFor } from './questions.ts';
import { WORDS } from './words.ts';

interface About {
  readonly game: Game;
  readonly seat: string;
  readonly lang: Lang;
}

type Suggest = (about: About) => readonly Suggestion[];

/** Their texts would tell secrets of the map. */
const SECRET = new Set(['traps', 'finds']);

const SOURCES: Readonly<Record<Source, Suggest>> = {
  bag: (about) => things(about, () => true),
  ready: (about) => things(about, ({ worn, wait }) => !worn && wait === 0),
  worn: (about) => things(about, ({ worn }) => worn),
  unworn: (about) => things(about, ({ worn }) => !worn),
  shelf: ({ game, seat, lang }) =>
    (game.bag(seat)?.market ?? []).map(({ item, price }) => ({
      name: `${itemName(game.texts, lang, item)} — ${price}`,
      value: item,
    })),
  players: ({ game }) => (game.board?.players ?? []).map(({ id, name }) => ({ name, value: id })),
  ways: (about) => answers(about, 'fork'),
  options: (about) => answers(about, 'choice'),
  ballots: (about) => answers(about, 'poll'),
  dice: ({ game, seat }) =>
    [...new Set(game.bag(seat)?.boosters ?? [])].map((side) => ({ name: `d${side}`, value: `+d${side}` })),
  weapons: ({ game, seat, lang }) =>
    Object.entries(game.bag(seat)?.weapons ?? {}).map(([reach, item]) => ({
      name: itemName(game.texts, lang, item),
      value: reach,
    })),
  entries: ({ game, lang }) =>
    ENTRY_KINDS.filter((kind) => !SECRET.has(kind)).flatMap((kind) =>
      Object.values(game.texts[lang][kind]).map(({ name }) => ({ name, value: name })),
    ),
  commands: ({ lang }) =>
    OFFERED.map(({ names }) => ({ name: `/${names[lang][0]}`, value: names[lang][0]! })),
  requests: ({ game, seat, lang }) =>
    (game.bag(seat)?.requests ?? []).map((request) => ({
      name: `${request.n} — ${request.name}: ${itemName(game.texts, lang, request.item)}`,
      value: String(request.n),
    })),
};

function things({ game, seat, lang }: About, fits: (item: BagItemView) => boolean): Suggestion[] {
  const bag: BagView | null = game.bag(seat);
  const ids = new Set((bag?.items ?? []).filter(fits).map(({ item }) => item));
  return [...ids].map((item) => ({ name: itemName(game.texts, lang, item), value: item }));
}

function answers({ game, seat, lang }: About, of: 'fork' | 'choice' | 'poll'): Suggestion[] {
  const asked = game.board ? askedNow(game.board, seat, false) : [];
  const fitting = asked.filter(({ pending, poll }) =>
    of === 'poll' ? poll !== null : poll === null && pending?.is === of,
  );
  return fitting
    .flatMap((question) => choicesFor(game, question, lang))
    .map(({ text, value }) => ({ name: text, value }));
}

/** @param seat whose command it is */
export function suggestions(call: SuggestCall, about: About): Suggestion[] {
  const spec = specOf(call.command);
  const arg = spec && argsOf(spec).find(({ name }) => WORDS.en.args[name][0] === call.typing.name);
  if (!arg?.source) return [];
  const typed = fold(call.typing.value.trim());
  const fits = ({ name, value }: Suggestion) =>
    fold(name).includes(typed) || fold(String(value)).startsWith(typed);
  const all = SOURCES[arg.source](about).filter(fits);
  // What begins so comes before what holds it somewhere.
  const begins = ({ name }: Suggestion) => (fold(name).startsWith(typed) ? 0 : 1);
  return all.sort((a, b) => begins(a) - begins(b));
}
