/** What ought to be known of exports that overlap. */
import type { LogNote } from './column-problems.ts';

/** Of two exports of one chat that overlap and whose messages cannot be matched. */
export function countedTwice(file: string, other: string): LogNote {
  return {
    file,
    message: {
      en: `${file} and ${other} hold the same days of one group, written in two ways whose messages cannot be matched: what both hold counts twice. Give one of them.`,
      zh: `${file} 与 ${other} 含有同一个群的同一段时间，但两种写法的消息无法对应，两边都有的消息会算两次。请只给其中一个。`,
    },
  };
}
