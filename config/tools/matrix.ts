/** `node config/tools/matrix.ts`: writes the table of states and commands into bot/engine/README.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../../bot/content/load.ts';
import { BEGIN, END, matrixText } from '../../bot/engine/matrix.suite.ts';

const file = new URL('../../bot/engine/README.md', import.meta.url);
const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const text = await readFile(file, 'utf8');
const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
if (from < 0 || to < from) throw new Error('bot/engine/README.md has lost the marks of the table');
await writeFile(file, text.slice(0, from) + matrixText(rules) + text.slice(to + END.length));
process.stderr.write('the table of states and commands is written\n');
