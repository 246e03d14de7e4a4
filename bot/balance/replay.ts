/** One game of the laboratory alone, told roll by roll: where a game that did not end came to a stop. */
import { toFinish } from '../engine/places.ts';
import { BEGIN, Match } from './match.ts';
import { type Laboratory, planOf } from './plan.ts';

/** Lines told at most: of a game that does not end, the last ones. */
const LINES = 400;

export function replay(lab: Laboratory, n: number): string {
  const plan = planOf(lab, n);
  const lines: string[] = [];
  let before = '';
  const match = new Match(lab, plan).play((now) => {
    const told = lineOf(now);
    if (told !== before) lines.push(`${stamp(now)}  ${told}`);
    before = told;
    if (lines.length > LINES) lines.shift();
  });
  const seats = plan.seats.map(
    (seat, i) => `p${i + 1}: ${seat.classId}, ${seat.policy}, ${seat.audience}, ${seat.skills.join(' ')}`,
  );
  const { status, winner } = match.state;
  const end = winner === null ? `did not end: ${status}, ${match.commands} commands` : `won by ${winner}`;
  return `${[`game ${n} of seed "${lab.seed}"`, ...seats, '', ...lines, '', `${stamp(match)}  ${end}`].join('\n')}\n`;
}

/** Cells to the finish, and what each player is asked. */
function lineOf({ state }: Match): string {
  const each = state.order.map((id) => {
    const player = state.players[id]!;
    const [asked] = player.pending;
    const waits = asked === undefined ? '' : ` ${asked.is === 'trial' ? asked.trial : asked.is}`;
    return `${id} ${toFinish(state, id)}${player.final ? ` ${player.final.stage}` : ''}${waits}`;
  });
  return each.join(' · ');
}

function stamp({ now }: Match): string {
  const seconds = Math.round((now - BEGIN) / 1000);
  return `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
