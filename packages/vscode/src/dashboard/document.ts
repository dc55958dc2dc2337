/** The document of a dashboard's panel: nothing but a place for the page, and a policy that lets only the page run. */

export interface DocumentParts {
  /** Address of the page's script, as the panel reaches it. */
  script: string;
  style: string;
  /** What the panel's own files are served from. */
  source: string;
  nonce: string;
  /** `en`, `zh-cn`. */
  language: string;
  title: string;
  /** What the page remembers beside its own state, so that the panel can be opened again. */
  file: string;
}

export function panelDocument({ script, style, source, nonce, language, title, file }: DocumentParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language.startsWith('zh') ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<div id="steward" data-file="${escaped(file)}"></div>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
