/** The table of README.md is what the engine does, complete in both directions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import { REFUSALS } from '../refusals.ts';
import type { Actor } from './commands.ts';
import { nextDeadline } from './deadlines.ts';
import { COMMAND_TYPES, decide } from './decide.ts';
import { loaded, Table } from './given.ts';
import { BEGIN, END, matrixOf, matrixText, scenesOf } from './matrix.suite.ts';
import { isRefusal } from './refusal.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });

describe('every command in every state', () => {
  const { states, rows } = matrixOf(rules);

  it('is in the table: one row a command, none without a sample', () => {
    expect(rows.map(({ type }) => type)).toEqual(COMMAND_TYPES);
    expect(rows.filter(({ cells }) => cells === null).map(({ type }) => type)).toEqual([]);
    expect(states.length).toBeGreaterThan(15);
  });

  it('is allowed, or refused with a code that has a sentence in ru and en', () => {
    for (const { type, cells } of rows)
      for (const cell of cells ?? []) {
        if (cell === 'yes') continue;
        expect(REFUSALS[cell]?.ru.length, `${type}: ${cell}`).toBeGreaterThan(0);
        expect(REFUSALS[cell]?.en.length, `${type}: ${cell}`).toBeGreaterThan(0);
      }
  });

  it('every command is done somewhere, but those that a fight must have come to', () => {
    const never = rows.filter(({ cells }) => !cells?.includes('yes')).map(({ type }) => type);
    const staged = ['skill', 'prop'];
    expect(never.filter((type) => !staged.includes(type))).toEqual([]);
  });

  it('has a state for each thing that can wait, and each of them ends by itself', () => {
    const waiting = new Set<string>();
    for (const [name, { state }] of Object.entries(scenesOf(rules))) {
      const asked = state.order.flatMap((id) => state.players[id]?.pending ?? []);
      for (const { is } of asked) waiting.add(is);
      const runs = state.status === 'running' || state.status === 'superGame';
      if (runs && asked.length > 0) expect(nextDeadline(state), name).not.toBeNull();
    }
    for (const is of ['fork', 'choice', 'trial', 'final'] as const) expect(waiting).toContain(is);
  });

  it('every state lets something happen, and nothing but a look back after the end', () => {
    for (const [i, state] of states.entries()) {
      const allowed = rows.filter(({ cells }) => cells?.[i] === 'yes').map(({ type }) => type);
      expect(allowed.length, state).toBeGreaterThan(0);
      if (state === 'finished' || state === 'cancelled')
        for (const type of ['roll', 'use', 'buy', 'tune', 'correct', 'start'] as const)
          expect(allowed, state).not.toContain(type);
    }
  });

  it('stands in README.md as it is decided: node config/tools/matrix.ts', () => {
    const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const written = text.slice(text.indexOf(BEGIN), text.indexOf(END) + END.length);
    expect(written).toBe(matrixText(rules));
  });
});

it('whoever may not ask at all is refused by who they are, in every command', () => {
  const { state, at } = new Table({ rules });
  const stranger: Actor = { by: 'player', player: 'p8' };
  for (const { type } of matrixOf(rules).rows) {
    const result = decide(
      state,
      { at, as: stranger, command: { type } as never },
      { rules, chance: loaded([]) },
    );
    expect(isRefusal(result) && result.code, type).toBe('not-a-player');
  }
});
