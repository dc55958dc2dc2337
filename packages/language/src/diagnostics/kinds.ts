/** Names of declaration kinds in messages. */
import type { Bilingual } from '@steward/text';

const KINDS: Readonly<Record<string, Bilingual>> = {
  Group: { en: 'group', zh: '群' },
  Policy: { en: 'policy', zh: '规范' },
  Lexicon: { en: 'lexicon', zh: '词库' },
  Role: { en: 'role', zh: '角色' },
  Tool: { en: 'tool', zh: '工具' },
  Script: { en: 'script', zh: '话术' },
  Metric: { en: 'metric', zh: '指标' },
  Signal: { en: 'signal', zh: '信号' },
  Field: { en: 'field', zh: '字段' },
  FieldValue: { en: 'value of the field', zh: '字段取值' },
  Intrinsic: { en: 'intrinsic quantity', zh: '固有量' },
  Subject: { en: 'subject', zh: '对象' },
  Action: { en: 'action', zh: '动作' },
  Parameter: { en: 'parameter', zh: '参数' },
  Tier: { en: 'tier', zh: '层级' },
  Category: { en: 'category', zh: '类别' },
  Mix: { en: 'mix', zh: '配比' },
  Cap: { en: 'cap', zh: '上限' },
  Ban: { en: 'ban', zh: '禁用' },
  Slot: { en: 'slot', zh: '时段' },
  Health: { en: 'health dimension', zh: '健康维度' },
  Risk: { en: 'risk', zh: '风险' },
  Campaign: { en: 'campaign', zh: '活动' },
  Cadence: { en: 'cadence', zh: '节奏' },
  Lifecycle: { en: 'lifecycle', zh: '生命周期' },
  Stage: { en: 'stage', zh: '阶段' },
  Duty: { en: 'duty', zh: '值班' },
  OnDuty: { en: 'role or tool', zh: '角色或工具' },
  RefTarget: { en: 'metric or quantity', zh: '指标或数量' },
  FieldTarget: { en: 'field or value', zh: '字段或取值' },
  ValueTarget: { en: 'value of the field', zh: '字段取值' },
  GivenTarget: { en: 'value of the field', zh: '字段取值' },
  ArgumentTarget: { en: 'script, role, campaign, tier or subject', zh: '话术、角色、活动、层级或对象' },
};

/** The human-readable name of a syntax node type. */
export function kindName(type: string): Bilingual {
  return KINDS[type] ?? { en: type.toLowerCase(), zh: type };
}
