/** Looks over a set-up: settings first, then everything else at once. Nothing is changed by it. */
import { statfs } from 'node:fs/promises';
import { isMsigError } from '../errors.ts';
import { isRehearsal, ROOT, readSettings, type SettingsInput } from '../settings.ts';
import type { Around } from './around.ts';
import { lookAround, type Machine } from './around.ts';
import { type Check, type Finding, type Found, fault, ok, warn } from './check.ts';
import { CHECKS, OUTSIDE } from './table.ts';

/** The longest chain of questions to one platform is three calls. */
const CHECK_MS = 40_000;

/** @returns findings in the order of the table. Never rejects. */
export async function examine(
  input: SettingsInput = {},
  machine: Partial<Machine> = {},
): Promise<readonly Finding[]> {
  const own: Machine = { ...REAL, ...machine };
  let around: Around;
  try {
    around = lookAround(readSettings(input), own);
  } catch (error) {
    return [told('settings', fault('SETTINGS_BROKEN', sentencesOf(error)))];
  }
  const first = told('settings', ok('SETTINGS', { data: around.data }));
  const made = isRehearsal(around.data);
  const found = await Promise.all(
    CHECKS.map((check) => (made && OUTSIDE.has(check.name) ? notAsked(check) : findings(check, around))),
  );
  return [first, ...found.flat()];
}

/** The platforms of a rehearsal are simulated, and its tokens are none of the real ones' business. Said once. */
function notAsked({ name }: Check): readonly Finding[] {
  return name === 'reach' ? [told(name, ok('REHEARSAL'))] : [];
}

const REAL: Machine = {
  node: process.version,
  root: ROOT,
  now: Date.now,
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

const told = (check: Finding['check'], found: Found): Finding => ({ check, ...found });

async function findings({ name, run }: Check, around: Around): Promise<readonly Finding[]> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`> ${CHECK_MS / 1000} s`)), CHECK_MS);
  try {
    const found = await Promise.race([run(around), late.promise]);
    return found.map((one) => told(name, one));
  } catch (error) {
    // Coded failures speak of settings, such as an address that is none; anything else is a fault of ours.
    const coded = typeof (error as { code?: unknown }).code === 'string';
    const why = sentencesOf(error);
    return [told(name, coded ? fault('CHECK_REFUSED', why) : warn('CHECK_BROKEN', why))];
  } finally {
    clearTimeout(timer);
  }
}

/** Our own errors have both languages. */
function sentencesOf(error: unknown): Finding['args'] {
  const cut = (text: string) => text.trim().replace(/\.$/, '').slice(0, 400);
  if (isMsigError(error)) return { why: cut(error.message), why_ru: cut(error.sentence('ru')) };
  return { why: cut(error instanceof Error ? error.message : String(error)) };
}
