/** Opens the port, or says in one sentence why it cannot be opened. */
import type { FastifyInstance } from 'fastify';
import { MsigError } from '../../errors.ts';

/** @returns the address under which this machine reaches it. @throws MsigError PORT_IN_USE, PORT_FORBIDDEN, HOST_UNUSABLE */
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
    // Only what the system forbids is about the port; everything else is about the address.
    if (code === 'EACCES' || code === 'EPERM')
      throw new MsigError('PORT_FORBIDDEN', { port, host, detail: message }, { cause: error });
    throw new MsigError('HOST_UNUSABLE', { host, detail: code ?? message }, { cause: error });
  }
  const address = app.server.address();
  const open = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${open}`;
}
