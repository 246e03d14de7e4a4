/** What the program says of itself, line by line to stderr; stdout is for results alone. */
import { pino } from 'pino';

export interface Log {
  debug(fields: object, line: string): void;
  info(fields: object, line: string): void;
  warn(fields: object, line: string): void;
  error(fields: object, line: string): void;
}

export type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** Names whose values never reach a log. */
const SECRET = [
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'secret',
  '*.secret',
  'nonce',
  '*.nonce',
];

export function createLog(level: Level): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: SECRET },
    pino.destination({ fd: 2, sync: true }),
  );
}
