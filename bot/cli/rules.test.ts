import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RulesReport } from './rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function check(...args: readonly string[]): Ran {
  return spawnSync(process.execPath, ['bot/main.ts', 'rules', 'check', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

const entry = { zone: 'any', tags: ['plain'], purpose: 'risk' };
const words = { name: 'Planted', line: 'It is planted.', flavor: 'It grows.', rule: 'It is there.' };
const lasting = {
  polarity: 'positive',
  kind: 'lasting',
  stacking: 'ignore',
  priority: 50,
  duration: { rolls: 1 },
};

/** What was planted, where the report must point, and a piece of what it must say. */
interface Planted {
  readonly name: string;
  /** File → its content, in a layer over the base pack. */
  readonly files: Readonly<Record<string, object>>;
  readonly file: string;
  readonly path: string;
  readonly says: string;
}

/** The field at `path` of one file is the fault itself. */
function planted(name: string, file: string, value: object, fault: { path: string; says: string }): Planted {
  return { name, files: { [file]: value }, file, ...fault };
}

const FAULTS: readonly Planted[] = [
  planted(
    'a field that does not exist',
    'items/a.json',
    { thermos: { prise: 3 } },
    { path: 'thermos.prise', says: 'did you mean "price"' },
  ),
  planted(
    'a word that is not of the list',
    'effects/a.json',
    { damp: { stacking: 'refrash' } },
    { path: 'damp.stacking', says: 'did you mean "refresh"' },
  ),
  planted(
    'an effect that is not there',
    'traps/a.json',
    { borrowed_voice: { do: [{ op: 'apply', effect: 'dampp' }] } },
    { path: 'borrowed_voice.do[0].effect', says: 'did you mean "damp"' },
  ),
  planted(
    'a trap that is not there, deep inside',
    'items/b.json',
    { wet_sign: { use: [{ op: 'coin', heads: [], tails: [{ op: 'mark', trap: 'puddle' }] }] } },
    { path: 'wet_sign.use[0].tails[0].trap', says: 'is not one of the traps' },
  ),
  planted(
    'a class that is simply better',
    'classes/a.json',
    { scrapper: { shifts: { strength: 5 } } },
    { path: 'scrapper.shifts', says: 'expected 2' },
  ),
  planted(
    'a curse without a way out',
    'effects/b.json',
    { roadworks: { wayOut: null } },
    { path: 'roadworks.wayOut', says: 'expected a way out' },
  ),
  planted(
    'a die bent where none is thrown',
    'finds/a.json',
    { tuned_stair: { do: [{ op: 'shift', by: 2 }] } },
    { path: 'tuned_stair.do[0]', says: 'expected it only in the hook afterRoll' },
  ),
  {
    name: 'an entry without its English',
    files: {
      'punishments/a.json': { planted_fine: { ...entry, do: [{ op: 'gold', by: -5 }] } },
      'texts/ru/punishments.json': { planted_fine: words },
    },
    file: 'punishments/a.json',
    path: 'planted_fine',
    says: 'expected it in texts/en/punishments.json',
  },
  planted(
    'a text for nothing',
    'texts/ru/skills.json',
    { planted_skill: words },
    { path: 'planted_skill', says: 'a text for none of the skills' },
  ),
  planted(
    'a line that no overlay has room for',
    'texts/en/items.json',
    { thermos: { line: 'long '.repeat(14).trim() } },
    { path: 'thermos.line', says: 'expected at most 60' },
  ),
  planted(
    'a question that no chat has room for',
    'texts/en/traps.json',
    { triplicate_form: { question: 'why '.repeat(39).trim(), options: ['a '.repeat(28).trim(), 'b'] } },
    { path: 'triplicate_form.options', says: 'asked in chat' },
  ),
  planted(
    'talk of gambling',
    'texts/en/finds.json',
    { two_chests: { flavor: 'Place your bets.' } },
    { path: 'two_chests.flavor', says: 'no talk of gambling' },
  ),
  planted(
    'labels that do not fit the choice',
    'texts/ru/items.json',
    { fast_lane: { options: ['одна'] } },
    { path: 'fast_lane.options', says: 'expected 2' },
  ),
  planted(
    'two things with one first word',
    'texts/en/items/b.json',
    { mute_button: { name: 'Thermos Lid' } },
    { path: 'mute_button.name', says: 'already the first word of' },
  ),
];

const UNUSED: readonly Planted[] = [
  {
    name: 'an effect that nothing applies',
    files: {
      'effects/c.json': { planted_effect: { ...entry, ...lasting } },
      'texts/ru/effects.json': { planted_effect: words },
      'texts/en/effects.json': { planted_effect: words },
    },
    file: 'effects/c.json',
    path: 'planted_effect',
    says: 'nothing applies this effect',
  },
  planted(
    'a test for what nobody does',
    'traps/b.json',
    { deja_vu: { do: [{ op: 'if', test: { is: 'fact', fact: 'never_done' }, then: [] }] } },
    { path: 'deja_vu.do[0].test.fact', says: 'nothing remembers "never_done"' },
  ),
];

function plant(dir: string, all: readonly Planted[]): void {
  for (const [path, value] of all.flatMap(({ files }) => Object.entries(files))) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), JSON.stringify(value));
  }
}

/** Each check is a process of its own, on a machine that may be busy; milliseconds. */
const SLOW = 60_000;

let folder = '';
let report: RulesReport;
let ran: Ran;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'msig-rules-'));
  plant(join(folder, 'faults'), [...FAULTS, ...UNUSED]);
  plant(join(folder, 'unused'), UNUSED);
  ran = check('--content', join(folder, 'faults'), '--json');
  if (ran.stdout === '') throw new Error(`nothing was printed; stderr: ${ran.stderr}`);
  report = JSON.parse(ran.stdout) as RulesReport;
}, SLOW);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('planted faults', () => {
  test.each(FAULTS)('$name is named with file and path', ({ file, path, says }) => {
    const found = report.faults.find((fault) => fault.path === path && fault.file.endsWith(file));
    expect(found?.message).toContain(says);
  });

  test.each(UNUSED)('$name is named with file and path', ({ file, path, says }) => {
    const found = report.unused.find(
      (note) => note.file === join(folder, 'faults', file) && note.path === path,
    );
    expect(found?.message).toContain(says);
  });

  test('nothing else is called wrong, and the exit code says that something is', () => {
    const paths = new Set(FAULTS.map(({ path }) => path));
    expect(report.faults.filter(({ path }) => !paths.has(path))).toEqual([]);
    expect(report).toMatchObject({ ok: false, counts: null, hash: null });
    expect(ran.status).toBe(1);
  });
});

test('without --json broken content is told on stderr, each fault on a line of its own', {
  timeout: SLOW,
}, () => {
  const { status, stdout, stderr } = check('--content', join(folder, 'faults'));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  for (const { path } of FAULTS) expect(stderr).toContain(`.json: ${path}: `);
});

test('what is only unused does not stop a game, but the check', { timeout: SLOW }, () => {
  const { status, stdout } = check('--content', join(folder, 'unused'), '--lang', 'en');
  expect(status).toBe(1);
  for (const { file, path } of UNUSED) expect(stdout).toContain(`${file}: ${path}: `);
  expect(stdout).toContain('not ok');
});

test('the base pack is fine, and is counted', { timeout: SLOW }, () => {
  const { status, stdout } = check('--json');
  const { ok, counts, faults, unused } = JSON.parse(stdout) as RulesReport;
  expect({ status, ok, faults, unused }).toEqual({ status: 0, ok: true, faults: [], unused: [] });
  const totals = Object.values(counts?.kinds ?? {}).map(({ total }) => total);
  const all = totals.reduce((sum, total) => sum + total, 0);
  expect(all).toBeGreaterThan(500);
  expect(counts?.translations).toEqual({ ru: all, en: all });
  expect(counts?.references).toBeGreaterThan(100);
  expect(Object.keys(counts?.market ?? {})).toEqual(['crystal', 'forest', 'heaven', 'hell', 'static']);
});
