/** Guesses what a word that names no signal, media or role may mean. Guesses are only suggested, never applied. */

import { MEDIA, ROLES, SIGNALS } from '@steward/events';
import { editDistance } from '@steward/text';

interface Vocabulary {
  names: readonly string[];
  /** Words of other programs, with ours. */
  synonyms: Readonly<Record<string, string>>;
}

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  unknownKind: {
    names: SIGNALS,
    synonyms: {
      ...{ msg: 'message', chat: 'message', text: 'message', post: 'message', revoke: 'recall', withdraw: 'recall' },
      ...{ enter: 'join', invite: 'join', exit: 'leave', quit: 'leave', kick: 'leave', view: 'read', like: 'reaction' },
      ...{
        forward: 'share',
        report: 'complaint',
        signin: 'checkin',
        order: 'purchase',
        buy: 'purchase',
        pay: 'purchase',
      },
    },
  },
  unknownMedia: {
    names: MEDIA,
    synonyms: {
      ...{ img: 'image', photo: 'image', picture: 'image', pic: 'image', audio: 'voice', movie: 'video' },
      ...{ emoji: 'sticker', emoticon: 'sticker', gif: 'sticker', url: 'link', article: 'link', document: 'file' },
      ...{ miniprogram: 'miniapp', hongbao: 'redpacket', redenvelope: 'redpacket', reply: 'quote', pat: 'poke' },
      ...{ contact: 'card', poll: 'vote', notice: 'announcement' },
    },
  },
  unknownRole: {
    names: ROLES,
    synonyms: {
      user: 'member',
      guest: 'member',
      普通: 'member',
      creator: 'owner',
      创建者: 'owner',
      超级管理员: 'staff',
    },
  },
};

/** Share of the shorter word's letters that may differ. */
const ALIKE = 1 / 3;

/** @param code of the fault @returns null if there is no good guess */
export function wordMeant(code: string, found: string | null): string | null {
  const vocabulary = VOCABULARIES[code];
  if (vocabulary === undefined || found === null) return null;
  const plain = found.toLowerCase().replace(/[\s_-]/g, '');
  const synonym = Object.hasOwn(vocabulary.synonyms, plain) ? vocabulary.synonyms[plain] : undefined;
  if (synonym !== undefined) return synonym;
  const near = vocabulary.names
    .map((name) => {
      const most = Math.floor(Math.min(plain.length, name.length) * ALIKE);
      return { name, most, distance: editDistance(plain, name, most) };
    })
    .filter(({ distance, most }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.name ?? null;
}
