/** Names that mean nothing, with the nearest that would. */
import type { LangiumCoreServices, ReferenceInfo } from 'langium';
import { replaceFix } from '../diagnostics/fixes.ts';
import { kindName } from '../diagnostics/kinds.ts';
import { fill } from '../diagnostics/message.ts';
import { rangeOfCst, START } from '../diagnostics/place.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import { clockWritten, numeralWritten } from '../parser/literals.ts';
import { nameAndRest, nearest, operatorInside, quoted } from '../parser/slips.ts';
import { evaluationOf } from './evaluation.ts';

export function reportUnresolved(
  info: ReferenceInfo,
  file: string,
  services: LangiumCoreServices,
  sink: DiagnosticSink,
): void {
  const name = info.reference.$refText;
  // Error recovery leaves references without a text behind; the syntax error has been reported.
  if (name === undefined || name === '') return;
  const range = info.reference.$refNode ? rangeOfCst(info.reference.$refNode) : START;
  const amount = numeralWritten(name) ?? clockWritten(name) ?? operatorInside(name);
  if (amount !== null && amount !== name) {
    const fixes = [replaceFix(file, range, amount)];
    sink.report('foreign-notation', file, range, { found: quoted(name), instead: amount }, { fixes });
    return;
  }
  const scope = services.references.ScopeProvider.getScope(info);
  const names = scope
    .getAllElements()
    .map((description) => description.name)
    .toArray();
  const suggestion = nameAndRest(name, names) ?? nearest(name, names);
  const hint =
    suggestion === null
      ? ''
      : fill({ en: ' Did you mean `{suggestion}`?', zh: '是不是想写 `{suggestion}`?' }, { suggestion });
  const fixes = suggestion === null ? [] : [replaceFix(file, range, suggestion)];
  sink.report('unknown-name', file, range, { kind: kindOf(info, services), name: quoted(name), hint }, { fixes });
}

function kindOf(info: ReferenceInfo, services: LangiumCoreServices): { en: string; zh: string } {
  const type = services.shared.AstReflection.getReferenceType(info);
  return kindName(type === 'RefTarget' && evaluationOf(info.container) === 'event' ? 'FieldTarget' : type);
}
