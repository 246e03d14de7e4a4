/** The schemas as JSON Schema, so that an editor completes and checks content while it is written. */
import { z } from 'zod';
import { diplomacySchema } from './diplomacy.ts';
import { ENTRY_KINDS, ENTRY_SCHEMAS, PART_KINDS, PART_SCHEMAS } from './kinds.ts';
import { tiersSchema } from './monsters.ts';
import { packSchema } from './pack.ts';
import { prizesSchema } from './prizes.ts';
import { linksSchema, ruleSchema } from './rulebook.ts';
import { affixTextSchema, textSchema, zoneTextSchema } from './texts.ts';
import { tunablesSchema } from './tunables.ts';
import { zoneSchema } from './zones.ts';

const pointer = { $schema: z.string().optional() };

/** A file of entries by id. */
function fileOf(entry: z.ZodType): z.ZodType {
  return z.object(pointer).catchall(entry);
}

function withPointer(shape: z.ZodObject): z.ZodType {
  return shape.extend(pointer);
}

/** @returns the text of each file of `config/content/schema`, by its name. */
export function editorSchemas(): Readonly<Record<string, string>> {
  const schemas: Record<string, z.ZodType> = {
    ...Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, fileOf(ENTRY_SCHEMAS[kind])])),
    ...Object.fromEntries(PART_KINDS.map((kind) => [kind, fileOf(PART_SCHEMAS[kind])])),
    tiers: withPointer(tiersSchema),
    pack: withPointer(packSchema),
    diplomacy: withPointer(diplomacySchema),
    prizes: withPointer(prizesSchema),
    rulebook: fileOf(ruleSchema),
    links: withPointer(linksSchema),
    tunables: withPointer(tunablesSchema),
    zones: fileOf(zoneSchema),
    // zones, abilities, props and materials have the short form, affixes their own
    texts: fileOf(z.union([textSchema, affixTextSchema, zoneTextSchema])),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, textOf(name, schema)]),
  );
}

function textOf(name: string, schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ title: `MSIG content: ${name}`, ...json }, null, 2)}\n`;
}
