# shellcheck shell=bash
# Processes that outlive the shell. One is known by its id and its start: ids come back, both together do not.

# start_of PID: when the kernel started it, in ticks since boot; nothing if it is gone.
start_of() {
  local stat
  { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 0
  stat=${stat##*) }
  # shellcheck disable=SC2086
  set -- $stat
  [[ $1 == Z ]] || printf '%s' "${20}"
}

# is_running NAME: whether the process that run.json calls NAME is the one that was started.
is_running() {
  local pid=${RUN[${1}Pid]:-} started=${RUN[${1}Started]:-}
  [[ -n $pid && -n $started && $(start_of "$pid") == "$started" ]]
}

# launch NAME FOLDER COMMAND…: runs it in the background, in a session of its own, its words in DIR/logs/NAME.log.
launch() {
  local name=$1 folder=$2 log=$DATA/logs/$1.log
  shift 2
  [[ ! -s $log ]] || mv -- "$log" "$log.before"
  (
    cd -- "$folder"
    umask 077 # its logs, pictures and records are nobody else's
    exec 9>&- # the lock is this command's, not the child's
    exec setsid "$@" </dev/null >"$log" 2>&1
  ) &
  RUN[${name}Pid]=$!
  RUN[${name}Started]=$(start_of "$!")
  disown
  save_run
}

# halt NAME SECONDS: asks it to stop, and insists when it does not.
halt() {
  local name=$1 patience=$2
  if ! is_running "$name"; then
    unset "RUN[${name}Pid]" "RUN[${name}Started]"
    return 1
  fi
  kill -TERM "${RUN[${name}Pid]}"
  local deadline=$((SECONDS + patience))
  while is_running "$name" && ((SECONDS < deadline)); do sleep 0.1; done
  if is_running "$name"; then
    say "the $name did not stop within $patience s: killed"
    kill -KILL "${RUN[${name}Pid]}"
    while is_running "$name"; do sleep 0.1; done
  fi
  unset "RUN[${name}Pid]" "RUN[${name}Started]"
}

# port_answers PORT: whether anything on this machine listens there.
port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port: one below the range that the kernel hands out for outgoing connections.
free_port() {
  local port
  for _ in {1..200}; do
    port=$((20000 + RANDOM % 12000))
    port_answers "$port" || {
      printf '%s' "$port"
      return
    }
  done
  fail "no free port was found"
}

# http_get URL: the body; fails unless the answer is 200. Bash alone: a bare machine has no curl.
http_get() {
  [[ $1 =~ ^http://([^/:]+):([0-9]+)(/.*)$ ]] || return 1
  # shellcheck disable=SC2016
  timeout 10 bash -c '
    exec 3<>"/dev/tcp/$1/$2" || exit 1
    printf "GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n" "$3" "$1" "$2" >&3
    IFS=" " read -r _ code _ <&3 || exit 1
    while IFS= read -r line <&3 && [[ -n ${line%$'"'\r'"'} ]]; do :; done
    cat <&3
    [[ $code == 200 ]]
  ' http_get "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}" 2>/dev/null
}

# wait_healthy NAME URL SECONDS: until it answers 200; says why not when the process dies or time is up.
wait_healthy() {
  local name=$1 url=$2 deadline=$((SECONDS + $3))
  until http_get "$url" >/dev/null; do
    if ! is_running "$name"; then
      last_lines "$DATA/logs/$name.log"
      fail "the $name stopped while starting"
    fi
    if ((SECONDS >= deadline)); then
      last_lines "$DATA/logs/$name.log"
      fail "the $name did not answer $url within $3 s"
    fi
    sleep 0.2
  done
}
