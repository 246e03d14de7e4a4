/**
 * Builds the views of the Twitch extension into `.build/extension`, as Twitch's review wants them: readable code, nothing
 * minified, libraries in files of their own, relative addresses, nothing inline.
 */
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const OUT = at('.build/extension');
export const VIEWS = ['panel', 'mobile', 'config', 'live_config'] as const;
const PAGES = at('extension/pages');

/** Fonts are the views' own; `crossorigin` on a file of the same place only makes it a second request. */
const plainTags: Plugin = {
  name: 'plain-tags',
  enforce: 'post',
  transformIndexHtml: (html) => html.replaceAll(' crossorigin', ''),
};

export function extensionBuild(outDir: string = OUT): InlineConfig {
  return {
    root: PAGES,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [plainTags],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      cssMinify: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(VIEWS.map((name) => [name, `${PAGES}/${name}.html`])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'code/[name].js',
          assetFileNames: 'assets/[name][extname]',
          // Libraries apart from what is ours, the drawing apart from the panels.
          codeSplitting: {
            groups: [
              { name: 'lit', test: /node_modules/, priority: 2 },
              { name: 'board', test: /[\\/]overlay[\\/]/, priority: 1 },
            ],
          },
        },
      },
    },
  };
}
