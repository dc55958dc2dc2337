export { safeJson, safeXml } from './data.ts';
export { printed, type Style, styleOf } from './printed.ts';
export { visible, visibleArguments, visibleIn, visibleLines } from './visible.ts';
