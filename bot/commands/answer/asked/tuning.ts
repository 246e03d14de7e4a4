/** What the admin has turned, and which rules change when: public, as everything the admin does. */
import { adminWords, scopeText, tuningText } from '../admin/words.ts';
import { duration } from '../template.ts';
import { type Answerer, sentence, short } from './asked.ts';

export const tuning: Answerer = ({ speech, board }) => {
  const { tunings = [], changes = [] } = board.tuning ?? {};
  if (tunings.length + changes.length === 0) return [sentence('tuningNone')];
  const words = adminWords(speech.lang);
  const held = tunings.map((one) => {
    const wait = one.until === null ? '' : `, ${duration(speech.lang, (one.until - speech.at) / 1000)}`;
    return `${one.n}. ${tuningText(speech, one)}, ${scopeText(speech, one)}${wait} (${one.reason})`;
  });
  const due = changes.map(({ n, patch, turn, took, reason }) => {
    const list = Object.entries(patch).map(([path, value]) => `${path} = ${value}`);
    const when = took === null ? `${words.from} ${turn}` : words.holds;
    return `${n}. ${list.join(', ')}, ${when} (${reason})`;
  });
  return [
    ...(held.length > 0 ? [sentence('tuningList', { list: short(held, 6) })] : []),
    ...(due.length > 0 ? [sentence('changesList', { list: short(due, 3) })] : []),
  ];
};
