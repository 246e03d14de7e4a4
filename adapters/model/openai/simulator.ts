/** A server that speaks the chat completions of OpenAI, and misbehaves as it is told. Bound to 127.0.0.1. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model says; a string goes out as its message, `status` as an error of the service. */
export type Answer =
  | { readonly says: string; readonly afterMs?: number }
  | { readonly status: number; readonly body?: string }
  /** The socket is closed without an answer. */
  | { readonly cut: true }
  /** Taken, and never answered. */
  | { readonly silent: true };

export interface ModelSimulator {
  readonly url: string;
  /** What came in, oldest first: key and decoded body. */
  readonly asked: readonly { readonly key: string; readonly body: Asked }[];
  answer: (body: Asked) => Answer;
  close(): Promise<void>;
}

export interface Asked {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
}

export async function modelSimulator(answer: ModelSimulator['answer']): Promise<ModelSimulator> {
  const asked: { key: string; body: Asked }[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ key: String(request.headers.authorization ?? ''), body });
      reply(simulator.answer(body), response, body.model ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const simulator: ModelSimulator = {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return simulator;
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text || '{}') as Asked;
}

function reply(answer: Answer, response: ServerResponse, model: string): void {
  if ('silent' in answer) return;
  if ('cut' in answer) {
    response.destroy();
    return;
  }
  if ('status' in answer) {
    const body =
      answer.body ?? JSON.stringify({ error: { message: 'no', type: 'server_error', code: null } });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
    return;
  }
  const message = { role: 'assistant', content: answer.says, refusal: null };
  const choice = { index: 0, message, finish_reason: 'stop', logprobs: null };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const told = { id: 'chatcmpl-1', object: 'chat.completion', created: 1, model, choices: [choice], usage };
  const send = () =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  if (answer.afterMs) setTimeout(send, answer.afterMs).unref();
  else send();
}
