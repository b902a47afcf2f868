package org.limpid.data.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.VirtualCluster;
import org.limpid.data.derive.DerivedDataset;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.Problem;

/** Looks at a data set as a colleague who has seen many would do before simulating it. */
public final class Doctor {
  /** Name of what {@code limpid data check} refuses. */
  static final String REFUSED = "fails-check";

  private Doctor() {}

  /**
   * What is odd about a data set, in a fixed order; of one that {@code limpid data check} refuses
   * what that says.
   */
  public static List<Finding> findings(Path folder) {
    List<Problem> problems = DatasetCheck.check(folder);
    if (!problems.isEmpty()) {
      return problems.stream().map(Doctor::refused).toList();
    }
    Subject subject = new Subject(DatasetReader.open(folder));
    return Checks.all().stream()
        .map(check -> check.finding(subject))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Finding refused(Problem problem) {
    return new Finding(
        REFUSED,
        Severity.HIGH,
        problem.file(),
        problem.line() == 0 ? List.of() : List.of(problem.line()),
        1,
        message(problem),
        "No command takes this data set.",
        (problem.hint()
                + " Importing the table again sorts rows and gives repeated identifiers new ones:"
                + " limpid data import csv FILE --out DIR")
            .strip());
  }

  /** Without the place, which has a field of its own. */
  private static String message(Problem problem) {
    return "%s%s%s."
        .formatted(
            problem.column().isEmpty() ? "" : problem.column() + ": ",
            problem.message(),
            problem.value().isEmpty() ? "" : ", found '%s'".formatted(problem.value()));
  }

  /**
   * Writes a data set in which all that can be mended without a guess is mended.
   *
   * @param overwrite whether an older data set may be replaced
   * @return jobs that were left out
   * @throws org.limpid.files.DataException if the data set can't be read or written
   */
  public static int fix(Path folder, Path out, boolean overwrite) {
    DatasetReader source = DatasetReader.open(folder);
    Subject subject = new Subject(source);
    Mending mending = new Mending();
    Checks.all().forEach(check -> check.mend(subject, mending));
    int[] rows = IntStream.range(0, subject.size()).filter(mending::keeps).toArray();
    new DerivedDataset(
            source.description().name() + "-fixed",
            source.description().title() + " (mended by limpid data doctor)",
            source.description().time(),
            source.cluster().virtualClusters().stream().map(each -> mended(each, mending)).toList(),
            source.profiler().orElse(null),
            rows,
            row -> mending.mended(subject.trace(), row),
            rows.length == subject.size())
        .write(source, out, overwrite);
    return subject.size() - rows.length;
  }

  private static VirtualCluster mended(VirtualCluster cluster, Mending mending) {
    int nodes = mending.nodesOf(cluster.name(), cluster.nodeCount());
    return nodes == cluster.nodeCount() ? cluster : new VirtualCluster(cluster.name(), nodes);
  }
}
