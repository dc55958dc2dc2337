import { counted, sentences } from '@steward/text';

export const DOCS = sentences({
  checkWhat: {
    en: '--check compares the cards with those in a folder: name the folder with --out.',
    zh: '--check 把卡片与文件夹里的比较：请用 --out 指定文件夹。',
  },
  noCards: {
    en: (asked: string, groups: string) =>
      asked === ''
        ? 'The rules declare no group, so there is no card. Declare one: group Name : service { … }'
        : `There is no group ${asked}. The rules declare: ${groups}.`,
    zh: (asked, groups) =>
      asked === ''
        ? '规则没有声明群，所以没有卡片。请声明一个：群 名字 : 服务型 { … }'
        : `没有群 ${asked}。规则声明了：${groups}。`,
  },
  cardTwice: {
    en: (group: string, name: string) => `Two files declare a group ${group}, so both would be written to ${name}.`,
    zh: (group, name) => `有两个文件声明了群 ${group}，而一个文件夹里只能有一个 ${name}。`,
  },
  cardMissing: {
    en: (path: string, command: string) => `${path} is missing. Write it with: ${command}`,
    zh: (path, command) => `缺少 ${path}。请用这个命令写入：${command}`,
  },
  cardStale: {
    en: (path: string, command: string) => `${path} is out of date. Rewrite it with: ${command}`,
    zh: (path, command) => `${path} 已过期，与规则不符。请用这个命令重新写入：${command}`,
  },
  cardLeft: {
    en: (path: string) => `${path} belongs to no group any more. Remove it.`,
    zh: (path) => `${path} 已经没有对应的群。请删除它。`,
  },
  cardsFresh: {
    en: (count: number) => `${counted(count, 'card')}, all up to date`,
    zh: (count) => `${count} 张卡片，都与规则一致`,
  },
});
