/** What Twitch forbids in an extension, looked for in the files that go into the zip. Each fault is one line with its place. */
import type { ZipFile } from './extension-zip.writer.ts';

export const HELPER = 'https://extension-files.twitch.tv/helper/v1/twitch-ext.min.js';
const VIEWS = ['panel.html', 'mobile.html', 'config.html', 'live_config.html'];
/** Far below what Twitch takes, far above what is needed. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_FILES = 60;
const KNOWN = /\.(html|js|css|woff2|svg|txt|md)$/;
/** A line longer than this was written by a minifier, not by a person. Pictures are data: their paths may be long. */
const MOST_LINE = 600;

type Rule = readonly [pattern: RegExp, fault: string];

const IN_SCRIPTS: readonly Rule[] = [
  [/\beval\s*\(/, 'eval'],
  [/\bnew\s+Function\s*\(|[^.\w]Function\s*\(\s*['"`]/, 'a function out of text'],
  [/\b(?:setTimeout|setInterval)\s*\(\s*['"`]/, 'a timer with code as text'],
  [/\bimport\s*\(\s*[^'")\s]/, 'an import from a computed address'],
  [/(?:\bfrom|\bimport)\s*\(?\s*['"](?:https?:|\/\/|data:|blob:)/, 'code from another place'],
  [/\bimportScripts\s*\(|\bnew\s+(?:Shared)?Worker\s*\(/, 'a worker'],
  [/document\.write\s*\(/, 'document.write'],
  [/createElement\(\s*['"](?:script|iframe|object|embed)['"]/, 'a script or frame made by a script'],
  [/\bdocument\.cookie\b/, 'cookies'],
  [/\b(?:alert|confirm|prompt)\s*\(\s*['"`]/, 'a dialog'],
];
const IN_PAGES: readonly Rule[] = [
  [/<script(?![^>]*\bsrc=)[^>]*>\s*\S/i, 'an inline script'],
  [/\son[a-z]+\s*=\s*["']/i, 'an inline event handler'],
  [/javascript:/i, 'a javascript: address'],
  [/<(?:iframe|object|embed|base)\b/i, 'a frame or foreign object'],
  [/(?:src|href)\s*=\s*["']\//i, 'an address that does not begin at the page'],
];
const IN_STYLES: readonly Rule[] = [
  [/@import\s+(?:url\()?\s*["']?(?:https?:|\/\/)/i, 'a style sheet from another place'],
  [/url\(\s*["']?(?:https?:|\/\/|\/)/i, 'a file from another place'],
];

/** Faults of the files, as `place: what`; empty if they may go to Twitch. */
export function zipFaults(files: readonly ZipFile[]): string[] {
  const size = files.reduce((sum, { data }) => sum + data.length, 0);
  return [
    ...VIEWS.filter((view) => !files.some(({ name }) => name === view)).map((view) => `${view}: missing`),
    ...(size > MOST_BYTES ? [`all files: ${size} bytes, at most ${MOST_BYTES}`] : []),
    ...(files.length > MOST_FILES ? [`all files: ${files.length}, at most ${MOST_FILES}`] : []),
    ...files.flatMap(faultsIn),
  ];
}

function faultsIn({ name, data }: ZipFile): string[] {
  const faults: string[] = [];
  if (!KNOWN.test(name) || name.startsWith('/') || name.includes('..'))
    faults.push(`${name}: unexpected file`);
  const text = Buffer.from(data).toString('utf8');
  const rules = name.endsWith('.js')
    ? IN_SCRIPTS
    : name.endsWith('.html')
      ? IN_PAGES
      : name.endsWith('.css')
        ? IN_STYLES
        : [];
  for (const [pattern, fault] of rules) {
    const found = pattern.exec(text);
    if (found) faults.push(`${place(name, text, found.index)}: ${fault}`);
  }
  if (name.endsWith('.html')) faults.push(...scriptsIn(name, text));
  if (name.endsWith('.js')) faults.push(...unreadable(name, text));
  if (text.includes('%MSIG_EBS%')) faults.push(`${name}: no address of the backend`);
  return faults;
}

/** The helper comes first and from Twitch; everything else lies in the zip. */
function scriptsIn(name: string, text: string): string[] {
  const sources = [...text.matchAll(/<script[^>]*\bsrc=["']([^"']+)["']/gi)].map((one) => one[1] ?? '');
  const foreign = sources.slice(1).filter((source) => /^(?:https?:)?\/\//.test(source));
  return [
    ...(sources[0] === HELPER ? [] : [`${name}: the first script is not Twitch's helper`]),
    ...foreign.map((source) => `${name}: a script from ${source}`),
  ];
}

function unreadable(name: string, text: string): string[] {
  // What stands between quotes is data: outlines of icons are long however they are written.
  const lines = text.split('\n').map((line) => line.replaceAll(/(["'`])(?:\\.|(?!\1).)*\1/g, ''));
  const long = lines.findIndex((line) => line.length > MOST_LINE);
  return long < 0 ? [] : [`${name}:${long + 1}: a line of ${lines[long]!.length} letters, not for people`];
}

function place(name: string, text: string, index: number): string {
  return `${name}:${text.slice(0, index).split('\n').length}`;
}
