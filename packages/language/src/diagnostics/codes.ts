/** All diagnostic codes. */
import { RULES } from '../validation/rules/all.generated.ts';
import { CATALOG } from './catalog.ts';

export const CODES: readonly string[] = [...Object.keys(CATALOG), ...RULES.map((rule) => rule.code)].sort();
