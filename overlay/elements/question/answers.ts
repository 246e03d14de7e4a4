/** The buttons under a question: what each says and the line that it types. */
import type { PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import { fightWordsOf } from '../../texts/fight.ts';
import type { Role } from '../chat/speaker.ts';
import { buttonsOf } from '../fight/orders.ts';
import type { Task } from '../task/stage.ts';

export interface AnswerButton {
  /** Before the words: the number of the option, or nothing. */
  readonly number: string;
  readonly text: string;
  /** What it would do, or why it cannot be done now; absent: the words say all. */
  readonly note?: string;
  /** Null: whoever speaks now has no say in this, or it cannot be done. */
  readonly line: string | null;
}

/** A vote is open to everybody; what a player alone is asked, only the streamer answers. */
export function answersOf(face: Face, task: Task, role: Role): AnswerButton[] {
  const own = role === 'streamer';
  const { commands, buttons } = face.words;
  const { pending, poll } = task;
  if (task.options.length > 0) {
    // A streamer's own choice needs no vote, even while the chat is asked too.
    const chosen = own && (pending?.is === 'choice' || pending?.is === 'scene') ? commands.choose : '';
    return task.options.map(({ type, text }) => {
      const number = /\d+$/.exec(type)?.[0] ?? type;
      const line = poll && chosen ? `${chosen} ${number}` : type;
      return { number, text, line: own || poll ? line : null };
    });
  }
  const plain = (text: string, line: string): AnswerButton => ({ number: '', text, line });
  if (task.word) return [plain(task.word, task.word)];
  if (!own || poll) return [];
  if (pending?.is === 'fight') return ordersIn(face, task.player);
  if (pending?.is === 'final') return [plain(buttons.roll, commands.roll)];
  if (pending?.is !== 'trial' || pending.done !== null) return [];
  return [plain(buttons.done, commands.done), plain(buttons.giveUp, commands.giveUp)];
}

/** What a fighter may type, as buttons; none while the board does not show the fight. */
function ordersIn(face: Face, { id, fight }: PlayerView): AnswerButton[] {
  if (!fight) return [];
  const words = fightWordsOf(face.words.lang);
  const weapons = face.views.get(`bag:${id}`)?.weapons ?? {};
  return buttonsOf({ face, words, fight, weapons }).map(
    ({ type, note, open }): AnswerButton => ({ number: '', text: type, note, line: open ? type : null }),
  );
}
