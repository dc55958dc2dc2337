/** Quick fixes of diagnostics, all of a file's at once, and the refactorings: translate the file, extract a policy. */
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Diagnostic, Fix, LocalizedText } from '../diagnostics/diagnostic.ts';
import type { Language } from '../parser/keywords.ts';
import { keywordIn } from '../parser/keywords.ts';
import type { LoadedFile } from '../workspace/load.ts';
import type { Findings } from './diagnostics.ts';
import { toProtocol } from './diagnostics.ts';
import type { Server } from './feature.ts';
import { fileLanguage } from './file-language.ts';
import { LineIndex, pathOfUri, rangeOfText } from './places.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.steward`;
/** With the language after a dot, so that a command can ask for one of them. */
const TRANSLATE = `${CodeActionKind.RefactorRewrite}.translate`;

const FIX_ALL_TITLE: LocalizedText = { en: 'Fix all that can be fixed', zh: '修复所有可以自动修复的问题' };
const TO_CHINESE: LocalizedText = { en: 'Write the keywords in Chinese', zh: '把关键字换成中文' };
const TO_ENGLISH: LocalizedText = { en: 'Write the keywords in English', zh: '把关键字换成英文' };
const EXTRACT: LocalizedText = { en: 'Extract to a policy', zh: '提取为规范' };

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
      ...(wants(CodeActionKind.QuickFix) ? touched.flatMap((one) => proposals(one, server)) : []),
      ...(wants(FIX_ALL) ? fixAll(path, found, server) : []),
      ...(['zh', 'en'] as const)
        .filter((to) => wants(`${TRANSLATE}.${to}`))
        .flatMap((to) => translation(file, to, server)),
      ...(wants(CodeActionKind.RefactorExtract) ? extraction(file, range, server) : []),
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

/** What somebody has to choose: never part of "fix all", and none is preferred. */
function proposals(diagnostic: Diagnostic, server: Server): CodeAction[] {
  return (diagnostic.proposals?.() ?? []).map((proposal) => ({
    title: server.say(proposal.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toProtocol(diagnostic, server)],
    edit: editOf([proposal], server),
  }));
}

/** The first fix of each finding; one that touches what another changes waits for the next time. */
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

/** Into a language that not all of the file is in yet. */
function translation(file: LoadedFile, to: Language, server: Server): CodeAction[] {
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

/** The whole sections of a group that a selection covers become a policy that the group extends. */
function extraction(file: LoadedFile, range: Range, server: Server): CodeAction[] {
  const lines = new LineIndex(file.text);
  const start = lines.startOf(range.start.line) + range.start.character;
  const end = lines.startOf(range.end.line) + range.end.character;
  const group = file.model.elements.find(
    (element) =>
      element.$type === 'Group' && (element.$cstNode?.offset ?? end) < start && end <= (element.$cstNode?.end ?? 0),
  );
  if (group?.$type !== 'Group' || group.$cstNode === undefined || start === end) return [];
  const chosen = group.sections.filter(
    ({ $cstNode: cst }) => cst !== undefined && start <= cst.offset && cst.end <= end,
  );
  const [first, last] = [chosen[0]?.$cstNode, chosen.at(-1)?.$cstNode];
  if (first === undefined || last === undefined) return [];
  if (file.text.slice(start, first.offset).trim() !== '' || file.text.slice(last.end, end).trim() !== '') return [];
  const language = fileLanguage(file.text);
  const word = (keyword: string): string => keywordIn(keyword, language);
  const name = freeName(`${group.name}Rules`, file);
  const body = file.text.slice(lines.startOf(first.range.start.line), last.end);
  const brace = file.text.indexOf('{', group.bases.at(-1)?.$refNode?.end ?? group.$cstNode.offset);
  const uri = server.workspace.uriOf(file.path);
  const listed = group.bases.length > 0 ? `, ${name} ` : `${word('extends')} ${name} `;
  const at = group.bases.at(-1)?.$refNode?.end ?? brace;
  const upTo = group.bases.length > 0 ? brace : at;
  return [
    {
      title: server.say(EXTRACT),
      kind: CodeActionKind.RefactorExtract,
      edit: {
        changes: {
          [uri]: [
            {
              range: lines.rangeAt(group.$cstNode.offset, group.$cstNode.offset),
              newText: `${word('policy')} ${name} {\n${body}\n}\n\n`,
            },
            { range: lines.rangeAt(at, upTo), newText: listed },
            { range: lines.rangeAt(lines.startOf(first.range.start.line), last.end), newText: '' },
          ],
        },
      },
    },
  ];
}

function freeName(wanted: string, file: LoadedFile): string {
  const taken = new Set(file.model.elements.map((element) => ('name' in element ? element.name : '')));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}
