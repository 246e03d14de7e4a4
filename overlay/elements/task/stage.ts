/** Who is on stage and what is asked, as plain data: open polls first, then what players themselves are asked. */
import type { BoardView, PlayerView, Tally } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Pending, Poll } from '../../link/types.ts';
import { wayKinds } from '../../link/ways.ts';
import { casesAsTasks } from './cases.ts';
import { type Told, toldOf } from './told.ts';
import { type Versus, versusOf } from './versus.ts';

export interface TaskOption {
  /** What is typed: «2», «!идти 2». */
  readonly type: string;
  readonly text: string;
  readonly votes: number;
  /** Share of the votes, 0 to 1. */
  readonly share: number;
  readonly leads: boolean;
}

export interface Task {
  readonly key: string;
  readonly player: PlayerView;
  readonly pending: Pending | null;
  readonly poll: Poll | null;
  readonly label: string;
  readonly title: string;
  readonly line: string;
  /** The word a crowd writes. */
  readonly word: string;
  readonly options: readonly TaskOption[];
  readonly have: number;
  readonly need: number;
  readonly until: number | null;
  /** Milliseconds it lasts in all; null if only the element can know, by having seen its beginning. */
  readonly lasts: number | null;
  /** The other side, where two chats are asked. */
  readonly versus: Versus | null;
  /** The same question as it stands in the other side's chat. */
  readonly rival: Task | null;
}

const NOBODY: Tally = { voters: 0, totals: {} };

interface Asked {
  readonly player: PlayerView;
  readonly pending: Pending | null;
  readonly poll: Poll | null;
}

function asked(board: BoardView): Asked[] {
  const byPoll = board.polls.flatMap((poll): Asked[] => {
    const player = board.players.find((one) => one.id === poll.player);
    if (!player) return [];
    return [{ player, poll, pending: player.pending?.n === poll.pending ? player.pending : null }];
  });
  // A poll may decide something that waits behind what its player is asked now: then both are open.
  const polled = new Set(byPoll.flatMap(({ player, pending }) => (pending ? [player.id] : [])));
  const rest = board.players.filter((player) => player.pending !== null && !polled.has(player.id));
  return [
    ...byPoll.sort((a, b) => a.poll!.opens - b.poll!.opens),
    ...rest
      .map((player): Asked => ({ player, pending: player.pending, poll: null }))
      .sort((a, b) => rank(a) - rank(b)),
  ];
}

/** What is more worth watching comes first. */
function rank({ pending }: Asked): number {
  return pending ? { final: 0, fight: 0, trial: 1, choice: 2, scene: 2, fork: 3 }[pending.is] : 4;
}

/** In a duel the other chat votes too, and a trial may wait behind what its player is asked now: then the poll alone knows. */
function trialOf(pending: Pending | null, poll: Poll | null): string | null {
  if (pending?.is === 'trial') return pending.trial;
  return pending ? null : (poll?.trial ?? null);
}

function finalTexts({ words }: Face, { stage }: Extract<Pending, { is: 'final' }>) {
  if (!stage) return { name: words.finalTitle, line: words.finalNote, options: [] };
  return { name: words.marks.stageNotes[stage], line: words.marks.twoOfThree, options: [] };
}

function choiceTexts(face: Face, board: BoardView, one: Asked): Told {
  const { words, pack } = face;
  const { pending, poll } = one;
  if (pending?.is === 'choice') {
    const [kind, id] = pending.path.split('/');
    const known =
      kind === 'treaties' ||
      kind === 'objects' ||
      kind === 'items' ||
      kind === 'effects' ||
      kind === 'traps' ||
      kind === 'finds' ||
      kind === 'punishments';
    const entry = known && id ? pack.entry(kind, id) : null;
    return {
      name: entry?.name ?? words.choiceTitle,
      line: (kind === 'treaties' ? entry?.question : entry?.line) ?? '',
      options: pack.options(pending.path) ?? [],
    };
  }
  const trial = trialOf(pending, poll);
  if (trial) {
    const entry = pack.entry('trials', trial);
    // Questions about the race itself have the players for answers, by seat.
    const options = entry.options ?? (poll?.kind === 'quiz' ? board.players.map(({ name }) => name) : []);
    return { name: entry.name, line: entry.question ?? entry.line ?? '', options };
  }
  if (pending?.is === 'final') return finalTexts(face, pending);
  const told = toldOf(face, one);
  return told ?? { name: pending ? words.forkTitle : '', line: '', options: [] };
}

function pollOptions(face: Face, poll: Poll, tally: Tally, texts: readonly string[]): TaskOption[] {
  if (poll.options === 0) return [];
  const names = poll.kind === 'confirm' ? face.words.confirmOptions : texts;
  const counts = Array.from({ length: poll.options }, (_, i) => tally.totals[String(i + 1)] ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  return counts.map((votes, i) => ({
    type: String(i + 1),
    text: names[i] ?? '',
    votes,
    share: all > 0 ? votes / all : 0,
    leads: votes > 0 && votes === most,
  }));
}

function ownOptions(
  face: Face,
  board: BoardView,
  { pending, player }: Asked,
  texts: readonly string[],
): TaskOption[] {
  const { commands, wayAhead } = face.words;
  const plain = { votes: 0, share: 0, leads: false };
  if (pending?.is === 'fork') {
    return pending.ways.map((cell, i) => ({
      type: `${commands.go} ${i + 1}`,
      text: wayAhead(wayKinds(board.map, cell)),
      ...plain,
    }));
  }
  const open = pending?.is === 'scene' ? player.scene?.options.map((_, i) => i + 1) : undefined;
  return (pending?.is === 'choice' ? pending.open : (open ?? [])).map((option) => ({
    type: `${commands.choose} ${option}`,
    text: texts[option - 1] ?? '',
    ...plain,
  }));
}

function labelOf(words: Face['words'], { pending, poll }: Asked): string {
  const { marks } = words;
  if (poll?.confirms) return marks[poll.confirms];
  const stage = pending?.is === 'trial' || pending?.is === 'final' ? pending.stage : undefined;
  if (stage) return `${marks.superGame} · ${marks.stages[stage]}`;
  return poll ? words.pollKind[poll.kind] : words.pendingKind[pending?.is ?? 'choice'];
}

function toTask(face: Face, board: BoardView, one: Asked): Task {
  const { player, pending, poll } = one;
  const { words } = face;
  const texts = choiceTexts(face, board, one);
  const trial = trialOf(pending, poll);
  const versus = versusOf(face, board, one);
  const tally = (poll && board.tally[poll.id]) ?? NOBODY;
  return {
    key: poll ? `poll ${poll.id}` : `pending ${player.id} ${pending?.n ?? 0}`,
    player,
    pending,
    poll,
    label: versus?.label ?? labelOf(words, one),
    title: texts.name,
    line: texts.line,
    word: (poll?.kind === 'crowd' && trial && face.pack.entry('trials', trial).word) || '',
    options: poll
      ? pollOptions(face, poll, tally, texts.options)
      : ownOptions(face, board, one, texts.options),
    have: tally.voters,
    need: poll?.kind === 'crowd' ? poll.need : 0,
    until: poll?.closes ?? pending?.until ?? null,
    lasts: poll ? poll.closes - poll.opens : null,
    versus,
    rival: null,
  };
}

/** Two chats that are asked the same against each other are one task, told from the first side. */
function paired(tasks: readonly Task[]): Task[] {
  const first = new Map<string, Task>();
  for (const task of tasks) {
    const key = task.versus?.key ?? task.key;
    const before = first.get(key);
    first.set(key, before ? together(before, task) : task);
  }
  return [...first.values()];
}

function together(a: Task, b: Task): Task {
  const [own, rival] = a.player.id === a.versus?.sides[0].player.id ? [a, b] : [b, a];
  if (!own.poll || !rival.poll) return rival.poll ? { ...rival, rival: own } : { ...own, rival };
  const late = (rival.until ?? 0) > (own.until ?? 0) ? rival : own;
  return { ...own, poll: late.poll, until: late.until, lasts: late.lasts, rival };
}

/** Of all that is asked, what this player or their chat is. */
export function askedOf(tasks: readonly Task[], id: string | null): Task[] {
  return tasks
    .flatMap((task) => [task, ...(task.rival ? [task.rival] : [])])
    .filter(({ player }) => player.id === id);
}

/** All that is asked now, the one for the stage first. */
export function tasksOf(face: Face, board: BoardView): Task[] {
  if (board.status !== 'running' && board.status !== 'superGame') return [];
  const tasks = paired(asked(board).map((one) => toTask(face, board, one)));
  const votes = tasks.filter(({ poll }) => poll !== null);
  return [...votes, ...casesAsTasks(face, board), ...tasks.filter(({ poll }) => poll === null)];
}
