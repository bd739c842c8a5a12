# shellcheck shell=bash
# A private PostgreSQL cluster: found or installed, made, started, stopped. It listens on 127.0.0.1 only and has no socket
# file, so that its folder's path may be as long as it likes.

readonly OLDEST_POSTGRES=15

# postgres_programs: the folder of initdb, pg_ctl and psql; fails when there is none that is new enough.
postgres_programs() {
  local folder version folders=()
  if command -v initdb >/dev/null; then folders+=("$(dirname -- "$(readlink -f -- "$(command -v initdb)")")"); fi
  mapfile -t -O "${#folders[@]}" folders < <(printf '%s\n' /usr/lib/postgresql/*/bin /usr/local/pgsql/bin | sort -t/ -k5,5Vr)
  for folder in "${folders[@]}"; do
    [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/psql ]] || continue
    version=$("$folder/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
    if ((version >= OLDEST_POSTGRES)); then
      printf '%s' "$folder"
      return
    fi
  done
  return 1
}

# find_postgres: sets POSTGRES_BIN, installing Debian's package when it may.
find_postgres() {
  POSTGRES_BIN=$(postgres_programs) && return 0
  local command="apt-get update && apt-get install -y postgresql"
  ((EUID == 0)) && command -v apt-get >/dev/null ||
    fail "PostgreSQL $OLDEST_POSTGRES or newer is needed. As root: $command (or set DATABASE_URL)"
  step "installing PostgreSQL"
  install_packages postgresql || fail "PostgreSQL could not be installed: $command"
  POSTGRES_BIN=$(postgres_programs) || fail "the installed PostgreSQL is older than $OLDEST_POSTGRES"
}

install_packages() {
  local log
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null 9>&-; then
    rm -f -- "$log"
  else
    last_lines "$log"
    return 1
  fi
}

# postgres_user: who runs the server. PostgreSQL refuses root.
postgres_user() {
  if ((EUID != 0)); then
    id -un
  elif id postgres >/dev/null 2>&1; then
    printf postgres
  else
    printf nobody
  fi
}

as_server() {
  if ((EUID == 0)); then
    (cd / && exec runuser -u "$(postgres_user)" -- "$@")
  else
    (cd / && exec "$@")
  fi
}

# make_postgres_folder PREFERRED: prints a folder that the server's user can reach: PREFERRED, or one under /var/tmp.
make_postgres_folder() {
  local folder=$1
  (umask 077 && mkdir -p -- "$folder")
  if ((EUID == 0)); then
    chown "$(postgres_user)" "$folder"
    if ! as_server test -w "$folder" 2>/dev/null; then
      rmdir -- "$folder"
      folder=$(mktemp -d /var/tmp/campaigns-XXXXXXXX)
      chown "$(postgres_user)" "$folder"
    fi
  fi
  printf '%s' "$folder"
}

# init_postgres FOLDER SUPERUSER PASSWORD: a fresh cluster in FOLDER/data; half-made ones are made again.
init_postgres() {
  local folder=$1 superuser=$2 password=$3
  as_server test -f "$folder/made" && return 0
  as_server rm -rf -- "$folder/data"
  printf '%s' "$password" | as_server sh -c 'umask 077 && cat >"$1/password"' sh "$folder"
  as_server "$POSTGRES_BIN/initdb" -D "$folder/data" -U "$superuser" -A scram-sha-256 --pwfile="$folder/password" \
    -E UTF8 --locale=C.UTF-8 >"$INIT_LOG" 2>&1 || {
    last_lines "$INIT_LOG"
    fail "the cluster could not be made in $folder"
  }
  as_server rm -f -- "$folder/password"
  as_server touch "$folder/made"
}

postgres_runs() { as_server "$POSTGRES_BIN/pg_ctl" -D "$1/data" status >/dev/null 2>&1; }

# So many connections fit, idle ones are cheap: five silos with every pool full (src/Silo/Hosting/DataSources.cs), and whoever looks on.
readonly MOST_CONNECTIONS=500

# start_postgres FOLDER PORT: fails when the server does not come up, most often as the port is taken.
start_postgres() {
  as_server "$POSTGRES_BIN/pg_ctl" -D "$1/data" -w -t 60 -s -l "$1/log" \
    -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=$MOST_CONNECTIONS" start >/dev/null 2>&1 9>&-
}

stop_postgres() { as_server "$POSTGRES_BIN/pg_ctl" -D "$1/data" -m fast -w -t 60 -s stop >/dev/null 2>&1; }

# start_on_free_port FOLDER: starts it and prints the port.
start_on_free_port() {
  local port
  for _ in {1..5}; do
    port=$(free_port)
    if start_postgres "$1" "$port"; then
      printf '%s' "$port"
      return
    fi
  done
  as_server tail -n 20 "$1/log" >&2 || true
  fail "PostgreSQL does not start in $1"
}

# make_database PORT: the owner, who is no superuser (as on a hosted Postgres), and the database.
make_database() {
  PGPASSWORD=$CAMPAIGNS_SUPERUSER_PASSWORD "$POSTGRES_BIN/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$1" -U superuser -d postgres <<SQL
select 'create role campaigns_owner login createdb createrole'
  where not exists (select from pg_roles where rolname = 'campaigns_owner') \gexec
alter role campaigns_owner password '$CAMPAIGNS_OWNER_PASSWORD';
select 'create database campaigns owner campaigns_owner'
  where not exists (select from pg_database where datname = 'campaigns') \gexec
SQL
}

# ensure_private_postgres: the cluster of this data folder runs; its place and port stand in run.json.
ensure_private_postgres() {
  find_postgres
  INIT_LOG=$DATA/logs/initdb.log
  local folder=${RUN[postgresDirectory]:-} port=${RUN[postgresPort]:-}
  if [[ -z $folder ]] || ! as_server test -d "$folder"; then
    [[ -z $folder ]] || say "the cluster's folder $folder is gone, and the data with it: a new one is made"
    folder=$(make_postgres_folder "$DATA/postgres")
    RUN[postgresDirectory]=$folder
    save_run
  fi
  if postgres_runs "$folder"; then return 0; fi

  step "starting PostgreSQL in $folder"
  init_postgres "$folder" superuser "$CAMPAIGNS_SUPERUSER_PASSWORD"
  if [[ -n $port ]]; then
    start_postgres "$folder" "$port" || {
      as_server tail -n 20 "$folder/log" >&2 || true
      fail "PostgreSQL does not start on its port $port (is it taken?)"
    }
  else
    port=$(start_on_free_port "$folder")
  fi
  RUN[postgresPort]=$port
  save_run
  make_database "$port"
}
