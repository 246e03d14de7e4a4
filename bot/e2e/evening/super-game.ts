/** The super game of whoever is in it, so that all three stages are played: the chorus sings as the guardian fell. */
import type { Play } from './play.ts';

export async function superGame(play: Play): Promise<void> {
  const { table } = play;
  for (const { id } of table.board.players) {
    if (table.board.status === 'finished') return;
    const { pending, final } = table.player(id);
    if (pending?.is === 'final') await table.say(id, 'roll');
    if (pending?.is !== 'trial' || pending.stage !== 'chorus') continue;
    const poll = table.board.polls.find((one) => one.pending === pending.n);
    if (!poll || poll.closes < table.now) continue;
    // One stage each, and the last throw decides.
    const voices = final?.won.includes('guardian') ? 1 : poll.need + 1;
    for (let n = 0; n < voices; n += 1) await table.type(id, play.word(poll), `singer ${n}`);
  }
}
