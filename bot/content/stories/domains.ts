/** What each function of the engine may answer in a scene: the walk tries all of it. */
import type { Test } from '../../engine/effects/operations.ts';
import { REACHES, ZONES } from '../../engine/rules.ts';
import { type Answer, FUNCTIONS, type FunctionName } from '../../engine/stories/functions.ts';
import type { StoryDef } from '../../engine/stories/rules.ts';

/** Fact → every value that anything remembers for it. */
export type Facts = ReadonlyMap<string, ReadonlySet<string>>;

export interface World {
  readonly story: Pick<StoryDef, 'zone' | 'follows'>;
  /** The compiled script: numbers that it compares with say which numbers matter. */
  readonly ink: string;
  readonly facts: Facts;
}

/** A player by that id stands for any rival. */
export const RIVAL = 'p2';

export function domainOf(world: World, name: FunctionName, args: readonly Answer[]): readonly Answer[] {
  switch (name) {
    case 'fact':
      return factValues(world, String(args[0] ?? ''));
    case 'zone':
      return world.story.zone === 'any' || world.story.follows ? ZONES : [world.story.zone];
    case 'reach':
      return REACHES;
    case 'rival':
      return ['', RIVAL];
    case 'purse':
    case 'standing':
      return orZero(comparedWith(world.ink));
    default:
      return FUNCTIONS[name].gives === 'yes' ? [true, false] : [0];
  }
}

const orZero = (numbers: readonly number[]): readonly number[] =>
  numbers.length > 0 ? [...new Set(numbers)] : [0];

/** Both sides of every whole number that the script compares with. */
function comparedWith(ink: string): readonly number[] {
  const found = [...ink.matchAll(/,(-?\d+),"(<|>|<=|>=|==|!=)"/g)];
  return found.flatMap(([, text, sign]) => {
    const number = Number(text);
    return sign === '==' || sign === '!=' ? [number, number + 1] : [number - 1, number + 1];
  });
}

/** '' where nothing is remembered; what a consequence is tested for is settled before it comes. */
function factValues({ story, facts }: World, fact: string): readonly string[] {
  const known = ['', ...[...(facts.get(fact) ?? [])].sort()];
  return (story.follows?.if ?? []).reduce<readonly string[]>(
    (values, test) => values.filter((value) => fits(test, fact, value)),
    known,
  );
}

function fits(test: Test, fact: string, value: string): boolean {
  if (test.is === 'not') return !concerns(test.test, fact) || !fits(test.test, fact, value);
  if (test.is !== 'fact' || test.fact !== fact) return true;
  return test.value === undefined ? value !== '' : value === test.value;
}

const concerns = (test: Test, fact: string): boolean => test.is === 'fact' && test.fact === fact;
