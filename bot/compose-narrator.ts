/** Words for monsters out of the settings and the pack's texts: the grammar, and a model where one is given. */
import { grammar } from '../adapters/model/grammar/grammar.ts';
import { openaiModel } from '../adapters/model/openai/openai.ts';
import type { Content } from './content/load.ts';
import type { FindWords } from './host/monster-words.ts';
import { Namer } from './narrator/namer.ts';
import type { Settings } from './settings-table.ts';

export interface NarratorParts {
  readonly settings: Pick<Settings, 'model'>;
  readonly texts: Content['texts'];
  readonly now: () => number;
  /** What the model could not do, without its key. */
  readonly note: (text: string) => void;
}

export function composeWords({ settings: { model }, texts, now, note }: NarratorParts): FindWords {
  const { url, key, name, budget } = model;
  const driver = url === null ? null : openaiModel({ url, key: key ?? '-', model: name });
  const namer = new Namer({ grammar: grammar(), model: driver, budget, now, note });
  return (met, lang) => {
    const own = texts[lang].monsters?.[met.templateId];
    if (!own) return Promise.resolve(null);
    const affix = met.affixId === null ? null : (texts[lang].affixes?.[met.affixId] ?? null);
    const { templateId, affixId, tier, hint } = met;
    return namer.find({ templateId, affixId, tier, hint, lang, name: own.name, affix });
  };
}
