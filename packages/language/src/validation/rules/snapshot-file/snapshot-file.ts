/** Reports result files that are not reserved for one scenario: they would be overwritten. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

const ENDING = '.outcome.json';

export const snapshotFile = definePolicyRule({
  code: 'snapshot-file',
  severity: 'error',
  title: { en: 'A result file used for something else', zh: '结果文件不能另作他用' },
  over: 'policy',
  check(policy, report) {
    const owners = new Map<string, string>();
    for (const scenario of policy.scenarios) {
      for (const snapshot of scenario.snapshots) {
        const owner = owners.get(snapshot.path);
        owners.set(snapshot.path, owner ?? scenario.title);
        if (!snapshot.path.endsWith(ENDING)) {
          report({
            at: snapshot,
            message: {
              en: `\`${snapshot.path}\` could be any file, and \`steward test --update\` overwrites it. Use a name that ends with \`${ENDING}\`.`,
              zh: `\`${snapshot.path}\` 可能是任何文件，而 \`steward test --update\` 会覆盖它。请使用以 \`${ENDING}\` 结尾的名字。`,
            },
          });
        } else if (owner !== undefined) {
          report({
            at: snapshot,
            message: {
              en: `"${owner}" already keeps its result in \`${snapshot.path}\`, and a file holds only one result. Use another name.`,
              zh: `“${owner}”的结果已经写在 \`${snapshot.path}\` 里，一个文件只放一个结果。请换一个名字。`,
            },
          });
        }
      }
    }
  },
});
