export { safeJson, safeXml } from './data.ts';
export { printed, type Style, styleOf } from './printed.ts';
export { type Locale, type Sentences, sentences, sentencesIn } from './sentences.ts';
export { visible, visibleArguments, visibleIn, visibleLines } from './visible.ts';
