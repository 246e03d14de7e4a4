import type { CellKind } from '../../engine/rules.ts';
import { sameWord } from '../match.ts';

/** What kinds of cells are called, in chat and on the board. */
const NAMES: Readonly<Record<CellKind, string>> = {
  plain: 'plain path клетка',
  trial: 'trial испытание испытания',
  trap: 'trap traps ловушка ловушки',
  chest: 'chest chests сундук сундуки',
  monster: 'monster monsters монстр монстры',
  story: 'story stories история истории',
  market: 'market shop рынок лавка',
  camp: 'camp camps лагерь',
  object: 'stash object тайник объект',
  gate: 'gate gates врата ворота',
  start: 'start старт',
  finish: 'finish финиш',
};
const PAIRS = (Object.keys(NAMES) as CellKind[]).flatMap((kind) =>
  NAMES[kind].split(' ').map((name) => ({ kind, name })),
);

/** The kind of cell that is called exactly so, in any layout; null for every other word. */
export function readKind(text: string): CellKind | null {
  return PAIRS.find(({ name }) => sameWord(text, name))?.kind ?? null;
}
