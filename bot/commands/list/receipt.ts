import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const receipt: CommandSpec = {
  id: 'receipt',
  names: { ru: ['чек', 'квитанция'], en: ['receipt'] },
  who: EVERYBODY,
  cooldown: 'crowd',
  exact: true,
  help: {
    ru: '!чек — доказательство, что твой последний голос посчитан',
    en: '!receipt — proof that your last vote was counted',
  },
  read: () => ({ kind: 'ask', wish: { type: 'receipt' } }),
};
