/** Engine and oracle agree on policies about members, tiers and content: whole outcomes, byte for byte. */
import { expectAgreement } from './agreement-tests.ts';

/** In at least so many percent of the cases this must have happened, or the comparison has gone hollow. */
const LEAST = {
  'moves between tiers': 20,
  'members leave': 25,
  'members join': 15,
  'grace holds': 8,
  'a tier is unknown': 25,
  'a tier is decided and unknown': 12,
  'a task is done': 3,
  'a task is open': 4,
  'reason missingSignal': 12,
  'reason beforeLog': 20,
  'reason unknownStart': 8,
  'reason noBase': 20,
  'messages have categories': 40,
  'a mix is kept': 5,
  'a mix is missed': 15,
  'a cap is exceeded': 15,
  'a cap is kept': 20,
  'a word is banned': 12,
  'a slot is kept': 18,
  'a slot is missed': 25,
  'events are prevented': 6,
  'actions run': 40,
  'over capacity': 12,
  'a nickname does not match': 30,
  'several groups': 10,
  'groups unbound': 0.5,
  'several policy groups': 1,
  'a complete log': 15,
  'a group without events': 2,
  'events outside what the log says it covers': 8,
  'more text predicates than fit one word': 2,
  'evidence goes beyond what is shown': 0.8,
  'a clock changes': 20,
  'events at one instant': 40,
  'somebody only in a roster': 10,
} as const;

expectAgreement('members', 20_250_301, LEAST);
