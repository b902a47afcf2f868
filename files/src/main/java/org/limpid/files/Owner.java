package org.limpid.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process, such that a later one can tell whether it is still there. A number alone is not
 * enough: systems give it out again, after a restart and in every container.
 *
 * @param pid its number
 * @param start when it started: clock ticks since the system did, or seconds since 1970 where the
 *     system has no {@code /proc}
 * @param boot which start of the system, as eight hexadecimal digits
 * @param place the host and the name space of its process numbers, likewise
 */
record Owner(long pid, long start, String boot, String place) {
  private static final Path PROC = Path.of("/proc");
  private static final Owner CURRENT = current(ProcessHandle.current().pid());
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})-(\\d{1,18})-([0-9a-f]{8})-([0-9a-f]{8})");

  /** What start is said to be of a process that is not there. */
  private static final long NONE = -1;

  /** Where {@code stat} has the state and the start, counted from 0 behind the name. */
  private static final int STATE = 0;

  private static final int START = 19;

  /** Clocks are set now and then. Only seconds since 1970 need this. */
  private static final long TOLERANCE_SECONDS = 2;

  /** Whether a process is there. */
  enum Life {
    ALIVE,
    DEAD,
    /** It runs on another host or in another container, where its number can't be looked up. */
    UNKNOWN
  }

  static Owner current() {
    return CURRENT;
  }

  private static Owner current(long pid) {
    String host =
        read(PROC.resolve("sys/kernel/hostname"))
            .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
            .orElse("");
    String machine = read(Path.of("/etc/machine-id")).orElse("");
    String place = host + machine + processNumbers();
    String boot = read(PROC.resolve("sys/kernel/random/boot_id")).orElse("");
    return new Owner(pid, Math.max(0, startOf(pid)), hash(boot), hash(place));
  }

  private static String processNumbers() {
    try {
      return Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException _) {
      return "";
    }
  }

  private static String hash(String text) {
    return "%08x".formatted(text.hashCode());
  }

  /** The process that {@link #toString} told of. */
  static Optional<Owner> parse(String text) {
    Matcher found = TEXT.matcher(text);
    return found.matches()
        ? Optional.of(
            new Owner(
                Long.parseLong(found.group(1)),
                Long.parseLong(found.group(2)),
                found.group(3),
                found.group(4)))
        : Optional.empty();
  }

  /** Whether it is there; a zombie is not. */
  Life life() {
    if (!place.equals(CURRENT.place) || hidesProcesses()) {
      return Life.UNKNOWN;
    }
    long tolerance = hasProc() ? 0 : TOLERANCE_SECONDS;
    boolean same = boot.equals(CURRENT.boot) && Math.abs(startOf(pid) - start) <= tolerance;
    return same ? Life.ALIVE : Life.DEAD;
  }

  private static boolean hasProc() {
    return Files.exists(PROC.resolve("self/stat"));
  }

  /** Systems may be set up so that only the superuser sees all processes. */
  private static boolean hidesProcesses() {
    return hasProc() && !Files.exists(PROC.resolve("1/stat"));
  }

  private static long startOf(long pid) {
    return hasProc() ? startTicks(pid) : startSeconds(pid);
  }

  private static long startTicks(long pid) {
    return read(PROC.resolve(pid + "/stat"))
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
        .filter(fields -> !"ZX".contains(fields[STATE]))
        .map(fields -> Long.parseLong(fields[START]))
        .orElse(NONE);
  }

  private static long startSeconds(long pid) {
    return ProcessHandle.of(pid)
        .map(process -> process.info().startInstant().map(Instant::getEpochSecond).orElse(0L))
        .orElse(Long.MIN_VALUE / 2);
  }

  /** Latin-1, as the name of a process may hold any bytes. */
  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** A text without blanks or dots, for names of files. */
  @Override
  public String toString() {
    return "%d-%d-%s-%s".formatted(pid, start, boot, place);
  }
}
