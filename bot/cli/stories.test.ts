import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoriesReport } from './stories.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LONG = 60_000;
let layer: string;

beforeAll(() => {
  layer = mkdtempSync(join(tmpdir(), 'stories-'));
  mkdirSync(join(layer, 'stories'));
  writeFileSync(join(layer, 'pack.json'), '{"id": "tales", "version": "1.0.0"}');
  writeFileSync(join(layer, 'stories', 'hold_the_mic.ink'), 'ghost_live\n~ borrow("ghost_mic")\n-> DONE\n');
});
afterAll(() => rmSync(layer, { recursive: true }));

function check(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const all = ['bot/main.ts', 'stories', 'check', ...args];
  return spawnSync(process.execPath, all, { cwd: ROOT, encoding: 'utf8' });
}

test('the base pack: every path walked, in words', { timeout: LONG }, () => {
  const { status, stdout } = check('--lang', 'en');
  expect(stdout).toMatch(/^stories \d\d: \d+ begin, \d+ follow/);
  expect(stdout).toMatch(/paths walked: \d{3}/);
  expect(stdout).toMatch(/^agathas_ladder {2,}kept, /m);
  expect(stdout.endsWith('ok\n')).toBe(true);
  expect(status).toBe(0);
});

test('for programs: what there is, and what is wrong with file and line', { timeout: LONG }, () => {
  const good = check('--json');
  const { ok, counts } = JSON.parse(good.stdout) as StoriesReport;
  expect({ ok, status: good.status }).toEqual({ ok: true, status: 0 });
  expect(counts?.facts.held_mic).toEqual(['forgiven', 'left', 'took', 'waited']);

  const bad = check('--content', layer, '--json');
  const report = JSON.parse(bad.stdout) as StoriesReport;
  expect({ ok: report.ok, status: bad.status }).toEqual({ ok: false, status: 1 });
  const [fault] = report.faults.filter(({ file }) => file.endsWith('hold_the_mic.ink'));
  expect(fault).toMatchObject({ path: 'line 2' });
  expect(fault?.message).toContain('borrow');
});
