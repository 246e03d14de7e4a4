/** HTTP of the simulator: bodies in, answers out, with the headers that Discord sends. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Call {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly authorization: string;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly head: string }[];
}

export interface Answered {
  readonly status: number;
  /** Undefined: no body and, as Discord does, no content type: with one the library would look for JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const { body, files } = type.startsWith('multipart/form-data') ? await multipart(raw, type) : json(raw);
  const path = new URL(request.url ?? '/', 'http://x').pathname.replace(/^\/api\/v10/, '');
  return {
    method: request.method ?? 'GET',
    path,
    authorization: request.headers.authorization ?? '',
    body,
    files,
  };
}

function json(raw: Buffer): Pick<Call, 'body' | 'files'> {
  return { body: raw.length === 0 ? {} : JSON.parse(raw.toString()), files: [] };
}

/** `payload_json` and `files[n]`. */
async function multipart(raw: Buffer, type: string): Promise<Pick<Call, 'body' | 'files'>> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: Call['files'][number][] = [];
  for (const [name, value] of form) {
    if (!name.startsWith('files[') || typeof value === 'string') continue;
    const bytes = Buffer.from(await value.arrayBuffer());
    files.push({ name: value.name, bytes: bytes.length, head: bytes.subarray(0, 8).toString('hex') });
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')), files };
}

/** Every answer carries the limits of its route (PLATFORMS.md 6); here they are wide, unless a fault says otherwise. */
const LIMITS = {
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '999',
  'x-ratelimit-reset': '4102444800',
  'x-ratelimit-reset-after': '1',
};

export function answer(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries({ ...LIMITS, ...headers })) response.setHeader(name, value);
  if (body === undefined) return void response.end();
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** `{message, code}`, as Discord words its refusals. */
export function refusal(status: number, code: number, message: string): Answered {
  return { status, body: { message, code } };
}
