/** Names and lines of things, as the backend gives them; an unknown id gets its own name. */
import type { slot } from '../../overlay/elements/art/slot.ts';

export type Entry = Parameters<typeof slot>[0] & {
  readonly cost?: number;
  /** Of stories: sentences by key. */
  readonly lines?: Readonly<Record<string, string>>;
  /** Of affixes: how it stands beside a name, `{name}`. */
  readonly form?: string;
};

export interface Pack {
  entry(kind: string, id: string): Entry;
  /** A monster as it is called here. */
  monster(template: string, affix: string | null): string;
  /** Labels of a choice, by the path of its operation. */
  options(path: string): readonly string[];
}

type Raw = Readonly<Record<string, Readonly<Record<string, Partial<Entry>>>>>;

export function readPack(json: unknown): Pack {
  const raw = (typeof json === 'object' && json !== null ? json : {}) as Raw;
  const entry = (kind: string, id: string): Entry => {
    const entries = Object.hasOwn(raw, kind) ? raw[kind] : undefined;
    const own = entries && Object.hasOwn(entries, id) ? entries[id] : undefined;
    return { ...own, name: own?.name ?? id.replace(/[_-]+/g, ' ') };
  };
  const options = (path: string) => {
    const [kind = '', id = ''] = path.split('/');
    return entry(kind, id).options ?? [];
  };
  const monster = (template: string, affix: string | null) => {
    const { name } = entry('monsters', template);
    return affix === null ? name : (entry('affixes', affix).form?.replace('{name}', () => name) ?? name);
  };
  return { entry, monster, options };
}

export const NO_PACK = readPack(null);
