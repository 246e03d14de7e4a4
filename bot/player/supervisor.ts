/**
 * Keeps one player's process alive: starts it again when it ends, sooner after a long life than after a short one,
 * ends it when it no longer gives a sign of life, and gives up loudly when it falls too often.
 */
import { type ChildProcess, spawn } from 'node:child_process';

export const BUDGET = { falls: 30, withinMs: 10 * 60_000 } as const;
/** A process that was well this long is taken for healthy: the next pause is the first again. */
export const HEALTHY_MS = 5_000;
/** A chat waits for its process: the pause doubles, but the budget is what stops a process that cannot live. */
const PAUSE = { firstMs: 50, longestMs: 1_000 };
/** The child says that it lives every second. */
const SILENT_MS = 10_000;
/** Loading the program on a busy machine takes its time. */
const FIRST_SIGN_MS = 30_000;
const KILL_AFTER_MS = 3_000;

export interface SupervisorOptions {
  readonly player: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Asked for before every start: the token in it is fresh then. */
  readonly env: () => Promise<NodeJS.ProcessEnv>;
  readonly onState?: (state: SupervisorState) => void;
  readonly onGaveUp: (falls: number, cause: string) => void;
  /** Pauses before the next start; for tests. */
  readonly pause?: { readonly firstMs: number; readonly longestMs: number };
  /** What the child says of itself, line by line. */
  readonly onLine?: (line: string) => void;
}

export interface SupervisorState {
  readonly player: string;
  readonly pid: number | null;
  readonly falls: number;
  readonly state: 'starting' | 'up' | 'waiting' | 'gave-up' | 'stopped';
}

export class Supervisor {
  readonly #options: SupervisorOptions;
  #child: ChildProcess | null = null;
  #state: SupervisorState['state'] = 'starting';
  #falls: number[] = [];
  #total = 0;
  #quick = 0;
  #startedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #watch: NodeJS.Timeout | null = null;
  #stopping: Promise<void> | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    void this.#start();
  }

  get state(): SupervisorState {
    const { player } = this.#options;
    return { player, pid: this.#child?.pid ?? null, falls: this.#total, state: this.#state };
  }

  /** Ends the process for good; resolves when it is gone. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    const child = this.#child;
    this.#set('stopped');
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await gone;
    clearTimeout(hard);
  }

  async #start(): Promise<void> {
    this.#set('starting');
    const env = await this.#options.env();
    if (this.#stopping) return;
    const child = spawn(this.#options.command, this.#options.args, {
      env,
      // The channel is how the child learns that this process is gone, whatever became of it.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#startedAt = performance.now();
    this.#await(FIRST_SIGN_MS);
    child.on('message', () => {
      this.#await(SILENT_MS);
      if (this.#state === 'starting') this.#set('up');
    });
    let last = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n').filter(Boolean)) {
        last = line;
        this.#options.onLine?.(line);
      }
    });
    child.on('error', (error) => this.#fell(child, error.message));
    child.on('exit', (code, signal) => this.#fell(child, signal ?? (last || `code ${code}`)));
  }

  /** A child that is silent for longer than this is ended, and counts as fallen. */
  #await(ms: number): void {
    if (this.#watch) clearTimeout(this.#watch);
    const child = this.#child;
    this.#watch = setTimeout(() => child?.kill('SIGKILL'), ms);
  }

  #fell(child: ChildProcess, cause: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    if (this.#watch) clearTimeout(this.#watch);
    if (this.#stopping) return;
    const now = performance.now();
    this.#total += 1;
    this.#falls = [...this.#falls.filter((at) => now - at < BUDGET.withinMs), now];
    if (this.#falls.length > BUDGET.falls) {
      this.#set('gave-up');
      this.#options.onGaveUp(this.#falls.length, cause);
      return;
    }
    this.#quick = now - this.#startedAt >= HEALTHY_MS ? 0 : this.#quick + 1;
    this.#set('waiting');
    const { firstMs, longestMs } = this.#options.pause ?? PAUSE;
    const pause = Math.min(longestMs, firstMs * 2 ** this.#quick);
    this.#timer = setTimeout(() => void this.#start(), pause);
  }

  #set(state: SupervisorState['state']): void {
    if (this.#state === 'stopped') return;
    this.#state = state;
    this.#options.onState?.(this.state);
  }
}
