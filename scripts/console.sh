# shellcheck shell=bash
# What the reader sees. Progress goes to standard error, so that standard output holds results only.

say() { printf '%s\n' "$*" >&2; }

step() { printf '==> %s\n' "$*" >&2; }

fail() {
  printf 'campaigns: %s\n' "$*" >&2
  exit 1
}

# last_lines FILE: the end of a log, for whoever must find out why something did not start.
last_lines() {
  [[ -s $1 ]] || return 0
  say "---- the end of $1"
  tail -n 20 -- "$1" >&2
  say "----"
}

# need_value OPTION COUNT: refuses an option that has lost its value.
need_value() { (($2 >= 2)) || fail "$1 needs a value"; }
