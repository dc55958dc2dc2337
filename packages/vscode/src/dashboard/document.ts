/** The HTML of a dashboard panel: a container for the page, with a CSP that allows only the page's script. */

export interface DocumentParts {
  /** URI of the page's script, as seen by the webview. */
  script: string;
  style: string;
  /** CSP source of the panel's own files. */
  source: string;
  nonce: string;
  /** `en`, `zh-cn`. */
  language: string;
  title: string;
  /** Saved with the page's state so that the panel can be restored. */
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
