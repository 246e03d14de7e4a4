/** All sentences by their code. */
import { CHANNEL } from './channel.ts';
import { DISCORD } from './discord.ts';
import { MACHINE } from './machine.ts';
import { OUTSIDE } from './outside.ts';
import { PLATFORM } from './platform.ts';
import type { Sentence } from './sentences.ts';
import { STORAGE } from './storage.ts';

const ALL = { ...MACHINE, ...STORAGE, ...PLATFORM, ...CHANNEL, ...OUTSIDE, ...DISCORD };

export type Code = keyof typeof ALL;

export const SENTENCES: Readonly<Record<Code, { readonly ru: Sentence; readonly en: Sentence }>> = ALL;
