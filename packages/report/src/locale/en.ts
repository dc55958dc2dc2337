import type { Catalogue } from './catalogue.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const en: Catalogue = {
  locale: 'en',
  comma: ', ',
  pause: ', ',
  colon: ': ',
  openParenthesis: ' (',
  closeParenthesis: ')',

  heldFor: (amount, unit) => `for ${amount}${unit}`,
  days: (count) => `${count}d`,
  hours: (count) => `${count}h`,
  minutes: (count) => `${count}min`,
  seconds: (count) => `${count}s`,

  kind: { service: 'service', interest: 'interest', knowledge: 'knowledge', conversion: 'conversion' },
  size: { large: 'large', medium: 'medium', light: 'light' },
  per: { hour: 'per hour', day: 'per day', week: 'per week', month: 'per month' },
  periods: (count, period) => `${count} ${count === '1' ? period : `${period}s`}`,
  phase: { preheat: 'preheat', burst: 'burst', sustain: 'sustain', review: 'review' },
  phaseState: { done: 'done', running: 'running', ahead: 'ahead', paused: 'paused' },

  dayCount: (count, text) => `${text} ${plural(count, 'day', 'days')}`,
  memberCount: (count, text) => `${text} ${plural(count, 'member', 'members')}`,
  eventCount: (count, text) => `${text} ${plural(count, 'event', 'events')}`,
  messageCount: (count, text) => `${text} ${plural(count, 'message', 'messages')}`,
  groupCount: (count, text) => `${text} ${plural(count, 'group', 'groups')}`,
  morePeople: (count) => `and ${count} more`,
  more: (count) => `and ${count} more`,
  joinedLeft: (joined, left) => `+${joined} −${left}`,
  staff: 'Staff',
  role: { owner: 'owner', staff: 'staff', member: 'member', bot: 'bot' },
  knownRole: (name, role, from, declared) => {
    const source = { log: 'by the log', roster: 'by the roster', declared: `by role ${declared}` }[from];
    return `${name} (${role === 'staff' ? '' : `${role}, `}${source})`;
  },
  absentMember: (role, members) =>
    `Role ${role} lists ${members}: nobody of that id or name is in the log or on the roster. Correct it, or everything that this person writes counts as a member's.`,
  rosterSilent: (count, of, examples) => `${count} of ${of} on the roster never occur in the log: ${examples}`,
  rosterUnlisted: (count, text, examples) =>
    `${text} ${plural(count, 'person', 'people')} of the log ${plural(count, 'is', 'are')} on no roster: ${examples}`,
  undecidedCategory: (text) =>
    `the category of ${text} messages depends on a role or a kind of message that the log does not tell`,
  capacity: (limit, peak, daysOver) =>
    `capacity ${limit}: peak ${peak}${daysOver > 0 ? `, over on ${daysOver} ${plural(daysOver, 'day', 'days')}` : ''}`,
  nickname: (mismatched, checked, examples) =>
    mismatched === '0'
      ? `nicknames: all ${checked} follow the pattern`
      : `nicknames: ${mismatched} of ${checked} do not follow the pattern${examples === '' ? '' : ` (${examples})`}`,

  tiers: 'Tiers',
  tierHeader: {
    tier: 'tier',
    members: 'members',
    share: 'share',
    byDay: 'by day',
    moves: 'in / out',
    grace: 'in grace',
    unknown: 'undecided',
  },
  noTier: 'no tier',
  otherwise: 'everybody else',
  movesOf: (names) => `Most moves: ${names}`,
  task: (title, tier) => `task "${title}" of ${tier}`,
  taskState: (done, open, unknown) => `${done} done, ${open} open${unknown > 0 ? `, ${unknown} undecided` : ''}`,

  content: 'Content',
  mix: (period, tolerance) => `mix per ${period}, ±${tolerance}`,
  mixHeader: { category: 'category', target: 'target', actual: 'actual', messages: 'messages' },
  mixVerdict: (kept, judged, period, unknown) =>
    `kept in ${kept} of ${en.periods(judged, period)}${unknown > 0 ? `, ${unknown} undecided` : ''}`,
  mixNever: 'no period could be judged',
  missed: (dates) => `missed ${dates}`,
  uncategorised: (count, text, share) =>
    `${text} ${plural(count, 'message', 'messages')} (${share}) ${plural(count, 'has', 'have')} no category`,
  categories: 'categories',
  cap: (category, limit, period) => `cap ${category} ≤ ${limit} per ${period}`,
  capKept: (judged, period) => `kept in all ${en.periods(judged, period)}`,
  capExceeded: (exceeded, judged, period) => `exceeded in ${exceeded} of ${en.periods(judged, period)}`,
  capUnjudged: 'no period could be judged',
  ban: (lexicon) => `ban ${lexicon}`,
  banNone: 'no message holds a banned word',
  banHits: (messages, messagesText, members, membersText) =>
    `${messagesText} ${plural(messages, 'message', 'messages')} by ${membersText} ${plural(members, 'member', 'members')}`,
  slot: (label, from, to, category) => `slot ${label} ${from}–${to} ${category}`,
  slotKept: (kept, judged) => `kept on ${kept} of ${judged} days`,
  slotUnknown: 'could not be judged',

  health: 'Health',
  healthy: 'healthy',
  inBreach: (days) => `in breach at the end, ${days}`,
  breachDays: (days, text) => `${text} ${plural(days, 'day', 'days')} in breach`,
  undecidedHealth: 'undecided at the end',
  goalHeader: {
    goal: 'healthy when',
    latest: 'latest',
    byDay: 'by day',
    breach: 'days ✗',
    unknown: 'days ?',
  },
  unknownDays: (count) => `${count} undecided`,
  breachDay: (day) => `breach ${day}`,
  breachPeriod: (from, to, days) => `breach ${from} → ${to} (${days})`,
  moreBreaches: (count) => `${count} more breaches are not shown`,
  breachOpen: (from, days) => `breach since ${from} (${days}), not over when the log ends`,
  response: (actions, on) => `${actions} on ${on}`,

  risks: 'Risks',
  quiet: 'no incident',
  incidentCount: (count, text) => `${text} ${plural(count, 'incident', 'incidents')}`,
  escalatedCount: (text) => `${text} escalated`,
  openCount: (text) => `${text} open at the end`,
  stillOpen: 'still open when the log ends',
  when: 'when',
  closedByResolve: 'settled by hand',
  reopened: (times, text) => `reopened ${times === 1 ? 'once' : `${text} times`}`,
  escalatedFrom: (incident) => `escalated from ${incident}`,
  onDuty: 'on duty',
  nobodyOnDuty: 'nobody',
  nobodyArgument: 'author unknown',
  meetNobody: (count, text) =>
    `${text} of them ${plural(count, 'is', 'are')} for events whose author the log does not name: ${plural(count, 'it', 'they')} would meet nobody.`,
  ladder: 'escalates',
  ladderStep: (to, rule, at) => `to ${to} at ${at} (${rule === 'open' ? 'open too long' : 'too many openings'})`,
  did: 'actions',
  senders: 'members',
  evidence: 'evidence',
  noEvidence: 'no single event: the condition became true with time',
  earlierIncidents: (count) => `${count} more incidents of this risk are not shown`,

  actions: 'Actions the rules would have taken',
  noActions: 'none',
  actionHeader: { action: 'action', count: 'times', prevented: 'would have prevented', causes: 'because of' },
  prevented: (count, text) => `${text} ${plural(count, 'event', 'events')}`,
  causes: { ban: 'bans', risk: 'risks', tier: 'tiers', health: 'health', campaign: 'campaigns' },
  nothingSent: 'Nothing was sent: this is what the rules would have done to the log.',
  messagesArgument: (count, text) => `${text} ${plural(count, 'message', 'messages')}`,
  membersArgument: (count, text) => `${text} ${plural(count, 'member', 'members')}`,

  campaigns: 'Campaigns',
  campaignHead: (size, planned, held) =>
    `${size}, planned ${planned}, ${held === null ? 'the log cannot show what was held' : `held ${held}`}`,
  runCause: { planned: 'planned', held: 'held unplanned', action: 'started by a rule' },
  runHeld: { yes: 'held', no: 'not held' },
  goalVerdict: {
    met: 'met',
    missed: 'missed',
    unknown: 'undecided',
    pending: 'ends after the log',
    hypothetical: 'the log cannot show what this run would have brought',
    'not-held': 'not held',
  },
  pausedAt: (at) => `paused at ${at}`,
  noRuns: 'no run in these days',
  moreRuns: (count) => `${count} more runs are not shown`,
  cadence: 'cadence',
  cadenceTarget: (size, count, period) => `${count} ${size} per ${period}`,
  cadenceVerdict: (met, under, over, period) => `${period}s met ${met}, under ${under}, over ${over}`,
  cadenceNone: (period) => `no ${period} was completed`,
  plannedOnly: 'counting what was planned: the log cannot show what was held',

  lifecycle: 'Lifecycle',
  noStage: 'no stage',
  current: (stage) => `now ${stage}`,
  focus: (text) => `focus: ${text}`,
  blocked: (from, to, on) => `${to} held, but no allowed move leads there from ${from}: ${on}`,

  undecided: 'Could not be decided',
  everythingDecided: 'Every clause could be decided on every day.',
  reason: {
    unknownRole:
      'Nobody says who is staff: neither the log, nor a roster, nor the rules. Write `role staff members "name"` with ids or names of the log, or give a roster with a column `role`.',
    unknownMedia: 'Of some messages the log does not say what they are (a picture, a link, a red packet…).',
    beforeLog: 'Days before the log begins are lacking.',
    unknownStart:
      'The log does not show when this began (a join, the founding, the last event before the log). For `age`, write `founded` in the group; for `tenure`, give a roster with dates.',
    periodRunning: 'The period was still running.',
    noBase:
      'There was nothing to compare with (a division by zero, an average of nothing, a trend from zero, days before the first).',
  },
  missingSignals: (signals) => `The log does not show ${signals} events.`,
  missingSignalHint: 'If it has them after all, say so with --shows or in the sidecar of the log.',
  clause: {
    tier: (name) => `tier ${name}`,
    mix: (name) => `mix ${name}`,
    cap: (name) => `cap ${name}`,
    health: (name) => `health ${name}`,
    risk: (name) => `risk ${name}`,
    stage: (name) => `stage ${name}`,
  },
  ofEvaluations: (unknown, evaluations, what) =>
    `${unknown} of ${evaluations} ${what === 'member-days' ? 'member-days' : what === 'periods' ? 'periods' : 'days'}`,
  lacking: (from, to, decidable) => `needs ${from} to ${to}; decidable from ${decidable}`,
  lackingDays: (days) => `needs ${days} days before the first`,
  undecidedIn: (groups, text) => `could not be decided in ${text} ${plural(groups, 'group', 'groups')}`,

  rollup: (groups) => `${groups} together`,
  inGroups: (text) => `in ${text} groups`,
  stagesAtEnd: 'stages at the end',
  breachEpisodes: (episodes, text, openGroups, openText) =>
    `${text} ${plural(episodes, 'breach', 'breaches')}${openGroups > 0 ? `, ${openText} ${plural(openGroups, 'group', 'groups')} in breach at the end` : ''}`,
  capNeverExceeded: 'kept',
  capExceededGroups: (text) => `exceeded in ${text} periods`,
  mostNotable: (shown, all) => `The ${shown} most notable of ${all} groups`,
  notableHeader: {
    group: 'group',
    members: 'members',
    incidents: 'incidents',
    open: 'open',
    breach: 'in breach at the end',
    mix: 'mix missed',
    actions: 'actions',
  },
  seeOne: (command) => `See one in full: ${command}`,
  unbound: (groups, text) =>
    `${text} ${plural(groups, 'group', 'groups')} of the log ${plural(groups, 'is', 'are')} bound by no policy group`,
  shows: (signals) => `shows ${signals}`,
  logHead: (files) => `log ${files}`,
  filesIn: (count, folder) => `${folder}/ (${count} files)`,
  completeLog: 'complete: every signal is shown and nothing happened before',
};
