import { checkingEn } from './checking.ts';
import { configuringEn } from './configuring.ts';
import { manualEn } from './manual.ts';
import type { Messages } from './messages.ts';
import { projectEn } from './project.ts';
import { scoringEn } from './scoring.ts';
import { testingEn } from './testing.ts';
import { whatIfEn } from './what-if.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en: Messages = {
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  globalOptions: 'For every command',
  examples: 'Examples',
  exitCodes: 'Exit codes',
  tagline: 'Rules for chat groups as code: checked, and tried on a log before anybody meets them.',
  moreHelp: 'Help on a command: steward <command> --help',
  exitCodeTable: [
    ['0', 'clean: no errors (for simulate also when the rules found breaches or incidents)'],
    ['1', 'findings: the files have errors, or scenarios fail'],
    ['2', 'cannot run: usage, or input that cannot be read'],
    ['3', 'a fault of Steward itself'],
  ],

  command: {
    check: 'Check .group files: what is wrong, where, and what to do',
    simulate: 'Show what the rules would have done to a log',
    build: 'Print the checked rules as data (the Policy, JSON)',
    generate: 'Write a made-up log, to try rules without data',
    translate: 'Write a file in the other language of keywords, the rest as it is',
    schema: 'Print a JSON Schema',
    explain: 'Explain a code of the checker',
    format: 'Lay out .group files: spaces, lines, indentation',
    lsp: 'Serve an editor: the language server',
  },
  option: {
    lang: 'language of the output (from LC_ALL or LANG)',
    color: 'colours, also where the output is no terminal',
    noColor: 'no colours (also: NO_COLOR=1)',
    allowFolder: 'rules may also name files in this folder (again for more)',
    help: 'this help',
    version: 'the version',
    html: 'also write a report for a browser: one file, opened without a network',
    output: 'write there instead of to standard output; replaces the file only when all is done',
    log: 'a log, or a glob of several files (again for more); else the `sample` of the group, else a made-up log',
    from: 'format of the log, where its name and content do not say it: auto, events, jsonl, json, csv, tsv, parquet, gitter, wecom, chatlog, weflow',
    group: 'only this group: of the rules by name, or of the log by id or name (again for more)',
    format: 'text for people (default) or the Outcome as JSON',
    members: "every member's tiers by day, in the JSON",
    roster: 'who is in the group (CSV: member, name, role, joined)',
    withoutMembers: 'take a log in which no event says who its member is, instead of refusing it',
    lenient: 'skip rows that cannot be read, and count them',
    shows: 'what the log can show: message,read,click,…',
    timezone: 'time zone of times in the log that name none',
    jobs: 'workers (from the number of cores)',
    evidence: 'events named for each number, 0 to 20 (3 as text, 20 as JSON)',
    full: 'show up to this many groups in full before rolling them up (3)',
    to: 'language of the keywords',
    seed: 'equal seeds give equal logs',
    kind: 'kind of group',
    for: 'rules that the log is to suit: its categories, slots, campaigns, banned words',
    forGroup: 'which group of those rules',
    events: 'about how many events in all',
    logTimezone: 'time zone of the group',
    language: 'language that people write in',
    days: 'length',
    groups: 'number of groups',
    membersPerGroup: 'members in each group',
    start: 'first day, YYYY-MM-DD',
    formatCheck: 'write nothing; exit with 1 if a file is laid out otherwise',
    stdio: 'speak over standard input and output (default)',
    nodeIpc: 'speak over the channel of the Node process that started this one',
    clientProcessId: 'end when this process does (editors pass it)',
  },

  htmlWritten: (path) => `The report is in ${path}: open it in a browser.`,
  htmlGroupsLeftOut: (shown, all) =>
    `The report shows ${shown} of ${all} groups: those with open incidents, breaches and most messages first. --group chooses others.`,
  htmlMembersLeftOut: (shown, all) => `The report lists ${shown} of ${all} members; the numbers count everybody.`,
  lspNeedsChannel: '--node-ipc is for an editor that starts this command itself. Elsewhere use --stdio.',
  formatDiffers: (path) => `${path} is laid out otherwise`,
  formatSummary: (changed, files, isCheck) => {
    if (changed === 0) return `${plural(files, 'file', 'files')}, all laid out`;
    const of = `${changed} of ${plural(files, 'file', 'files')}`;
    return isCheck ? `${of} would change. Run: steward format` : `${of} changed`;
  },

  commandUnknown: (name, suggestion) =>
    `There is no command ${name}. ${suggestion === null ? 'See: steward --help' : `Did you mean ${suggestion}?`}`,
  commandMissing: 'Say what to do. See: steward --help',
  optionUnknown: (option, suggestion) =>
    `There is no option ${option}. ${suggestion === null ? 'See: steward --help' : `Did you mean ${suggestion}?`}`,
  optionNeedsValue: (option, value) => `${option} needs a value: ${option} ${value}`,
  optionTakesNoValue: (option) => `${option} takes no value.`,
  optionChoice: (option, value, choices) => `${option} cannot be ${value}. It is one of: ${choices}.`,
  optionNumber: (option, value, least, most) =>
    `${option} cannot be ${value}. It is a whole number from ${least} to ${most}.`,
  optionTwice: (option) => `${option} is given twice.`,
  operandsMissing: (operands) => `Something is missing: ${operands}`,
  operandsTooMany: (surplus) => `There is one argument too many: ${surplus}`,

  error: 'error',
  severity: { error: 'error', warning: 'warning', info: 'note' },
  fix: 'fix',
  counts: (errors, warnings, notes, files) =>
    `${[
      plural(errors, 'error', 'errors'),
      plural(warnings, 'warning', 'warnings'),
      ...(notes > 0 ? [plural(notes, 'note', 'notes')] : []),
    ].join(', ')} in ${plural(files, 'file', 'files')}`,
  clean: (files) => `${plural(files, 'file', 'files')} checked: nothing to complain about`,
  explainHint: (code) => `More on a code: steward explain ${code}`,

  pathMissing: (path) => `There is no file or folder ${path}.`,
  fileWanted: (path) => `${path} is a folder. Name one .group file in it.`,
  pathUnreadable: (path, reason) => `${path} cannot be read: ${reason}`,
  groupFilesIgnored: (where, count) =>
    `git ignores the .group ${count === 1 ? 'file' : `files (${count})`} in ${where}, so nothing is left to do. Name a file itself to have it all the same.`,
  noGroupFiles: (where) => `There is no .group file in ${where}.`,
  outputOverInput: (path) =>
    `${path} is read by this run, so its result cannot go there: the input would be lost. Name another file.`,
  standardOutput: 'Standard output',
  cannotWrite: (path, reason) => `${path} cannot be written: ${reason}`,
  explainUnknown: (code, suggestion) =>
    `There is no page for ${code}.${suggestion === null ? ' Codes stand behind each finding of steward check.' : ` Did you mean ${suggestion}?`}`,
  schemaUnknown: (name, suggestion, known) =>
    `There is no schema ${name}. ${suggestion === null ? `There are: ${known}.` : `Did you mean ${suggestion}?`}`,

  filesHaveErrors: (count) => `${plural(count, 'error', 'errors')}: nothing was simulated.`,
  warningsElsewhere: (count, file) => `${plural(count, 'warning', 'warnings')} in the rules: steward check ${file}`,
  noGroups: (file) =>
    `${file} declares no group, so there is nothing to simulate. Declare one: group Name : service { … }`,
  unknownGroup: (name, policyGroups, logGroups) =>
    `There is no group ${name}. The rules declare: ${policyGroups}. The log has: ${logGroups}.`,
  unknownPolicyGroup: (name, policyGroups) => `There is no group ${name}. The rules declare: ${policyGroups}.`,
  severalSamples: (groups) =>
    `These groups have samples of their own, which one JSON cannot hold: ${groups}. Choose one with --group, or a log with --log.`,
  generatedLog: (group) =>
    `${group} names no sample and no --log is given, so this is a made-up log: its numbers say how the rules work, not how your group does.`,
  everything: (group, count) =>
    `Nothing in the log matches the globs of ${group}; as it is the only group, its rules are applied to ${count === 1 ? 'the one group' : `all ${count} groups`} of the log.`,
  nothingBound: (groups) =>
    `No group of the log matches the rules. The log has: ${groups}. Add \`match "…"\` to a group, or name one with --group.`,
  notOnRoster: (path, { strangers, named }) => {
    const list = named.strangers.map(({ id, nearest }) => (nearest === null ? id : `${id} (did you mean ${nearest}?)`));
    const rest = strangers - list.length;
    return `${plural(strangers, 'member', 'members')} of the log ${strangers === 1 ? 'is' : 'are'} not on the roster ${path}: ${[...list, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}.`;
  },
  onlyOnRoster: (path, { absent, named }) => {
    const rest = absent - named.absent.length;
    return `${plural(absent, 'person', 'people')} of the roster ${path} never ${absent === 1 ? 'occurs' : 'occur'} in the log: ${[...named.absent, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}.`;
  },
  rosterForMany: (path, group, count) =>
    `The one roster ${path} stands for ${count} groups: whoever is on it counts as a member of each group that ${group} binds. Write a group with a match and a roster of its own for each, or choose one with --group.`,
  skippedRows: (count) => `${plural(count, 'row was', 'rows were')} skipped (--lenient):`,
  skippedRecords: (count, why) => `${plural(count, 'record is', 'records are')} no event of a group: ${why}`,
  doubts: (count, what, place, found) =>
    `${plural(count, 'record is', 'records are')} ${what} (such as ${found}, ${place})`,
  duplicates: (count, conflicting) =>
    `${plural(count, 'event stands', 'events stand')} in the log twice (same group and id) and ${count === 1 ? 'counts' : 'count'} once${conflicting > 0 ? `; ${conflicting} of them differ in time or kind` : ''}`,
  unreadableLog: 'The log cannot be read.',
  unknownShows: (name, known) => `--shows cannot be ${name}. Signals are: ${known}.`,
  badTimezone: (name) => `--timezone cannot be ${name}. Write a name like Asia/Shanghai.`,

  reading: (done) => `reading ${done}`,
  simulating: (done, all) => `simulating ${done} of ${all} groups`,
  more: (count) => `… and ${count} more`,

  generating: (events) => `${events} events`,
  generated: (events, messages, path) => `wrote ${events} events, ${messages} of them messages, to ${path}`,
  generateOneGroup: (groups) =>
    `A made-up log is for one group, and these are several: ${groups}. Write one log for each into a folder: simulate --log reads the whole folder.`,
  generateNeedsGroup: (file, groups) => `${file} declares several groups: ${groups}. Choose one with --group.`,
  crash: (version) => [
    `This is a fault of Steward ${version}, not of your files.`,
    'Please report it with the lines below and, if you may share them, the files that it was run on.',
    'Nothing was left half-written.',
  ],
  leftOut: (file, part) => `${file}: ${part} failed and was left out; everything else was done.`,

  checking: checkingEn,
  configuring: configuringEn,
  manual: manualEn,
  project: projectEn,
  scoring: scoringEn,
  testing: testingEn,
  whatIf: whatIfEn,
};
