/** Choosing a character: class, two skills, points on attributes. */
import { type Refusal, refuse } from '../refusal.ts';
import { ATTRIBUTES, type Attributes, type Rules } from '../rules.ts';

export interface Character {
  readonly classId: string;
  readonly skills: readonly string[];
  readonly attributes: Attributes;
}

/** Skills picked at the start, beside the one of the class. */
const PICKS = 2;

/** Something playable for everybody who does not choose: classes and skills in turn by seat, points evenly. */
export function defaultChoice(rules: Rules, seat: number): Character {
  const classes = Object.keys(rules.classes).sort();
  const classId = classes[(seat - 1) % Math.max(1, classes.length)] ?? '';
  const own = rules.classes[classId]?.skill;
  const others = Object.keys(rules.skills)
    .sort()
    .filter((id) => id !== own);
  const picks = [0, 1].map((i) => others[(seat - 1 + i * 3) % Math.max(1, others.length)] ?? '');
  const each = Math.floor(rules.tunables.attributes.points / ATTRIBUTES.length);
  const attributes = Object.fromEntries(ATTRIBUTES.map((name) => [name, each])) as unknown as Attributes;
  return { classId, skills: withOwn(rules, classId, [...new Set(picks)].slice(0, PICKS)), attributes };
}

function withOwn(rules: Rules, classId: string, picks: readonly string[]): readonly string[] {
  const own = rules.classes[classId]?.skill;
  return own ? [own, ...picks.filter((id) => id !== own && id !== '')] : picks.filter((id) => id !== '');
}

/** Why a character cannot be, or null. */
export function choiceFault(rules: Rules, choice: Character): Refusal | null {
  const { classId, skills, attributes } = choice;
  const known = rules.classes[classId];
  if (!known) return refuse('unknown-class', { got: classId });
  const bad = skills.find((id) => !rules.skills[id]);
  if (bad !== undefined) return refuse('unknown-skill', { got: bad });
  const picks = skills.filter((id) => id !== known.skill);
  if (new Set(skills).size !== skills.length || picks.length > PICKS)
    return refuse('bad-skills', { picks: PICKS });
  const { base, points, cap } = rules.tunables.attributes;
  const spent = ATTRIBUTES.reduce((sum, name) => sum + attributes[name], 0);
  const over = ATTRIBUTES.find((name) => attributes[name] < 0 || base + attributes[name] > cap);
  if (spent > points || over) return refuse('bad-attributes', { points, cap, spent });
  return null;
}

/** The class's own skill always belongs to the character. */
export function completed(rules: Rules, choice: Character): Character {
  return { ...choice, skills: withOwn(rules, choice.classId, choice.skills) };
}
