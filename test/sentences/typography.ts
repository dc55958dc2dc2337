/**
 * How Chinese is typeset: full-width marks in sentences, half-width ones in code, and a space between Chinese and Latin letters, digits
 * or code. Filled-in values of a template appear as {@link HOLE}.
 */

/** Whatever is filled in: a name, a number, a phrase. */
export const HOLE = '\uFFFC';

const HAN = String.raw`\p{Script=Han}`;
/** What belongs to a Chinese sentence: characters and full-width marks. */
const CHINESE = `[${HAN}，。：；（）？！、“”《》「」]`;
const LATIN = '[A-Za-z0-9`]';

interface Fault {
  pattern: RegExp;
  says: string;
}

const FAULTS: readonly Fault[] = [
  { pattern: new RegExp(`${CHINESE}[,:;?!]`, 'u'), says: 'half-width mark behind Chinese' },
  { pattern: new RegExp(`(?<!^|\\s)[,:;?!] ?${CHINESE}`, 'u'), says: 'half-width mark before Chinese' },
  { pattern: new RegExp(`[\`${HOLE}%][,;?!] ?(?:[\`${HOLE}]|$)`, 'u'), says: 'half-width mark between values' },
  { pattern: new RegExp(`[\`${HOLE}%]: (?:[\`${HOLE}]|$)`, 'u'), says: 'half-width colon between values' },
  {
    pattern: new RegExp(`${CHINESE} ?\\(|\\(${CHINESE}|${CHINESE}\\)|\\) ?${CHINESE}`, 'u'),
    says: 'half-width parenthesis',
  },
  { pattern: / [，。：；（）？！、]|[，。：；（）？！、] (?! )/u, says: 'space beside a full-width mark' },
  { pattern: new RegExp(`${HAN}${LATIN}|${LATIN}${HAN}`, 'u'), says: 'no space between Chinese and Latin' },
];

/** Dates and lengths are written without spaces, as everywhere in China. */
const COMPACT = /\d(?:年|月|日|天|小时|分钟|秒|周|人|次|个|条|起)|[年月日近第每]\d/gu;

/** What is wrong with a Chinese sentence; empty for nothing. */
export function typographyFaults(sentence: string): string[] {
  const text = withoutCode(sentence).replace(COMPACT, HOLE);
  return FAULTS.flatMap(({ pattern, says }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${says}: ${around(text, found.index)}`];
  });
}

/** Code stays as a pair of backticks: its neighbours count, its content does not. */
function withoutCode(sentence: string): string {
  return sentence.replace(/`[^`]*`/gu, '``');
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 8), index + 12).trim();
}
