/**
 * A child that loses its host ends itself. The channel to it closes when it ends, however it ends; for the case that
 * it only hangs, its life is looked at as well.
 */
const LOOK_MS = 1_000;

/** Calls once when the process that started this one is gone. Does nothing if nobody waits at a channel. */
export function whenOrphaned(call: () => void): void {
  if (!process.channel) return;
  const parent = process.ppid;
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    call();
  };
  process.on('disconnect', once);
  // Listening must not keep a process alive that has nothing else to do: one that failed to start has to end.
  process.channel.unref();
  setInterval(() => {
    if (process.ppid !== parent || !process.connected) once();
  }, LOOK_MS).unref();
}
