/** What a witness claims about its history, in a form that a scenario can expect. */
/** `day`: as in a history, 0 is the last. `second`: of that local day; omitted for any time of it. */
export type ExpectedClaim = { negated: boolean; day: number; second?: number } & (
  | { kind: 'tier'; name: string; member: string }
  | { kind: 'action'; name: string; member: string | null }
  | { kind: 'risk' | 'stage' | 'breach'; name: string }
);
