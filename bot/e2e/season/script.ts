/** What a season's chats say and pay, from one seed: who, where, what, and what becomes of it on the way. */
import type { Fate, SimPerson } from '../../rehearsal/places/place.ts';
import type { Dice } from '../dice.ts';

export type Happening =
  | { readonly is: 'line'; readonly person: SimPerson; readonly text: string }
  | { readonly is: 'wish'; readonly person: SimPerson; readonly title: string }
  | { readonly is: 'tip'; readonly person: SimPerson };

const STREAMER = ['!бросок', '!монетка', '!путь 1', '!выбор 1', '!статус', '!roll', '!coin'];
const VIEWER = ['!топ', '!карта', '!вызов', '!map', '!challenge', '!шансы'];
const TALK = ['привет', 'ну и кубик', 'GG', '👍👍', 'кто впереди?', 'so close!', 'ааа'];
const PEOPLE = 300;

/** Shares of a hundred. */
const OWNER_LINE = 14;
const VIEWER_LINE = 16;
const VOTE = 12;
const WISH = 8;
const TIP = 1;

export function happening(dice: Dice, titles: readonly string[]): Happening {
  const n = dice.below(PEOPLE);
  const person = { login: `fan${n}`, name: `Fan${n}` };
  let at = dice.below(100);
  const within = (share: number) => {
    at -= share;
    return at < 0;
  };
  if (within(WISH)) return { is: 'wish', person, title: dice.pick(titles) };
  if (within(TIP)) return { is: 'tip', person };
  if (within(OWNER_LINE))
    return { is: 'line', person: { login: 'owner', name: 'Owner', owner: true }, text: dice.pick(STREAMER) };
  if (within(VIEWER_LINE)) return { is: 'line', person, text: dice.pick(VIEWER) };
  if (within(VOTE)) return { is: 'line', person, text: String(1 + dice.below(4)) };
  return { is: 'line', person, text: dice.pick(TALK) };
}

export function fateOf(dice: Dice): Fate {
  const at = dice.below(100);
  if (at < 5) return 'lost';
  if (at < 10) return 'doubled';
  return at < 15 ? 'late' : 'good';
}
