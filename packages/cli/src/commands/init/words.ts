import { sentences } from '@steward/text';

export const INIT = sentences({
  whichKind: { en: 'What is the group for?', zh: '这是什么群？' },
  kinds: {
    en: {
      service: 'service     customers: questions and help',
      interest: 'interest    people who share something and show it',
      knowledge: 'knowledge   lessons, exercises, answers',
      conversion: 'conversion  offers and orders',
    },
    zh: {
      service: 'service     服务型：答疑、售后',
      interest: 'interest    兴趣型：聊话题、晒作品',
      knowledge: 'knowledge   知识型：课程、作业、答疑',
      conversion: 'conversion  转化型：优惠、下单',
    },
  },
  folderWanted: {
    en: (path: string) => `${path} is a file. Name a folder, or leave it out for this one.`,
    zh: (path) => `${path} 是文件。请指定文件夹，或不写（用当前文件夹）。`,
  },
  kept: {
    en: (path: string) => `${path} already exists and was kept`,
    zh: (path) => `${path} 已经存在，保持不变`,
  },
  next: {
    en: (rules: string) => [
      'Next:',
      `  steward check ${rules}      what is wrong, while you put your own names and numbers in`,
      `  steward test ${rules}       whether the scenarios at its end still hold`,
      `  steward simulate ${rules}   what the rules would do, on a made-up log or with --log`,
    ],
    zh: (rules) => [
      '接下来：',
      `  steward check ${rules}      换上自己的名字和数字，边改边查`,
      `  steward test ${rules}       看文件末尾的场景是否仍然符合`,
      `  steward simulate ${rules}   在模拟日志（或 --log 指定的日志）上看规则会做什么`,
    ],
  },
});
