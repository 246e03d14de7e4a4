/** All stories of a pack: compiled, walked along every path, and held against their words and the rest of the pack. */
import type { StoryDef } from '../../engine/stories/rules.ts';
import { holders, type Scene } from '../check/scene.ts';
import { opsOf } from '../check/walk.ts';
import { faultIn } from '../document.ts';
import type { Fault } from '../faults.ts';
import type { Script } from '../gather.ts';
import { hint } from '../nearest.ts';
import { compileScript, knotsOf } from './compile.ts';
import { type Facts, RIVAL } from './domains.ts';
import { inScript } from './place.ts';
import { referenceFaults } from './references.ts';
import { type Walk, walkScript } from './walk.ts';
import { wordFaultsOf } from './words.ts';

/** A story without its script, as it is written in JSON. */
export type StoryEntry = Omit<StoryDef, 'ink'>;

/** One story that compiles, with what its walk has shown. */
export interface ToldStory {
  readonly def: StoryDef;
  readonly script: Script;
  readonly walk: Walk;
}

export interface Told {
  readonly stories: readonly ToldStory[];
  readonly facts: Facts;
  readonly faults: readonly Fault[];
}

export function tellStories(scene: Scene): Told {
  const faults: Fault[] = [...strays(scene)];
  const compiled = Object.values(scene.draft.stories).flatMap((entry) => compiledStory(scene, entry, faults));
  const { stories, facts } = walked(compiled, known(scene));
  return {
    stories,
    facts,
    faults: [...faults, ...stories.flatMap((story) => faultsOf(scene, story, { stories, facts }))],
  };
}

function strays({ draft, gathered }: Scene): readonly Fault[] {
  const ids = [...gathered.entries.stories.keys()];
  return [...gathered.scripts].flatMap(([id, script]) =>
    id in draft.stories || gathered.entries.stories.has(id)
      ? []
      : [inScript(script, null, `a script for none of the stories${hint(id, ids)}`)],
  );
}

type Compiled = Omit<ToldStory, 'walk'>;

function compiledStory({ gathered }: Scene, entry: StoryEntry, faults: Fault[]): readonly Compiled[] {
  const script = gathered.scripts.get(entry.id);
  const document = gathered.entries.stories.get(entry.id);
  if (!script) {
    if (document) faults.push(faultIn(document, [], `no script: expected it in stories/${entry.id}.ink`));
    return [];
  }
  const { ink, complaints } = compileScript(script.text);
  faults.push(...complaints.map(({ line, message }) => inScript(script, line, message)));
  return ink === null ? [] : [{ def: { ...entry, ink }, script }];
}

/** What is remembered by anything but scripts. */
function known(scene: Scene): Map<string, Set<string>> {
  const facts = new Map<string, Set<string>>();
  for (const { op } of holders(scene).flatMap(({ holder }) => opsOf(holder)))
    if (op.op === 'remember') add(facts, op.fact, op.value ?? 'yes');
  for (const { watches = [] } of Object.values(scene.draft.stories))
    for (const { remember } of watches) add(facts, remember.fact, remember.value);
  return facts;
}

function add(facts: Map<string, Set<string>>, fact: string, value: string): boolean {
  const values = facts.get(fact) ?? new Set();
  const fresh = !values.has(value);
  facts.set(fact, values.add(value));
  return fresh;
}

/** What one script remembers another may read, so the walks are repeated until nothing new is remembered. */
const MOST_ROUNDS = 5;

function walked(
  compiled: readonly Compiled[],
  facts: Map<string, Set<string>>,
): Pick<Told, 'stories' | 'facts'> {
  const walk = (one: Compiled): ToldStory => ({
    ...one,
    walk: walkScript({ story: one.def, ink: one.def.ink, facts }),
  });
  let stories = compiled.map(walk);
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    const calls = stories.flatMap((story) => story.walk.calls).filter(({ name }) => name === 'remember');
    const fresh = calls.filter(({ args }) => add(facts, String(args[0]), String(args[1])));
    if (fresh.length === 0) break;
    const news = new Set(fresh.map(({ args }) => String(args[0])));
    stories = stories.map((story) => (reads(story, news) ? walk(story) : story));
  }
  return { stories, facts };
}

function reads({ walk }: ToldStory, facts: ReadonlySet<string>): boolean {
  return walk.calls.some(({ name, args }) => name === 'fact' && facts.has(String(args[0])));
}

function faultsOf(scene: Scene, story: ToldStory, told: Omit<Told, 'faults'>): readonly Fault[] {
  const { def, script, walk } = story;
  const unreached = knotsOf(script.text).filter(({ name }) => !reached(walk, name));
  return [
    ...walk.faults.map((message) => inScript(script, null, message)),
    ...unreached.map(({ name, line }) => inScript(script, line, `no path leads to "${name}"`)),
    ...silent(story),
    ...wordFaultsOf(scene, story),
    ...referenceFaults(scene, story),
    ...unmet(scene, def, told),
  ];
}

function reached({ passed }: Walk, name: string): boolean {
  return [...passed].some((place) => place === name || place.startsWith(`${name}.`));
}

/** Every option is answered with a line, and every scene begins with one. */
function silent({ script, walk }: ToldStory): readonly Fault[] {
  const dumb = walk.pages.find(({ lines }) => lines.length === 0);
  if (!dumb) return [];
  const asks = dumb.options.length > 0 ? `before it asks ${dumb.options.join(', ')}` : 'at an end';
  return [inScript(script, null, `nothing is said ${asks}, expected a line`)];
}

/** A consequence of something that nobody can do, and an answer that is not there. */
function unmet(
  { gathered }: Scene,
  def: StoryDef,
  { stories, facts }: Omit<Told, 'faults'>,
): readonly Fault[] {
  const document = gathered.entries.stories.get(def.id);
  if (!document) return [];
  const missing = (def.follows?.if ?? []).flatMap((test, i) => {
    if (test.is !== 'fact') return [];
    const values = facts.get(test.fact);
    if (!values)
      return [
        faultIn(
          document,
          ['follows', 'if', i, 'fact'],
          `nothing remembers "${test.fact}"${hint(test.fact, facts.keys())}`,
        ),
      ];
    if (
      test.value === undefined ||
      values.has(test.value) ||
      (test.value.startsWith('p') && values.has(RIVAL))
    )
      return [];
    const expected = `expected ${[...values].join(', ')}`;
    return [
      faultIn(
        document,
        ['follows', 'if', i, 'value'],
        `"${test.fact}" is never "${test.value}", ${expected}`,
      ),
    ];
  });
  const own = stories.find((one) => one.def.id === def.id);
  const most = own?.walk.firstOptions ?? 0;
  if (most === 0 || def.fallback <= most) return missing;
  return [
    ...missing,
    faultIn(document, ['fallback'], `${def.fallback} came, the first question has ${most} options`),
  ];
}
