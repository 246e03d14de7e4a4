/** What the wizard shows before it asks for the app: all of it on the screen together with the question. */
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../platforms/all.ts';
import { WORDS } from '../table.ts';
import { guideText } from './guide.ts';

/** A window of 80 x 24, less the frame at the left, the title, and the question with its frame. */
const COLUMNS = 77;
const ROWS = 24 - 1 - 4;
const ADDRESSES = {
  redirect: 'http://127.0.0.1:4747/auth/vkvideo/callback',
  hook: 'https://game.example.org/hooks/kick',
};

const all = Object.values(PLATFORMS).flatMap((platform) =>
  (['ru', 'en'] as const).map((lang) => ({ platform, lang })),
);

describe.each(all)('the guide of $platform.name in $lang', ({ platform: { guide }, lang }) => {
  const { scopesWhy: why, scopesMore: more } = WORDS[lang];

  it('fits into a small window', () => {
    const lines = guideText(guide[lang], ADDRESSES, { why, more }).split('\n');
    const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
    expect(rows).toBeLessThanOrEqual(ROWS);
  });

  it('leaves no right out of its groups, and has none twice', () => {
    const { scopes, groups } = guide[lang];
    const grouped = groups?.flatMap((group) => group.scopes) ?? Object.keys(scopes);
    expect([...grouped].sort()).toEqual(Object.keys(scopes).sort());
  });
});
