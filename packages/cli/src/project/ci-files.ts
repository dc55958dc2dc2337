/** What a pipeline needs to check a folder of rules: complete files, with one thing to fill in, where Steward is cloned from. */

export const CI_SYSTEMS = ['github', 'gitlab'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

export interface ProjectFile {
  /** From the folder of the project. */
  path: string;
  text: string;
}

const GITHUB = `# Checks the rules and runs their scenarios on every push and pull request.
# STEWARD_REPOSITORY (Settings > Variables) names the repository of Steward, as owner/name.
name: Group rules
on: [push, pull_request]
permissions:
  contents: read
jobs:
  steward:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/checkout@v4
        with:
          repository: \${{ vars.STEWARD_REPOSITORY }}
          path: .steward
      - uses: ./.steward
        with:
          test: "true"
          lang: LANGUAGE
`;

const GITLAB = `# Checks the rules and runs their scenarios on every push and merge request.
# STEWARD_REPOSITORY (Settings > CI/CD > Variables) is the address that Steward is cloned from.
steward:
  image: node:24
  stage: test
  variables:
    GIT_DEPTH: 0
  before_script:
    - git clone --depth 1 "$STEWARD_REPOSITORY" /opt/steward
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

/** @param language of the messages in the pipeline */
export function ciFile(system: CiSystem, language: 'en' | 'zh'): ProjectFile {
  if (system === 'gitlab') return { path: '.gitlab-ci.yml', text: GITLAB };
  return { path: '.github/workflows/steward.yml', text: GITHUB.replace('LANGUAGE', language) };
}
