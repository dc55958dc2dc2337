/** What a witness claims of its history, as a scenario can expect it. */
/** `day`: as in a history, 0 is the last; `second`: of that local day, left out: at any time of it. */
export type Expected = { negated: boolean; day: number; second?: number } & (
  | { kind: 'tier'; name: string; member: string }
  | { kind: 'action'; name: string; member: string | null }
  | { kind: 'risk' | 'stage' | 'breach'; name: string }
);
