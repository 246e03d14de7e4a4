/** Path data with fewer digits: in a box of 512 half a unit cannot be seen, and half of the bytes is gone. */

/** How many numbers a command takes; of arcs the fourth and fifth are flags. */
const TAKES: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};
const NUMBER = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/y;
const FLAG = /[\s,]*([01])/y;

interface Pen {
  x: number;
  y: number;
}

/** The same drawing with coordinates to a half. What is lost in one step is made good in the next. */
export function roundPath(path: string): string {
  const out: string[] = [];
  // Where the path leads, and where the rounded one does; and where each began.
  const wanted = { x: 0, y: 0 };
  const drawn = { x: 0, y: 0 };
  const begin = { wanted: { ...wanted }, drawn: { ...drawn } };
  let before = '';
  for (const [command, values] of stepsOf(path)) {
    const low = command.toLowerCase();
    if (low === 'z') {
      Object.assign(wanted, begin.wanted);
      Object.assign(drawn, begin.drawn);
      out.push(command);
      before = command;
      continue;
    }
    const relative = command === low;
    const rounded = values.map((value, i) => {
      const axis = axisOf(low, i);
      if (axis === null) return half(value);
      return half(relative ? wanted[axis] + value - drawn[axis] : value);
    });
    advance(wanted, { low, relative, values });
    advance(drawn, { low, relative, values: rounded });
    if (low === 'm') {
      Object.assign(begin.wanted, wanted);
      Object.assign(begin.drawn, drawn);
    }
    const same = command === before && low !== 'm';
    out.push(same ? joined(rounded, true) : command + joined(rounded, false));
    before = command;
  }
  return out.join('');
}

/** Commands one by one; what follows a first `m` is a line. @throws Error where the data is not a path. */
function* stepsOf(path: string): Generator<readonly [string, readonly number[]]> {
  let at = 0;
  let command = '';
  while (at < path.length) {
    const letter = /[\s,]*([a-z])/iy;
    letter.lastIndex = at;
    const found = letter.exec(path);
    if (found) {
      command = found[1]!;
      at = letter.lastIndex;
    } else if (!path.slice(at).trim()) return;
    else if (command === 'm') command = 'l';
    else if (command === 'M') command = 'L';
    const low = command.toLowerCase();
    const values = Array.from({ length: TAKES[low] ?? 0 }, (_, i) => {
      const part = low === 'a' && (i === 3 || i === 4) ? FLAG : NUMBER;
      part.lastIndex = at;
      const number = part.exec(path);
      if (!number) throw new Error(`not a path at ${at}: ${path.slice(at, at + 20)}`);
      at = part.lastIndex;
      return Number(number[1]);
    });
    yield [command, values];
  }
}

/** Radii, angles and flags are no coordinates. */
function axisOf(low: string, i: number): 'x' | 'y' | null {
  if (low === 'h') return 'x';
  if (low === 'v') return 'y';
  if (low === 'a' && i < 5) return null;
  return (low === 'a' ? i - 5 : i) % 2 === 0 ? 'x' : 'y';
}

function advance(
  pen: Pen,
  { low, relative, values }: { low: string; relative: boolean; values: readonly number[] },
): void {
  const to = (axis: 'x' | 'y', value: number) => {
    pen[axis] = relative ? pen[axis] + value : value;
  };
  if (low === 'h') return to('x', values[0]!);
  if (low === 'v') return to('y', values[0]!);
  to('x', values.at(-2)!);
  to('y', values.at(-1)!);
}

const half = (value: number): number => Math.round(value * 2) / 2;

/** As few signs as a path needs. */
function joined(values: readonly number[], after: boolean): string {
  let text = '';
  for (const value of values) {
    const short = String(value === 0 ? 0 : value).replace(/^(-?)0\./, '$1.');
    const apart = short.startsWith('-') || (text === '' && !after) ? '' : ' ';
    text += apart + short;
  }
  return text;
}
