/** Code that runs in the page itself, as strings, because the DOM types have no place in the rest of this program. */

import type { ElementFacts } from './controls.ts';

/** Playwright takes functions as source text. */
export const factsOf = new Function(
  'elements',
  `return elements.map((element) => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    text: element.textContent ?? '',
    label: element.getAttribute('aria-label') ?? '',
    classes: element.getAttribute('class') ?? '',
    after: getComputedStyle(element, '::after').content.replace(/^"|"$/g, '').replaceAll('\\u00a0', ' '),
    color: style.color,
    opacity: style.opacity,
    top: box.top,
    left: box.left,
    width: box.width,
    height: box.height,
  };
})`,
) as (elements: unknown[]) => ElementFacts[];

/** An expression: `Focus`. */
export const FOCUS = `(() => {
  const element = document.activeElement;
  return {
    role: element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? '',
    name: element?.getAttribute('aria-label') ?? '',
    text: element?.textContent?.trim() ?? '',
  };
})()`;

/** An expression: `AccessibilityProblem[]`, once axe-core is loaded. */
export const ACCESSIBILITY = `axe.run(document).then(({ violations }) => violations.map((found) => ({
  rule: found.id,
  impact: found.impact ?? '',
  help: found.help,
  elements: found.nodes.map((node) => node.html.slice(0, 200)),
})))`;
