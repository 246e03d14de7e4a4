/** The gate of the simulated API: who may call, how often, and which door answers. PLATFORMS 1.1, 1.4. */
import { Refusal } from './fault.ts';
import type { Reply } from './oauth.ts';
import { CLIENT_ID, type Grant, type People, type Person } from './people.ts';

export interface Call {
  readonly method: string;
  /** After `/helix/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly grant: Grant;
  /** Null for an app's token. */
  readonly person: Person | null;
}

export type Door = (call: Call) => Reply;
/** `POST chat/messages` → its door. */
export type Doors = Readonly<Record<string, Door>>;

/** Points a minute, of one sign-in. */
const POINTS = 800;
const WINDOW_MS = 60_000;

interface Budget {
  left: number;
  resetsAt: number;
}

export class Gate {
  readonly #people: People;
  readonly #doors: Doors;
  readonly #budgets = new Map<string, Budget>();
  points = POINTS;
  windowMs = WINDOW_MS;

  constructor(people: People, doors: Doors) {
    this.#people = people;
    this.#doors = doors;
  }

  /** Every answer tells the budget, refusals too. */
  answer(
    asked: Omit<Call, 'grant' | 'person'>,
    token: string,
    client: string | undefined,
    note: (headers: Readonly<Record<string, string>>) => void,
  ): Reply {
    const budget = this.#budgetOf(token);
    budget.left -= 1;
    note({
      'Ratelimit-Limit': String(this.points),
      'Ratelimit-Remaining': String(Math.max(0, budget.left)),
      'Ratelimit-Reset': String(Math.ceil(budget.resetsAt / 1000)),
    });
    const grant = this.#people.living(token);
    if (!grant) throw new Refusal(401, 'Invalid OAuth token');
    if (client !== CLIENT_ID) throw new Refusal(401, 'Client ID and OAuth token do not match');
    if (budget.left < 0) throw new Refusal(429, 'Too Many Requests');
    const door = this.#doors[`${asked.method} ${asked.path}`];
    if (!door) throw new Refusal(404, 'not found');
    return door({ ...asked, grant, person: grant.person });
  }

  #budgetOf(token: string): Budget {
    const known = this.#budgets.get(token);
    if (known && known.resetsAt > Date.now()) return known;
    const fresh = { left: this.points, resetsAt: Date.now() + this.windowMs };
    this.#budgets.set(token, fresh);
    return fresh;
  }

  /** Budgets begin anew with these numbers. */
  limit(points: number, windowMs: number): void {
    this.points = points;
    this.windowMs = windowMs;
    this.#budgets.clear();
  }
}

/** @throws Refusal 401 unless the token may do one of these. */
export function needs({ grant }: Call, ...scopes: readonly string[]): void {
  if (!scopes.some((scope) => grant.scopes.includes(scope))) {
    throw new Refusal(401, `Missing scope: ${scopes.join(' or ')}`);
  }
}

/** The user that a call must be made by. @throws Refusal 401 */
export function mustBe({ person }: Call, id: string | null, what: string): Person {
  if (!person || person.id !== id) {
    throw new Refusal(401, `The ID in ${what} must match the user ID found in the request's OAuth token.`);
  }
  return person;
}

export function wordIn(body: Readonly<Record<string, unknown>>, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}
