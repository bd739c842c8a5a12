# shellcheck shell=bash
# `test`: everything that CI runs.

readonly SHARED_PREFIX=/var/tmp/campaigns-run-
readonly TEST_MINUTES=6 # for one project, far above what any needs

command_test() {
  (($# == 0)) || fail "test does not know '$1'"
  need_sdk
  need_node
  find_postgres
  need_pgbouncer
  cd -- "$CAMPAIGNS_ROOT"

  step "checking the format"
  dotnet tool restore >/dev/null || fail "the tools could not be restored"
  dotnet csharpier check . >&2 || fail "the format is not CSharpier's: dotnet csharpier format ."
  need_all_in_solution
  build "$CAMPAIGNS_ROOT/Campaigns.sln"
  start_shared_postgres
  run_all_tests
}

# need_node: the vendors' own SDKs run on it. CI must not skip them.
need_node() {
  command -v node >/dev/null && command -v npm >/dev/null && return
  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    step "installing Node"
    install_packages nodejs npm && return
  fi
  [[ ${CI:-} != true ]] || fail "Node and npm are missing, and CI=true allows no skipped tests: apt-get install nodejs npm"
  say "Node is missing: the tests with the vendors' SDKs will be skipped"
}

# need_pgbouncer: a hosted Postgres has one in front.
need_pgbouncer() {
  command -v pgbouncer >/dev/null || [[ -x /usr/sbin/pgbouncer ]] && return
  local command="apt-get update && apt-get install -y pgbouncer"
  ((EUID == 0)) && command -v apt-get >/dev/null || fail "PgBouncer is needed. As root: $command"
  step "installing PgBouncer"
  install_packages pgbouncer || fail "PgBouncer could not be installed: $command"
}

test_projects() { printf '%s\n' tests/*/Campaigns.*.Tests.csproj; }

# need_all_in_solution: a test that is not built is a test that is not run.
need_all_in_solution() {
  local project
  while IFS= read -r project; do
    grep -qF "${project//\//\\}" Campaigns.sln || fail "$project is not in Campaigns.sln"
  done < <(test_projects)
}

# start_shared_postgres: one throw-away cluster for all, gone when this script ends.
start_shared_postgres() {
  find_postgres
  sweep_shared_postgres
  SHARED_POSTGRES=$(mktemp -d "$SHARED_PREFIX$$-XXXXXX")
  start_of $$ >"$SHARED_POSTGRES/started"
  trap remove_shared_postgres EXIT
  trap '[[ -z ${TESTS:-} ]] || kill "$TESTS" 2>/dev/null; exit 130' INT TERM HUP
  ((EUID != 0)) || chown -R "$(postgres_user)" "$SHARED_POSTGRES"

  step "starting PostgreSQL for the run"
  local password port
  password=$(random_hex 16)
  INIT_LOG=$(mktemp)
  init_postgres "$SHARED_POSTGRES" superuser "$password"
  rm -f -- "$INIT_LOG"
  port=$(start_on_free_port "$SHARED_POSTGRES")
  export CAMPAIGNS_TEST_POSTGRES="postgresql://superuser:$password@127.0.0.1:$port/postgres"
}

remove_shared_postgres() {
  stop_and_delete "$SHARED_POSTGRES"
}

stop_and_delete() {
  as_server "$POSTGRES_BIN/pg_ctl" -D "$1/data" -m immediate -w -t 30 -s stop >/dev/null 2>&1 || true
  rm -rf -- "$1"
}

# sweep_shared_postgres: what a killed run of ours left behind.
sweep_shared_postgres() {
  local folder pid
  for folder in "$SHARED_PREFIX"*; do
    [[ -r $folder/started && -w $folder ]] || continue
    pid=${folder#"$SHARED_PREFIX"}
    pid=${pid%%-*}
    [[ $(start_of "$pid") == "$(<"$folder/started")" ]] || stop_and_delete "$folder"
  done
}

# run_all_tests: one project after another: they share two cores, and some of them watch the clock.
run_all_tests() {
  local results=$CAMPAIGNS_ROOT/TestResults project broken=() name
  PASSED=0 FAILED=0 SKIPPED=0
  rm -rf -- "$results"
  mkdir -p -- "$results"
  while IFS= read -r project; do
    name=$(basename -- "$project" .csproj)
    run_tests_of "$project" "$name" "$results" || broken+=("$name")
  done < <(test_projects)

  ((PASSED + FAILED > 0)) || fail "no test was run"
  if ((${#broken[@]})); then say "not in order: ${broken[*]} (TestResults/ has their logs)"; fi
  local line="$PASSED passed, $FAILED failed"
  ((SKIPPED == 0)) || line+=", $SKIPPED skipped"
  printf '%s\n' "$line"
  ((FAILED == 0 && ${#broken[@]} == 0))
}

# run_tests_of PROJECT NAME RESULTS: adds to the counts; a run without a result file counts as one failure.
run_tests_of() {
  local folder file=$3/$2.xml log=$3/$2.log code=0 began=$SECONDS
  folder=$(dirname -- "$1")
  timeout -k 10 "${TEST_MINUTES}m" dotnet "$folder/bin/Release/net10.0/$2.dll" -noLogo -noColor -xml "$file" >"$log" 2>&1 </dev/null &
  TESTS=$! # in the background, as a signal must not wait for them
  wait "$TESTS" || code=$?
  TESTS=

  local passed=0 failed=1 skipped=0 verdict=ok
  if [[ $(counts_in "$file") =~ ^([0-9]+)\ ([0-9]+)\ ([0-9]+)\ ([0-9]+)$ ]]; then
    passed=${BASH_REMATCH[1]} failed=$((BASH_REMATCH[2] + BASH_REMATCH[3])) skipped=${BASH_REMATCH[4]}
  fi
  ((code == 0 || failed > 0)) || failed=1 # it says that all is well, and ends badly
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + skipped))

  ((failed == 0)) || verdict=FAILED
  ((code != 124 && code != 137)) || verdict="stopped after $TEST_MINUTES minutes"
  say "$(printf '%-34s %4d passed, %d failed, %d skipped  %3d s  %s' "$2" "$passed" "$failed" "$skipped" $((SECONDS - began)) "$verdict")"
  if ((failed > 0)); then
    tail -n 300 -- "$log" >&2
    return 1
  fi
}

# counts_in FILE: passed, failed, errors and skipped, from the result file's assembly element; nothing if it is broken.
counts_in() {
  local element name
  element=$(grep -o '<assembly [^>]*>' "$1" 2>/dev/null | head -n 1) || return 0
  for name in passed failed errors skipped; do
    [[ $element =~ \ $name=\"([0-9]+)\" ]] || return 0
    [[ $name == passed ]] || printf ' '
    printf '%s' "${BASH_REMATCH[1]}"
  done
}
