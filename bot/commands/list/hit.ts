import { readReach } from '../args/band.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo } from '../text.ts';

/** `!бей`, `!бей дальнее`, `!бей 2`, `!бей дальнее 2`. */
export const hit: CommandSpec = {
  id: 'hit',
  names: { ru: ['бей', 'удар', 'атака'], en: ['hit', 'strike', 'attack'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!бей — ударить в бою; !бей дальнее, !бей ближнее 2 — чем и кого',
    en: '!hit — strike in a fight; !hit far, !hit near 2 — with what and whom',
  },
  read: ({ words }) => {
    const command: { type: 'hit'; reach?: 'near' | 'mid' | 'far'; foe?: number } = { type: 'hit' };
    for (const word of words) {
      const reach = readReach(word);
      if (reach) command.reach = reach;
      else if (/^[1-9]\d?$/.test(word)) command.foe = Number(word);
      else return fault('no-weapon', { reach: echo(word) });
    }
    return { kind: 'command', command };
  },
};
