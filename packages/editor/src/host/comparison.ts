/** Compares with another version of the rules on the logs of the last run. */
import type { Policy } from '@steward/policy';
import { diffMarkdown } from '@steward/report';
import type { HeldLog } from '@steward/sessions/held-log';
import { assemble, diffOutcomes, mergeOutcomes, type Outcome, type OutcomeDiff } from '@steward/simulator';
import type { Locale } from '@steward/text';
import type { CompareAnswer } from '../protocol.ts';
import type { Finished, Part } from './finished.ts';

export interface Against {
  title: string;
  policy: Policy;
}

export class Comparison {
  readonly against: Against;
  private readonly file: string;
  /** Cached outcome of the other version, which changes only with the logs. */
  private before: { logs: readonly HeldLog[]; outcome: Outcome } | null = null;

  /** @param file the entry file */
  constructor(against: Against, file: string) {
    this.against = against;
    this.file = file;
  }

  async diff({ outcome, parts }: Finished): Promise<OutcomeDiff> {
    const logs = parts.map(({ held }) => held);
    const known = this.before?.logs.every((log, index) => log === logs[index]) ? this.before : null;
    const before = known ?? { logs, outcome: await this.run(parts, outcome) };
    this.before = before;
    return diffOutcomes(before.outcome, outcome);
  }

  answer({ rules, run }: Finished, diff: OutcomeDiff, title: string, locale: Locale): CompareAnswer {
    const after = { title, policy: rules.policy };
    return { state: 'compared', markdown: diffMarkdown({ diff, before: this.against, after, log: run.log, locale }) };
  }

  /** Groups that the other version lacks are not simulated. */
  private async run(parts: readonly Part[], { log }: Outcome): Promise<Outcome> {
    const { policy } = this.against;
    const outcomes: Outcome[] = [];
    for (const { held, source } of parts) {
      const names = source.groups.map(({ name }) => name);
      const groups = policy.groups.filter(({ name }) => names.includes(name));
      const prepared = await held.prepare(policy, { ...source, groups }, this.file);
      outcomes.push(assemble(policy, log, [...held.groups(policy, prepared)], prepared.binding.unbound));
    }
    return mergeOutcomes(policy, outcomes);
  }
}
