export { safeJson, safeXml } from './data.ts';
export { choice, counted, list, plural, quoted } from './phrases.ts';
export { printed, type Style, styleOf } from './printed.ts';
export { type Bilingual, inBoth, type Locale, sentences, sentencesIn } from './sentences.ts';
export { type Fill, type Filling, fill } from './template.ts';
export { visible, visibleArguments, visibleIn, visibleLines } from './visible.ts';
