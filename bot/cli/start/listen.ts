/** Opens the port, or says in one sentence why it cannot be opened. */
import type { FastifyInstance } from 'fastify';
import { MsigError } from '../../errors.ts';

/** @returns the address under which this machine reaches it. @throws MsigError PORT_IN_USE, PORT_FORBIDDEN */
export async function listen(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new MsigError('PORT_IN_USE', { port, host, next: port + 1 }, { cause: error });
    throw new MsigError('PORT_FORBIDDEN', { port, host, detail: message }, { cause: error });
  }
  const address = app.server.address();
  const open = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${open}`;
}
