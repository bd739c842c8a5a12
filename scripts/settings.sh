# shellcheck shell=bash
# Where things are: the data folder, the secrets in it, the variables of the reader.

# take_data_option ARGS…: sets DATA, and REST to the other arguments.
take_data_option() {
  local data=$CAMPAIGNS_ROOT/.data
  REST=()
  while (($#)); do
    case $1 in
      --data)
        need_value "$1" $#
        data=$2
        shift 2
        ;;
      --data=*)
        data=${1#--data=}
        shift
        ;;
      *)
        REST+=("$1")
        shift
        ;;
    esac
  done
  [[ -n $data ]] || fail "--data needs a folder"
  [[ $data == /* ]] || data=$PWD/$data
  DATA=$(readlink -m -- "$data")
  [[ $DATA != *[\"\\]* && $DATA != *$'\n'* ]] || fail "the folder's name must hold no quote, backslash or line break: $DATA"
}

# load_dotenv FILE: reads NAME=value lines. What is set already wins; nothing is evaluated.
load_dotenv() {
  [[ -f $1 ]] || return 0
  local line name value
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line%$'\r'}
    [[ $line =~ ^[[:space:]]*(export[[:space:]]+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] || continue
    name=${BASH_REMATCH[2]} value=${BASH_REMATCH[3]}
    if [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]]; then value=${BASH_REMATCH[1]}; fi
    [[ -n $value && -z ${!name:-} ]] && export "$name=$value"
  done <"$1"
  return 0
}

random_hex() { od -An -v -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }

readonly SECRETS=(
  CAMPAIGNS_SUPERUSER_PASSWORD CAMPAIGNS_OWNER_PASSWORD CAMPAIGNS_SILO_PASSWORD CAMPAIGNS_API_PASSWORD CAMPAIGNS_LOCAL_MASTER_KEY
)
readonly OPTIONAL_SECRETS=(CAMPAIGNS_LOCAL_FORMER_MASTER_KEYS)

# load_secrets: makes the secrets of this data folder once, and reads them. They are for a machine of one's own, not for production.
load_secrets() {
  local file=$DATA/secrets.env
  [[ ! -e $file || -O $file ]] || fail "$file belongs to somebody else: choose another folder with --data DIR"
  if [[ ! -s $file ]]; then
    (
      umask 077
      cat >"$file.new" <<TEXT
# Made by ./campaigns for the system in this folder. Delete it only together with the database.
CAMPAIGNS_SUPERUSER_PASSWORD=$(random_hex 24)
CAMPAIGNS_OWNER_PASSWORD=$(random_hex 24)
CAMPAIGNS_SILO_PASSWORD=$(random_hex 24)
CAMPAIGNS_API_PASSWORD=$(random_hex 24)
CAMPAIGNS_LOCAL_MASTER_KEY=$(head -c 32 /dev/urandom | base64 | tr -d '\n')
TEXT
    )
    mv -- "$file.new" "$file"
  fi
  read_secrets "$file"
}

# read_secrets FILE: only names of our own are taken: what follows a name could be code to the shell.
read_secrets() {
  local line name
  for name in "${SECRETS[@]}" "${OPTIONAL_SECRETS[@]}"; do unset "$name"; done
  while IFS= read -r line || [[ -n $line ]]; do
    for name in "${SECRETS[@]}" "${OPTIONAL_SECRETS[@]}"; do
      if [[ $line == "$name="* ]]; then printf -v "$name" '%s' "${line#*=}"; fi
    done
  done <"$1"
  for name in "${SECRETS[@]}"; do
    [[ -n ${!name:-} ]] || fail "$1 lacks $name"
  done
}

# make_data_folder: the folder and a lock in it: two commands that change the system never run at once.
make_data_folder() {
  local part
  if [[ ! -d $DATA ]]; then
    mkdir -p -- "$DATA"
    if ((EUID == 0)); then chmod 711 -- "$DATA"; else chmod 700 -- "$DATA"; fi # root's cluster runs as another user, who passes here
  fi
  for part in logs media sandbox programs; do make_private_folder "$DATA/$part"; done
  exec 9>"$DATA/lock"
  flock -n 9 && return
  say "waiting for another command that works in $DATA"
  flock -w 600 9 || fail "it has not finished in ten minutes"
}

# make_private_folder FOLDER: nobody else looks inside, also not into one that an older version made.
make_private_folder() {
  [[ ! -d $1 || -O $1 ]] || fail "$1 belongs to somebody else: choose another folder with --data DIR"
  mkdir -p -- "$1"
  chmod 700 -- "$1"
}
