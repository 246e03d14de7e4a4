/** `npm run schema`: writes the JSON Schemas of the content for editors into config/content/schema. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { editorSchemas } from '../../bot/content/schema/editor.ts';

const folder = new URL('../content/schema/', import.meta.url);
const schemas = editorSchemas();

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) {
  if (name.endsWith('.schema.json') && !(name in schemas)) await rm(new URL(name, folder));
}
for (const [name, text] of Object.entries(schemas)) await writeFile(new URL(name, folder), text);
process.stderr.write(`${Object.keys(schemas).length} schemas written\n`);
