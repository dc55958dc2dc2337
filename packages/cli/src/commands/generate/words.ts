import { sentences } from '@steward/text';

export const GENERATE = sentences({
  generating: {
    en: (events: string) => `${events} events`,
    zh: (events) => `${events} 个事件`,
  },
  generated: {
    en: (events: string, messages: string, path: string) =>
      `wrote ${events} events, ${messages} of them messages, to ${path}`,
    zh: (events, messages, path) => `已向 ${path} 写入 ${events} 个事件，其中 ${messages} 条消息`,
  },
  generatedFuture: {
    en: (sidecar: string) => `It has days to come. Keep ${sidecar} beside it: without it, such times are refused.`,
    zh: (sidecar) => `日志里有未来的日期。请把 ${sidecar} 和它放在一起，否则这些时间会被拒绝。`,
  },
  generateOneGroup: {
    en: (groups: string) =>
      `A log can be generated for one group at a time, not for several: ${groups}. Write one log per group into a folder: simulate --log reads the whole folder.`,
    zh: (groups) =>
      `模拟日志一次只为一个群生成，这里有多个：${groups}。请在同一目录里逐个生成；simulate --log 可以读取整个目录。`,
  },
  generateNeedsGroup: {
    en: (file: string, groups: string) => `${file} declares several groups: ${groups}. Choose one with --group.`,
    zh: (file, groups) => `${file} 声明了多个群：${groups}。请用 --group 选一个。`,
  },
});
