/** CI files that check a folder of rules. They are complete except for where to clone Steward from. */

import type { Locale } from '@steward/text';
import { quoted } from '../../simulation/command.ts';

export const CI_SYSTEMS = ['github', 'gitlab'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

export interface ProjectFile {
  /** From the folder of the project. */
  path: string;
  text: string;
}

const GITHUB = `# Checks the rules and runs their scenarios on every push and pull request.
# Settings > Variables: STEWARD_REPOSITORY names the repository of Steward, as owner/name, and STEWARD_REVISION the commit of it that
# you have looked at, all 40 digits. A branch could be another program tomorrow, so it is refused.
name: Group rules
on: [push, pull_request]
permissions:
  contents: read
jobs:
  steward:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
      - run: '[[ "$REVISION" =~ ^[0-9a-f]{40}$ ]] || { echo "::error::STEWARD_REVISION is no commit"; exit 1; }'
        env:
          REVISION: \${{ vars.STEWARD_REVISION }}
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          repository: \${{ vars.STEWARD_REPOSITORY }}
          ref: \${{ vars.STEWARD_REVISION }}
          path: .steward
          persist-credentials: false
      - uses: ./.steward
        with:
          test: "true"
          lang: LANGUAGE
`;

const GITLAB = `# Checks the rules and runs their scenarios on every push and merge request.
# Settings > CI/CD > Variables: STEWARD_REPOSITORY is the address that Steward is cloned from, and STEWARD_REVISION the commit of it that
# you have looked at, all 40 digits. A branch could be another program tomorrow, so it is refused.
steward:
  image: node:24.21.0
  stage: test
  variables:
    GIT_DEPTH: 0
  before_script:
    - '[[ "$STEWARD_REVISION" =~ ^[0-9a-f]{40}$ ]] || { echo "STEWARD_REVISION is no commit"; exit 1; }'
    - git init --quiet /opt/steward
    - git -C /opt/steward fetch --quiet --depth 1 "$STEWARD_REPOSITORY" "$STEWARD_REVISION"
    - git -C /opt/steward checkout --quiet FETCH_HEAD
  script:
    - node /opt/steward/scripts/steward.mjs check
    - node /opt/steward/scripts/steward.mjs test
  after_script:
    - node /opt/steward/scripts/steward.mjs check --format gitlab --output gl-code-quality-report.json
    - node /opt/steward/scripts/steward.mjs test --format junit --output steward.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: steward.xml
`;

/**
 * @param language of the messages in the pipeline
 * @param rules the folder of the rules, from the top of the repository; '' is the top itself: the config then says what is checked
 * @returns a file whose path is from the top
 */
export function ciFile(system: CiSystem, language: Locale, rules: string): ProjectFile {
  return system === 'gitlab'
    ? { path: '.gitlab-ci.yml', text: gitlab(rules) }
    : { path: '.github/workflows/steward.yml', text: github(language, rules) };
}

function github(language: Locale, rules: string): string {
  const text = GITHUB.replace('LANGUAGE', language);
  return rules === '' ? text : `${text}          paths: ${JSON.stringify(rules)}\n          max-warnings: "0"\n`;
}

/** The pipeline runs at the top of the repository, so that reported paths are relative to it; the config is beside the rules. */
function gitlab(rules: string): string {
  if (rules === '') return GITLAB;
  const folder = quoted(rules);
  return GITLAB.replace(/^( {4}- )(node .*)$/gm, (_, dash: string, command: string) => {
    const within = command.replace(/ (check|test)(?= |$)/, (said) => `${said} ${folder}`);
    return (
      dash +
      JSON.stringify(/ check /.test(within) && !within.includes('--format') ? `${within} --max-warnings 0` : within)
    );
  });
}
