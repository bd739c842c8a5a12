# shellcheck shell=bash
# The silos: processes of one program on one database and one cluster id. In run.json the first is `silo`, with apiUrl, siloPort and
# gatewayPort; the others are `silo2` …, with silo2ApiUrl, silo2SiloPort and silo2GatewayPort.

readonly MOST_SILOS=5

# silo_names: those that should run, one a line.
silo_names() {
  local number
  printf 'silo\n'
  for ((number = 2; number <= ${RUN[silos]:-1}; number++)); do printf 'silo%d\n' "$number"; done
}

# place_key NAME apiUrl|siloPort|gatewayPort: what the entry is called in run.json.
place_key() {
  if [[ $1 == silo ]]; then printf '%s' "$2"; else printf '%s%s' "$1" "${2^}"; fi
}

api_url() { printf '%s' "${RUN[$(place_key "$1" apiUrl)]:-}"; }

# export_place NAME: the ports that this silo is told.
export_place() {
  export CAMPAIGNS_SILO_PORT=${RUN[$(place_key "$1" siloPort)]} CAMPAIGNS_GATEWAY_PORT=${RUN[$(place_key "$1" gatewayPort)]}
}

any_silo_runs() {
  local name
  while IFS= read -r name; do
    ! is_running "$name" || return 0
  done < <(silo_names)
  return 1
}

all_silos_ready() {
  local name
  while IFS= read -r name; do
    is_running "$name" || return 1
    http_get "$(api_url "$name")/health/ready" >/dev/null || return 1
  done < <(silo_names)
}

# choose_silos N: so many from now on, as the last time when N is empty. Those beyond are stopped in good order, the last first.
choose_silos() {
  local wanted=${1:-${RUN[silos]:-1}} number name
  [[ $wanted =~ ^[1-9]$ ]] && ((wanted <= MOST_SILOS)) || fail "--silos takes 1 to $MOST_SILOS, not '$wanted'"
  for ((number = MOST_SILOS; number > wanted; number--)); do
    if is_running "silo$number"; then
      step "stopping silo$number"
      halt "silo$number" 20
    fi
    unset "RUN[silo${number}ApiUrl]" "RUN[silo${number}SiloPort]" "RUN[silo${number}GatewayPort]"
  done
  RUN[silos]=$wanted
  while IFS= read -r name; do
    choose_place "$name" apiUrl http://127.0.0.1:
    choose_place "$name" siloPort
    choose_place "$name" gatewayPort
  done < <(silo_names)
}

# choose_place NAME ENTRY [PREFIX]: the port it had, else one that neither runs nor is promised to another silo.
choose_place() {
  local key port
  key=$(place_key "$1" "$2")
  [[ -z ${RUN[$key]:-} ]] || return 0
  for _ in {1..20}; do
    port=$(free_port)
    [[ " ${RUN[*]} " =~ [:\ ]$port\  ]] || break
  done
  RUN[$key]=${3:-}$port
}

# start_silos: those that do not run, side by side; then until all are ready. A cluster that was killed as a whole is back soonest so: each
# newcomer takes its own former self off the list of members, and waits for nobody.
start_silos() {
  local name
  while IFS= read -r name; do
    is_running "$name" || launch_silo "$name"
  done < <(silo_names)
  while IFS= read -r name; do wait_ready "$name"; done < <(silo_names)
}

launch_silo() {
  step "starting $1"
  export_place "$1"
  launch "$1" "$DATA/programs/silo" dotnet campaigns-silo.dll --urls "$(api_url "$1")"
}

wait_ready() { wait_healthy "$1" "$(api_url "$1")/health/ready" 120; }

show_further_silos() {
  local name
  while IFS= read -r name; do
    [[ $name == silo ]] || printf '%-8s %s/graphql\n' "$name" "$(api_url "$name")"
  done < <(silo_names)
}

command_restart() {
  local rolling=false name
  case ${1:-} in
    '') ;;
    --rolling) rolling=true ;;
    *) fail "restart does not know '$1'" ;;
  esac
  make_data_folder
  need_run
  need_sdk
  load_secrets
  any_silo_runs || fail "no silo runs: ./campaigns up$(data_hint)"
  export_settings
  if [[ $rolling == true ]]; then
    while IFS= read -r name; do
      restart_silo "$name"
    done < <(silo_names)
  else
    while IFS= read -r name; do stop_silo "$name"; done < <(silo_names)
    start_silos
  fi
  save_run
}

# restart_silo NAME: it drains and hands over, and is back before anybody else is asked to go.
restart_silo() {
  stop_silo "$1"
  launch_silo "$1"
  wait_ready "$1"
}

stop_silo() {
  is_running "$1" || return 0
  step "stopping $1"
  halt "$1" 20
}
