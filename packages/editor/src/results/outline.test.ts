import { expect, test } from 'vitest';
import type { RuleNode } from '../protocol.ts';
import { outline } from './outline.ts';
import { example } from './testing/examples.ts';

const { policy, outcome } = example('service-beauty/beauty.group');
const uriOf = (file: number): string | null =>
  policy.files[file]?.path.startsWith('prelude:') ? null : `file:${file}`;

function drawn(nodes: readonly RuleNode[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const place = node.location === null ? '' : ` @${node.location.uri}:${node.location.range.start.line + 1}`;
    const description = node.description === null ? '' : ` · ${node.description}`;
    const line = `${'  '.repeat(depth)}${node.kind} ${node.label}${description} (${node.tone})${place}`;
    return [line, ...drawn(node.children, depth + 1)];
  });
}

const all = (nodes: readonly RuleNode[]): RuleNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);

test('a group with all that it has, its own and inherited', () => {
  expect(drawn(outline({ policy, outcome, locale: 'en', uriOf }, 0)).join('\n')).toMatchSnapshot();
});

test('a file of policies alone: what stands in it', () => {
  const nodes = outline({ policy, outcome, locale: 'zh', uriOf }, 1);
  expect(nodes.map(({ label }) => label)).toEqual(['用户分层', '内容', '健康度', '风险', '活动', '生命周期']);
  expect(new Set(all(nodes).flatMap(({ location }) => location?.uri ?? []))).toEqual(new Set(['file:1']));
});

test('before a run: the same rules without outcomes', () => {
  const before = all(outline({ policy, outcome: null, locale: 'en', uriOf }, 0));
  const after = all(outline({ policy, outcome, locale: 'en', uriOf }, 0));
  expect(before.map(({ id }) => id)).toEqual(after.map(({ id }) => id));
  expect(before.filter(({ description }) => description !== null)).toEqual([]);
});

test('every id is the only one of its file', () => {
  const ids = all(outline({ policy, outcome, locale: 'en', uriOf }, 0)).map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});
