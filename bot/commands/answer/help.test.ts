import { expect, it } from 'vitest';
import { COMMANDS } from '../list.ts';
import type { Role } from '../spec.ts';
import { overviewOf } from './asked/game.ts';
import { compose, HARD } from './compose.ts';
import { NO_TEXTS } from './refusal.ts';

const ROLES: readonly Role[] = ['player', 'helper', 'viewer', 'admin'];

for (const lang of ['ru', 'en'] as const) {
  it.each(ROLES)(`says all of it in one line, and how to ask on, in ${lang}: %s`, (role) => {
    const speech = { lang, names: {}, texts: NO_TEXTS, board: null, turn: 0, at: 0, viewers: {} };
    const line = compose([overviewOf(speech, role)], speech);
    expect(line.length).toBeLessThanOrEqual(HARD);
    expect(line).not.toContain('…');
    expect(line).toMatch(lang === 'ru' ? /!помощь команда\.$/ : /!help command\.$/);
    const known = COMMANDS.flatMap(({ names }) => names[lang].map((name) => `!${name}`));
    for (const [name] of line.matchAll(/!\p{L}+/gu)) expect(known).toContain(name);
  });
}
