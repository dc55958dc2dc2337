import { LOG, OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'trial',
  readsLogs: true,
  name: 'simulate',
  operands: '<file>',
  least: 1,
  most: 1,
  about: { en: 'Show what the rules would have done in a log', zh: '显示规则作用于一份日志会做什么' },
  options: [
    ...LOG,
    {
      name: 'format',
      kind: 'value',
      value: 'text|json',
      choices: ['text', 'json'],
      about: { en: 'text for people (default) or the Outcome as JSON', zh: 'text 给人看（默认），json 输出 Outcome' },
    },
    {
      name: 'members',
      kind: 'flag',
      about: { en: "every member's tiers by day, in the JSON", zh: '在 JSON 中包含每名成员每天的层级' },
    },
    {
      name: 'jobs',
      short: 'j',
      kind: 'value',
      value: 'N',
      about: { en: 'number of workers (default: from the number of cores)', zh: '并行数（默认取自 CPU 核数）' },
    },
    {
      name: 'evidence',
      kind: 'value',
      value: 'N',
      about: {
        en: 'events named for each number, 0 to 20 (3 as text, 20 as JSON)',
        zh: '每个数字列出的事件数，0 到 20（text 默认 3，json 默认 20）',
      },
    },
    {
      name: 'full',
      kind: 'value',
      value: 'N',
      about: {
        en: 'show up to this many groups in full before rolling them up (3)',
        zh: '群数不超过此数时逐个完整显示，否则汇总（默认 3）',
      },
    },
    {
      name: 'html',
      kind: 'value',
      value: 'FILE',
      writes: true,
      about: {
        en: 'also write a report for a browser: a single file that opens offline',
        zh: '另写一份在浏览器里看的报告：单个文件，离线可开',
      },
    },
    OUTPUT,
  ],
  examples: [
    'steward simulate beauty.group',
    'steward simulate beauty.group --log export.jsonl --group vip-001',
    'steward simulate beauty.group --html report.html',
    'steward simulate interest.group --log "rooms/*.tsv" --from gitter --format json -o outcome.json',
  ],
};
