/** The note on overlapping exports. */
import type { LogNote } from './column-problems.ts';

/** Two exports of one chat overlap, and their messages cannot be matched. */
export function countedTwice(file: string, other: string): LogNote {
  return {
    file,
    message: {
      en: `${file} and ${other} cover the same days of one group in two formats whose messages cannot be matched, so messages in both count twice. Give only one of them.`,
      zh: `${file} 与 ${other} 含有同一个群的同一段时间，但格式不同，消息无法对应，两边都有的消息会计两次。请只提供其中一个。`,
    },
  };
}
