# shellcheck shell=bash
# Our own programs: how they are built, and what they are told.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export HOME=${HOME:-/tmp}

readonly SILO=src/Silo/bin/Release/net10.0/campaigns-silo.dll
readonly SANDBOX=src/Sandbox/bin/Release/net10.0/campaigns-sandbox.dll
readonly DEMO=examples/Demo/bin/Release/net10.0/campaigns-demo.dll
readonly BENCH=bench/bin/Release/net10.0/campaigns-bench.dll

has_sdk() { command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; }

need_sdk() {
  if ! has_sdk && [[ -x $HOME/.dotnet/dotnet ]]; then export PATH=$HOME/.dotnet:$PATH; fi
  has_sdk || fail "the .NET SDK 10 is needed: https://dotnet.microsoft.com/download/dotnet/10.0"
}

# build TARGET: Release; the compiler's words only when it fails.
build() {
  local log
  log=$(mktemp)
  step "building ${1##*/}"
  if (cd -- "$CAMPAIGNS_ROOT" && dotnet build "$1" -c Release --nologo -v quiet -clp:NoSummary) >"$log" 2>&1 9>&-; then
    rm -f -- "$log"
  else
    grep -E ': (error|warning) ' "$log" | sort -u | head -n 40 >&2 || tail -n 40 "$log" >&2
    rm -f -- "$log"
    fail "the build failed"
  fi
}

# build_program DLL: its project, and what that needs.
build_program() { build "$CAMPAIGNS_ROOT/${1%%/bin/*}"; }

need_built() {
  [[ -f $CAMPAIGNS_ROOT/$1 ]] || build_program "$1"
  [[ -f $CAMPAIGNS_ROOT/$1 ]] || fail "the build made no $1"
}

# install_program NAME DLL: a copy to run from, so that a later build does not pull the files from under a running process.
install_program() {
  local target=$DATA/programs/$1
  rm -rf -- "$target.new" "$target"
  cp -R -- "$(dirname -- "$CAMPAIGNS_ROOT/$2")" "$target.new"
  mv -- "$target.new" "$target"
}

# with_role URL USER PASSWORD: the same database under another user.
with_role() {
  [[ $1 =~ ^(postgres(ql)?://)([^@/?]*@)?(.*)$ ]] ||
    fail "DATABASE_URL is not a postgresql:// address; set DATABASE_URL_SILO and DATABASE_URL_API yourself"
  printf '%s%s:%s@%s' "${BASH_REMATCH[1]}" "$2" "$3" "${BASH_REMATCH[4]}"
}

# export_database: the three addresses, of the private cluster or of the reader's database.
export_database() {
  if [[ -n ${RUN[postgresPort]:-} && ${RUN[database]:-} == private ]]; then
    export DATABASE_URL="postgresql://campaigns_owner:$CAMPAIGNS_OWNER_PASSWORD@127.0.0.1:${RUN[postgresPort]}/campaigns"
    unset DATABASE_URL_SILO DATABASE_URL_API
  fi
  [[ -n ${DATABASE_URL:-} ]] || fail "DATABASE_URL is not set, and $DATA has no private cluster: ./campaigns up$(data_hint)"
  DATABASE_URL_SILO=${DATABASE_URL_SILO:-$(with_role "$DATABASE_URL" campaigns_silo "$CAMPAIGNS_SILO_PASSWORD")}
  DATABASE_URL_API=${DATABASE_URL_API:-$(with_role "$DATABASE_URL" campaigns_api "$CAMPAIGNS_API_PASSWORD")}
  export DATABASE_URL_SILO DATABASE_URL_API
}

# export_settings: what every silo is told, with the place of the first. In the sandbox's mode no key of the reader's gets near it: nothing must mix.
export_settings() {
  export_database
  export CAMPAIGNS_MEDIA_DIR=$DATA/media
  export_place silo
  export CAMPAIGNS_CLUSTER_ID=${RUN[clusterId]}
  if [[ ${RUN[mode]} == sandbox ]]; then
    export_sandbox "${RUN[sandboxUrl]}"
    export CAMPAIGNS_MASTER_KEY=$CAMPAIGNS_LOCAL_MASTER_KEY
    export PUBLIC_BASE_URL=${RUN[apiUrl]}
  else
    export CAMPAIGNS_MASTER_KEY=${CAMPAIGNS_MASTER_KEY:-$CAMPAIGNS_LOCAL_MASTER_KEY}
    export PUBLIC_BASE_URL=${PUBLIC_BASE_URL:-${RUN[apiUrl]}}
  fi
}

export_sandbox() {
  unset BLOB_READ_WRITE_TOKEN RUBE_TOKEN CLERK_SECRET_KEY VITE_CLERK_PUBLISHABLE_KEY \
    CLERK_WEBHOOK_SECRET VERCEL_BLOB_API_URL CLERK_API_URL
  export CAMPAIGNS_SANDBOX=true
  export GEMINI_BASE_URL=$1/gemini/v1beta GEMINI_API_KEY=sandbox
  export OPENROUTER_BASE_URL=$1/openrouter/api/v1 OPENROUTER_API_KEY=sandbox
  export REPLICATE_BASE_URL=$1/replicate/v1 REPLICATE_API_TOKEN=sandbox
  export FAL_QUEUE_URL=$1/fal FAL_KEY=sandbox
  export RUBE_MCP_URL=$1/rube/mcp
  export CLERK_ISSUER=$1/clerk CLERK_AUTHORIZED_PARTIES=http://localhost:5173
}
