/** Walks a scene along every path: all options, and all that chance, the player and the world may answer. */
import { type Answer, FUNCTIONS, type FunctionName } from '../../engine/stories/functions.ts';
import { open, ScriptFault } from '../../engine/stories/script.ts';
import { domainOf, type World } from './domains.ts';

/** One call that a script makes, as it was seen. */
export interface Call {
  readonly name: FunctionName;
  readonly args: readonly Answer[];
}

/** What stands together on one screen and in one chat line. */
export interface Page {
  readonly lines: readonly string[];
  readonly options: readonly string[];
}

export interface Walk {
  readonly paths: number;
  readonly pages: readonly Page[];
  readonly calls: readonly Call[];
  /** Knots and stitches that some path passes. */
  readonly passed: ReadonlySet<string>;
  readonly faults: readonly string[];
  /** Options of the first question; 0 where there is none. */
  readonly firstOptions: number;
}

const MOST_PATHS = 20_000;
/** Questions in a row in one scene. */
const MOST_QUESTIONS = 8;

/** One decision on a path: which of how many. */
interface Turn {
  at: number;
  readonly of: number;
}

export function walkScript(world: World): Walk {
  const seen = new Seen();
  const turns: Turn[] = [];
  let paths = 0;
  do {
    paths += 1;
    if (paths > MOST_PATHS) {
      seen.faults.add(`more than ${MOST_PATHS} paths lead through it, expected a scene that can be walked`);
      break;
    }
    new Path(world, turns, seen).follow();
  } while (next(turns));
  return { ...seen.report(), paths };
}

/** The path after this one: the last decision that has another side, turned; what came after it is forgotten. */
function next(turns: Turn[]): boolean {
  for (let last = turns.pop(); last !== undefined; last = turns.pop()) {
    if (last.at + 1 >= last.of) continue;
    turns.push({ at: last.at + 1, of: last.of });
    return true;
  }
  return false;
}

/** What all paths together have shown. */
class Seen {
  readonly pages = new Map<string, Page>();
  readonly calls = new Map<string, Call>();
  readonly passed = new Set<string>();
  readonly faults = new Set<string>();
  firstOptions = 0;

  page(page: Page): void {
    this.pages.set(JSON.stringify(page), page);
  }

  call(call: Call): void {
    this.calls.set(JSON.stringify(call), call);
  }

  report(): Omit<Walk, 'paths'> {
    return {
      pages: [...this.pages.values()],
      calls: [...this.calls.values()],
      passed: this.passed,
      faults: [...this.faults],
      firstOptions: this.firstOptions,
    };
  }
}

/** One way through the scene. */
class Path {
  readonly world: World;
  readonly turns: Turn[];
  readonly seen: Seen;
  /** What was looked at does not change by itself. */
  readonly looked = new Map<string, Answer>();
  at = 0;

  constructor(world: World, turns: Turn[], seen: Seen) {
    this.world = world;
    this.turns = turns;
    this.seen = seen;
  }

  follow(): void {
    try {
      const teller = open({
        ink: this.world.ink,
        call: (name, args) => this.answer(name, args),
        passes: (place) => this.seen.passed.add(place),
      });
      this.seen.firstOptions = Math.max(this.seen.firstOptions, teller.told.options.length);
      for (let asked = 0; ; asked += 1) {
        const { told } = teller;
        this.seen.page(told);
        if (told.options.length === 0) return;
        if (asked === MOST_QUESTIONS)
          throw new ScriptFault(`it asks more than ${MOST_QUESTIONS} times in a row`);
        teller.choose(this.decide(told.options.length) + 1);
      }
    } catch (error) {
      if (!(error instanceof ScriptFault)) throw error;
      this.seen.faults.add(error.message);
    }
  }

  answer(name: FunctionName, args: readonly Answer[]): Answer {
    this.seen.call({ name, args });
    const key = `${name}(${args.join(',')})`;
    const known = this.looked.get(key);
    if (known !== undefined) return known;
    const domain = domainOf(this.world, name, args);
    const given = domain[this.decide(domain.length)] ?? 0;
    if ('looks' in FUNCTIONS[name]) this.looked.set(key, given);
    this.changes(name, args);
    return given;
  }

  /** What the script itself has changed is known from then on. */
  changes(name: FunctionName, args: readonly Answer[]): void {
    if (name === 'remember') this.looked.set(`fact(${args[0]})`, String(args[1] ?? ''));
    if (name === 'give') this.looked.set(`has(${args[0]})`, true);
    if (name === 'take') this.looked.delete(`has(${args[0]})`);
    if (name === 'gold') this.looked.delete('purse()');
    if (name === 'rep') this.looked.delete('standing()');
  }

  decide(of: number): number {
    if (this.at === this.turns.length) this.turns.push({ at: 0, of });
    const turn = this.turns[this.at];
    this.at += 1;
    return turn?.at ?? 0;
  }
}
