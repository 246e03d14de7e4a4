/** Discord's objects → what the rest of the program knows. */
import { type Message, MessageType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { ChatMessage, ChatRole } from '../contract.ts';

/** Why a message is not passed on. */
export type Dropped = 'elsewhere' | 'bot' | 'notice' | 'empty' | 'repeated';

interface Member {
  readonly permissions: Readonly<PermissionsBitField>;
  readonly premiumSince: Date | null;
}

export function readMessage(message: Message, channel: string): ChatMessage | Dropped {
  if (message.channelId !== channel) return 'elsewhere';
  // Our own lines come back too; other bots and webhooks are no people. Nor is a message without an author.
  if (!message.author || message.author.bot || message.webhookId !== null) return 'bot';
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return 'notice';
  // Without the privilege the text is empty, as it is for a message that is only a picture.
  if (message.content.trim() === '') return 'empty';
  const { author, member, guild } = message;
  return {
    platform: 'discord',
    id: message.id,
    channel,
    user: author.id,
    name: member?.displayName ?? author.displayName,
    roles: rolesOf(author.id, member, guild?.ownerId),
    text: message.content,
    sentAt: message.createdTimestamp,
  };
}

/**
 * The owner of the server is its broadcaster; whoever may delete others' messages or silence people moderates; whoever
 * boosts the server subscribes. Discord knows no other such roles: named ones mean what each server wants.
 */
export function rolesOf(user: string, member: Member | null, owner: string | undefined): ChatRole[] {
  const roles: ChatRole[] = [];
  if (user === owner) roles.push('broadcaster');
  const { ManageMessages, ModerateMembers } = PermissionFlagsBits;
  if (user !== owner && member?.permissions.any([ManageMessages, ModerateMembers])) roles.push('moderator');
  if (member?.premiumSince) roles.push('subscriber');
  return roles;
}
