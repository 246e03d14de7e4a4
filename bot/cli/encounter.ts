/** `msig encounter` */
import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import type { Content } from '../content/load.ts';
import { nearest } from '../content/nearest.ts';
import { keyedChance } from '../engine/chance.ts';
import { candidatesFor, encounterFor, landTags, type Meeting } from '../engine/monsters/encounter.ts';
import { type Monster, type MonsterRules, TIERS } from '../engine/monsters/rules.ts';
import { ZONES, type ZoneId } from '../engine/rules.ts';
import { MsigError } from '../errors.ts';
import { wantedLang } from '../settings.ts';
import { collect } from './options.ts';
import { langOption, type ReportLang, statOf } from './report-words.ts';

interface Given {
  readonly tier: string;
  readonly tags: string;
  readonly zone?: string;
  readonly seed: string;
  readonly content?: readonly string[];
  readonly json?: boolean;
  readonly lang?: ReportLang;
}

/** What `--json` prints. */
export interface EncounterReport {
  /** One of them, where a flock comes. */
  readonly monster: Monster;
  /** Everybody who could have come, best overlap first. */
  readonly candidates: readonly string[];
}

export function addEncounter(program: Command): void {
  program
    .command('encounter')
    .description(
      'Who is met at a place: found by tier and tags, drawn from the seed. The same options print the same.',
    )
    .requiredOption('--tier <n>', 'tier of threat, 0 to 7')
    .requiredOption('--tags <list>', 'tags of the place, with commas: ice,mountain')
    .option('--zone <zone>', `where nobody has the tags, whoever lives here: ${ZONES.join(', ')}`)
    .option('--seed <text>', 'what all chance follows from', 'msig')
    .option('--content <dir>', 'a layer of content over the base pack; may be repeated', collect)
    .option('--json', 'print JSON')
    .addOption(langOption())
    .addHelpText('after', '\nExample: npx msig encounter --tier 2 --tags ice,mountain --seed t --json')
    .action(async (given: Given) => {
      const content = await composeContent(given.content ?? []);
      const report = encounterReport(content, given);
      process.stdout.write(
        given.json
          ? `${JSON.stringify(report)}\n`
          : encounterTable(report, content, given.lang ?? wantedLang([])),
      );
    });
}

/** @throws MsigError BAD_OPTION for a tier, tag or zone that is none, and where nobody lives. */
export function encounterReport(
  { rules }: Pick<Content, 'rules'>,
  { tier, tags, zone, seed }: Pick<Given, 'tier' | 'tags' | 'zone' | 'seed'>,
): EncounterReport {
  if (!rules.monsters)
    throw bad('--content', '', ['families in monsters/*.json', 'семейства в monsters/*.json']);
  const land = zoneOf(zone);
  const place = {
    rules,
    tags: tagsOf(tags, rules.monsters, Object.values(rules.zones).flatMap(landTags)),
    tier: tierOf(tier),
    ...(land ? { zone: land } : {}),
  };
  const meeting: Meeting = { ...place, draws: drawsOf(seed) };
  const candidates = candidatesFor(meeting)?.templates.map(({ id }) => id) ?? [];
  const [monster] = encounterFor(meeting);
  if (!monster)
    throw bad('--tags', tags, [
      'a tag that some monster has; or add --zone',
      'метка, которая есть хоть у кого-то; или добавь --zone',
    ]);
  return { monster, candidates };
}

function bad(
  option: string,
  value: string,
  [expected, russian]: readonly [en: string, ru: string],
): MsigError {
  return new MsigError('BAD_OPTION', { option, value, expected, expected_ru: russian });
}

function tierOf(text: string): number {
  const tier = /^\d$/.test(text.trim()) ? Number(text) : Number.NaN;
  if ((TIERS as readonly number[]).includes(tier)) return tier;
  throw bad('--tier', text, [
    'a whole number from 0 to 7, like --tier 2',
    'целое число от 0 до 7, например --tier 2',
  ]);
}

function zoneOf(text: string | undefined): ZoneId | undefined {
  const zone = ZONES.find((one) => one === text);
  if (text === undefined || zone) return zone;
  const list = ZONES.join(', ');
  throw bad('--zone', text, [`one of ${list}`, `одна из: ${list}`]);
}

function tagsOf(
  text: string,
  { families, affixes }: MonsterRules,
  lands: readonly string[],
): readonly string[] {
  const tags = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
  if (tags.length === 0)
    throw bad('--tags', text, [
      'tags with commas, like --tags ice,mountain',
      'метки через запятую, например --tags ice,mountain',
    ]);
  const ofTemplates = Object.values(families).flatMap(({ templates }) =>
    Object.values(templates).flatMap(({ environmentTags }) => environmentTags),
  );
  const known = [...new Set([...lands, ...Object.keys(affixes), ...ofTemplates])].sort();
  for (const tag of tags) {
    if (known.includes(tag)) continue;
    const close = nearest(tag, known);
    const list = close ?? known.join(', ');
    throw bad('--tags', tag, close ? [`"${list}"?`, `«${list}»?`] : [`one of ${list}`, `одна из: ${list}`]);
  }
  return tags;
}

function drawsOf(seed: string) {
  return keyedChance(createHash('sha256').update(`msig/encounter/${seed}`).digest()).draw(0, 'cell', 0);
}

const WORDS = {
  ru: {
    ...{ monster: 'чудовище', id: 'id', abilities: 'приёмы', hint: 'облик', raw: 'исходное' },
    ...{ derived: 'в бою', damage: 'урон', resist: 'стойкость', also: 'ещё' },
  },
  en: {
    ...{ monster: 'monster', id: 'id', abilities: 'abilities', hint: 'hint', raw: 'raw' },
    ...{ derived: 'derived', damage: 'damage', resist: 'resist', also: 'also' },
  },
} as const satisfies Record<ReportLang, object>;

/** For people: who came, with what, and who else could have. */
export function encounterTable(
  { monster, candidates }: EncounterReport,
  { texts, rules }: Pick<Content, 'texts' | 'rules'>,
  lang: ReportLang,
): string {
  const { templateId, affixId, tier, rawStats, derived, skills, hint } = monster;
  const words = WORDS[lang];
  const own = texts[lang].monsters[templateId]?.name ?? templateId;
  const form = affixId === null ? undefined : texts[lang].affixes[affixId]?.form;
  const numbers = (record: object) =>
    Object.entries(record)
      .map(([key, value]) => `${statOf(key, lang)} ${value}`)
      .join(' · ');
  const { damage, resist, ...rest } = derived;
  const times = rules.monsters?.tiers[tier].statMultiplier ?? 1;
  const rows: readonly (readonly [string, string])[] = [
    [words.monster, form?.replace('{name}', () => own) ?? own],
    [words.id, `${templateId} · ${affixId ?? '-'} · ${tier} (× ${times})`],
    [words.abilities, skills.map((id) => texts[lang].abilities[id]?.name ?? id).join(', ')],
    [words.hint, hint],
    [words.raw, numbers(rawStats)],
    [words.derived, numbers(rest)],
    [words.damage, numbers(damage)],
    [words.resist, numbers(resist) || '-'],
    [words.also, candidates.filter((id) => id !== templateId).join(', ') || '-'],
  ];
  return rows.map(([head, text]) => `${head.padEnd(12)}${text}\n`).join('');
}
