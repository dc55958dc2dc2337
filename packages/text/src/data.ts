/** Data for programs that people may still look at: hidden characters are escaped in the format's own notation, so nothing is lost. */
import { CI_COMMAND, replaceHidden } from './hidden.ts';

/** @param json JSON text; hidden characters can only be inside strings */
export function safeJson(json: string): string {
  return replaceHidden(json, (character) => (character === '\n' ? character : unitsOf(character))).replace(
    CI_COMMAND,
    '\\u0023#',
  );
}

function unitsOf(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** @param xml a document of characters that XML allows */
export function safeXml(xml: string): string {
  return replaceHidden(xml, (character) => (character === '\n' ? character : `&#${character.codePointAt(0) ?? 0};`))
    .replace(CI_COMMAND, '&#35;#')
    .replace(/^(\s*)::/gm, '$1&#58;:');
}
