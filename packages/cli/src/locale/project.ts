/** The sentences of what a folder of rules begins with and gives out, in both languages. */

export interface ProjectMessages {
  init: string;
  optionKind: string;
  optionLanguage: string;
  optionCi: string;
  optionYes: string;
  whichKind: string;
  kinds: Record<'service' | 'interest' | 'knowledge' | 'conversion', string>;
  folderWanted: (path: string) => string;
  written: (path: string) => string;
  kept: (path: string) => string;
  next: (rules: string) => readonly string[];
  docs: string;
  optionCardGroup: string;
  optionCardLanguage: string;
  optionOut: string;
  optionCardCheck: string;
  checkWhat: string;
  noCards: (asked: string, groups: string) => string;
  cardTwice: (group: string, name: string) => string;
  cardMissing: (path: string, command: string) => string;
  cardStale: (path: string, command: string) => string;
  cardLeft: (path: string) => string;
  cardsFresh: (count: number) => string;
}

export const projectEn: ProjectMessages = {
  init: 'Begin a folder of rules: a first file with scenarios, and a config; nothing is overwritten',
  optionKind: 'kind of the group (asked at a terminal, else service)',
  optionLanguage: 'language of the rules (that of the messages)',
  optionCi: 'a file for this pipeline too',
  optionYes: 'ask nothing',
  whichKind: 'What is the group for?',
  kinds: {
    service: 'service     customers: questions and help',
    interest: 'interest    people who share something and show it',
    knowledge: 'knowledge   lessons, exercises, answers',
    conversion: 'conversion  offers and orders',
  },
  folderWanted: (path) => `${path} is a file. Name a folder, or leave it out for this one.`,
  written: (path) => `wrote ${path}`,
  kept: (path) => `${path} is there already and stays as it is`,
  next: (rules) => [
    'Next:',
    `  steward check ${rules}      what is wrong, while you put your own names and numbers in`,
    `  steward test ${rules}       whether the scenarios at its end still hold`,
    `  steward simulate ${rules}   what the rules would do, on a made-up log or with --log`,
  ],
  docs: 'Write what the members of a group should know of its rules, as Markdown to be pinned in it',
  optionCardGroup: 'only this group of the rules; may be repeated',
  optionCardLanguage: 'language of the cards (that of the messages)',
  optionOut: 'write the cards there, as GROUP.LANGUAGE.md (standard output)',
  optionCardCheck: 'write nothing; exit with 1 if a card in --out is stale',
  checkWhat: '--check compares cards with those in a folder: name it with --out.',
  noCards: (asked, groups) =>
    asked === ''
      ? 'The rules declare no group, so there is no card. Declare one: group Name : service { … }'
      : `There is no group ${asked}. The rules declare: ${groups}.`,
  cardTwice: (group, name) => `Two files declare a group ${group}, and one folder has room for one ${name}.`,
  cardMissing: (path, command) => `${path} is missing. Write it with: ${command}`,
  cardStale: (path, command) => `${path} is not what the rules say. Write it anew with: ${command}`,
  cardLeft: (path) => `${path} is the card of no group any more. Remove it.`,
  cardsFresh: (count) => `${count} card${count === 1 ? '' : 's'}, all as the rules say`,
};

export const projectZh: ProjectMessages = {
  init: '新建一个群规文件夹：带场景的第一份规则和配置；已有的文件不会被覆盖',
  optionKind: '群的类型（在终端里会询问，否则为 service）',
  optionLanguage: '规则用的语言（默认与消息相同）',
  optionCi: '同时生成这种流水线的文件',
  optionYes: '不询问',
  whichKind: '这是什么群？',
  kinds: {
    service: 'service     服务型：答疑、售后',
    interest: 'interest    兴趣型：聊话题、晒作品',
    knowledge: 'knowledge   知识型：课程、作业、答疑',
    conversion: 'conversion  转化型：优惠、下单',
  },
  folderWanted: (path) => `${path} 是文件。请指定文件夹，或不写（用当前文件夹）。`,
  written: (path) => `已写入 ${path}`,
  kept: (path) => `${path} 已经存在，保持不变`,
  next: (rules) => [
    '接下来：',
    `  steward check ${rules}      换上自己的名字和数字，边改边查`,
    `  steward test ${rules}       看文件末尾的场景是否仍然符合`,
    `  steward simulate ${rules}   在模拟日志（或 --log 指定的日志）上看规则会做什么`,
  ],
  docs: '把群成员应当知道的规则写成 Markdown，可以置顶在群里',
  optionCardGroup: '只要规则里的这个群，可重复',
  optionCardLanguage: '卡片的语言（默认与消息相同）',
  optionOut: '把卡片写到这里，文件名为 群名.语言.md（默认输出到终端）',
  optionCardCheck: '不写入；--out 里的卡片过时的话退出码为 1',
  checkWhat: '--check 把卡片与文件夹里的比较：请用 --out 指定文件夹。',
  noCards: (asked, groups) =>
    asked === ''
      ? '规则没有声明群，所以没有卡片。请声明一个：群 名字 : 服务型 { … }'
      : `没有群 ${asked}。规则声明了：${groups}。`,
  cardTwice: (group, name) => `有两个文件声明了群 ${group}，而一个文件夹里只能有一个 ${name}。`,
  cardMissing: (path, command) => `缺少 ${path}。请用这个命令写入：${command}`,
  cardStale: (path, command) => `${path} 与规则不符。请用这个命令重新写入：${command}`,
  cardLeft: (path) => `${path} 已经没有对应的群。请删除它。`,
  cardsFresh: (count) => `${count} 张卡片，都与规则一致`,
};
