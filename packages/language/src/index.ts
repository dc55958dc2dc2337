export type { CheckOptions } from './check.ts';
export { Checker, checkWorkspace, translate } from './check.ts';
export type { CheckResult } from './check-result.ts';
export { CODES } from './diagnostics/codes.ts';
export type {
  Diagnostic,
  Fix,
  Proposal,
  RelatedInformation,
  Severity,
  TextEdit,
  TextRange,
} from './diagnostics/diagnostic.ts';
export { compareDiagnostics } from './diagnostics/diagnostic.ts';
export type { Fault } from './diagnostics/fault.ts';
export type { Documentation } from './linking/documentation.ts';
export { documentationOf } from './linking/documentation.ts';
export { PRELUDE_TEXT } from './prelude/prelude.generated.ts';
export { scenarioText } from './validation/policy/scenario-text.ts';
export type { Finding, Rule, RuleContext } from './validation/registry.ts';
export { defineRule } from './validation/registry.ts';
export { RULES } from './validation/rules/all.generated.ts';
export type { FileContent, FileSystem } from './workspace/file-system.ts';
export { memoryFileSystem } from './workspace/file-system.ts';
export type { LoadedFile } from './workspace/load.ts';
export { PRELUDE_PATH } from './workspace/load.ts';
