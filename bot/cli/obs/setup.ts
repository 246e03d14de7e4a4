/** `msig obs setup`: once or a hundred times, the scenes stand there once. */
import type { PartReport } from '../../../adapters/scene/contract.ts';
import { composeScene } from '../../compose-scene.ts';
import { MsigError } from '../../errors.ts';
import { partOf } from '../../stage/part.ts';
import { told } from '../../stage/sentence.ts';
import { type Given, wantedOf } from './given.ts';
import { runningLink } from './links.ts';

const WORDS = {
  ru: {
    collection: 'OBS, коллекция сцен',
    made: 'сделано',
    mended: 'поправлено',
    kept: 'уже было',
    done: 'готово: выбери в OBS сцену «MSIG …» или добавь её в свою сцену как источник',
  },
  en: {
    collection: 'OBS, scene collection',
    made: 'made',
    mended: 'mended',
    kept: 'was there',
    done: 'done: choose a scene «MSIG …» in OBS, or add it to a scene of yours as a source',
  },
} as const;

/** @throws MsigError with one sentence; what was made until then stays. */
export async function setupObs(given: Given): Promise<void> {
  const { settings, obs, links } = wantedOf(given);
  const wanted = links.length > 0 ? links : [await runningLink(settings)];
  const part = partOf({ links: wanted, missing: 'make', keepsOptions: links.length === 0 });
  const program = composeScene(obs);
  try {
    await program.connect();
    const report = await program.ensureCollectionPart(part);
    if (given.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else say(report, WORDS[settings.lang]);
    if (report.foreign.length > 0) throw new MsigError('OBS_FOREIGN', { names: report.foreign.join(', ') });
    if (!report.browser) throw new MsigError('OBS_NO_BROWSER');
    if (!given.json) process.stdout.write(`${WORDS[settings.lang].done}\n`);
  } catch (error) {
    throw told(error);
  } finally {
    await program.close();
  }
}

function say(
  { collection, made, mended, kept }: PartReport,
  words: (typeof WORDS)['ru'] | (typeof WORDS)['en'],
): void {
  const rows = [
    [words.collection, [collection]],
    [words.made, made],
    [words.mended, mended],
    [words.kept, kept],
  ] as const;
  for (const [word, names] of rows)
    if (names.length > 0) process.stdout.write(`${word}: ${names.join(', ')}\n`);
}
