/** Questions that wait for somebody, as buttons: forks, choices, votes, dice to throw. */
import type { Button } from '../../adapters/platform/discord/contract.ts';
import { entryOf, entryOfPath, type Speech } from '../commands/answer/say.ts';
import { sceneLabels } from '../commands/answer/scenes.ts';
import { commandName } from '../commands/list.ts';
import type { GameEvent } from '../engine/events.ts';
import type { Pending, Poll } from '../engine/state.ts';
import type { SceneRun } from '../engine/stories/state.ts';
import type { EntryText, Lang, PackTexts } from '../protocol/texts.ts';
import type { BoardView } from '../protocol/views.ts';
import type { Game } from './game.ts';
import { WORDS } from './words.ts';

/** What a pressed button says: a line for a seat, as long as its question is open. */
export interface Pressed {
  readonly seat: string;
  readonly line: (lang: Lang) => string;
  /** The pending that it answers, or null. */
  readonly pending: number | null;
  readonly poll: string | null;
}

export interface Question {
  readonly seat: string;
  readonly pending: Pending | null;
  readonly poll: Poll | null;
}

const MARK = 'msig';
const VERBS = { go: 'go', choose: 'choose', roll: 'roll', vote: 'vote' } as const;
type Verb = keyof typeof VERBS;
/** Different spare dice that get a button. */
const MOST_DICE = 4;
const MOST_OPTIONS = 20;

/** `msig:p1:go:12:2`: the seat, what to do, the pending's number or the vote's id, the value. Null for a button that is none of ours, or of another time. */
export function readButton(id: string): Pressed | null {
  const match = /^msig:(p[1-8]):(go|choose|roll|vote):([^:]*):(.*)$/su.exec(id);
  if (!match) return null;
  const [, seat = '', verb = '', about = '', value = ''] = match;
  const line = (lang: Lang) => `${commandName(VERBS[verb as Verb], lang)} ${value}`.trim();
  const asks = verb === 'go' || verb === 'choose';
  return { seat, line, pending: asks ? Number(about) : null, poll: verb === 'vote' ? about : null };
}

/** What the events of one command have asked, and of whom. */
export function askedIn(events: readonly GameEvent[]): Question[] {
  const polls = events.flatMap((event) => (event.type === 'pollOpened' ? [event.poll] : []));
  return events.flatMap((event): Question[] => {
    if (event.type !== 'pended') return [];
    const begun = events.some((one) => one.type === 'begun' && one.n === event.pending.n);
    const poll = polls.find((one) => one.pending === event.pending.n && one.player === event.player) ?? null;
    return begun ? [{ seat: event.player, pending: event.pending, poll }] : [];
  });
}

/** What a seat is asked now; with `rest`, also a throw when nothing else is asked. */
export function askedNow(board: BoardView, seat: string, rest: boolean): Question[] {
  const player = board.players.find(({ id }) => id === seat);
  if (!player || (board.status !== 'running' && board.status !== 'superGame')) return [];
  const { count, next } = player.tokens;
  const mayThrow = count > 0 || (next !== null && next <= Date.now());
  if (!player.pending) return rest && mayThrow ? [{ seat, pending: null, poll: null }] : [];
  const { pending } = player;
  const poll = board.polls.find((one) => one.player === seat && one.pending === pending.n) ?? null;
  return [{ seat, pending, poll }];
}

/** @param named put the player's name in front: several are asked at once */
export function buttonsFor(
  game: Game,
  question: Question,
  { lang, named }: { lang: Lang; named: boolean },
): Button[] {
  const name = game.board?.players.find(({ id }) => id === question.seat)?.name ?? question.seat;
  const label = (text: string) => (named ? `${name}: ${text}` : text);
  return choicesFor(game, question, lang).map(({ id, text }) => ({ id, label: label(text) }));
}

/** One way to answer: the button's id, what it says, and what is typed for it. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly value: string;
}

export function choicesFor(game: Game, { seat, pending, poll }: Question, lang: Lang): Choice[] {
  const texts = game.texts[lang];
  if (poll && pending?.is === 'scene')
    return labelsOf(game, poll.player, { run: pending.run, lang }).map((label, i) =>
      choice([poll.player, 'vote', poll.id], i + 1, numbered(i + 1, label)),
    );
  if (poll) return ballots(poll, pending, { texts, lang });
  if (pending === null || pending.is === 'final') return throws(game, seat, lang);
  if (pending.is === 'fork') {
    return pending.ways.map((_, i) => choice([seat, 'go', pending.n], i + 1, `${WORDS[lang].way} ${i + 1}`));
  }
  if (pending.is === 'trial' || pending.is === 'fight') return [];
  if (pending.is === 'scene')
    return labelsOf(game, seat, { run: pending.run, lang }).map((label, i) =>
      choice([seat, 'choose', pending.n], i + 1, numbered(i + 1, label)),
    );
  const labels = textOf(pending, texts)?.options;
  return pending.open
    .slice(0, MOST_OPTIONS)
    .map((n) => choice([seat, 'choose', pending.n], n, numbered(n, labels?.[n - 1])));
}

/** What can be chosen in a scene, in words. */
function labelsOf(
  game: Game,
  seat: string,
  { run, lang }: { readonly run: SceneRun; readonly lang: Lang },
): readonly string[] {
  const names = Object.fromEntries((game.board?.players ?? []).map(({ id, name }) => [id, name]));
  return sceneLabels({ lang, names, texts: game.texts[lang] }, run, seat);
}

function choice(
  of: readonly [seat: string, verb: Verb, about: string | number],
  value: string | number,
  text: string,
): Choice {
  return { id: [MARK, ...of, value].join(':'), text, value: String(value) };
}

function throws(game: Game, seat: string, lang: Lang): Choice[] {
  const spare = game.board?.players.find(({ id }) => id === seat)?.boosters ?? [];
  const sides = [...new Set(spare)].sort((a, b) => a - b).slice(0, MOST_DICE);
  const roll = choice([seat, 'roll', ''], '', `🎲 ${WORDS[lang].roll}`);
  return [roll, ...sides.map((side) => choice([seat, 'roll', ''], `+d${side}`, `🎲 +d${side}`))];
}

function ballots(
  poll: Poll,
  pending: Pending | null,
  { texts, lang }: { texts: PackTexts; lang: Lang },
): Choice[] {
  const text = pending ? textOf(pending, texts) : undefined;
  const ballot = (value: string | number, shown: string) =>
    choice([poll.player, 'vote', poll.id], value, shown);
  if (poll.kind === 'number') return [];
  if (poll.kind === 'crowd') return text?.word ? [ballot(text.word, text.word)] : [];
  if (poll.kind === 'confirm') return [ballot(1, WORDS[lang].yes), ballot(2, WORDS[lang].no)];
  const all = Array.from({ length: Math.min(poll.options, MOST_OPTIONS) }, (_, i) => i + 1);
  const open = pending?.is === 'choice' ? all.filter((n) => pending.open.includes(n)) : all;
  return open.map((n) => ballot(n, numbered(n, text?.options?.[n - 1])));
}

function numbered(n: number, label: string | undefined): string {
  return label ? `${n} — ${label}` : String(n);
}

function textOf(pending: Pending, texts: PackTexts): EntryText | undefined {
  if (pending.is === 'trial') return entryOf(texts.trials, pending.trial);
  return pending.is === 'choice' ? entryOfPath({ texts } as Speech, pending.path)?.text : undefined;
}
