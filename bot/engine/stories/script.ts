/**
 * Runs a compiled script: from its beginning, through the options taken, to the next question or its end. The same
 * script, options and answers tell the same. Nothing here draws: what a script asks of the world goes through `call`.
 */
import { Story } from 'inkjs/engine/Story';
import { type Answer, FUNCTION_NAMES, FUNCTIONS, type FunctionName } from './functions.ts';

export interface Telling {
  /** The compiled script: JSON in one text. */
  readonly ink: string;
  /** Options taken, from 1, in order. */
  readonly chosen: readonly number[];
  call(name: FunctionName, args: readonly Answer[]): Answer;
  /** Told of every knot (`knot`, `knot.stitch`) that is passed; for checks. */
  passes?(place: string): void;
}

export interface Told {
  /** Keys of the lines since the last choice. */
  readonly lines: readonly string[];
  /** Keys of the options; empty when the scene is over. */
  readonly options: readonly string[];
}

/** The script is broken, or not the one that these options were taken in. */
export class ScriptFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScriptFault';
  }
}

/** Steps of the virtual machine; a scene of a page takes some hundreds. More is a loop without end. */
const MOST_STEPS = 20_000;

/** Counts its steps, so that a loop is found by counting and not by a clock. */
class BoundedStory extends Story {
  steps = 0;
  passes: ((place: string) => void) | undefined;

  override Step(): void {
    this.steps += 1;
    if (this.steps > MOST_STEPS) throw new ScriptFault('it loops without end');
    this.passes?.(placeOf(this.state.currentPointer.path?.toString() ?? ''));
    super.Step();
  }
}

/** Scripts that have been read: reading takes longer than telling, and what was read never changes. */
const READ = new Map<string, Story>();
const MOST_READ = 256;

function storyOf(ink: string): BoundedStory {
  const read = READ.get(ink) ?? new Story(ink);
  if (!READ.has(ink) && READ.size >= MOST_READ) READ.clear();
  READ.set(ink, read);
  const story = new BoundedStory(read.mainContentContainer, read.listDefinitions?.lists ?? null);
  story.ResetState();
  return story;
}

/** `knot.stitch.0.3` → `knot.stitch`. */
function placeOf(path: string): string {
  const names = path.split('.');
  const end = names.findIndex((name) => /^\d+$/.test(name));
  return (end < 0 ? names : names.slice(0, end)).slice(0, 2).join('.');
}

/** A script that has been told up to a question, or to its end. */
export interface Teller {
  /** What stands there now. */
  readonly told: Told;
  /**
   * Takes an option, from 1, and tells on.
   * @throws ScriptFault where there is no such option, and as `open`
   */
  choose(option: number): void;
}

/** @throws ScriptFault on a loop, on an option that is not there, on an end that the script does not mark. */
export function tell({ chosen, ...script }: Telling): Told {
  const teller = open(script);
  for (const option of chosen) teller.choose(option);
  return teller.told;
}

/** @throws ScriptFault on a loop and on an end that the script does not mark. */
export function open({ ink, call, passes }: Omit<Telling, 'chosen'>): Teller {
  const story = storyOf(ink);
  story.passes = passes;
  // A story that is new takes a number from the clock for its own dice. No script has any; it is set all the same.
  story.state.storySeed = 0;
  story.onError = (message: string) => {
    throw new ScriptFault(message);
  };
  for (const name of FUNCTION_NAMES)
    story.BindExternalFunctionGeneral(name, (args: Answer[]) => call(name, args), 'looks' in FUNCTIONS[name]);
  let told = page(story);
  return {
    get told() {
      return told;
    },
    choose(option) {
      if (option < 1 || option > told.options.length)
        throw new ScriptFault(`option ${option} was taken where there are ${told.options.length}`);
      story.ChooseChoiceIndex(option - 1);
      told = page(story);
    },
  };
}

function page(story: Story): Told {
  const lines: string[] = [];
  while (story.canContinue) {
    const line = (story.Continue() ?? '').trim();
    if (line !== '') lines.push(line);
  }
  return { lines, options: story.currentChoices.map(({ text }) => text.trim()) };
}
