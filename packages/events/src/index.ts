export type { GroupLog, LogInfo, LogMember, RosterEntry, TextPredicate } from './columns.ts';
export { type PatternToken, patternTokens } from './pattern-tokens.ts';
export type { EventRecord } from './record.ts';
export {
  AMOUNT_SCALE,
  MEDIA,
  type Media,
  NO_MEDIA,
  NO_ROLE,
  NONE,
  ROLES,
  type Role,
  SIGNALS,
  type Signal,
  UNKNOWN_MEDIA,
} from './vocabulary.ts';
