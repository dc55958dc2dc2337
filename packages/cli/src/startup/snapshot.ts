/**
 * What a start-up snapshot holds: the checker, built and warmed on a small file, and the program that runs it.
 * Built by `node --build-snapshot`, so nothing here may touch the terminal, the environment or the arguments before the main function.
 */
import { startupSnapshot } from 'node:v8';
import { PLAIN } from '@steward/report';
import { sentencesIn } from '@steward/text';
import { parseArguments } from '../arguments/parse.ts';
import { GLOBAL_OPTIONS } from '../arguments/specification.ts';
import { theChecker } from '../checking.ts';
import * as check from '../commands/check/run.ts';
import { renderDiagnostic } from '../diagnostics/render.ts';
import { main } from '../program.ts';
import { WORDS } from '../words.ts';
import { PROGRAM_VARIABLE, SNAPSHOT_CODES } from './snapshot-file.ts';

// Runs one check here, with findings, so that the snapshot holds the functions compiled.
const WARM_UP = `role host members "小美"

group Warm "热身" : service {
  match "warm-*"
  timezone "Asia/Shanghai"
  tier Core { when top 20% by active_days in 7d and contributions in 30d >= 4  grace 2d }
  tier Active "活跃" #E8833A { when interactions in 7d >= 3 and shares in 7d >= 1  benefit "Gifts" }
  tier Gone { when idle >= 30d }
  tier Rest { otherwise }
  content {
    category ugc "Photos" when media == image or text matches /photo/
    category chat "Chat" when text contains "haha"
    mix per week tolerance 10% { ugc 65%  chat 35% }
    cap chat 40% per day
  }
  health activity {
    healthy when messages_per_member per day > 5
    on breach for 3d do notify(host, "Silence")
  }
  risk Ads { when count(complaint where about == chat) per day > 3  do warn(sender)  escalate to Storm after 3 times in 7d }
  risk Storm { when distinct(complaint.member) in 2h >= 10  cooldown 6h  do mute(sender, 24h) }
  campaign Quiz "Quiz" medium { preheat 24h  burst 3h  goal participation_rate > 20%  starts every tue at 20:00 }
  lifecycle { stage Young when age < 30d  stage Old  allow Young -> Old }
  duty { 08:00..20:00 host  20:00..08:00 host }
}
`;
const BROKEN = 'group Broken : service {\n  tier Core { when mesages in 7d >= 4 }\n';

/** Wider than any line: truncation needs a segmenter, which a snapshot cannot hold. */
const WIDE = 400;

warmUp({ 'warm.group': WARM_UP, 'broken.group': BROKEN });

function warmUp(texts: Readonly<Record<string, string>>): void {
  const read = (path: string) => ({ kind: 'text' as const, text: texts[path] ?? '' });
  const { diagnostics } = theChecker().check(Object.keys(texts), { read, look: () => ({ kind: 'file' }) });
  // Rules skip what is broken: with an error in it, the warm-up would skip most of the work.
  const fault = diagnostics.find(({ file, severity }) => file === 'warm.group' && severity === 'error');
  if (fault !== undefined) throw new Error(`The warm-up is broken: ${fault.message.en}`);
  for (const locale of ['en', 'zh'] as const) {
    const words = sentencesIn(WORDS, locale);
    const options = { locale, words, palette: PLAIN, width: WIDE, textOf: (file: string) => texts[file] ?? null };
    for (const diagnostic of diagnostics) renderDiagnostic(diagnostic, options);
    parseArguments(['warm.group', '--lang', locale], GLOBAL_OPTIONS, words);
  }
}

startupSnapshot.setDeserializeMainFunction(() => {
  // Without a script, the first argument takes the place of the script's name.
  process.argv.splice(1, 0, 'steward');
  process.on('exit', (code) => {
    process.exitCode = code + SNAPSHOT_CODES;
  });
  // The entry's URL, to find the files beside it.
  void main(process.env[PROGRAM_VARIABLE] ?? 'file:///steward.mjs', { check: async () => check });
});
