/** Exit codes; `--help` and the README have the same table. */
export const CLEAN = 0;
/** The files have errors. */
export const FINDINGS = 1;
/** Usage, configuration, input that cannot be read. */
export const CANNOT_RUN = 2;
/** A fault of Steward's own. */
export const OUR_BUG = 3;
export const INTERRUPTED = 130;
