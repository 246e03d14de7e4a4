import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const market: CommandSpec = {
  id: 'market',
  names: { ru: ['рынок', 'лавка'], en: ['market', 'shop'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!рынок — что продают и почём',
    en: '!market — what is sold and for how much',
  },
  read: () => ({ kind: 'query', query: 'market', args: {} }),
};
