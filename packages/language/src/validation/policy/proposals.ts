/** Proposals that an editor offers with a proof: another threshold, another order, the witness as a scenario. */

import { type Aggregate, conditionText, type GroupPolicy, type Named } from '@steward/policy';
import { type Move, movedComparison } from '@steward/proofs';
import type { Bilingual } from '@steward/text';
import { chineseDuration } from '@steward/time';
import type { PlacedValue, PolicyEdit, PolicyProposal } from './finding.ts';
import { called } from './wording.ts';

/** @param scope of the clause that contains the comparison */
export function boundProposal(move: Move, scope: Aggregate['scope'] = 'group'): PolicyProposal {
  const { comparison, constant } = move.bound;
  const [before, after] = [comparison, movedComparison(move)].map((one) => conditionText(one, scope));
  const edits: PolicyEdit[] = [];
  if (move.constant.text !== constant.text) {
    edits.push({ at: constant, part: 'whole', newText: numberText(move.constant.text) });
  }
  if (move.operator !== comparison.operator) {
    edits.push({ at: comparison, part: 'operator', newText: move.operator });
  }
  return {
    kind: 'bound',
    title: { en: `Change \`${before}\` to \`${after}\``, zh: `把 \`${before}\` 改为 \`${after}\`` },
    edits,
  };
}

/** A duration uses the unit names of the file's language. */
function numberText(text: string): Bilingual {
  return { en: text, zh: chineseDuration(text) };
}

/** Moves the last item to the front and every other item one place back. Returns null if they are in different files. */
export function orderProposal(items: readonly (Named & PlacedValue)[]): PolicyProposal | null {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  if (items.some(({ range }) => range.file !== first.range.file)) return null;
  return {
    kind: 'order',
    title: {
      en: `Write ${called(last).en} before ${called(first).en}`,
      zh: `把${called(last).zh}移到${called(first).zh}前面`,
    },
    edits: items.map((item, index) => ({
      at: item,
      part: 'whole',
      newText: { textOf: items[index - 1] ?? last },
    })),
  };
}

/** Appends a scenario to the file that declares the group. */
export function scenarioProposal(group: GroupPolicy, text: Bilingual): PolicyProposal {
  return {
    kind: 'scenario',
    title: { en: 'Create a scenario from this', zh: '据此生成一个场景' },
    edits: [{ at: group, side: 'end', newText: text }],
  };
}
