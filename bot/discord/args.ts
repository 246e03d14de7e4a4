/**
 * What a command takes, as Discord's form of it has fields. A command that is not here gets one free field if its help
 * shows that something may follow its name: so a new command costs nothing here, and a line here only makes it handier.
 */
import { COMMANDS } from '../commands/list.ts';
import type { CommandSpec } from '../commands/spec.ts';

export type ArgName =
  | 'player'
  | 'item'
  | 'target'
  | 'to'
  | 'way'
  | 'option'
  | 'choice'
  | 'die'
  | 'weapon'
  | 'entry'
  | 'command'
  | 'request'
  | 'proof'
  | 'terms'
  | 'code'
  | 'words';

/** Where suggestions come from. */
export type Source =
  | 'bag'
  | 'ready'
  | 'worn'
  | 'unworn'
  | 'shelf'
  | 'players'
  | 'ways'
  | 'options'
  | 'ballots'
  | 'dice'
  | 'weapons'
  | 'entries'
  | 'commands'
  | 'requests';

export interface Arg {
  readonly name: ArgName;
  readonly required?: boolean;
  readonly source?: Source;
}

const ARGS: Readonly<Record<string, readonly Arg[]>> = {
  roll: [{ name: 'die', source: 'dice' }],
  go: [{ name: 'way', required: true, source: 'ways' }],
  choose: [{ name: 'option', required: true, source: 'options' }],
  use: [
    { name: 'item', required: true, source: 'ready' },
    { name: 'target', source: 'players' },
  ],
  wear: [{ name: 'item', required: true, source: 'unworn' }],
  unwear: [{ name: 'item', required: true, source: 'worn' }],
  weapon: [{ name: 'weapon', required: true, source: 'weapons' }],
  discard: [{ name: 'item', required: true, source: 'bag' }],
  sell: [{ name: 'item', required: true, source: 'bag' }],
  buy: [{ name: 'item', required: true, source: 'shelf' }],
  gift: [
    { name: 'item', required: true, source: 'unworn' },
    { name: 'to', required: true, source: 'players' },
  ],
  done: [{ name: 'proof' }],
  helper: [{ name: 'terms' }],
  approve: [{ name: 'request', source: 'requests' }],
  deny: [{ name: 'request', source: 'requests' }],
  vote: [{ name: 'choice', required: true, source: 'ballots' }],
  rule: [{ name: 'entry', source: 'entries' }],
  help: [{ name: 'command', source: 'commands' }],
  link: [{ name: 'code' }],
};

/** About the person or the whole game: the seat makes no difference, so it is not asked for. */
const SEATLESS = new Set(['top', 'players', 'rule', 'help', 'link', 'unlink']);
/** A question about a player: the name in its help is the seat. */
const ABOUT_SEAT = /^!\S+ \[(name|имя)\] — /u;
const PLAYER: Arg = { name: 'player', source: 'players' };

/** All that Discord offers: the referee's commands are not for this token. */
export const OFFERED: readonly CommandSpec[] = COMMANDS.filter(({ who }) =>
  who.some((role) => role !== 'admin'),
);

/** By the name that Discord sends: the English one. */
export function specOf(command: string): CommandSpec | undefined {
  return OFFERED.find(({ names }) => names.en[0] === command);
}

/** The fields of a command: what is typed, in its order, then whose seat it is for. */
export function argsOf(spec: CommandSpec): readonly Arg[] {
  const own = Object.hasOwn(ARGS, spec.id) ? ARGS[spec.id]! : guessed(spec);
  return SEATLESS.has(spec.id) ? own : [...own, PLAYER];
}

/** `!name something — what it does`: whatever follows the name may be typed. */
function guessed({ help }: CommandSpec): readonly Arg[] {
  if (ABOUT_SEAT.test(help.en)) return [];
  const usage = help.en.split(' — ')[0] ?? '';
  return usage.trim().includes(' ') ? [{ name: 'words' }] : [];
}
