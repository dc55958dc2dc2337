/** Several groups at a glance, and their log. */
import { plural, sentences } from '@steward/text';

export const GROUPS = sentences({
  rollup: { en: (groups: string) => `${groups} together`, zh: (groups) => `${groups}合计` },
  inGroups: { en: (text: string) => `in ${text} groups`, zh: (text) => `${text} 个群` },
  stagesAtEnd: { en: 'stages at the end', zh: '期末所处阶段' },
  breachEpisodes: {
    en: (episodes: number, text: string, openGroups: number, openText: string) =>
      `${text} ${plural(episodes, 'breach', 'breaches')}${openGroups > 0 ? `, ${openText} ${plural(openGroups, 'group', 'groups')} in breach at the end` : ''}`,
    zh: (_, text, openGroups, openText) => `${text} 次未达标${openGroups > 0 ? `，期末 ${openText} 个群未达标` : ''}`,
  },
  capNeverExceeded: { en: 'kept', zh: '没有超出' },
  capExceededGroups: { en: (text: string) => `exceeded in ${text} periods`, zh: (text) => `超出 ${text} 个周期` },
  mostNotable: {
    en: (shown: string, all: string) => `The ${shown} most notable of ${all} groups`,
    zh: (shown, all) => `${all} 个群中最值得关注的 ${shown} 个`,
  },
  notableHeader: sentences({
    group: { en: 'group', zh: '群' },
    members: { en: 'members', zh: '人数' },
    incidents: { en: 'incidents', zh: '风险' },
    open: { en: 'open', zh: '未关闭' },
    breach: { en: 'in breach at the end', zh: '期末未达标' },
    mix: { en: 'mix missed', zh: '配比未达标' },
    actions: { en: 'actions', zh: '动作' },
  }),
  seeOne: { en: (command: string) => `See one in full: ${command}`, zh: (command) => `查看其中一个群：${command}` },
  unbound: {
    en: (groups: number, text: string) =>
      `${text} ${plural(groups, 'group', 'groups')} of the log ${plural(groups, 'is', 'are')} bound by no policy group`,
    zh: (_, text) => `日志中有 ${text} 个群没有对应的规则`,
  },
  shows: { en: (signals: string) => `shows ${signals}`, zh: (signals) => `可见信号 ${signals}` },
  logHead: { en: (files: string) => `log ${files}`, zh: (files) => `日志 ${files}` },
  filesIn: {
    en: (count: string, folder: string) => `${folder}/ (${count} files)`,
    zh: (count, folder) => `${folder}/（${count} 个文件）`,
  },
  completeLog: {
    en: 'complete: every signal is shown and nothing happened before',
    zh: '完整：所有信号可见，此前什么都没有发生',
  },
});
