/** Names that belong to one event or to messages, where a measure is expected. */
import type { Bilingual } from '@steward/text';
import type * as ast from '../generated/ast.ts';

type Misplaced = ast.Field | ast.FieldValue | ast.Category | ast.Role | ast.Lexicon;

export function misplacedProblem({ $type, name }: Misplaced): Bilingual {
  switch ($type) {
    case 'Field':
    case 'FieldValue':
      return {
        en: `\`${name}\` belongs to one event. Use it after \`where\`: \`count(message where …)\`.`,
        zh: `\`${name}\` 属于单个事件。请写在 \`其中\`（where）后面：\`计数(发言 其中 …)\`。`,
      };
    case 'Category':
      return {
        en: `\`${name}\` is a category. Count its messages: \`count(message where category == ${name})\`.`,
        zh: `\`${name}\` 是类别。请统计它的发言：\`计数(发言 其中 分类 == ${name})\`。`,
      };
    case 'Role':
      return {
        en: `\`${name}\` is a role. Count its messages: \`count(message where role == ${name})\`.`,
        zh: `\`${name}\` 是角色。请统计它的发言：\`计数(发言 其中 身份 == ${name})\`。`,
      };
    case 'Lexicon':
      return {
        en: `\`${name}\` is a lexicon. Count the messages with its words: \`count(message where text contains ${name})\`.`,
        zh: `\`${name}\` 是词库。请统计含有它的发言：\`计数(发言 其中 文字内容 包含 ${name})\`。`,
      };
  }
}
