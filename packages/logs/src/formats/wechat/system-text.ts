/**
 * What WeChat says in its grey lines: who was invited, removed, or took a message back. They name people by display name only.
 * Voluntary leaves are normally not shown to members, so no export has them.
 */

export interface SystemEvent {
  kind: 'join' | 'leave' | 'recall' | 'poke';
  /** Display names; {@link SELF} is whose export it is. */
  names: string[];
}

export const SELF = '你';

/** WeChat puts names into straight or curly double quotes. */
const NAME = '["“]([^"“”]+)["”]';
/** Names of several people stand in one pair of quotes. */
const SEPARATOR = '、';

interface Pattern {
  pattern: RegExp;
  kind: SystemEvent['kind'];
  /** Which names of the match are meant. */
  names: (match: RegExpExecArray) => string[];
}

const several = (text: string | undefined): string[] =>
  (text ?? '')
    .split(SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`${NAME}?邀请你和${NAME}加入了群聊`),
    kind: 'join',
    names: (match) => [SELF, ...several(match[2])],
  },
  { pattern: new RegExp(`邀请${NAME}加入了群聊`), kind: 'join', names: (match) => several(match[1]) },
  { pattern: /邀请你加入了群聊/, kind: 'join', names: () => [SELF] },
  { pattern: new RegExp(`${NAME}通过扫描.*二维码加入群聊`), kind: 'join', names: (match) => several(match[1]) },
  { pattern: /你通过扫描.*二维码加入群聊/, kind: 'join', names: () => [SELF] },
  { pattern: new RegExp(`${NAME}(?:通过.{0,40})?加入了?群聊`), kind: 'join', names: (match) => several(match[1]) },
  { pattern: new RegExp(`将${NAME}移出了群聊`), kind: 'leave', names: (match) => several(match[1]) },
  { pattern: /将你移出了群聊|你被.*移出群聊/, kind: 'leave', names: () => [SELF] },
  { pattern: new RegExp(`${NAME}(?:已)?退出了?群聊`), kind: 'leave', names: (match) => several(match[1]) },
  { pattern: /你撤回了一条消息/, kind: 'recall', names: () => [SELF] },
  { pattern: new RegExp(`${NAME} ?撤回了一条(?:成员)?消息`), kind: 'recall', names: (match) => [match[1] ?? ''] },
  { pattern: new RegExp(`^${NAME} ?拍了拍`), kind: 'poke', names: (match) => [match[1] ?? ''] },
  { pattern: /^我拍了拍|^你拍了拍/, kind: 'poke', names: () => [SELF] },
];

/** @returns null for a notice about nobody: a new group name, a red packet that was opened, and so on */
export function parseSystemText(text: string): SystemEvent | null {
  for (const { pattern, kind, names } of PATTERNS) {
    const match = pattern.exec(text);
    if (match) return { kind, names: names(match) };
  }
  return null;
}
