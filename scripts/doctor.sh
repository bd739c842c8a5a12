# shellcheck shell=bash
# `doctor`: what is missing or misconfigured, in words. The silo's own doctor tells about the variables it reads.

CHECKS=()

# check NAME ok|note|bad WORDS
check() { CHECKS+=("$1"$'\t'"$2"$'\t'"$3"); }

command_doctor() {
  local json=false
  case ${1:-} in
    '') ;;
    --json) json=true ;;
    *) fail "doctor does not know '$1'" ;;
  esac
  load_run
  check_tools
  check_data
  check_system
  if [[ $json == true ]]; then print_checks_json; else print_checks; fi
  local entry
  for entry in "${CHECKS[@]}"; do
    [[ $entry != *$'\t'bad$'\t'* ]] || return 1
  done
  return "${SILO_DOCTOR_CODE:-0}"
}

check_tools() {
  if has_sdk; then
    check '.NET SDK' ok "$(dotnet --list-sdks | sed -n 's/^\(10\.[^ ]*\).*/\1/p' | tail -n 1)"
  else
    check '.NET SDK' bad 'version 10 is needed: https://dotnet.microsoft.com/download/dotnet/10.0'
  fi

  if POSTGRES_BIN=$(postgres_programs); then
    check PostgreSQL ok "$("$POSTGRES_BIN/postgres" --version) in $POSTGRES_BIN"
  elif [[ -n ${DATABASE_URL:-} ]]; then
    check PostgreSQL note "none here; DATABASE_URL is used. The tests need one: apt-get install postgresql"
  elif ((EUID == 0)); then
    check PostgreSQL note 'none here; up and test will install it'
  else
    check PostgreSQL bad 'none here, and DATABASE_URL is not set. As root: apt-get install postgresql'
  fi

  if command -v node >/dev/null && command -v npm >/dev/null; then
    check Node ok "$(node --version)"
  else
    check Node note "missing; only the tests with the vendors' SDKs need it: apt-get install nodejs npm"
  fi
}

check_data() {
  local nearest=$DATA
  while [[ ! -e $nearest ]]; do nearest=$(dirname -- "$nearest"); done
  if [[ -d $nearest && -w $nearest ]]; then
    check 'Data folder' ok "$DATA"
  else
    check 'Data folder' bad "$DATA cannot be written; choose another with --data DIR"
  fi
  [[ -z ${RUN[postgresDirectory]:-} || ${RUN[postgresDirectory]} == "$DATA"/* ]] ||
    check 'Cluster folder' note "${RUN[postgresDirectory]}, as the user $(postgres_user) cannot reach $DATA"
}

check_system() {
  if [[ -z ${RUN[apiUrl]:-} ]]; then
    check System note "never started here: ./campaigns up$(data_hint)"
    check_port API 5080 --port
    check_port Sandbox 5090 --sandbox-port
    return
  fi
  local silo
  while IFS= read -r silo; do
    check_part "$silo" "$(api_url "$silo")" /health/ready
  done < <(silo_names)
  [[ ${RUN[mode]:-} != sandbox ]] || check_part sandbox "${RUN[sandboxUrl]}" /health
  if [[ ${RUN[database]:-} == private ]]; then
    if [[ -n $POSTGRES_BIN ]] && postgres_runs "${RUN[postgresDirectory]}"; then
      check Cluster ok "runs on port ${RUN[postgresPort]}"
    else
      check Cluster bad "does not run: ./campaigns up$(data_hint)"
    fi
  fi
}

check_port() {
  if port_answers "$2"; then
    check "$1 port" bad "$2 is taken by another program: ./campaigns up $3 N"
  else
    check "$1 port" ok "$2 is free"
  fi
}

check_part() {
  if ! is_running "$1"; then
    check "$1" bad "does not run: ./campaigns up$(data_hint). Its last words: $DATA/logs/$1.log"
  elif ! http_get "$2$3" >/dev/null; then
    check "$1" bad "runs, but $2$3 does not answer 200"
  else
    check "$1" ok "answers at $2"
  fi
}

# silo_doctor ARGS…: the silo on its variables, as `up` would set them.
silo_doctor() {
  if ! has_sdk || [[ ! -f $CAMPAIGNS_ROOT/$SILO ]]; then
    return 0
  fi
  if [[ -s $DATA/secrets.env && -n ${RUN[apiUrl]:-} ]]; then
    load_secrets
    export_settings
  fi
  SILO_DOCTOR_CODE=0
  dotnet "$CAMPAIGNS_ROOT/$SILO" doctor "$@" || SILO_DOCTOR_CODE=$?
}

print_checks() {
  local entry name state words
  for entry in "${CHECKS[@]}"; do
    IFS=$'\t' read -r name state words <<<"$entry"
    printf '%-5s %-14s %s\n' "$state" "$name" "$words"
  done
  silo_doctor
}

print_checks_json() {
  local entry name state words separator='' silo
  silo=$(mktemp)
  silo_doctor --json >"$silo"
  printf '{"checks":['
  for entry in "${CHECKS[@]}"; do
    IFS=$'\t' read -r name state words <<<"$entry"
    words=${words//\\/\\\\}
    printf '%s{"name":"%s","state":"%s","says":"%s"}' "$separator" "$name" "$state" "${words//\"/\\\"}"
    separator=,
  done
  printf '],"silo":'
  if [[ -s $silo ]]; then cat -- "$silo"; else printf null; fi
  printf '}\n'
  rm -f -- "$silo"
}
