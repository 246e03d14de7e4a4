import { platformSuite } from '../contract.suite.ts';
import { Listeners } from '../listeners.ts';
import { type LocalLine, localPlatform } from './local.ts';

platformSuite('local', async () => {
  const lines = new Listeners<LocalLine>();
  const ups = new Listeners<boolean>();
  const written: string[] = [];
  const adapter = localPlatform('p1', {
    onLine: (listener) => lines.add(listener),
    onUp: (listener) => ups.add(listener),
    say: (text) => written.push(text) > 0,
  });
  return {
    adapter,
    speak: ({ broadcaster, ...line }) =>
      lines.tell({ ...line, roles: broadcaster ? ['broadcaster'] : [], sentAt: Date.now() }),
    written: () => written,
    cut: () => {
      ups.tell(false);
      setTimeout(() => ups.tell(true), 30);
    },
    end: async () => {},
  };
});
