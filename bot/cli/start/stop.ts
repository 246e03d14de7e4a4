/** Ends the program once and cleanly, whichever way it is asked to. */

/** A second Ctrl-C later than this ends it at once: the first one and its echo from a launcher count as one. */
const ECHO_MS = 1_500;
const LONGEST_MS = 10_000;

export interface Stop {
  /** Cleans up, then exits. */
  readonly now: () => void;
  /** Cleans up only; for a start that failed. */
  readonly quietly: () => Promise<void>;
}

export function stopOnce(clean: () => Promise<void>, sentence: (error: unknown) => string): Stop {
  let asked = 0;
  let cleaning: Promise<void> | null = null;
  const quietly = () => {
    cleaning ??= clean().catch((error: unknown) => {
      process.stderr.write(`msig: ${error instanceof Error ? error.message : String(error)}\n`);
    });
    return cleaning;
  };
  const now = () => {
    if (asked > 0 && Date.now() - asked > ECHO_MS) process.exit(130);
    if (asked === 0) asked = Date.now();
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    void quietly().then(() => process.exit(0));
  };
  // A fault that nobody expected: what is stored is stored, so end rather than go on half-broken.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`msig: ${sentence(error)}\n`);
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    void quietly().then(() => process.exit(1));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, now);
  return { now, quietly };
}
