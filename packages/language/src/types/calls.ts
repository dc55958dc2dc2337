/** Actions and their arguments. */
import type * as ast from '../generated/ast.ts';
import { nearest } from '../parser/slips.ts';
import type { Session } from './session.ts';
import { sentence } from './session.ts';

/** An argument with the parameter that it fills. */
export interface BoundArgument {
  parameter: ast.Parameter;
  value: ast.ArgumentValue;
}

/** The arguments of a call by parameter, in the order of the parameters; those left out take their default or are absent. */
export function bindArguments(call: ast.Call): BoundArgument[] {
  const parameters = call.action.ref?.parameters ?? [];
  return parameters.flatMap((parameter, index) => {
    const value = argumentFor(call, parameter, index) ?? parameter.default;
    return value === undefined ? [] : [{ parameter, value }];
  });
}

/** By name, or by place among those without one. */
function argumentFor(call: ast.Call, parameter: ast.Parameter, index: number): ast.ArgumentValue | undefined {
  const named = call.args.find((argument) => argument.parameter === parameter.name);
  if (named) return named.value;
  const placed = call.args[index];
  return placed?.parameter === undefined ? placed?.value : undefined;
}

export function checkCall(call: ast.Call, session: Session): void {
  const action = call.action?.ref;
  if (action === undefined) return;
  const names = action.parameters.map((parameter) => parameter.name);
  let afterNamed = false;
  const seen = new Set<string>();
  call.args.forEach((argument, index) => {
    const name = argument.parameter ?? names[index];
    if (argument.parameter === undefined && afterNamed) {
      session.report(
        'argument-misfit',
        { node: argument },
        sentence('Arguments without a name come before those with one.', '不写参数名的要放在写了参数名的前面。'),
      );
    } else if (name === undefined) {
      session.report(
        'argument-misfit',
        { node: argument },
        names.length === 0
          ? sentence(`\`${action.name}\` takes nothing in parentheses.`, `\`${action.name}\` 不需要参数。`)
          : sentence(
              `\`${action.name}\` takes no more than: ${names.join(', ')}.`,
              `\`${action.name}\` 只接这些参数:${names.join('、')}。`,
            ),
      );
    } else if (!names.includes(name)) {
      const hint = nearest(name, names);
      session.report(
        'argument-misfit',
        { node: argument, property: 'parameter' },
        hint === null
          ? sentence(
              `\`${action.name}\` has no \`${name}\`; it takes: ${names.join(', ')}.`,
              `\`${action.name}\` 没有参数 \`${name}\`;它的参数是:${names.join('、')}。`,
            )
          : sentence(
              `\`${action.name}\` has no \`${name}\`. Did you mean \`${hint}\`?`,
              `\`${action.name}\` 没有参数 \`${name}\`。是不是想写 \`${hint}\`?`,
            ),
      );
    } else if (seen.has(name)) {
      session.report(
        'argument-misfit',
        { node: argument },
        sentence(`\`${name}\` is given twice.`, `参数 \`${name}\` 给了两次。`),
      );
    }
    if (argument.parameter !== undefined) afterNamed = true;
    if (name !== undefined) seen.add(name);
  });
}
