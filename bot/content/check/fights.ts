/** Rules of fights name what is there: effects, skills. Whoever holds them: skills, weapons, synergies, props, abilities. */
import type { FightOp, FightRule, FightTest, Move } from '../../engine/combat/rules.ts';
import { type Document, faultIn } from '../document.ts';
import type { Fault, Path } from '../faults.ts';
import { hint } from '../nearest.ts';
import { entryFault, type Scene } from './scene.ts';

export type Complaint = readonly [path: Path, message: string];

export function unknown(what: string, id: string, known: Iterable<string>): string {
  return `"${id}" is not one of the ${what}${hint(id, known)}`;
}

export function told(
  document: Document | undefined,
  at: Path,
  complaints: readonly Complaint[],
): readonly Fault[] {
  return document ? complaints.map(([path, message]) => faultIn(document, [...at, ...path], message)) : [];
}

/** What fights of players name: skills, synergies, props, weapons. */
export function checkFights(scene: Scene): readonly Fault[] {
  const { draft, gathered } = scene;
  const skills = Object.values(draft.skills).flatMap(({ id, fight = [] }) =>
    ofRules(scene, fight, ['fight']).map(([path, message]) =>
      entryFault(scene, ['skills', id], path, message),
    ),
  );
  const weapons = Object.values(draft.items).flatMap(({ id, weapon }) =>
    weapon?.status
      ? ofEffect(scene, weapon.status.effect, ['weapon', 'status', 'effect']).map(([path, message]) =>
          entryFault(scene, ['items', id], path, message),
        )
      : [],
  );
  const thrown = Object.values(draft.items).flatMap(({ id, fight = [] }) =>
    [...ofOps(scene, fight, ['fight']), ...ofThrown(fight)].map(([path, message]) =>
      entryFault(scene, ['items', id], path, message),
    ),
  );
  const synergies = Object.values(draft.parts.synergies).flatMap(({ id, skills: pair, rules }) =>
    told(
      gathered.parts.synergies.get(id),
      [],
      [
        ...pair.flatMap((skill, i): readonly Complaint[] =>
          gathered.entries.skills.has(skill)
            ? []
            : [[['skills', i], unknown('skills', skill, gathered.entries.skills.keys())]],
        ),
        ...ofRules(scene, rules, ['rules']),
      ],
    ),
  );
  const props = Object.values(draft.parts.props).flatMap((prop) =>
    told(gathered.parts.props.get(prop.id), [], ofOps(scene, prop.do, ['do'])),
  );
  return [...skills, ...weapons, ...thrown, ...synergies, ...props];
}

export function ofMove(scene: Scene, { status }: Move, path: Path): readonly Complaint[] {
  return status ? ofEffect(scene, status.effect, [...path, 'status', 'effect']) : [];
}

function ofEffect({ gathered }: Scene, effect: string, path: Path): readonly Complaint[] {
  const known = gathered.entries.effects;
  return known.has(effect) ? [] : [[path, unknown('effects', effect, known.keys())]];
}

export function ofRules(scene: Scene, rules: readonly FightRule[], path: Path): readonly Complaint[] {
  return rules.flatMap((rule, i) => [
    ...(rule.if ?? []).flatMap((test, j) => ofTest(scene, test, [...path, i, 'if', j])),
    ...ofOps(scene, rule.do, [...path, i, 'do']),
  ]);
}

function ofTest(scene: Scene, test: FightTest, path: Path): readonly Complaint[] {
  if (test.is === 'not') return ofTest(scene, test.test, [...path, 'test']);
  return test.is === 'status' ? ofEffect(scene, test.effect, [...path, 'effect']) : [];
}

function ofOps(scene: Scene, ops: readonly FightOp[], path: Path): readonly Complaint[] {
  return ops.flatMap((op, i) => {
    const here = [...path, i];
    if (op.do === 'vote')
      return [...ofOps(scene, op.then, [...here, 'then']), ...ofOps(scene, op.else ?? [], [...here, 'else'])];
    return 'effect' in op ? ofEffect(scene, op.effect, [...here, 'effect']) : [];
  });
}

/** There is no blow to be bent, and the question of a thing that is gone could not be found again. */
const NEVER_THROWN: readonly FightOp['do'][] = ['power', 'negate', 'kind', 'evade', 'vote'];

function ofThrown(ops: readonly FightOp[]): readonly Complaint[] {
  return ops.flatMap((op, i): readonly Complaint[] =>
    NEVER_THROWN.includes(op.do)
      ? [[['fight', i, 'do'], `"${op.do}" came, but a thing that is thrown cannot do that`]]
      : [],
  );
}

/** Effects that fights put on somebody, wherever they are named. */
export function effectsOfFights({ draft }: Scene): readonly string[] {
  const { abilities, synergies, props } = draft.parts;
  const moves = Object.values(abilities).flatMap(({ moves = [] }) => moves);
  const weapons = Object.values(draft.items).flatMap(({ weapon }) => weapon ?? []);
  const thrown = Object.values(draft.items).flatMap(({ fight = [] }) => fight);
  const rules = [
    ...Object.values(abilities).flatMap(({ rules = [] }) => rules),
    ...Object.values(synergies).flatMap(({ rules }) => rules),
    ...Object.values(draft.skills).flatMap(({ fight = [] }) => fight),
  ];
  const ops = [
    ...rules.flatMap((rule) => rule.do),
    ...Object.values(props).flatMap((prop) => prop.do),
    ...thrown,
  ];
  return [...[...moves, ...weapons].flatMap(({ status }) => status?.effect ?? []), ...ops.flatMap(effectsIn)];
}

function effectsIn(op: FightOp): readonly string[] {
  if (op.do === 'vote') return [...op.then, ...(op.else ?? [])].flatMap(effectsIn);
  return op.do === 'status' || op.do === 'leave' ? [op.effect] : [];
}
