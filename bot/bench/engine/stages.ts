/** Where the time of a command goes: each stage of the path alone, over everything that was recorded. */
import { type Head, type LogEntry, sealCommand } from '../../../adapters/log/contract.ts';
import { readLine } from '../../commands/read.ts';
import { decide } from '../../engine/decide.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { GameState } from '../../engine/state.ts';
import { entryOf, type Said } from '../../store/line.ts';
import type { Variant } from '../measure.ts';
import type { Recording } from './path.ts';

export const STAGES = ['read', 'decide and fold', 'line', 'hash'] as const;
export type Stage = (typeof STAGES)[number];

/** Each gives microseconds for one command; a command that nobody typed costs nothing to read. */
export function stagesOf(recording: Recording): Record<Stage, Variant> {
  const { states, said } = beforehand(recording);
  const entries = said.map(entryOf);
  const context = { rules: recording.rules, chance: recording.chance };
  return {
    read: each(recording.steps, ({ typed }) => typed && readLine(typed.text, typed.context)),
    'decide and fold': each(recording.steps, (step, i) => decide(states[i]!, step, context)),
    line: each(said, (one) => entryOf(one)),
    hash: () => hashed(entries),
  };
}

/** The states before each step and what was said, as the whole path comes by them. */
function beforehand({ rules, chance, initial, steps }: Recording): { states: GameState[]; said: Said[] } {
  const states: GameState[] = [];
  const said: Said[] = [];
  let state = initial;
  for (const step of steps) {
    states.push(state);
    const decided = decide(state, step, { rules, chance });
    if (isRefusal(decided)) throw new Error(`${step.id}: refused with ${decided.code}`);
    said.push({ at: step.at, id: step.id, as: step.as, command: step.command, events: decided.events });
    state = decided.state;
  }
  return { states, said };
}

/** What a stage gives is kept, so that no stage can be left out as useless. */
export const kept: unknown[] = [];

function each<T>(list: readonly T[], work: (item: T, i: number) => unknown): Variant {
  return () => {
    const begin = performance.now();
    for (let i = 0; i < list.length; i += 1) kept[i % 16] = work(list[i]!, i);
    return ((performance.now() - begin) * 1000) / list.length;
  };
}

function hashed(entries: readonly LogEntry[]): number {
  const begin = performance.now();
  let head: Head = { seq: 0, hash: '0'.repeat(64) };
  for (const entry of entries) head = { seq: head.seq + 1, hash: sealCommand(entry, head).hash };
  kept[0] = head;
  return ((performance.now() - begin) * 1000) / entries.length;
}
