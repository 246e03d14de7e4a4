/** What the answers to questions share. */
import type { CellKind } from '../../../engine/rules.ts';
import type { AskedKind } from '../../../protocol/texts.ts';
import type { BagView, BoardView, PlayerView } from '../../../protocol/views.ts';
import type { QueryArgs, Role } from '../../spec.ts';
import type { Part } from '../compose.ts';
import type { Phrase } from '../phrases.ts';
import type { Speech } from '../say.ts';
import type { Values } from '../template.ts';

export interface Asked {
  readonly speech: Speech;
  readonly board: BoardView;
  /** Whom the question is about. */
  readonly player: PlayerView;
  /** The bag of that player, if it could be had. */
  readonly bag: BagView | null;
  readonly role: Role;
  readonly entry?: { readonly kind: AskedKind; readonly id: string };
  readonly cell?: CellKind;
  readonly command?: string;
  readonly book?: QueryArgs['book'];
  readonly why?: QueryArgs['why'];
}

export type Answerer = (asked: Asked) => readonly Part[];

/** A sentence that names whom it is about by itself. */
export function sentence(phrase: Phrase, values: Values = {}, weight = 9): Part {
  return { about: null, phrase, values, weight };
}

/** The first `max` of a list, and how many were left out: `a, b +3`. */
export function short(list: readonly string[], max: number): string {
  const rest = list.length - max;
  return rest > 0 ? `${list.slice(0, max).join(', ')} +${rest}` : list.join(', ');
}
