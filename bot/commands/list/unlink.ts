import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const unlink: CommandSpec = {
  id: 'unlink',
  names: { ru: ['отвязать'], en: ['unlink'] },
  who: EVERYBODY,
  cooldown: 'crowd',
  exact: true,
  help: {
    ru: '!отвязать — снова отдельно: у этого имени свой голос и свои права',
    en: '!unlink — on your own again: this name has its own vote and rights',
  },
  read: () => ({ kind: 'account', wish: { type: 'unlink' } }),
};
