# shellcheck shell=bash
# DIR/run.json: what runs, and where. Flat, one entry a line, no secrets; read by this script, the demo and people.

declare -A RUN=()

load_run() {
  RUN=()
  [[ -f $DATA/run.json ]] || return 0
  local line
  while IFS= read -r line; do
    [[ $line =~ ^[[:space:]]*\"([A-Za-z0-9]+)\":[[:space:]]*\"?([^\"]*)\"?$ ]] || continue
    RUN[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]%,}
  done < <(sed 's/,$//' "$DATA/run.json")
}

# save_run: written beside and moved, so that nobody reads half of it.
save_run() {
  local key separator=''
  {
    printf '{'
    while IFS= read -r key; do
      [[ -n ${RUN[$key]} ]] || continue
      if [[ ${RUN[$key]} =~ ^(0|[1-9][0-9]*)$ ]]; then
        printf '%s\n  "%s": %s' "$separator" "$key" "${RUN[$key]}"
      else
        printf '%s\n  "%s": "%s"' "$separator" "$key" "${RUN[$key]}"
      fi
      separator=,
    done < <(printf '%s\n' "${!RUN[@]}" | sort)
    printf '\n}\n'
  } >"$DATA/run.json.new"
  mv -- "$DATA/run.json.new" "$DATA/run.json"
}

# run_or NAME DEFAULT: an entry, or what stands in for it.
run_or() { printf '%s' "${RUN[$1]:-$2}"; }

need_run() {
  load_run
  [[ -n ${RUN[apiUrl]:-} ]] || fail "nothing has been started in $DATA yet: ./campaigns up$(data_hint)"
}
