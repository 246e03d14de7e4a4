import { composeContent } from '../../compose.ts';
import { isMsigError } from '../../errors.ts';
import { type Check, fault, ok } from '../check.ts';

/** The base pack and the layers over it load, and every map of theirs can be drawn. */
export const contentCheck: Check = {
  name: 'content',
  run: async ({ settings }) => {
    try {
      const { rules } = await composeContent(settings.content);
      return [ok('CONTENT', { version: rules.version, layers: settings.content.length })];
    } catch (error) {
      const text = isMsigError(error) ? String(error.args.list ?? error.message) : (error as Error).message;
      return [fault('CONTENT_BROKEN', { first: text.split('\n')[0]!.slice(0, 200) })];
    }
  },
};
