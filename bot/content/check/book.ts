/** The rule book holds together: numbers without gaps, and every entry and kind of cell answers to a rule that is there. */
import { CELL_KINDS } from '../../engine/rules.ts';
import { byNumber, isPart, LINKED_KINDS, type LinkedKind, linkedOf, ruleFor, strangeHoles } from '../book.ts';
import { faultIn } from '../document.ts';
import type { Fault, Path } from '../faults.ts';
import { hint } from '../nearest.ts';
import { LANGS } from '../schema/kinds.ts';
import type { Links } from '../schema/rulebook.ts';
import { entryFault, type Scene } from './scene.ts';
import { bannedIn } from './wording.ts';

/** Nothing for a pack without a book: only one that has it can have it wrong. */
export function checkBook(scene: Scene): readonly Fault[] {
  if (scene.gathered.book.size === 0) return [];
  return [...numbers(scene), ...words(scene), ...links(scene)];
}

function ruleFault({ gathered }: Scene, id: string, path: Path, message: string): Fault {
  const document = gathered.book.get(id);
  return document ? faultIn(document, path, message) : { file: 'rulebook', path: id, message };
}

/** 5.3 needs 5.2, and 5.1 needs 5: a gap is a rule that was lost. */
function numbers(scene: Scene): readonly Fault[] {
  const rules = Object.entries(scene.draft.book).sort(([, a], [, b]) => byNumber(a.number, b.number));
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  for (const [id, { number }] of rules) {
    const complain = (message: string) => faults.push(ruleFault(scene, id, ['number'], message));
    const other = owners.get(number);
    if (other !== undefined) complain(`${number} is the number of ${other} already`);
    else owners.set(number, id);
    const steps = number.split('.').map(Number);
    const last = steps.at(-1) ?? 1;
    const before = last === 1 ? steps.slice(0, -1) : [...steps.slice(0, -1), last - 1];
    if (before.length > 0 && !owners.has(before.join('.')))
      complain(`${number} came, but no rule is ${before.join('.')}`);
  }
  return faults;
}

function words(scene: Scene): readonly Fault[] {
  return Object.entries(scene.draft.book).flatMap(([id, rule]) =>
    LANGS.flatMap((lang) => {
      const { title, text } = rule[lang];
      const holes = scene.draft.tunables ? strangeHoles(text, scene.draft) : [];
      return [
        ...bannedIn([lang, 'title'], title),
        ...bannedIn([lang, 'text'], text),
        ...holes.map(
          (name) => [[lang, 'text'], `{${name}} came, which is no number of the tunables`] as const,
        ),
      ].map(([path, message]) => ruleFault(scene, id, path, message));
    }),
  );
}

function links(scene: Scene): readonly Fault[] {
  const { draft, gathered } = scene;
  const document = gathered.links;
  const complain = (path: Path, message: string): Fault =>
    document ? faultIn(document, path, message) : { file: 'rulebook/links.json', path: '', message };
  if (!draft.links) return document ? [] : [complain([], 'no layer has this file, expected one that does')];
  const found: Fault[] = [];
  const known = (path: Path, rule: string) => {
    if (!gathered.book.has(rule))
      found.push(complain(path, `"${rule}" is not one of the rules${hint(rule, gathered.book.keys())}`));
  };
  for (const kind of LINKED_KINDS) {
    const { to = {}, entries = {} } = draft.links[kind] ?? {};
    const all = writtenIds(scene, kind);
    for (const [value, rule] of Object.entries(to)) known([kind, 'to', value], rule);
    for (const [id, rule] of Object.entries(entries)) {
      known([kind, 'entries', id], rule);
      if (!all.includes(id))
        found.push(complain([kind, 'entries', id], `"${id}" is not one of the ${kind}${hint(id, all)}`));
    }
    found.push(...unanswered(scene, kind, draft.links));
  }
  for (const kind of CELL_KINDS) {
    known(['cells', kind], draft.links.cells[kind]);
  }
  return found;
}

/** Also what is written, but wrongly: that is another fault. */
function writtenIds({ draft, gathered }: Scene, kind: LinkedKind): readonly string[] {
  if (kind === 'monsters') return Object.keys(linkedOf(draft, kind));
  return [...(isPart(kind) ? gathered.parts[kind] : gathered.entries[kind]).keys()];
}

/** Entries of a kind that no rule answers for. */
function unanswered(scene: Scene, kind: LinkedKind, links: Links): readonly Fault[] {
  const { draft, gathered } = scene;
  const message = 'no rule of the book answers for it, expected a link in rulebook/links.json';
  return Object.keys(linkedOf(draft, kind))
    .filter((id) => ruleFor(draft, links, { kind, id }) === undefined)
    .map((id) => {
      if (!isPart(kind)) return entryFault(scene, [kind, id], [], message);
      const document = gathered.parts[kind].get(id);
      return document ? faultIn(document, [], message) : { file: kind, path: id, message };
    });
}
