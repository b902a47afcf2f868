# Functions for the scripts that start Java; to be sourced by a POSIX shell.

# What has to be there; java will do for those who compile nothing.
tool=javac

# Prints the folder of a JDK 25, or says on stderr what to install and fails.
find_jdk() {
  if [ -n "${LIMPID_JAVA_HOME:-}" ]; then
    if is_jdk_25 "$LIMPID_JAVA_HOME"; then
      printf '%s\n' "$LIMPID_JAVA_HOME"
      return
    fi
    printf 'limpid: LIMPID_JAVA_HOME is not a JDK 25: %s\n' "$LIMPID_JAVA_HOME" >&2
    return 1
  fi
  for home in "${JAVA_HOME:-}" "$(home_of_java_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    if is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  printf 'limpid: needs a JDK 25 and found none. %s\n' \
    'Install one, for example Temurin 25 from https://adoptium.net, or set LIMPID_JAVA_HOME to it.' >&2
  return 1
}

# An old readlink that lacks -f finds nothing here; then the usual folders are left.
home_of_java_on_path() {
  java=$(command -v java) && java=$(readlink -f "$java" 2>/dev/null) && printf '%s\n' "${java%/bin/*}"
}

# Reads the file that every JDK carries: to start java and ask it would take longer than all the rest.
is_jdk_25() {
  [ -x "$1/bin/$tool" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}
