/** Code actions: quick fixes, fix all, and the refactorings translate, extract policy and extract metric. */

import type { Bilingual, Locale } from '@steward/text';
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import type { Diagnostic, Fix, Proposal } from '../../diagnostics/diagnostic.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import type { Findings } from '../sync/diagnostics.ts';
import { toProtocol } from '../sync/diagnostics.ts';
import { LineIndex, pathOfUri, rangeOfText } from '../text/places.ts';
import { extractMetric } from './extract-metric.ts';
import { extractPolicy } from './extract-policy.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.steward`;
/** A language follows after a dot, so that a command can request one of them. */
const TRANSLATE = `${CodeActionKind.RefactorRewrite}.translate`;

const FIX_ALL_TITLE: Bilingual = { en: 'Fix all auto-fixable problems', zh: '修复所有可以自动修复的问题' };
const TO_CHINESE: Bilingual = { en: 'Write the keywords in Chinese', zh: '把关键字换成中文' };
const TO_ENGLISH: Bilingual = { en: 'Write the keywords in English', zh: '把关键字换成英文' };

export function registerCodeActions(server: Server, findings: Findings): void {
  const { connection, workspace } = server;
  connection.onCodeAction(({ textDocument, range, context }): CodeAction[] => {
    const path = pathOfUri(textDocument.uri);
    const file = workspace.file(path);
    if (file === null) return [];
    const wants = (kind: string): boolean =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const found = findings.of(path);
    const touched = found.filter((diagnostic) => overlap(rangeOfText(diagnostic.range), range));
    return [
      ...(wants(CodeActionKind.QuickFix) ? touched.flatMap((one) => quickFixes(one, server)) : []),
      ...(wants(CodeActionKind.QuickFix) ? touched.flatMap((one) => proposals(one, path, server)) : []),
      ...(wants(FIX_ALL) ? fixAll(path, found, server) : []),
      // Only on request: it takes long to compute, and nobody wants it offered on every cursor move.
      ...(['zh', 'en'] as const)
        .filter((to) => wants(`${TRANSLATE}.${to}`) && context.triggerKind !== CodeActionTriggerKind.Automatic)
        .flatMap((to) => translation(file, to, server)),
      ...(wants(`${CodeActionKind.RefactorExtract}.policy`) ? extractPolicy(file, range, server) : []),
      ...(wants(`${CodeActionKind.RefactorExtract}.metric`) ? extractMetric(file, range, server) : []),
    ];
  });
}

function overlap(left: Range, right: Range): boolean {
  const before = (one: Range, other: Range): boolean =>
    one.end.line < other.start.line || (one.end.line === other.start.line && one.end.character < other.start.character);
  return !before(left, right) && !before(right, left);
}

function quickFixes(diagnostic: Diagnostic, server: Server): CodeAction[] {
  return diagnostic.fixes.map((fix, index) => ({
    title: server.say(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toProtocol(diagnostic, server)],
    isPreferred: index === 0,
    edit: editOf([fix], server),
  }));
}

/** Proposals need a decision, so they are never part of "fix all" and never preferred. */
function proposals(diagnostic: Diagnostic, path: string, server: Server): CodeAction[] {
  let proposed: readonly Proposal[] = [];
  const part = { en: `the proposals for \`${diagnostic.code}\``, zh: `对 \`${diagnostic.code}\` 的修改建议` };
  server.guard.run(part, path, () => {
    proposed = diagnostic.proposals?.() ?? [];
  });
  return proposed.map((proposal) => ({
    title: server.say(proposal.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toProtocol(diagnostic, server)],
    edit: editOf([proposal], server),
  }));
}

/** The first fix of each finding. A fix that overlaps another one waits for the next run. */
function fixAll(path: string, found: readonly Diagnostic[], server: Server): CodeAction[] {
  const taken: { file: string; startOffset: number; endOffset: number }[] = [];
  const chosen: Fix[] = [];
  for (const { fixes } of found) {
    const [fix] = fixes;
    if (fix === undefined || fix.edits.some((edit) => edit.file !== path)) continue;
    const collides = fix.edits.some((edit) =>
      taken.some((other) => edit.startOffset <= other.endOffset && other.startOffset <= edit.endOffset),
    );
    if (collides) continue;
    taken.push(...fix.edits);
    chosen.push(fix);
  }
  if (chosen.length === 0) return [];
  return [{ title: server.say(FIX_ALL_TITLE), kind: FIX_ALL, edit: editOf(chosen, server) }];
}

function editOf(fixes: readonly Fix[], server: Server): WorkspaceEdit {
  const { workspace } = server;
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, startOffset, endOffset, newText } of fixes.flatMap(({ edits }) => edits)) {
    const content = workspace.fileSystem.read(file);
    if (content.kind !== 'text') continue;
    const uri = workspace.uriOf(file);
    changes[uri] ??= [];
    changes[uri].push({ range: new LineIndex(content.text).rangeAt(startOffset, endOffset), newText });
  }
  return { changes };
}

/** Offered unless the whole file is already in that language. */
function translation(file: LoadedFile, to: Locale, server: Server): CodeAction[] {
  const text = server.workspace.translate(file.path, to);
  if (text === file.text) return [];
  const range = new LineIndex(file.text).rangeAt(0, file.text.length);
  return [
    {
      title: server.say(to === 'zh' ? TO_CHINESE : TO_ENGLISH),
      kind: `${TRANSLATE}.${to}`,
      edit: { changes: { [server.workspace.uriOf(file.path)]: [{ range, newText: text }] } },
    },
  ];
}
