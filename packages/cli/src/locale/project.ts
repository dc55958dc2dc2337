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
};
