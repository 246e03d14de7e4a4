/** One readable sentence for whatever stopped the program. */
import { isAdapterError } from '../adapters/errors.ts';
import { MsigError } from './errors.ts';

export function sentenceOf(error: unknown, lang: 'ru' | 'en'): string {
  if (error instanceof MsigError) return error.sentence(lang);
  if (isAdapterError(error) || isPlatformError(error)) return error.message;
  return new MsigError('INTERNAL', {
    detail: error instanceof Error ? error.message : String(error),
  }).sentence(lang);
}

/** The platforms' own errors have a code in capitals, and a sentence for people. */
function isPlatformError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    /^[A-Z]+(_[A-Z]+)+$/.test(String((error as { code?: unknown }).code)) &&
    !isSystem(error)
  );
}

/** Node's own: `ERR_INVALID_URL` and the like say nothing to people. */
const isSystem = (error: Error): boolean => String((error as { code?: unknown }).code).startsWith('ERR_');
