/** Why a scenario could not run, for its author to fix, in both languages. */
import type { Bilingual } from '@steward/text';

export class ScenarioFault extends Error {
  readonly text: Bilingual;
  /** Further lines. */
  readonly details: Bilingual<readonly string[]>;

  constructor(text: Bilingual, details: Bilingual<readonly string[]> = { en: [], zh: [] }) {
    super(text.en);
    this.name = 'ScenarioFault';
    this.text = text;
    this.details = details;
  }
}

export const noEvents = (): ScenarioFault =>
  new ScenarioFault({
    en: 'The scenario gives no events and no log. Write some into `given { … }`.',
    zh: '场景没有给出事件，也没有给出日志。请在“假设 { … }”里写一些。',
  });

export const severalGroups = (groups: string): ScenarioFault =>
  new ScenarioFault({
    en: `The scenario adds events to a log with several groups (${groups}), and so it is not known which they are in. Use a log with one group.`,
    zh: `场景在含有多个群（${groups}）的日志上又加了事件，无法知道属于哪个群。请用只有一个群的日志。`,
  });

export const noGroupBound = (groups: string): ScenarioFault =>
  new ScenarioFault({
    en: `No group of the scenario's log is one of the group that the scenario is for. The log has: ${groups}. Correct \`match\`, or use another log.`,
    zh: `场景的日志里没有群符合场景所用的群。日志里有：${groups}。请改正匹配条件，或换一份日志。`,
  });

export const unreadableLog = (problems: Bilingual<readonly string[]>): ScenarioFault =>
  new ScenarioFault({ en: "The scenario's log cannot be read.", zh: '无法读取场景的日志。' }, problems);

export const unreadableFile = (path: string, reason: string): ScenarioFault =>
  new ScenarioFault({ en: `${path} cannot be read: ${reason}`, zh: `无法读取 ${path}：${reason}` });
