/** Reports empty blocks. */
import { rangeOf } from '../../../diagnostics/place.ts';
import type * as ast from '../../../generated/ast.ts';
import { keywordIn } from '../../../parser/keywords.ts';
import { defineRule } from '../../registry.ts';

export const emptyBlock = defineRule({
  code: 'empty-block',
  severity: 'warning',
  title: { en: 'An empty block', zh: '空的区块' },
  run({ files, hasErrors }, report) {
    if (hasErrors) return;
    for (const file of files) {
      for (const block of blocksOf(file.model)) {
        const keyword = block.$type.toLowerCase();
        const range = rangeOf({ node: block });
        report({
          file: file.path,
          range,
          message: {
            en: `This \`${keyword}\` is empty. Fill it in, or remove it.`,
            zh: `这个 \`${keywordIn(keyword, 'zh')}\` 是空的。请补上内容，或删除它。`,
          },
          fixes: [
            {
              title: { en: 'Remove it', zh: '删除它' },
              edits: [{ file: file.path, startOffset: range.startOffset, endOffset: range.endOffset, newText: '' }],
            },
          ],
        });
      }
    }
  },
});

type Block = ast.Content | ast.Cadence | ast.Lifecycle | ast.Duty;

function blocksOf(model: ast.Model): Block[] {
  return model.elements
    .flatMap((element) => (element.$type === 'Group' || element.$type === 'Policy' ? element.sections : []))
    .filter(isEmpty);
}

/** With `override`, a block may be empty on purpose: it removes what was inherited. */
function isEmpty(section: ast.Section): section is Block {
  switch (section.$type) {
    case 'Content':
      return section.members.length === 0;
    case 'Cadence':
      return section.entries.length === 0 && !section.override;
    case 'Lifecycle':
      return section.stages.length === 0 && !section.override;
    case 'Duty':
      return section.shifts.length === 0 && !section.override;
    default:
      return false;
  }
}
