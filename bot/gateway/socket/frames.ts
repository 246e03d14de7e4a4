/** Bytes from a client to a checked message, or the word for what is wrong with them. */
import { z } from 'zod';
import { type FromClient, fromClient, VERSION } from '../../protocol/wire.ts';

export type Read =
  | { readonly ok: true; readonly message: FromClient }
  | {
      readonly ok: false;
      readonly code: 'bad-frame' | 'wrong-version';
      readonly args: Readonly<Record<string, string | number>>;
      /** Of the act that was meant, so that its sender can be answered. */
      readonly id?: string;
    };

const LONGEST_DETAIL = 300;

export function readFrame(data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): Read {
  if (isBinary) return { ok: false, code: 'bad-frame', args: { detail: 'binary, expected JSON text' } };
  let value: unknown;
  try {
    value = JSON.parse(data.toString());
  } catch {
    return { ok: false, code: 'bad-frame', args: { detail: 'not JSON' } };
  }
  const read = fromClient.safeParse(value);
  if (read.success) return { ok: true, message: read.data };
  return explain(value, read.error);
}

function explain(value: unknown, error: z.ZodError): Read {
  const { type, v, id } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (type === 'hello' && v !== VERSION && (typeof v === 'number' || typeof v === 'string')) {
    return { ok: false, code: 'wrong-version', args: { found: v, expected: VERSION } };
  }
  const detail = z.prettifyError(error).replace(/\s+/g, ' ').slice(0, LONGEST_DETAIL);
  const known = typeof id === 'string' && id.length <= 120;
  return { ok: false, code: 'bad-frame', args: { detail }, ...(known ? { id } : {}) };
}
