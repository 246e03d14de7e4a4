/**
 * `npm run extension:zip -- --ebs https://board.example`: builds the views of the Twitch extension, checks them against
 * Twitch's rules and packs them into `.build/msig-extension.zip`, to be uploaded in Twitch's console under Files.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { zipFaults } from './extension-zip.check.ts';
import { extensionBuild, OUT } from './extension-zip.vite.ts';
import { type ZipFile, zip } from './extension-zip.writer.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CREDITS = [
  ['CREDITS.md', 'overlay/CREDITS.md'],
  ['OFL-alegreya-sc.txt', 'overlay/styles/fonts/OFL-alegreya-sc.txt'],
  ['OFL-sofia-sans-condensed.txt', 'overlay/styles/fonts/OFL-sofia-sans-condensed.txt'],
] as const;

/** The files of the zip, with the backend's address written into the pages. `folder` holds a finished build. */
export function extensionFiles(folder: string, ebs: string): ZipFile[] {
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): ZipFile => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).replaceAll('\\', '/');
      const data = readFileSync(path);
      return { name, data: name.endsWith('.html') ? Buffer.from(withEbs(data.toString(), ebs)) : data };
    });
  const credits = CREDITS.map(([name, path]): ZipFile => ({ name, data: readFileSync(join(ROOT, path)) }));
  return [...built, ...credits];
}

/** A page with the address that its `<meta name="msig-ebs">` has to hold. */
export function withEbs(html: string, ebs: string): string {
  return html.replaceAll('%MSIG_EBS%', ebs.replaceAll(/["<>&]/g, ''));
}

/** Builds the views; nothing is written but the folder. */
export async function buildViews(folder: string = OUT): Promise<string> {
  await build(extensionBuild(folder));
  return folder;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { ebs: { type: 'string' }, out: { type: 'string' } } });
  const ebs = values.ebs ?? '';
  if (!/^https:\/\/[^/]+/.test(ebs)) {
    throw new Error(
      '--ebs https://YOUR-PUBLIC-NAME is needed: the address under which viewers reach the host',
    );
  }
  const files = extensionFiles(await buildViews(), ebs);
  const faults = zipFaults(files);
  if (faults.length > 0) throw new Error(`Twitch would not take this:\n  ${faults.join('\n  ')}`);
  const out = values.out ?? join(ROOT, '.build', 'msig-extension.zip');
  const bytes = zip(files);
  writeFileSync(out, bytes);
  const size = (bytes.length / 1024).toFixed(0);
  process.stderr.write(`extension: ${files.length} files, ${size} KB: ${relative(process.cwd(), out)}\n`);
  process.stderr.write(`extension: in the console, allow URL fetching from ${new URL(ebs).origin}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`extension: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
