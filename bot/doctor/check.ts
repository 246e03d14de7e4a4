/** What a check is, and what it finds. A new check is one file in `checks/` and one line in `table.ts`. */
import type { Around } from './around.ts';
import type { Code } from './words/codes.ts';
import type { CheckName } from './words/titles.ts';

/** `warn`: the game goes on, with less. `fault`: something that was asked for will not work. */
export type Level = 'ok' | 'warn' | 'fault';

export interface Finding {
  readonly check: CheckName;
  /** What it is about, such as `kick/anna`; null for the machine. */
  readonly about: string | null;
  readonly level: Level;
  readonly code: Code;
  /** Fill the blanks of the sentence, `name_ru` in Russian before `name`; never a secret. */
  readonly args: Readonly<Record<string, string | number>>;
}

/** A finding without what the table knows already. */
export type Found = Omit<Finding, 'check'>;

export interface Check {
  readonly name: CheckName;
  /** Only reads: renews no token, writes nothing that stays. Whatever it throws is told as a check that failed itself. */
  readonly run: (around: Around) => Promise<readonly Found[]>;
}

type Args = Finding['args'];

export const ok = (code: Code, args: Args = {}, about: string | null = null): Found => {
  return { about, level: 'ok', code, args };
};
export const warn = (code: Code, args: Args = {}, about: string | null = null): Found => {
  return { about, level: 'warn', code, args };
};
export const fault = (code: Code, args: Args = {}, about: string | null = null): Found => {
  return { about, level: 'fault', code, args };
};
