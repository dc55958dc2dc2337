/** Pieces of Markdown: nothing of a rule, a name, a comment or a message becomes markup, a link, a picture or an icon. */

/** Text as it is, on one line, wherever it stands. */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<|~]/g, '\\$&')
      // Within a word, as in `open_rate`, it emphasises nothing.
      .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replaceAll('_', '\\_'))
      .replace(/&(?=#?\w+;)|\$(?=\()/g, '\\$&')
      .replace(/^(\d+)(?=[.)](\s|$))/, '$1\\')
      .replace(/^[#>+-]/, '\\$&')
  );
}

/** Text as it is, line by line. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => plain(line))
    .join('  \n');
}

/** Code on one line, with as many backticks around it as it takes. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const longest = longestRun(line);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** A block of code that nothing in it can end. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
