/** Preloaded into a measured program: on exit, it writes the costs where the measurement reads them. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import type { OwnCosts } from './measure.ts';

const REPORT = 3;

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const costs: OwnCosts = { cpu: (userCPUTime + systemCPUTime) / 1_000, peak: maxRSS * 1_024 };
    writeSync(REPORT, JSON.stringify(costs));
  });
}
