import { type Check, fault, ok } from '../check.ts';

/** The port is free, or a host of ours answers there. */
export const portCheck: Check = {
  name: 'port',
  run: async ({ settings: { host, port }, door }) => {
    if (port === 0) return [ok('PORT_ANY')];
    const found = await door();
    switch (found.port) {
      case 'ours':
        return [ok('PORT_OURS', { url: found.url, version: found.version, games: found.games })];
      case 'free':
        return [ok('PORT_FREE', { host, port })];
      case 'taken':
        return [fault('PORT_TAKEN', { host, port, next: port + 1 })];
      case 'forbidden':
        return [fault('PORT_FORBIDDEN', { host, port })];
    }
  },
};
