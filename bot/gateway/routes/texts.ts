/** The sentences of the pack, with what the rules say of each entry, for faces to render ids. Public: it is the rule book. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Denied } from '../guard/answers.ts';
import type { World } from '../world.ts';

export function addTexts(app: FastifyInstance, { texts, facts }: World): void {
  const ready = Object.fromEntries(
    (['ru', 'en'] as const).map((lang) => {
      const { items, effects, rewards, traps, finds, props = {} } = texts[lang];
      const told = {
        ...texts[lang],
        items: beside(items, facts.items),
        effects: beside(effects, facts.effects),
        rewards: beside(rewards, facts.rewards),
        traps: beside(traps, facts.traps),
        finds: beside(finds, facts.finds),
        props: beside(props, facts.props),
      };
      const body = JSON.stringify(told);
      return [lang, { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }];
    }),
  );
  app.get<{ Params: { lang: string } }>(
    '/api/texts/:lang',
    { schema: { tags: ['texts'], summary: 'Texts of the pack, ru or en, by kind and id', security: [] } },
    async (request, reply) => {
      const found = Object.hasOwn(ready, request.params.lang) ? ready[request.params.lang] : undefined;
      if (!found) throw new Denied('not-found', { found: `/api/texts/${request.params.lang.slice(0, 20)}` });
      reply
        .header('etag', found.tag)
        .header('cache-control', 'no-cache')
        .type('application/json; charset=utf-8');
      if (request.headers['if-none-match'] === found.tag) return reply.code(304).send();
      return found.body;
    },
  );
}

/** Each entry's facts laid beside its sentences. */
function beside<A extends object, B extends object>(
  texts: Readonly<Record<string, A>>,
  facts: Readonly<Record<string, B>>,
): Readonly<Record<string, A & Partial<B>>> {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { ...facts[id], ...text }]));
}
