/** Generates the parser's tables and the syntax tree's types from the grammar. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

/** The input and output paths of Langium's configuration. */
interface LangiumConfig {
  languages: { grammar: string }[];
  out: string;
}

/** @param folder the package that holds `langium-config.json`; its `out` folder belongs to the generator. */
export function langium(folder: string): Generator {
  const config: LangiumConfig = JSON.parse(readFileSync(join(ROOT, folder, 'langium-config.json'), 'utf8'));
  const output = `${folder}/${config.out}`;
  const generate = async (): Promise<Map<string, string>> => {
    const scratch = mkdtempSync(join(tmpdir(), 'steward-langium-'));
    try {
      runLangium(folder, config, scratch);
      const names = readdirSync(join(scratch, 'out')).sort();
      return new Map(names.map((name) => [`${output}/${name}`, readFileSync(join(scratch, 'out', name), 'utf8')]));
    } finally {
      rmSync(scratch, { recursive: true });
    }
  };
  return { name: 'Langium', owns: [output], generate };
}

/** Langium only takes its paths from a file, so a copy of the configuration sends the output to `scratch`. */
function runLangium(folder: string, config: LangiumConfig, scratch: string): void {
  const languages = config.languages.map((language) => ({
    ...language,
    grammar: resolve(ROOT, folder, language.grammar),
  }));
  const file = join(scratch, 'langium-config.json');
  writeFileSync(file, JSON.stringify({ ...config, languages, out: 'out' }));
  const program = join(ROOT, folder, 'node_modules', 'langium-cli', 'bin', 'langium.js');
  const result = spawnSync(process.execPath, [program, 'generate', '--file', file], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`langium generate failed:\n${result.stdout}${result.stderr}`);
}
