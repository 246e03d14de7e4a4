/**
 * The table by which what happens in the game moves scenes, filters and sources: one row, one thing. Part of the
 * settings (`obs.rules`).
 */
import { z } from 'zod';

const name = z.string().min(1).max(200);
const seconds = (min: number, max: number) => {
  const message = `expected a whole number from ${min} to ${max}`;
  return z.number({ message }).int(message).min(min, message).max(max, message);
};

/** Longer than this a moment of the game is no moment any more. */
const LONGEST = 600;

export const stageRule = z
  .strictObject({
    /** A word of `bot/stage/words.ts`, or an event's own name. */
    on: z.string().regex(/^[a-z][a-zA-Z]{1,40}$/, 'expected a word like vote, finish or trapSprung'),
    /** Only what happens to this player; absent: to anybody. */
    player: z
      .string()
      .regex(/^p[1-8]$/, 'expected p1 … p8')
      .optional(),
    /** Alone: goes on air. With `source`: where that source stands. */
    scene: name.optional(),
    source: name.optional(),
    filter: name.optional(),
    /** False: the filter or the source is switched off, not on. */
    to: z.boolean().default(true),
    /** Only while one of these scenes is on air; absent: always. */
    from: z.array(name).max(20).optional(),
    /** Seconds until it is taken back; absent: it stays. */
    for: seconds(1, LONGEST).optional(),
    /** Seconds from one time to the next. */
    cooldown: seconds(0, 3600).default(10),
  })
  .refine(({ scene, source, filter }) => targets(scene, source, filter), {
    message: 'expected scene, or scene and source, or source and filter',
  });

export type StageRule = z.infer<typeof stageRule>;

function targets(scene?: string, source?: string, filter?: string): boolean {
  if (filter !== undefined) return source !== undefined && scene === undefined;
  return scene !== undefined;
}

/** The part of the settings that is about OBS. */
export const obsSettings = z.strictObject({
  /** Null: no OBS. */
  url: z
    .string()
    .refine((text) => URL.canParse(text) && ['ws:', 'wss:'].includes(new URL(text).protocol), {
      message: 'expected an address with ws:// or wss://',
    })
    .nullable(),
  password: z.string().max(500).nullable(),
  rules: z.array(stageRule).max(100),
});

export type ObsSettings = z.infer<typeof obsSettings>;
