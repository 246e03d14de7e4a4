/** What Linux counts of the browser's processes: how long they waited for a core, and the memory that is theirs alone. */
import { readdirSync, readFileSync } from 'node:fs';

/** Processes below this one, the browser among them; empty where there is no /proc. */
function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of list('/proc').filter((one) => /^\d+$/.test(one))) {
    // After the name in brackets: state, then the parent.
    const parent = Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const below = children.get(pid) ?? [];
    found.push(...below);
    queue.push(...below);
  }
  return found;
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Processes end while they are looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Milliseconds that all threads of all programs below this one were ready to run, but had no core, so far. A page that
 * draws needs both cores at the same time; on a shared machine this tells a slow page from a busy neighbour.
 */
export function waitedMs(): number {
  let nanoseconds = 0;
  for (const pid of descendants(process.pid)) {
    for (const task of list(`/proc/${pid}/task`)) {
      nanoseconds += Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[1] ?? 0);
    }
  }
  return nanoseconds / 1e6;
}

/** Megabytes that these processes have for themselves alone; not a number where there is no /proc. */
export function ownMegabytes(pids: readonly number[]): number {
  const kilobytes = pids.map(
    (pid) => /^Private_Dirty:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1],
  );
  return kilobytes.reduce((sum, one) => sum + Number(one), 0) / 1024;
}
