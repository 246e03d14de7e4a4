import { contentSuite } from './contract.suite.ts';
import { memoryContent } from './memory.ts';

contentSuite('memory', async (layers) => memoryContent(layers));
