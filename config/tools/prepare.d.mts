/** The line that was meant; null if nothing was misplaced. */
export function misplacedOptions(
  command: string,
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | null;
