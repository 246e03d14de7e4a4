/** Words of materials and of things hold numbers as `{power}`, `{magic}`, `{fire}`: taken from the rules, so that no text can say another one. */
import type { ItemDef, MaterialDef } from '../engine/rules.ts';
import type { Draft, Texts } from './draft.ts';
import type { Lang } from './schema/kinds.ts';
import type { ZoneText } from './schema/texts.ts';

const HOLE = /\{([^}]*)\}/g;

export function holesIn(text: string): readonly string[] {
  return [...text.matchAll(HOLE)].map(([, name = '']) => name);
}

/** The texts of a draft without faults, numbers filled in; what is worn says what its material does. */
export function withGear(draft: Draft, lang: Lang): Texts {
  const texts = draft.texts[lang];
  const materials = Object.fromEntries(
    Object.entries(texts.materials).map(([id, text]) => [id, materialText(text, draft.parts.materials[id])]),
  );
  const items = Object.fromEntries(
    Object.entries(texts.items).map(([id, text]) => {
      const item = draft.items[id];
      if (!item) return [id, text];
      const made = item.slot && item.material !== undefined ? materials[item.material] : undefined;
      const rule = ruleText(text.rule, item, made);
      return [id, { ...text, line: numbered(text.line, item), rule }];
    }),
  );
  return { ...texts, items, materials };
}

function materialText(text: ZoneText, def: MaterialDef | undefined): ZoneText {
  return {
    ...text,
    line: filled(text.line, (name) => signed(def?.takes[name as keyof MaterialDef['takes']])),
  };
}

function ruleText(rule: string, item: ItemDef, made: ZoneText | undefined): string {
  const own = numbered(rule, item);
  return made ? `${own} ${made.name}. ${made.line}` : own;
}

function numbered(text: string, { power, magic }: ItemDef): string {
  const numbers: Readonly<Record<string, number | undefined>> = { power, magic };
  return filled(text, (name) => numbers[name]?.toString());
}

/** A hole that nothing fills stays: names of players are filled in elsewhere. */
function filled(text: string, value: (name: string) => string | undefined): string {
  return text.replace(HOLE, (hole, name: string) => value(name) ?? hole);
}

function signed(percent: number | undefined): string | undefined {
  if (percent === undefined) return undefined;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`;
}
