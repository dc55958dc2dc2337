/** Signature help while the arguments of an action are typed. */
import type { Locale } from '@steward/text';
import type { SignatureHelp } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { documentationOf } from '../../linking/documentation.ts';
import { flatten } from '../../linking/link.ts';
import type { Server } from '../feature.ts';
import { LineIndex, pathOfUri } from '../text/places.ts';

export function registerSignature(server: Server): void {
  const { connection, workspace, locale } = { ...server, locale: () => server.locale };
  connection.onSignatureHelp(({ textDocument, position }): SignatureHelp | null => {
    const path = pathOfUri(textDocument.uri);
    const file = workspace.file(path);
    if (file === null) return null;
    const offset = new LineIndex(file.text).startOf(position.line) + position.character;
    const open = openCall(file.text.slice(0, offset));
    if (open === null) return null;
    const action = actionNamed(
      open.name,
      workspace.files([path]).map(({ model }) => model),
    );
    return action === null ? null : helpOf(action, open, locale());
  });
}

interface OpenCall {
  name: string;
  /** Arguments up to the cursor, including the current one. */
  arguments: readonly string[];
}

/** The call whose parenthesis is still open at the end of a text. */
function openCall(before: string): OpenCall | null {
  const clause = before.slice(-2000).replace(/"(?:\\.|[^"\\\n])*"/g, (text) => '_'.repeat(text.length));
  const [, name, rest] = /([\p{L}_][\p{L}\p{N}_]*)\s*\(([^(){}]*)$/u.exec(clause) ?? [];
  if (name === undefined || rest === undefined) return null;
  return { name, arguments: rest.split(/[,，]/) };
}

function actionNamed(name: string, models: readonly ast.Model[]): ast.Action | null {
  for (const model of models) {
    for (const node of flatten(model).nodes) {
      if (node.$type !== 'Action') continue;
      const action = node as ast.Action;
      if (action.name === name || action.alias === name) return action;
    }
  }
  return null;
}

function helpOf(action: ast.Action, call: OpenCall, locale: Locale): SignatureHelp {
  const nameIn = (node: { name: string; alias?: string }): string =>
    locale === 'zh' ? (node.alias ?? node.name) : node.name;
  const parameters = action.parameters.map((parameter) => {
    const given = parameter.default?.$cstNode?.text;
    return { label: given === undefined ? nameIn(parameter) : `${nameIn(parameter)} = ${given}` };
  });
  const documentation = documentationOf(action)?.[locale] ?? documentationOf(action)?.en;
  return {
    signatures: [
      {
        label: `${nameIn(action)}(${parameters.map(({ label }) => label).join(', ')})`,
        parameters,
        ...(documentation ? { documentation } : {}),
      },
    ],
    activeSignature: 0,
    activeParameter: activeParameter(action, call),
  };
}

/** By name (`who: …`), else by position. */
function activeParameter(action: ast.Action, call: OpenCall): number {
  const [, named] = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*[:：]/u.exec(call.arguments.at(-1) ?? '') ?? [];
  const byName = action.parameters.findIndex(
    ({ name, alias }) => named !== undefined && (name === named || alias === named),
  );
  return byName >= 0 ? byName : call.arguments.length - 1;
}
