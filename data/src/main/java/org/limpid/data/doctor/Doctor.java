package org.limpid.data.doctor;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Looks at a data set as a colleague who has seen many would do before simulating it. */
public final class Doctor {
  /** Name of what {@code limpid data check} refuses. */
  static final String REFUSED = "fails-check";

  private static final String IMPORTED =
      " It reads the table anew: rows are sorted, and repeated identifiers get new ones.";
  private static final String CHECKED =
      " It lists all that is wrong, to be corrected in the file by hand.";

  private Doctor() {}

  /** Names of the findings that {@link #mend} takes away when it is asked to guess. */
  public static List<String> guessed() {
    return Checks.all().stream()
        .filter(check -> check.cure() == Cure.GUESS)
        .map(Check::name)
        .toList();
  }

  /**
   * What is odd about a data set, in a fixed order; of one that {@code limpid data check} refuses
   * what that says.
   */
  public static List<Finding> findings(Path folder) {
    List<Problem> problems = DatasetCheck.check(folder);
    if (!problems.isEmpty()) {
      return problems.stream().map(problem -> refused(folder, problem)).toList();
    }
    Subject subject = new Subject(DatasetReader.open(folder));
    return Checks.all().stream()
        .map(check -> check.finding(subject))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Finding refused(Path folder, Problem problem) {
    boolean isOfJobs = problem.line() > 0 && isJobsFile(folder, problem.file());
    return new Finding(
        REFUSED,
        Severity.HIGH,
        problem.file(),
        problem.line() == 0 ? List.of() : List.of(problem.line()),
        1,
        message(problem),
        "No command takes this data set.",
        isOfJobs
            ? importAgain(folder, problem.file())
            : "limpid data check " + Subject.word(folder.toString()),
        (problem.hint() + (isOfJobs ? IMPORTED : CHECKED)).strip());
  }

  private static boolean isJobsFile(Path folder, String file) {
    Path description = folder.resolve(DatasetDescription.FILE_NAME);
    try {
      String jobs = DatasetDescription.read(description).jobs().file();
      return folder.resolve(jobs).toString().equals(file);
    } catch (DataException _) {
      return false;
    }
  }

  private static String importAgain(Path folder, String file) {
    return "limpid data import csv %s --out %s"
        .formatted(Subject.word(file), Subject.word(folder + "-imported"));
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
   * Writes a data set in which findings are mended.
   *
   * @param fixes whether all is mended that needs no guess
   * @param guesses names of findings that are mended by a guess, as {@link #guessed} lists them
   * @param overwrite whether an older data set may be replaced
   * @return what was done, a sentence each
   * @throws DataException if the data set can't be read or written, or if no job is left
   */
  public static List<String> mend(
      Path folder, boolean fixes, Collection<String> guesses, Path out, boolean overwrite) {
    Subject subject = new Subject(DatasetReader.open(folder));
    MendedDataset mended = new MendedDataset(subject);
    for (Check check : Checks.all()) {
      if (fixes && check.cure() == Cure.FIX || guesses.contains(check.name())) {
        mended.cure(check);
      }
    }
    return mended.write(out, overwrite);
  }
}
