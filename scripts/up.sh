# shellcheck shell=bash
# `up` and `down`.

command_up() {
  local port='' sandbox_port='' mode='' detach=false silos=''
  while (($#)); do
    case $1 in
      --silos) need_value "$1" $# && silos=$2 && shift 2 ;;
      --port) need_value "$1" $# && port=$2 && shift 2 ;;
      --sandbox-port) need_value "$1" $# && sandbox_port=$2 && shift 2 ;;
      --real) mode=real && shift ;;
      --detach) detach=true && shift ;;
      *) fail "up does not know '$1'" ;;
    esac
  done

  make_data_folder
  load_run
  choose_ports "$port" "$sandbox_port" "$mode"
  choose_silos "$silos"
  if is_up; then
    say "It is running already."
  else
    need_free_ports
    bring_up
  fi
  save_run
  show_system "$detach"
}

# choose_ports API SANDBOX MODE: asked for, else as the last time, else the usual ones; a part that runs keeps its own.
choose_ports() {
  local mode=${3:-${RUN[mode]:-sandbox}}
  # A database belongs to one world for good; so does the folder that has one.
  [[ ${RUN[database]:-} != private || $mode == "${RUN[mode]}" ]] ||
    fail "the database in $DATA holds what the ${RUN[mode]} providers did: for the $mode ones choose another folder with --data DIR"
  if any_silo_runs || is_running sandbox; then
    [[ -z $1 || http://127.0.0.1:$1 == "${RUN[apiUrl]}" ]] || fail "it runs at ${RUN[apiUrl]}: ./campaigns down$(data_hint) first"
    [[ -z $2 || http://127.0.0.1:$2 == "${RUN[sandboxUrl]:-}" ]] || fail "its sandbox runs at ${RUN[sandboxUrl]:-no port}: ./campaigns down$(data_hint) first"
    [[ $mode == "${RUN[mode]}" ]] || fail "it runs with the ${RUN[mode]} providers: ./campaigns down$(data_hint) first"
  fi
  RUN[mode]=$mode
  RUN[data]=$DATA
  RUN[apiUrl]=http://127.0.0.1:$(valid_port "${1:-$(port_of "${RUN[apiUrl]:-}" 5080)}")
  if [[ $mode == sandbox ]]; then
    RUN[sandboxUrl]=http://127.0.0.1:$(valid_port "${2:-$(port_of "${RUN[sandboxUrl]:-}" 5090)}")
  else
    unset 'RUN[sandboxUrl]'
  fi
  RUN[clusterId]=$(run_or clusterId "local-$(random_hex 4)")
}

valid_port() {
  [[ $1 =~ ^[1-9][0-9]{0,4}$ ]] && (($1 <= 65535)) || fail "'$1' is not a port"
  printf '%s' "$1"
}

# port_of URL DEFAULT
port_of() { if [[ -n $1 ]]; then printf '%s' "${1##*:}"; else printf '%s' "$2"; fi; }

is_up() {
  all_silos_ready || return 1
  [[ ${RUN[mode]} != sandbox ]] || is_running sandbox || return 1
  if [[ ${RUN[database]:-} == private ]]; then
    find_postgres
    postgres_runs "${RUN[postgresDirectory]}" || return 1
  fi
}

bring_up() {
  need_sdk
  load_secrets
  choose_database
  if [[ ${RUN[database]} == private ]]; then ensure_private_postgres; fi
  export_settings # before the long work: what is wrong with them shows now
  if ! any_silo_runs && ! is_running sandbox; then
    build_program "$SILO"
    install_program silo "$SILO"
    if [[ ${RUN[mode]} == sandbox ]]; then
      build_program "$SANDBOX"
      install_program sandbox "$SANDBOX"
    fi
  fi
  if ! any_silo_runs; then
    step "migrating"
    migrate --create-roles
  fi
  if [[ ${RUN[mode]} == sandbox ]]; then start_sandbox; fi
  start_silos
}

# choose_database: the reader's own when DATABASE_URL is set; a silo that runs keeps the one it has.
choose_database() {
  if any_silo_runs; then return; fi
  RUN[database]=private
  [[ -z ${DATABASE_URL:-} ]] || RUN[database]=given
}

start_sandbox() {
  if ! is_running sandbox; then
    step "starting the sandbox"
    launch sandbox "$DATA/programs/sandbox" dotnet campaigns-sandbox.dll --urls "${RUN[sandboxUrl]}" --data "$DATA/sandbox"
  fi
  wait_healthy sandbox "${RUN[sandboxUrl]}/health" 60
}

# need_free_ports: asked before the long work, not after it.
need_free_ports() {
  is_running silo || need_free_port "${RUN[apiUrl]}" --port
  [[ ${RUN[mode]} != sandbox ]] || is_running sandbox || need_free_port "${RUN[sandboxUrl]}" --sandbox-port
}

need_free_port() {
  ! port_answers "${1##*:}" || fail "port ${1##*:} is taken by another program; choose one with $2 N"
}

show_system() {
  local token
  printf 'API      %s/graphql\nHealth   %s/health/ready\n' "${RUN[apiUrl]}" "${RUN[apiUrl]}"
  show_further_silos
  if [[ ${RUN[mode]} == sandbox ]]; then
    token=$(sandbox_token '' '' '')
    printf 'Sandbox  %s  (its Instagram feed; the journal at /_journal)\nToken    %s\n' "${RUN[sandboxUrl]}" "$token"
  fi
  [[ $1 == true ]] && return
  printf 'Logs     %s/logs\nData     %s/run.json\n' "$DATA" "$DATA"
  printf '\nTry next: ./campaigns demo%s\n' "$(data_hint)"
}

# data_hint: the option that the next command needs as well.
data_hint() { [[ $DATA == "$CAMPAIGNS_ROOT/.data" ]] || printf ' --data %q' "$DATA"; }

command_down() {
  (($# == 0)) || fail "down does not know '$1'"
  if [[ ! -f $DATA/run.json ]]; then
    say "nothing has been started in $DATA"
    return
  fi
  make_data_folder
  load_run
  local stopped=()
  local silo
  while IFS= read -r silo; do
    halt "$silo" 20 && stopped+=("$silo")
  done < <(silo_names | sort -r)
  halt sandbox 10 && stopped+=(sandbox)
  if [[ -n ${RUN[postgresDirectory]:-} ]]; then
    find_postgres
    if postgres_runs "${RUN[postgresDirectory]}"; then
      stop_postgres "${RUN[postgresDirectory]}" || fail "PostgreSQL in ${RUN[postgresDirectory]} does not stop"
      stopped+=(PostgreSQL)
    fi
  fi
  save_run
  if ((${#stopped[@]})); then say "stopped: ${stopped[*]}"; else say "nothing was running"; fi
}
