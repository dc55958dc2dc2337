/** Actions in words: by name, and with the arguments of a run. */
import { integerText } from '@steward/numbers';
import { type ActionCall, type ArgumentValue, durationText } from '@steward/policy';
import type { ActionRecord, GroupOutcome, ResolvedArgument } from '@steward/simulator';
import { truncate } from '../layout/width.ts';
import { memberName } from '../values/members.ts';
import type { Page } from './page.ts';

/** Input for wording calls. */
type Speaker = Pick<Page, 'names' | 'words'>;

/** Records name members, too. */
type RecordSpeaker = Speaker & { group: Pick<GroupOutcome, 'names'> };

const LONGEST_TEXT = 24;

export function actionCalls(page: Speaker, calls: readonly ActionCall[]): string {
  return calls.map((call) => actionCall(page, call)).join(page.words.comma);
}

function actionCall(page: Speaker, call: ActionCall): string {
  const values = call.arguments.map(({ value }) => argument(page, value));
  return `${page.names.action(call.action)}(${values.join(', ')})`;
}

function argument(page: Speaker, value: ArgumentValue): string {
  switch (value.kind) {
    case 'string':
      return `"${truncate(value.value, LONGEST_TEXT)}"`;
    case 'number':
      return value.text;
    case 'duration':
      return durationText(value.value);
    case 'reference':
      return page.names.short(value.name);
    case 'matched':
      return value.what;
  }
}

/** `warn(小李)`, `recall(3 messages)`, `notify(管理员)`. */
export function actionRecord(page: RecordSpeaker, record: ActionRecord): string {
  const values = record.arguments.map(({ value }) => resolved(page, value));
  return `${page.names.action(record.action)}(${values.join(', ')})`;
}

function resolved(page: RecordSpeaker, value: ResolvedArgument): string {
  const { words, names, group } = page;
  switch (value.kind) {
    case 'text':
      return `"${truncate(value.text, LONGEST_TEXT)}"`;
    case 'reference':
      return names.short(value.name);
    case 'members':
      if (value.members.length === 0) return words.nobodyArgument;
      return value.members.length <= 2
        ? value.members.map((member) => memberName(group, member)).join(', ')
        : words.membersArgument(value.members.length, integerText(value.members.length));
    case 'messages':
      return words.messagesArgument(value.evidence.count, integerText(value.evidence.count));
  }
}
