/** Turns the faults of a composition into diagnostics. */
import type { Bilingual } from '@steward/text';
import type { AstNode } from 'langium';
import type { TextRange } from '../diagnostics/diagnostic.ts';
import { insertFix } from '../diagnostics/fixes.ts';
import { kindName } from '../diagnostics/kinds.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import type { Composition, CompositionFault } from './compose.ts';
import type { Member } from './members.ts';
import { nameOf } from './members.ts';

/** @param fileOf returns the path of the file that contains a node */
export function reportComposition(
  composition: Composition,
  fileOf: (node: AstNode) => string,
  sink: DiagnosticSink,
): void {
  for (const fault of composition.faults) reportFault(fault, fileOf, sink);
}

function reportFault(fault: CompositionFault, fileOf: (node: AstNode) => string, sink: DiagnosticSink): void {
  switch (fault.kind) {
    case 'duplicate':
      sink.report(
        'duplicate-name',
        fileOf(fault.member),
        nameRange(fault.member),
        { kind: kindName(fault.member.$type), name: nameOf(fault.member) },
        {
          related: [relatedTo(fault.first, fileOf)],
        },
      );
      return;
    case 'override-missing': {
      const file = fileOf(fault.member);
      const base = hostName(fault.inherited);
      sink.report(
        'override-missing',
        file,
        nameRange(fault.member),
        { name: nameOf(fault.member), base },
        {
          related: [relatedTo(fault.inherited, fileOf)],
          fixes: [insertFix(file, rangeOf({ node: fault.member }), 'override ')],
        },
      );
      return;
    }
    case 'override-nothing':
      sink.report('override-nothing', fileOf(fault.member), rangeOf({ node: fault.member, property: 'override' }), {
        name: nameOf(fault.member),
      });
      return;
    case 'inherited-twice':
      sink.report(
        'inherited-twice',
        fileOf(fault.host),
        rangeOf({ node: fault.host, property: 'name' }),
        { name: nameOf(fault.first), first: hostName(fault.first), second: hostName(fault.second) },
        { related: [relatedTo(fault.first, fileOf), relatedTo(fault.second, fileOf)] },
      );
      return;
  }
}

function nameRange(member: Member): TextRange {
  return rangeOf('name' in member ? { node: member, property: 'name' } : { node: member });
}

function hostName(member: Member): string {
  const container = member.$container;
  const host = container.$type === 'Content' ? container.$container : container;
  return 'name' in host ? host.name : '';
}

function relatedTo(
  member: Member,
  fileOf: (node: AstNode) => string,
): { message: Bilingual; file: string; range: TextRange } {
  return {
    message: { en: 'The other one is here.', zh: '另一个在这里。' },
    file: fileOf(member),
    range: nameRange(member),
  };
}
