# How launchers start Java; to be sourced by a POSIX shell.

# The smallest collector; none starts faster.
gc_options='-XX:+UseSerialGC'

# Keeps the compiler from putting loops into their callers, and those into theirs, which it would
# compile again and again (docs/development.md).
compiler_options='-XX:FreqInlineSize=110'

# start_java JAVA_HOME OPTION...: becomes Java. The log options keep the JVM from speaking of a cache
# of classes that does not fit.
start_java() {
  java=$1/bin/java
  shift
  case ${LIMPID_JAVA_OPTS:-} in
    *-XX:+Use*GC*) gc_options= ;;
  esac
  # Without a locale, as in cron or a container, Java could not name files with non-ASCII letters.
  # What the system says about files is English, as all texts are.
  LC_CTYPE=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
  case $LC_CTYPE in
    C | POSIX) LC_CTYPE=C.UTF-8 ;;
  esac
  LC_MESSAGES=C
  unset LC_ALL
  export LC_CTYPE LC_MESSAGES
  # Java cannot tell by itself which of its streams are a terminal.
  terminal=
  [ ! -t 1 ] || terminal=out
  [ ! -t 2 ] || terminal=$terminal,err
  # shellcheck disable=SC2086 # gc_options, compiler_options and LIMPID_JAVA_OPTS hold several words.
  exec "$java" -Xlog:disable $gc_options $compiler_options "-Dlimpid.terminal=$terminal" \
    ${LIMPID_JAVA_OPTS:-} "$@"
}
