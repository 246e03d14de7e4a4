import type { CommandSpec } from '../spec.ts';

export const back: CommandSpec = {
  id: 'back',
  names: { ru: ['здесь', 'тут'], en: ['back', 'imback'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!здесь — забрать своё место у автопилота',
    en: '!back — take your seat back from the autopilot',
  },
  read: () => ({ kind: 'command', command: { type: 'back' } }),
};
