/** What a platform can do, in words for people. */
import type { Feature } from '../../adapters/platform/contract.ts';

export const FEATURE_WORDS: Readonly<Record<Feature, { readonly ru: string; readonly en: string }>> = {
  read: { ru: 'читать чат', en: 'read the chat' },
  write: { ru: 'писать в чат', en: 'write into the chat' },
  reply: { ru: 'отвечать на сообщение', en: 'reply to a message' },
  roles: { ru: 'видеть роли', en: 'see roles' },
  'rewards-create': { ru: 'создавать награды', en: 'make rewards' },
  'rewards-settle': { ru: 'выполнять и возвращать награды', en: 'fulfil and refund rewards' },
  polls: { ru: 'опросы платформы', en: "the platform's polls" },
  moderation: { ru: 'давать паузу', en: 'time people out' },
  'stream-status': { ru: 'знать об эфире', en: 'know when it is live' },
  donations: { ru: 'замечать донаты и подарки', en: 'notice tips and gifts' },
  'delete-message': { ru: 'удалять сообщения', en: 'remove messages' },
};
