export { createResults, type ResultsOptions } from './service/results.ts';
