#!/usr/bin/env bash
# What action.yml runs, in the folder of the repository that is checked. Needs npm alone; inputs come as STEWARD_… variables.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

steward() {
  node "$home/scripts/steward.mjs" "$@"
}

options=(--lang "${STEWARD_LANG:-en}")
check=()
[[ -z "${STEWARD_MAX_WARNINGS:-}" ]] || check+=("--max-warnings=$STEWARD_MAX_WARNINGS")
[[ -z "${STEWARD_SINCE:-}" ]] || check+=("--since=$STEWARD_SINCE")
paths=()
while IFS= read -r path; do
  [[ -z "$path" ]] || paths+=("$path")
done <<<"${STEWARD_PATHS:-}"

# Everything runs, so that one run tells everything; the first that fails decides how the step ends.
code=0
steward check --format github "${options[@]}" "${check[@]+"${check[@]}"}" -- "${paths[@]+"${paths[@]}"}" || code=$?
if [[ -n "${STEWARD_SARIF:-}" && $code -lt 2 ]]; then
  steward check --format sarif --output "$STEWARD_SARIF" "${options[@]}" "${check[@]+"${check[@]}"}" -- "${paths[@]+"${paths[@]}"}" ||
    [[ $? -lt 2 ]]
fi
if [[ "${STEWARD_TEST:-false}" == true ]]; then
  steward test "${options[@]}" -- "${paths[@]+"${paths[@]}"}" || code=$((code > 0 ? code : $?))
fi
exit "$code"
