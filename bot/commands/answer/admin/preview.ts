/** The preview of a command as sentences, for the admin's page and for programs. */
import type { PlayerId } from '../../../engine/state.ts';
import type { Lang, PackTexts } from '../../../protocol/texts.ts';
import type { BoardView } from '../../../protocol/views.ts';
import { type Seen, whatIfLines } from './what-if.ts';

export interface ToPreview extends Seen {
  readonly lang: Lang;
  readonly texts: PackTexts;
  readonly names: Readonly<Record<PlayerId, string>>;
  readonly board: BoardView;
}

export function answerWhatIf({ touches, chance, ...speech }: ToPreview): readonly string[] {
  return whatIfLines({ ...speech, turn: 0, at: speech.board.at, viewers: {} }, { touches, chance });
}
