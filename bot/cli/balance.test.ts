import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BalanceReport } from '../balance/report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RUN = "import('./bot/cli/balance.ts').then(async ({ addBalance }) => {";
const PARSE =
  "const { Command } = await import('commander'); const program = new Command('msig'); addBalance(program);" +
  "await program.parseAsync(process.argv.slice(1), { from: 'user' }); }).catch((error) => {" +
  "console.error('msig: ' + (error.code ?? '') + ' ' + JSON.stringify(error.args ?? error.message)); process.exit(1); });";

/** The subcommand alone, as the command line would run it. */
function run(...args: readonly string[]) {
  return spawnSync(process.execPath, ['-e', RUN + PARSE, 'balance', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

const folder = mkdtempSync(join(tmpdir(), 'msig-balance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('msig balance', () => {
  const file = join(folder, 'pictures', 'balance.svg');
  let ran: ReturnType<typeof run>;
  beforeAll(() => {
    ran = run('--games', '20', '--seed', 't', '--workers', '2', '--json', '--chart', file);
  });

  it('prints what it found as one line of JSON, progress on stderr', () => {
    expect(ran.status).toBe(0);
    expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1);
    const report = JSON.parse(ran.stdout) as BalanceReport;
    expect(report).toMatchObject({ games: 20, ended: 20 });
    expect(report.medianLength).toBeGreaterThan(3);
    expect(Object.keys(report.winShare)).toEqual(expect.arrayContaining(['seat', 'class', 'policy']));
    expect(report.comeback).toBeGreaterThanOrEqual(0);
    for (const gate of report.gates) {
      expect(gate).toMatchObject({
        name: expect.any(String),
        limit: expect.any(Number),
        value: expect.any(Number),
      });
      expect(typeof gate.ok).toBe('boolean');
      expect(gate.interval).toHaveLength(2);
    }
    expect(ran.stderr).toMatch(/25 of 25 games/);
  });

  it('draws the chart where it is told to', () => {
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it('prints the same again', () => {
    expect(run('--games', '20', '--seed', 't', '--workers', '1', '--json').stdout).toBe(ran.stdout);
  });

  it('is readable without --json, and quicker without things', () => {
    const { stdout, status } = run('--games', '6', '--no-items');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^gate +limit +value/m);
    expect(stdout).not.toMatch(/^thing/m);
  });

  it('plays one game alone and tells it', () => {
    const { stdout } = run('--only', '3', '--seed', 't');
    expect(stdout).toContain('game 3 of seed "t"');
    expect(stdout).toMatch(/won by p[1-6]\n$/);
  });

  it.each([
    [['--games', '0'], '--games'],
    [['--games', 'many'], '--games'],
    [['--players', '9'], '--players'],
    [['--players', '3'], '--players'],
    [['--workers', '0'], '--workers'],
    [['--only', '1.5'], '--only'],
  ])('says what is wrong with %j', (args, option) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('BAD_OPTION');
    expect(stderr).toContain(option);
  });

  it.each([[['--size', 'XL']], [['--pace', 'sprint']]])('knows sizes and paces: %j', (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/Allowed choices are/);
  });
});
