/** Names as people write them: with hyphens, spaces or quotes. */
import type { IToken } from 'chevrotain';
import { quoted } from '../slips.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { imageOf } from './candidate.ts';

const NAME = /^[A-Za-z_\u3400-\u9FFF][A-Za-z0-9_\u3400-\u9FFF]*$/;

/** Whether a text may be a name as it is. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

const DECLARING: ReadonlySet<string> = new Set([
  ...['group', 'policy', 'extends', 'tier', 'category', 'health', 'risk', 'stage', 'lexicon'],
  ...['role', 'tool', 'script', 'metric', 'signal', 'action'],
]);

/** With one `_` for each run of characters that no name has. */
function joined(text: string): string {
  return text.replace(/[^A-Za-z0-9_\u3400-\u9FFF]+/g, '_');
}

/** What a string would be without its quotes: a name, an amount, a date. */
export function unquoted(text: string, before: IToken | undefined): string[] {
  if (isName(text)) return [text];
  if (/^\d+(?:\.\d+)?(?:%|[a-z]+|[\u3400-\u9FFF]+)?$|^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}:\d{2}$/.test(text)) return [text];
  if (!DECLARING.has(before?.tokenType.name ?? '')) return [];
  const name = joined(text).replace(/^_+|_+$/g, '');
  return isName(name) ? [`${name} "${text}"`] : [];
}

/** `My-Group`, `Very Active` or `"Core"` where a name is expected. */
export function malformedNames({ tokens, index, source }: Stumble): Candidate[] {
  const found: Candidate[] = [];
  for (const start of [index - 1, index, index - 2]) {
    const first = tokens[start];
    if (first === undefined || !isName(first.image)) continue;
    let end = start + 1;
    while (tokens[end] !== undefined && isNamePart(tokens[end] as IToken) && tokens[end]?.startLine === first.startLine)
      end++;
    if (end === start + 1 || end <= index) continue;
    const image = imageOf(tokens, start, end, source);
    const instead = joined(image);
    if (!isName(instead) || !/^[^\s]+$/.test(image)) continue;
    const data = { found: quoted(image), instead };
    found.push({ from: start, to: end, write: instead, code: 'malformed-name', data, fixes: [instead] });
  }
  return [...found, ...twoWords({ tokens, index, source })];
}

/** `Very Active` after a word that declares something. */
function twoWords({ tokens, index, source }: Pick<Stumble, 'tokens' | 'index' | 'source'>): Candidate[] {
  const start = index - 1;
  if (start < 1 || !DECLARING.has(tokens[start - 1]?.tokenType.name ?? '')) return [];
  const [first, second] = tokens.slice(start, start + 2);
  if (first === undefined || second === undefined || first.startLine !== second.startLine) return [];
  if (!isName(first.image) || !isName(second.image)) return [];
  const image = imageOf(tokens, start, start + 2, source);
  // A keyword starts the next clause.
  if (second.tokenType.name !== 'ID' || image.replace(/\s+/, ' ') !== `${first.image} ${second.image}`) return [];
  const instead = `${first.image}_${second.image}`;
  const data = { found: quoted(image), instead };
  return [{ from: start, to: start + 2, write: instead, code: 'malformed-name', data, fixes: [instead], isLast: true }];
}

function isNamePart({ image, tokenType: { name } }: IToken): boolean {
  return name === '-' || name === '.' || name === '/' || name === 'NUMBER' || isName(image);
}
