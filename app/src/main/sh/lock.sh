# One build at a time: functions for the launcher; to be sourced by a POSIX shell.

# The lock is a symbolic link whose target tells which process holds it: making it either succeeds
# or fails, and it is never there without its holder. The target is PID:START:BOOT:PLACE. A number
# alone is not enough, as systems give it out again, after a restart and in every container.

# So many fifths of a second are waited for a holder on another host or in another container, where
# this process can't see it; a build takes a fraction of that. Then it counts as gone.
patience=3000

# lock FILE: waits until no other living process holds the lock, then takes it.
lock() {
  lock=$1
  self=$$:$(start_of $$):$(boot):$(place)
  waited=0
  until ln -s "$self" "$lock" 2>/dev/null; do
    waited=$((waited + 1))
    if ! holder=$(readlink "$lock"); then
      # Either it was just given back, or no lock can be made here.
      [ "$waited" -lt 100 ] || fail "cannot make the lock $lock."
    elif is_gone "$holder" || [ "$waited" -ge "$patience" ]; then
      remove_stale_lock
    elif [ "$waited" = 1 ]; then
      echo "Waiting for the build of another Limpid (process ${holder%%:*}) ..." >&2
    fi
    sleep 0.2
  done
  trap unlock EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock() {
  [ "$(readlink "$lock")" != "$self" ] || rm -f "$lock"
  trap - EXIT HUP INT TERM
}

# Of several launchers that find a dead holder only one may remove the lock, and only that one lock.
remove_stale_lock() {
  if ln -s "$self" "$lock.remover" 2>/dev/null; then
    [ "$(readlink "$lock")" != "$holder" ] || rm -f "$lock"
    rm -f "$lock.remover"
  elif remover=$(readlink "$lock.remover") && is_gone "$remover"; then
    rm -f "$lock.remover"
  fi
}

# Whether the process of a lock is no longer there. A zombie is not; where there is no /proc, only
# the number can be asked for.
is_gone() {
  IFS=: read -r holder_pid holder_start holder_boot holder_place <<END
$1
END
  if [ -z "$holder_start" ] || ! has_proc; then
    ! kill -0 "$holder_pid" 2>/dev/null
  elif [ "$holder_place" != "$(place)" ]; then
    return 1
  else
    [ "$holder_boot" != "$(boot)" ] || [ "$holder_start" != "$(start_of "$holder_pid")" ]
  fi
}

# Some systems show each user only processes of their own.
has_proc() {
  [ -r /proc/1/stat ]
}

# Prints when a process started, in clock ticks since the system did; nothing if it is not there or
# a zombie. Its name, in parentheses, may hold anything.
start_of() {
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 0
  # shellcheck disable=SC2086 # Split into fields.
  set -- ${stat##*)}
  case $1 in
    Z | X) ;;
    *)
      shift 19
      echo "$1"
      ;;
  esac
}

# Which start of the system this is.
boot() {
  { read -r id </proc/sys/kernel/random/boot_id; } 2>/dev/null && echo "$id"
}

# The host and the name space of its process numbers.
place() {
  numbers=$(readlink /proc/self/ns/pid)
  echo "$(uname -n)-${numbers#pid:}"
}
