/** Every rule, in the order in which they run. */
import type { Rule } from '../registry.ts';

export const RULES: readonly Rule[] = [];
