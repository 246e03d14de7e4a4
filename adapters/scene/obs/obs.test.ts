import { sceneSuite } from '../contract.suite.ts';
import { startRig } from './rig.suite.ts';

sceneSuite('obs', {
  make: async () => {
    const { program, end } = await startRig({ password: 'hush' });
    return { program, end };
  },
});
