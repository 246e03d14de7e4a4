import { wholeNumber } from '../args/number.ts';
import { withoutFillers } from '../args/player.ts';
import { readRivalFirst } from '../args/rival.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { fold } from '../text.ts';

/** Who says so wants to be paid. */
const DEMAND = new Set('требую требовать требует хочу demand ask want pay-me'.split(' '));
const GOLD = new Set('золото золота золотых монет gold coins'.split(' '));

export const tribute: CommandSpec = {
  id: 'tribute',
  names: { ru: ['дань'], en: ['tribute'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!дань имя 10 — платить за покой; !дань имя требую 10 — предложить платить тебе',
    en: '!tribute name 10 — pay for peace; !tribute name demand 10 — ask to be paid',
  },
  read: (typed, context) => {
    const words = withoutFillers(typed.words).filter((word) => !GOLD.has(fold(word)));
    const demands = words.some((word) => DEMAND.has(fold(word)));
    const numbers = words.flatMap((word) => wholeNumber(word) ?? []);
    const named = words.filter((word) => wholeNumber(word) === null && !DEMAND.has(fold(word)));
    if (named.length === 0) return fault('needs-rival', { command: typed.name });
    const found = readRivalFirst(named, context);
    if ('kind' in found) return found;
    const { rival: to } = found;
    const gold = Math.abs(numbers[0] ?? 0);
    const payer = demands ? to : context.player;
    return { kind: 'command', command: { type: 'propose', to, kind: 'tribute', gold, payer } };
  },
};
