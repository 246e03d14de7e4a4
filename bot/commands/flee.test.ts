import { describe, expect, it } from 'vitest';
import { context } from './given.ts';
import { flee } from './list/flee.ts';
import { readLine } from './read.ts';

const read = (line: string) => readLine(line, context({}));

describe('giving up a fight', () => {
  it.each(['!flee', '!run', '!FLEE', '!бегство', '!бежать', '!сбежать', '!,tucndj'])(
    '%s is meant',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'command', command: { type: 'flee' } });
    },
  );

  it.each([
    ...['!free', '!fled', '!flea', '!fle', '!flees', '!ruin', '!rum', '!rub', '!ru', '!runn'],
    ...['!бегств', '!бегсво', '!бег', '!беж', '!бежат', '!сбежат', '!сбеж'],
  ])('%s is not', (line) => {
    expect(read(line)).not.toMatchObject({ command: { type: 'flee' } });
  });

  it('promises no figures: a pack sets them', () => {
    for (const text of Object.values(flee.help))
      expect(text).not.toMatch(/\d|\b(?:one|two|three)\b|дв[ае]|один|одна|три/iu);
  });
});
