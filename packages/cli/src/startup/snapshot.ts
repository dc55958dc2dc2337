/**
 * What a start-up snapshot holds: the checker, built and warmed on a small file, and the program that runs it.
 * Built by `node --build-snapshot`, so nothing here may touch the terminal, the environment or the arguments before the main function.
 */
import { startupSnapshot } from 'node:v8';
import { theChecker } from '../checking.ts';
import * as check from '../commands/check.ts';
import { main } from '../program.ts';
import { SNAPSHOT_CODES } from './snapshot-file.ts';

const WARM_UP = `group Warm "热身" : service {
  tier Core { when top 20% by active_days in 7d and messages in 30d >= 4  grace 2d }
  tier Rest { otherwise }
  health activity { healthy when messages_per_member per day > 5 }
  risk Ads { when count(complaint) per day > 3  do warn(sender) }
}
`;

theChecker().check(['warm.group'], { read: () => ({ kind: 'text', text: WARM_UP }), exists: () => true });

startupSnapshot.setDeserializeMainFunction(() => {
  // Without a script, the first argument stands where the script's name would.
  process.argv.splice(1, 0, 'steward');
  process.on('exit', (code) => {
    process.exitCode = code + SNAPSHOT_CODES;
  });
  void main('snapshot:', { check: async () => check });
});
