/** Contested games before their jury, as tasks beside the votes. */
import type { BoardView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Task } from './stage.ts';

export function casesAsTasks(face: Face, board: BoardView): Task[] {
  const { marks } = face.words;
  return (board.cases ?? []).flatMap((one): Task[] => {
    const player = board.players.find(({ id }) => id === one.player);
    if (!player) return [];
    const by = board.players.find(({ id }) => id === one.by)?.name ?? one.by;
    const voted = one.jurors.filter((juror) => juror.voted).length;
    return [
      {
        key: `case ${one.player} ${one.trial}`,
        player,
        pending: null,
        poll: null,
        label: marks.jury,
        title: face.pack.entry('trials', one.trial).name,
        line: `${marks.stake(by, one.stake)}. ${one.jurors.length > 0 ? marks.votedOf(voted, one.jurors.length) : marks.juryComes}`,
        word: '',
        options: [],
        have: voted,
        need: one.jurors.length,
        until: one.until,
        lasts: null,
        versus: null,
        rival: null,
      },
    ];
  });
}
