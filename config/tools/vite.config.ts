/** Builds the browser faces: one HTML file a page into `.build/overlay`, assets under `/faces/` with hashed names. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../../overlay/pages', import.meta.url));
const out = fileURLToPath(new URL('../../.build/overlay', import.meta.url));

/** Page name → its HTML file. */
const pages = Object.fromEntries(
  readdirSync(root)
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name.slice(0, -'.html'.length), `${root}/${name}`]),
);

export default defineConfig({
  root,
  base: '/faces/',
  publicDir: false,
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    // The strict content policy allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
});
