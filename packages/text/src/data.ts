/** Data for programs that may come before people's eyes all the same: hidden characters are escaped in the notation of the format, so nothing is lost. */
import { CI_COMMAND, replaceHidden } from './hidden.ts';

/** @param json the text of JSON, where hidden characters can only be within strings */
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

/** @param xml a document whose characters XML can hold */
export function safeXml(xml: string): string {
  return replaceHidden(xml, (character) => (character === '\n' ? character : `&#${character.codePointAt(0) ?? 0};`))
    .replace(CI_COMMAND, '&#35;#')
    .replace(/^(\s*)::/gm, '$1&#58;:');
}
