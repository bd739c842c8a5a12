# shellcheck shell=bash
# Commands that talk to what `up` started.

# migrate ARGS…: with the addresses in the environment.
migrate() {
  local program=$DATA/programs/silo/campaigns-silo.dll
  [[ -f $program ]] || program=$CAMPAIGNS_ROOT/$SILO
  dotnet "$program" migrate "$@" >"$DATA/logs/migrate.log" 2>&1 9>&- || {
    last_lines "$DATA/logs/migrate.log"
    fail "the migration failed"
  }
}

command_migrate() {
  need_sdk
  make_data_folder
  load_run
  load_secrets
  need_built "$SILO"
  [[ ${RUN[database]:-} != private ]] || ensure_private_postgres
  export_database
  [[ ${RUN[mode]:-} != sandbox ]] || export CAMPAIGNS_SANDBOX=true
  dotnet "$CAMPAIGNS_ROOT/$SILO" migrate "$@" 9>&-
}

command_events() {
  need_sdk
  need_run
  load_secrets
  need_built "$SILO"
  export_settings
  dotnet "$CAMPAIGNS_ROOT/$SILO" events "$@"
}

command_verify_evidence() {
  (($# == 1 || $# == 2)) || fail "verify-evidence takes the path of a pack and, if it was kept, its head"
  [[ -f $1 ]] || fail "there is no file $1"
  need_sdk
  need_built "$SILO"
  dotnet "$CAMPAIGNS_ROOT/$SILO" verify-evidence "$@"
}

command_rebuild() {
  need_sdk
  need_run
  load_secrets
  need_built "$SILO"
  export_settings
  dotnet "$CAMPAIGNS_ROOT/$SILO" rebuild "$@"
}

command_sweep_media() {
  need_sdk
  need_run
  load_secrets
  need_built "$SILO"
  export_settings
  dotnet "$CAMPAIGNS_ROOT/$SILO" sweep-media "$@"
}

command_demo() {
  (($# <= 1)) || fail "demo takes one brief, not '$*'"
  [[ ${1:-} != -* ]] || fail "demo does not know '$1'; it takes the path of a brief"
  [[ $# -eq 0 || -f $1 ]] || fail "there is no brief $1"
  need_sdk
  need_run
  is_running silo || fail "the first silo does not run: ./campaigns up$(data_hint)"
  build_program "$DEMO"
  dotnet "$CAMPAIGNS_ROOT/$DEMO" --run "$DATA/run.json" "$@"
}

command_token() {
  local user='' org='' role=''
  while (($#)); do
    case $1 in
      --user) need_value "$1" $# && user=$2 && shift 2 ;;
      --org) need_value "$1" $# && org=$2 && shift 2 ;;
      --role) need_value "$1" $# && role=$2 && shift 2 ;;
      *) fail "token does not know '$1'" ;;
    esac
  done
  need_run
  [[ ${RUN[mode]} == sandbox ]] || fail "only the sandbox gives tokens; with the real providers, sign in at your front end"
  local token
  token=$(sandbox_token "$user" "$org" "$role")
  printf '%s\n' "$token"
}

# sandbox_token USER ORG ROLE: empty ones are left to the sandbox.
sandbox_token() {
  local query='' name value
  for name in user org role; do
    value=$1
    shift
    [[ -z $value ]] || query+="&$name=$(percent_encode "$value")"
  done
  http_get "${RUN[sandboxUrl]}/clerk/_token?${query#&}" || fail "the sandbox at ${RUN[sandboxUrl]} gives no token: ./campaigns up$(data_hint)"
}

percent_encode() {
  local LC_ALL=C text=$1 out='' sign i
  for ((i = 0; i < ${#text}; i++)); do
    sign=${text:i:1}
    case $sign in
      [A-Za-z0-9._~-]) out+=$sign ;;
      *)
        printf -v sign '%d' "'$sign"
        printf -v sign '%%%02X' $((sign & 255))
        out+=$sign
        ;;
    esac
  done
  printf '%s' "$out"
}

command_bench() {
  need_sdk
  build_program "$BENCH"
  start_shared_postgres
  dotnet "$CAMPAIGNS_ROOT/$BENCH" "$@"
}
