import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

it('blames the address, not the port, for an address that this machine has not', async () => {
  const app = Fastify();
  await expect(listen(app, { host: 'no.such.host.invalid', port: 0 })).rejects.toMatchObject({
    code: 'HOST_UNUSABLE',
    message: expect.stringMatching(/^The address no\.such\.host\.invalid .*--host 127\.0\.0\.1/),
  });
  await expect(listen(app, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ code: 'HOST_UNUSABLE' });
  await app.close();
});
