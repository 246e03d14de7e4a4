/** From the text of a script to its compiled form, which is all that a game needs. */
import { Compiler, CompilerOptions } from 'inkjs/compiler/Compiler';
import { FUNCTION_NAMES, FUNCTIONS } from '../../engine/stories/functions.ts';

/** Something wrong in a script. `line` from 1; null where the whole of it is meant. */
export interface Complaint {
  readonly line: number | null;
  readonly message: string;
}

export interface Compiled {
  /** JSON in one text; null while there are complaints. */
  readonly ink: string | null;
  readonly complaints: readonly Complaint[];
}

/** A scene is a page of text; what is longer is not a scene. */
const LONGEST = 32_768;

export function compileScript(source: string): Compiled {
  const fail = (...complaints: Complaint[]): Compiled => ({ ink: null, complaints });
  if (source.length > LONGEST)
    return fail({ line: null, message: `${source.length} characters came, expected at most ${LONGEST}` });
  const early = declared(source);
  if (early.length > 0) return fail(...early);
  const found: Complaint[] = [];
  const last = source.trimEnd().split('\n').length;
  const options = new CompilerOptions(null, [], true, (message: string) =>
    found.push(complaintOf(message, last)),
  );
  const ink = compiled(source, options, found);
  if (ink === null || found.length > 0) return fail(...(found.length > 0 ? found : [UNREADABLE]));
  const dice = ownDice(source, ink);
  return dice.length > 0 ? fail(...dice) : { ink, complaints: [] };
}

const UNREADABLE: Complaint = { line: null, message: 'the script cannot be read' };

/** The functions of the engine are known everywhere; their declarations come last, so that no line moves. */
function compiled(source: string, options: CompilerOptions, found: Complaint[]): string | null {
  const known = FUNCTION_NAMES.filter((name) => !new RegExp(`^\\s*EXTERNAL\\s+${name}\\b`, 'm').test(source));
  const externals = known.map((name) => `EXTERNAL ${name}(${FUNCTIONS[name].takes.map((_, i) => `a${i}`)})`);
  try {
    const json = new Compiler(`${source}\n${externals.join('\n')}\n`, options).Compile().ToJson();
    return typeof json === 'string' ? json : null;
  } catch (error) {
    // After its own complaints the compiler gives up with a word of its insides.
    if (found.length === 0) found.push(complaintOf((error as Error).message, null));
    return null;
  }
}

/** `ERROR: line 3: …`. What ends among the declarations ends with the script: in its last line. */
function complaintOf(message: string, last: number | null): Complaint {
  const line = /line (\d+)/.exec(message)?.[1];
  const said = message
    .replace(/^(?:RUNTIME )?(?:ERROR|WARNING|TODO): ?(?:'[^']*' )?(?:line \d+: ?)?/, '')
    .replace(
      /^Function call target not found: '-> (\w+)'$/,
      'neither the script nor the engine has a function $1',
    );
  return { line: line === undefined ? null : Math.min(Number(line), last ?? Number(line)), message: said };
}

/** What a script declares or includes that is not there. */
function declared(source: string): readonly Complaint[] {
  return linesOf(source).flatMap(({ text, line }) => {
    const name = /^\s*EXTERNAL\s+(\w+)/.exec(text)?.[1];
    if (name !== undefined && !(FUNCTION_NAMES as readonly string[]).includes(name))
      return [
        { line, message: `the engine has no function ${name}, expected one of ${FUNCTION_NAMES.join(', ')}` },
      ];
    return /^\s*INCLUDE\b/.test(text) ? [{ line, message: 'a scene is one file, it includes no other' }] : [];
  });
}

const DICE = /"(?:rnd|srnd|lrnd|seq)"/;
const DICE_WORDS = /\b(?:RANDOM|SEED_RANDOM|LIST_RANDOM|shuffle)\b|\{\s*~/;

/** A script has no dice of its own: what the engine does not draw, nobody can prove. */
function ownDice(source: string, ink: string): readonly Complaint[] {
  if (!DICE.test(ink)) return [];
  const message = 'it throws dice of its own, expected check or chance: what the engine draws can be proved';
  return [{ line: linesOf(source).find(({ text }) => DICE_WORDS.test(text))?.line ?? null, message }];
}

export interface Line {
  /** From 1. */
  readonly line: number;
  /** Without comments at its end. */
  readonly text: string;
}

export function linesOf(source: string): readonly Line[] {
  return source.split('\n').map((text, i) => ({ line: i + 1, text: text.replace(/\/\/.*$/, '') }));
}

/** Knots and stitches (`knot.stitch`) with the lines in which they begin. */
export function knotsOf(source: string): readonly { readonly name: string; readonly line: number }[] {
  let knot = '';
  return linesOf(source).flatMap(({ text, line }) => {
    const [, signs = '', name] = /^\s*(={1,})\s*(?:function\s+)?(\w+)/.exec(text) ?? [];
    if (name === undefined) return [];
    if (signs.length > 1) knot = name;
    return [{ name: signs.length > 1 ? name : `${knot}.${name}`, line }];
  });
}

/** The line in which a key is said; of a key that is put together, the line that begins like it. */
export function lineOf(source: string, key: string): number | null {
  const lines = linesOf(source);
  const whole = lines.find(({ text }) => new RegExp(`(?<![\\w{])${key}(?!\\w)`).test(text));
  if (whole) return whole.line;
  const begins = lines.find(({ text }) => {
    const prefix = /(\w+)\{/.exec(text)?.[1];
    return prefix !== undefined && key.startsWith(prefix);
  });
  return begins?.line ?? null;
}
