/** Code that comes late: a link that blinks, or a host built anew, must not leave a page without it for good. */
import { mayReload } from './care.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** After so many failures in a row the file itself may be gone: a host that was built anew has it under another name. */
const GONE = 4;

export interface LateOptions {
  /** Milliseconds before the second try; each further one waits twice as long, up to half a minute. */
  readonly first?: number;
  /** What helps when the file is gone; by default the page is loaded anew, if the host has it. */
  readonly reload?: () => Promise<void>;
}

/** What `load` brings, however often it has to be asked: never rejects. */
export async function late<T>(load: () => Promise<T>, options: LateOptions = {}): Promise<T> {
  const { first = FIRST_MS, reload = reloadIfServed } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await load();
    } catch (fault) {
      console.warn('MSIG: a part of the page did not come, trying again', fault);
    }
    if (tries % GONE === 0) await reload();
    await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_MS, first * 2 ** (tries - 1))));
  }
}

/** A page that cannot be fetched again had better stay. */
async function reloadIfServed(): Promise<void> {
  const served = await fetch(location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (served && mayReload()) location.reload();
}
