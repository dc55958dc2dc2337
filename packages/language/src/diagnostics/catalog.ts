/**
 * Diagnostics of reading, linking, composing and typing. Those of rules are next to the rules (`validation/rules`).
 * Every message says what is wrong and what to do about it.
 */
import type { Bilingual } from '@steward/text';
import type { Severity } from './diagnostic.ts';

export interface CatalogEntry {
  readonly severity: Severity;
  readonly message: Bilingual;
}

export const CATALOG = {
  // ── Reading ──
  'file-missing': {
    severity: 'error',
    message: {
      en: 'There is no file `{path}`. {hint}',
      zh: '找不到文件 `{path}`。{hint}',
    },
  },
  'file-unreadable': {
    severity: 'error',
    message: { en: 'The file `{path}` cannot be read: {reason}', zh: '无法读取文件 `{path}`：{reason}' },
  },
  'file-outside': {
    severity: 'error',
    message: {
      en: 'The file `{path}` is outside the folder of these rules, so it is not read. {allow}',
      zh: '文件 `{path}` 不在这些规则所属的文件夹里，因此不会读取。{allow}',
    },
  },
  'import-cycle': {
    severity: 'error',
    message: {
      en: 'These files import each other: {chain}. Move what they share into a third file.',
      zh: '这些文件相互引入：{chain}。请把共用的内容移到第三个文件。',
    },
  },
  // ── Syntax ──
  'syntax-error': {
    severity: 'error',
    message: { en: '{problem}', zh: '{problem}' },
  },
  'misspelt-keyword': {
    severity: 'error',
    message: {
      en: '`{found}` is not a word of the language. Did you mean `{suggestion}`?',
      zh: '`{found}` 不是关键字。是不是想写 `{suggestion}`？',
    },
  },
  'missing-percent': {
    severity: 'error',
    message: { en: 'A share needs its unit: write `{suggestion}`.', zh: '比例要带单位：请写成 `{suggestion}`。' },
  },
  'full-width-punctuation': {
    severity: 'error',
    message: {
      en: '`{found}` is full-width punctuation. Type the half-width `{instead}`.',
      zh: '`{found}` 是全角标点。请改用半角 `{instead}`。',
    },
  },
  'full-width-character': {
    severity: 'error',
    message: {
      en: '`{found}` is written in full-width characters. Type the half-width `{instead}`.',
      zh: '`{found}` 用了全角字符。请改用半角 `{instead}`。',
    },
  },
  'foreign-notation': {
    severity: 'error',
    message: {
      en: 'Write `{instead}` instead of `{found}`.',
      zh: '请写 `{instead}`，不要写 `{found}`。',
    },
  },
  'unclosed-string': {
    severity: 'error',
    message: {
      en: 'This text is not closed. End it with `"` on the same line, or use `"""` for several lines.',
      zh: '这段文字没有结束。请在同一行用 `"` 结尾；多行文字用 `"""` 括起来。',
    },
  },
  'unknown-unit': {
    severity: 'error',
    message: {
      en: '`{found}` has no known unit: use s, min, h, d or w with a whole number.{hint}',
      zh: '`{found}` 的单位无法识别：请用 秒、分钟、小时、天、周（或 s、min、h、d、w），且为整数。{hint}',
    },
  },
  'malformed-color': {
    severity: 'error',
    message: {
      en: '`{found}` is not a colour. Write six hexadecimal digits, like `#C8102E`.',
      zh: '`{found}` 不是颜色。请写六位十六进制数，例如 `#C8102E`。',
    },
  },
  'unexpected-character': {
    severity: 'error',
    message: {
      en: '`{found}` has no meaning here. {advice}',
      zh: '`{found}` 在这里没有意义。{advice}',
    },
  },
  'invisible-character': {
    severity: 'error',
    message: {
      en: 'There is an invisible character here: {name} ({codePoint}). Remove it.',
      zh: '这里有一个看不见的{name}（{codePoint}）。请删除。',
    },
  },
  'malformed-name': {
    severity: 'error',
    message: {
      en: '`{found}` is not a valid name: names consist of letters, digits and `_` and do not start with a digit. Write `{instead}`.',
      zh: '`{found}` 不能作名称：名称由文字、数字和 `_` 组成，不能以数字开头。请写成 `{instead}`。',
    },
  },
  'nested-too-deeply': {
    severity: 'error',
    message: {
      en: 'This condition is nested too deeply or too long. Split it: name parts of it as a `metric` or a `signal`.',
      zh: '这个条件嵌套太深或太长，无法读取。请拆开：把其中的部分声明为 `指标`（metric）或 `信号`（signal）。',
    },
  },
  'definition-too-large': {
    severity: 'error',
    message: {
      en: 'The {kind} `{name}` {problem}.',
      zh: '{kind} `{name}` {problem}。',
    },
  },
  'proofs-unfinished': {
    severity: 'info',
    message: {
      en: 'The rules of {groups} need more proofs than one check allows, so some were not finished: never-true conditions, unreachable tiers or overlaps may go unreported. Write shorter conditions, use fewer tiers, or extend fewer policies.',
      zh: '{groups} 的规则需要的证明超过了一次检查的上限，有些没有完成：永远不成立的条件、无人能进入的层级或重叠可能没有提示。请缩短条件、减少层级，或少继承一些规范。',
    },
  },
  'clause-twice': {
    severity: 'error',
    message: {
      en: '`{clause}` is written twice in one `{owner}`. Keep one.',
      zh: '同一个 `{owner}` 里 `{clause}` 写了两次。请只保留一个。',
    },
  },
  'clause-missing': {
    severity: 'error',
    message: { en: 'This `{owner}` needs a `{clause}`.', zh: '这个 `{owner}` 缺少 `{clause}`。' },
  },
  // ── Values ──
  'invalid-date': {
    severity: 'error',
    message: { en: '`{found}` is not a valid date.', zh: '`{found}` 不是有效的日期。' },
  },
  'span-reversed': {
    severity: 'error',
    message: {
      en: 'This span ends before it begins, so it is always empty. Write the earlier time first.',
      zh: '这段时间的结束早于开始，始终为空。请把较早的时间写在前面。',
    },
  },
  'invalid-time': {
    severity: 'error',
    message: {
      en: '`{found}` is not a time of day. Times go from 00:00 to {last}.',
      zh: '`{found}` 不是有效的时刻。时刻从 00:00 到 {last}。',
    },
  },
  'invalid-percent': {
    severity: 'error',
    message: {
      en: '`{found}` is not a valid share. Shares go from 0% to 100%.',
      zh: '`{found}` 不是有效的比例。比例从 0% 到 100%。',
    },
  },
  'invalid-number': {
    severity: 'error',
    message: { en: '`{found}` is not valid here: {expected}.', zh: '`{found}` 不能用在这里：{expected}。' },
  },
  'invalid-duration': {
    severity: 'error',
    message: { en: '`{found}` is not valid here: {expected}.', zh: '`{found}` 不能用在这里：{expected}。' },
  },
  'lexicon-word-odd': {
    severity: 'warning',
    message: { en: '{problem}', zh: '{problem}' },
  },
  'invalid-pattern': {
    severity: 'error',
    message: {
      en: 'This pattern is not supported: {reason}. Patterns use RE2 syntax, without look-around or backreferences.',
      zh: '这个表达式不能用：{reason}。这里使用 RE2 语法：不支持环视和反向引用。',
    },
  },
  'invalid-timezone': {
    severity: 'error',
    message: {
      en: '`{found}` is not a time zone. Use a name like "Asia/Shanghai".',
      zh: '`{found}` 不是时区。请使用 "Asia/Shanghai" 这样的名称。',
    },
  },
  // ── Names ──
  'unknown-name': {
    severity: 'error',
    message: { en: 'There is no {kind} `{name}` here.{hint}', zh: '这里没有名为 `{name}` 的{kind}。{hint}' },
  },
  'category-undeclared': {
    severity: 'warning',
    message: {
      en: 'Nothing defines which messages are `{name}`: only those that the log labels `{name}` count. Declare it: `category {name} when …`, or `category {name}` if the labels are enough.',
      zh: '没有说明哪些发言算 `{name}`：只会统计日志里自带 `{name}` 标签的发言。请声明它：`类别 {name} 当 …`；如果标签就够了，写 `类别 {name}` 即可。',
    },
  },
  'duplicate-name': {
    severity: 'error',
    message: {
      en: 'The {kind} `{name}` already exists. Choose another name.',
      zh: '已经有名为 `{name}` 的{kind}。请换一个名字。',
    },
  },
  'prelude-only': {
    severity: 'error',
    message: {
      en: 'Only the prelude can declare a {kind}, because logs and the engine must know it. Declare a `metric` or a derived `signal` instead.',
      zh: '只有预置库能声明{kind}：日志和引擎必须认识它。请改为声明 `指标`（metric）或派生的 `信号`（signal）。',
    },
  },
  'definition-cycle': {
    severity: 'error',
    message: { en: 'This {kind} is defined in terms of itself: {chain}.', zh: '这个{kind}的定义绕回了自己：{chain}。' },
  },
  // ── Composition ──
  'override-missing': {
    severity: 'error',
    message: {
      en: '`{name}` is already declared in `{base}`. Write `override` before it to replace that one, or choose another name.',
      zh: '`{base}` 里已经声明了 `{name}`。要替换它，请在前面加 `覆盖`（override）；否则请换一个名字。',
    },
  },
  'override-nothing': {
    severity: 'error',
    message: {
      en: 'There is no `{name}` to override: none of the extended policies declares it.',
      zh: '没有可以覆盖的 `{name}`：所继承的规范里都没有声明它。',
    },
  },
  'inherited-twice': {
    severity: 'error',
    message: {
      en: '`{name}` is inherited from both `{first}` and `{second}`. Declare it here with `override`, or extend only one.',
      zh: '`{name}` 同时继承自 `{first}` 和 `{second}`。请在这里用 `覆盖`（override）重新声明，或只继承其中一个。',
    },
  },
  // ── Units and scopes ──
  'not-a-condition': {
    severity: 'error',
    message: {
      en: 'A condition is expected here, but this is {found}. Compare it with something, like `> 3`.',
      zh: '这里应写条件，但这是{found}。请与某个值比较，例如 `> 3`。',
    },
  },
  'not-a-quantity': {
    severity: 'error',
    message: { en: 'A quantity is expected here, but this is {found}.', zh: '这里应写数量，但这是{found}。' },
  },
  'unit-mismatch': {
    severity: 'error',
    message: { en: '{left} cannot be {operation} {right}.{hint}', zh: '{left}与{right}不能{operation}。{hint}' },
  },
  'unit-declared': {
    severity: 'error',
    message: {
      en: 'The metric `{name}` is declared as {declared}, but its definition gives {found}.',
      zh: '指标 `{name}` 声明为{declared}，但定义的结果是{found}。',
    },
  },
  'wrong-scope': {
    severity: 'error',
    message: { en: '{problem}', zh: '{problem}' },
  },
  'window-misplaced': {
    severity: 'error',
    message: { en: '{problem}', zh: '{problem}' },
  },
  'field-misused': {
    severity: 'error',
    message: { en: '{problem}', zh: '{problem}' },
  },
  'argument-misfit': {
    severity: 'error',
    message: { en: '{problem}', zh: '{problem}' },
  },
  // ── Steward itself ──
  'internal-fault': {
    severity: 'error',
    message: {
      en: 'Steward failed in {part}: {problem}. The file is not at fault, and everything else was checked. Please report this.',
      zh: 'Steward 自身在{part}中出错：{problem}。这不是文件的问题，其余部分都已照常处理。请反馈给我们。',
    },
  },
  // ── Comments that ignore ──
  'ignore-malformed': {
    severity: 'warning',
    message: {
      en: 'This comment ignores nothing. {problem} Write: `// steward-ignore code: reason until 2030-12-31`.',
      zh: '这条注释不起作用。{problem}请写成：`// steward-忽略 代码:理由 至 2030-12-31`。',
    },
  },
  'ignore-expired': {
    severity: 'warning',
    message: {
      en: '`{codes}` was ignored until {until}. Fix it, or review it and set a new date.',
      zh: '`{codes}` 只忽略到 {until}。请处理，或重新评估后另写日期。',
    },
  },
  'ignore-unused': {
    severity: 'warning',
    message: {
      en: 'There is no `{codes}` to ignore here. Remove it.',
      zh: '这里已经没有 `{codes}` 需要忽略。请删除。',
    },
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;

export type CoreCode = keyof typeof CATALOG;
