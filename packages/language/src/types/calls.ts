/** Checks actions and their arguments. */
import type { Bilingual } from '@steward/text';
import type * as ast from '../generated/ast.ts';
import type { Session } from './session.ts';

/** An argument and the parameter it binds to. */
export interface BoundArgument {
  parameter: ast.Parameter;
  value: ast.ArgumentValue;
}

/** Arguments in parameter order. Omitted ones take their default or are absent. */
export function bindArguments(call: ast.Call): BoundArgument[] {
  const parameters = call.action.ref?.parameters ?? [];
  return parameters.flatMap((parameter, index) => {
    const value = argumentFor(call, parameter, index) ?? parameter.default;
    return value === undefined ? [] : [{ parameter, value }];
  });
}

/** By name; otherwise by position among the unnamed ones. */
function argumentFor(call: ast.Call, parameter: ast.Parameter, index: number): ast.ArgumentValue | undefined {
  const named = call.args.find((argument) => argument.parameter?.ref === parameter);
  if (named) return named.value;
  const placed = call.args[index];
  return placed?.parameter === undefined ? placed?.value : undefined;
}

export function checkCall(call: ast.Call, session: Session): void {
  const action = call.action?.ref;
  if (action === undefined) return;
  let afterNamed = false;
  const filled = new Set<ast.Parameter>();
  call.args.forEach((argument, index) => {
    const parameter = argument.parameter ? argument.parameter.ref : action.parameters[index];
    if (argument.parameter) afterNamed = true;
    // Linking has already reported a name that no parameter has.
    if (session.taint.has(argument)) return;
    const problem = misfit(action, argument, parameter, afterNamed, filled);
    if (problem) session.report('argument-misfit', { node: argument }, problem);
    if (parameter) filled.add(parameter);
  });
}

function misfit(
  action: ast.Action,
  argument: ast.Argument,
  parameter: ast.Parameter | undefined,
  afterNamed: boolean,
  filled: ReadonlySet<ast.Parameter>,
): { problem: Bilingual } | null {
  if (argument.parameter === undefined && afterNamed) {
    return {
      problem: {
        en: 'Unnamed arguments must come before named ones.',
        zh: '不写参数名的要放在写了参数名的前面。',
      },
    };
  }
  if (parameter === undefined) {
    const names = action.parameters.map(({ name }) => name).join(', ');
    const aliases = action.parameters.map(({ name, alias }) => alias ?? name).join('、');
    return names === ''
      ? { problem: { en: `\`${action.name}\` takes no arguments.`, zh: `\`${action.name}\` 不需要参数。` } }
      : {
          problem: {
            en: `\`${action.name}\` takes only: ${names}.`,
            zh: `\`${action.name}\` 只接这些参数：${aliases}。`,
          },
        };
  }
  if (!filled.has(parameter)) return null;
  return {
    problem: {
      en: `\`${parameter.name}\` is given twice.`,
      zh: `参数 \`${parameter.alias ?? parameter.name}\` 给了两次。`,
    },
  };
}
