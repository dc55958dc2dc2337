/** Reports missing files that groups and scenarios name. */
import type { Policy } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Place } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const missingFile = definePolicyRule({
  code: 'missing-file',
  severity: 'warning',
  title: { en: 'A missing file', zh: '找不到文件' },
  over: 'policy',
  check(policy, report, { isMissing }) {
    for (const { place, path, what } of filesOf(policy)) {
      if (isGlob(path) || !isMissing(path)) continue;
      report({
        ...place,
        message: {
          en: `There is no file \`${path}\` for ${what.en}. Check the path: it is relative to this file.`,
          zh: `找不到${what.zh}文件 \`${path}\`。请检查路径：它相对于当前文件。`,
        },
      });
    }
  },
});

interface NamedFile {
  place: Place;
  path: string;
  what: Bilingual;
}

function* filesOf(policy: Policy): Generator<NamedFile> {
  for (const group of policy.groups) {
    if (group.roster !== null)
      yield { place: { at: group, part: 'roster' }, path: group.roster, what: { en: 'the roster', zh: '名册' } };
    if (group.sample !== null)
      yield { place: { at: group, part: 'sample' }, path: group.sample.path, what: { en: 'the sample', zh: '样本' } };
  }
  for (const scenario of policy.scenarios) {
    for (const path of scenario.logs) {
      yield { place: { at: scenario, part: 'logs' }, path, what: { en: 'the log of this scenario', zh: '场景日志' } };
    }
  }
}

/** For `logs/*.jsonl`, the files are only known once they are read. */
function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}
