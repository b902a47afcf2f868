package org.limpid.experiment.slurm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.limpid.data.importer.DurationText;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * The nodes of a partition as {@code sinfo} prints them.
 *
 * @param partition its name
 * @param usable nodes that jobs run on or could, from 1
 * @param idle nodes that nobody holds
 * @param limitSeconds the longest wall time of jobs, if there is one
 */
public record SlurmNodes(String partition, int usable, int idle, OptionalLong limitSeconds) {
  /** Columns of the command that prints all that is needed. */
  static final String FORMAT = "%P|%l|%D|%t";

  /** The command that prints all that is needed. */
  static final String COMMAND = "sinfo -o '%s'".formatted(FORMAT);

  /** A longer limit is none: thirty years. */
  private static final double MOST_SECONDS = 1e9;

  /** Plans hold a number for each node and length of a job. */
  private static final int MOST = 100_000;

  private static final Set<String> IDLE = Set.of("idle");
  private static final Set<String> IN_USE =
      Set.of("alloc", "allocated", "mix", "mixed", "comp", "completing", "plnd", "planned");

  public SlurmNodes {
    if (usable < 1 || idle < 0 || idle > usable) {
      throw new IllegalArgumentException(
          "expected usable nodes from 1, found %d of which %d idle".formatted(usable, idle));
    }
  }

  /** Runs {@code sinfo}. */
  public static SlurmText print() {
    return SlurmText.run(List.of("sinfo", "-o", FORMAT), "--sinfo");
  }

  /**
   * Reads what was printed.
   *
   * @param wanted the partition; may be left out where there is but one
   * @throws DataException if it is another table, or has not that partition, or no node of it can
   *     be used
   */
  public static SlurmNodes of(SlurmText text, Optional<String> wanted) {
    SlurmTable table = SlurmTable.of(text, COMMAND);
    table.require(List.of("PARTITION", "NODES", "STATE"), COMMAND);
    List<String> found =
        table.lines().stream().map(line -> partition(table, line)).distinct().toList();
    String partition = wanted.orElseGet(() -> found.size() == 1 ? found.getFirst() : "");
    if (!found.contains(partition)) {
      throw new DataException(
          Problem.of(
              text.source(),
              "expected the partition of the chain, found " + String.join(", ", found),
              "Maybe choose one of these with --partition."));
    }
    return count(table, partition, text.source());
  }

  private static SlurmNodes count(SlurmTable table, String partition, String source) {
    long usable = 0;
    long idle = 0;
    OptionalLong limit = OptionalLong.empty();
    for (SlurmTable.Line line : table.lines()) {
      if (partition(table, line).equals(partition)) {
        int nodes = nodes(table, line);
        String state = state(table, line);
        idle += IDLE.contains(state) ? nodes : 0;
        usable += IDLE.contains(state) || IN_USE.contains(state) ? nodes : 0;
        limit = limit(table, line);
      }
    }
    if (usable > MOST) {
      throw new DataException(
          Problem.of(
              source,
              "expected at most %d nodes of %s, found %d".formatted(MOST, partition, usable),
              "Maybe a line is there twice."));
    }
    if (usable == 0) {
      throw new DataException(
          Problem.of(
              source,
              "expected a node of %s that is idle or in use, found none".formatted(partition),
              "Maybe the partition is down, or sinfo didn't print this."));
    }
    return new SlurmNodes(partition, (int) usable, (int) idle, limit);
  }

  /** Its default has a star behind its name. */
  private static String partition(SlurmTable table, SlurmTable.Line line) {
    return table.field(line, "PARTITION").orElse("").replace("*", "");
  }

  /** With a star behind it a node doesn't answer; other signs don't count. */
  private static String state(SlurmTable table, SlurmTable.Line line) {
    String state = table.field(line, "STATE").orElse("").toLowerCase(Locale.ROOT);
    return state.endsWith("*") ? "down" : state.replaceAll("[^a-z]", "");
  }

  private static int nodes(SlurmTable table, SlurmTable.Line line) {
    String text = table.field(line, "NODES").orElse("");
    if (!text.matches("\\d{1,5}")) {
      throw new DataException(
          table.problem(line, "NODES", "expected a number of nodes", "Maybe use " + COMMAND));
    }
    return Integer.parseInt(text);
  }

  private static OptionalLong limit(SlurmTable table, SlurmTable.Line line) {
    OptionalDouble seconds =
        table
            .field(line, "TIME_LIMIT")
            .map(text -> DurationText.seconds(text, 60))
            .orElse(OptionalDouble.empty());
    return seconds.isPresent()
            && seconds.getAsDouble() >= 0
            && seconds.getAsDouble() <= MOST_SECONDS
        ? OptionalLong.of((long) seconds.getAsDouble())
        : OptionalLong.empty();
  }
}
