/** Numbers of the rules by their path, and which of them may be changed while a game is played. */
import type { Rules } from '../rules.ts';
import type { RulePatch } from './state.ts';

/** One number as it may be set: by the path, the smallest value, or null where the default holds. */
type Allowed = readonly [path: RegExp, least: number | null];

const ID = '[a-z][a-z0-9_]*';
/** The first that fits decides. The map and the number of seats are fixed when the game is made. */
const ALLOWED: readonly Allowed[] = [
  [/^tunables\.(map|players)\b/, Number.POSITIVE_INFINITY],
  [/^tunables\.(tokens\.(every|keep)|hp\.base|bag\.slots|poll\.grace|market\.stock)$/, 1],
  [/^tunables\.dice\.(start|pouch)/, 1],
  [/^tunables\.final\.house\./, 1],
  [/^tunables\.\w+\.seconds$/, 5],
  [/^tunables\.equaliser\.(min|max)$/, 1],
  [/^tunables\./, null],
  [new RegExp(`^(items|effects|skills)\\.${ID}\\.stats\\.\\w+$`), -100],
  [new RegExp(`^items\\.${ID}\\.(charges|targets)$`), 1],
  [new RegExp(`^items\\.${ID}\\.(price|range|cooldown|ttl|power|magic)$`), null],
  [new RegExp(`^effects\\.${ID}\\.(duration\\.(rolls|turns|minutes)|max)$`), 1],
  [new RegExp(`^trials\\.${ID}\\.(check\\.harder|prize)$`), -20],
  [new RegExp(`^trials\\.${ID}\\.chat\\.seconds$`), 5],
  [new RegExp(`^trials\\.${ID}\\.chat\\.(ease|tolerance)$`), null],
  [new RegExp(`^rewards\\.${ID}\\.cost$`), 1],
  [new RegExp(`^(items|effects|trials|traps|finds|punishments)\\.${ID}\\.weight$`), null],
  [/^prizes\.\d+\.weight$/, null],
  [new RegExp(`^zones\\.${ID}\\.loot\\.\\w+$`), null],
];

/** An entry that says nothing of its weight has this one. */
const USUAL_WEIGHT = 1;
const MOST = 10_000_000;

export interface Limits {
  readonly now: number;
  readonly min: number;
  readonly max: number;
  /** A whole number stays one. */
  readonly whole: boolean;
}

/** What a number of the rules may become; null where there is no such number, or it may not change in a game. */
export function limitsOf(rules: Rules, path: string): Limits | null {
  const now = numberAt(rules, path);
  const allowed = ALLOWED.find(([pattern]) => pattern.test(path));
  if (now === null || !allowed || allowed[1] === Number.POSITIVE_INFINITY) return null;
  const min = allowed[1] ?? (now < 0 ? -100 : 0);
  return {
    now,
    min,
    max: Math.min(MOST, Math.max(1000, Math.abs(now) * 10)),
    whole: Number.isInteger(now) && !path.endsWith('.weight'),
  };
}

/** The number at a path, or null. */
export function numberAt(rules: Rules, path: string): number | null {
  let here: unknown = rules;
  const steps = path.split('.');
  for (const [i, step] of steps.entries()) {
    if (typeof here !== 'object' || here === null) return null;
    if (!Object.hasOwn(here, step)) return i === steps.length - 1 && step === 'weight' ? USUAL_WEIGHT : null;
    here = (here as Record<string, unknown>)[step];
  }
  return typeof here === 'number' ? here : null;
}

/** The rules with these numbers in them; what is not on a path keeps its reference. */
export function withNumbers(rules: Rules, patch: RulePatch): Rules {
  return Object.entries(patch).reduce<unknown>(
    (now, [path, value]) => replaced(now, path.split('.'), value),
    rules,
  ) as Rules;
}

function replaced(here: unknown, [step, ...rest]: readonly string[], value: number): unknown {
  if (step === undefined) return value;
  if (Array.isArray(here))
    return here.map((one, i) => (String(i) === step ? replaced(one, rest, value) : one));
  const record = here as Readonly<Record<string, unknown>>;
  return { ...record, [step]: replaced(record[step], rest, value) };
}
