/** Refactoring: moves the selected whole sections of a group into a new policy that the group extends. */
import type { Bilingual } from '@steward/text';
import type { CodeAction, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { keywordIn } from '../../parser/keywords.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import { fileLanguage } from '../text/file-language.ts';
import { LineIndex } from '../text/places.ts';
import { beforeComments, freeName } from './extracting.ts';

const TITLE: Bilingual = { en: 'Extract to a policy', zh: '提取为规范' };

export function extractPolicy(file: LoadedFile, range: Range, server: Server): CodeAction[] {
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
  const name = freeName(`${group.name}Rules`, [file]);
  const body = file.text.slice(lines.startOf(first.range.start.line), last.end);
  const brace = file.text.indexOf('{', group.bases.at(-1)?.$refNode?.end ?? group.$cstNode.offset);
  const top = beforeComments(file.text, group.$cstNode.offset);
  const uri = server.workspace.uriOf(file.path);
  const listed = group.bases.length > 0 ? `, ${name} ` : `${word('extends')} ${name} `;
  const at = group.bases.at(-1)?.$refNode?.end ?? brace;
  const upTo = group.bases.length > 0 ? brace : at;
  return [
    {
      title: server.say(TITLE),
      kind: `${CodeActionKind.RefactorExtract}.policy`,
      edit: {
        changes: {
          [uri]: [
            {
              range: lines.rangeAt(top, top),
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
