/** Answers and posts as Discord's API wants them. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RawFile,
} from 'discord.js';
import type { Answer, Button, Post } from './contract.ts';
import { fitting, wellCut } from './words.ts';

const IN_A_ROW = 5;
const MOST_ROWS = 5;
const LONGEST_LABEL = 80;
const LONGEST_ID = 100;

/** Nobody is pinged, nothing is unfurled: the words may be a viewer's. */
export function answerBody({ text, private: hidden, buttons = [] }: Answer) {
  const flags = MessageFlags.SuppressEmbeds | (hidden ? MessageFlags.Ephemeral : 0);
  return {
    // An empty message is refused.
    content: fitting(text) || '…',
    flags,
    allowed_mentions: { parse: [] as [] },
    components: rows(buttons),
  };
}

/** @param nonce the same again within minutes is the same message: a repeated call posts nothing twice. */
export function postBody({ text, buttons = [], picture }: Post, nonce: string) {
  const body = {
    content: fitting(text),
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] as [] },
    components: rows(buttons),
    nonce,
    enforce_nonce: true,
  };
  const files: RawFile[] = picture
    ? [{ name: 'board.png', data: Buffer.from(picture), contentType: 'image/png' }]
    : [];
  return { body, files };
}

function rows(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  // Discord refuses a message with two buttons of one id.
  const each = [...new Map(buttons.map((one) => [one.id, one])).values()]
    .filter(({ id }) => id !== '' && id.length <= LONGEST_ID)
    .slice(0, IN_A_ROW * MOST_ROWS);
  const out: APIActionRowComponent<APIButtonComponentWithCustomId>[] = [];
  for (let i = 0; i < each.length; i += IN_A_ROW) {
    const components = each.slice(i, i + IN_A_ROW).map(
      ({ id, label }): APIButtonComponentWithCustomId => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: id,
        label: wellCut(label, LONGEST_LABEL) || '…',
      }),
    );
    out.push({ type: ComponentType.ActionRow, components });
  }
  return out;
}
