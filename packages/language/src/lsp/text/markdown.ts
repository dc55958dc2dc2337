/** Escapes text for Markdown: no rule, name, comment or message can become markup, a link, a picture or an icon. */

/** Literal text on a single line. */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<|~]/g, '\\$&')
      // An underscore within a word, as in `open_rate`, is no markup.
      .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replaceAll('_', '\\_'))
      .replace(/&(?=#?\w+;)|\$(?=\()/g, '\\$&')
      .replace(/^(\d+)(?=[.)](\s|$))/, '$1\\')
      .replace(/^[#>+-]/, '\\$&')
  );
}

/** Literal text, line by line. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => plain(line))
    .join('  \n');
}

/** Inline code, with as many backticks around it as needed. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const longest = longestRun(line);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** A code block that its contents cannot close. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
