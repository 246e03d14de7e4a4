import { sceneSuite } from './contract.suite.ts';
import { noScene } from './none.ts';

sceneSuite('none', { make: async () => ({ program: noScene(), end: async () => {} }) });
