/** Guesses the purpose of a category or role from words in its name or label. */
import type { Named } from '@steward/policy';

const UGC = /ugc|user|member|share|showcase|story|stories|post|用户|成员|晒|投稿|原创|分享/i;
const SERIES = /insight|course|lesson|lecture|series|tutorial|knowledge|lesson|干货|课|教程|系列|知识|讲座/i;
const ANSWERS =
  /(^|[^a-z])q_?(and|n)?_?a([^a-z]|$)|answer|tutor|teach|mentor|coach|lecturer|assistant|instructor|答疑|助教|讲师|老师|导师|辅导|教练/i;

type NameAndLabel = Pick<Named, 'name' | 'label'>;

/** Content that members create. */
export function isMadeByMembers(category: NameAndLabel): boolean {
  return has(UGC, category);
}

/** Teaching material. */
export function isInsightSeries(category: NameAndLabel): boolean {
  return has(SERIES, category);
}

/** A role that answers questions. */
export function isAnsweringRole(role: NameAndLabel): boolean {
  return has(ANSWERS, role);
}

function has(words: RegExp, { name, label }: NameAndLabel): boolean {
  return words.test(name) || (label !== null && words.test(label));
}
