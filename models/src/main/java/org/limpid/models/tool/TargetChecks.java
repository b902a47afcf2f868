package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.table.FormatGuess;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Looks at a target before time is spent on it. */
final class TargetChecks {
  /** So few rows per class teach next to nothing. */
  private static final int FEW_ROWS = 2;

  /** So many classes take long. */
  private static final int MANY_CLASSES = 100;

  private static final String ANYWAY = " --anyway trains all the same.";

  private TargetChecks() {}

  /**
   * Checks.
   *
   * @param anyway whether what looks wrong is only worth a notice
   * @return sentences on what may surprise
   */
  static List<String> check(Table table, Target target, boolean anyway) {
    Optional<Problem> problem =
        switch (target) {
          case Target.Classes classes -> tooManyClasses(table, classes);
          case Target.Numbers numbers ->
              OddNumbers.mark(NumericColumn.of(numbers.name(), numbers.values()))
                  .map(mark -> marks(table, numbers, mark));
        };
    if (problem.isPresent() && !anyway) {
      throw new DataException(problem.get());
    }
    List<String> notices = new ArrayList<>();
    problem.map(Problem::toString).ifPresent(notices::add);
    if (problem.isEmpty() && target instanceof Target.Classes classes) {
      manyClasses(classes).ifPresent(notices::add);
    }
    return notices;
  }

  private static Optional<Problem> tooManyClasses(Table table, Target.Classes target) {
    int count = target.classes().size();
    if (target.size() >= FEW_ROWS * (long) count || count == 2) {
      return Optional.empty();
    }
    TextColumn names = TextColumn.of(target.name(), target.classes().toArray(String[]::new));
    FormatGuess guess = FormatGuess.of(names, table.reading());
    String hint =
        guess.isNumbers()
            ? "Maybe these are %s: --type regression predicts them."
                .formatted(guess.formats().getFirst().description())
            : "Maybe another column was meant.";
    return Optional.of(
        Problem.ofColumn(
            table.source(),
            target.name(),
            String.format(
                Locale.ROOT,
                "expected several rows of each class, found %,d classes in %,d rows",
                count,
                target.size()),
            hint + ANYWAY));
  }

  private static Optional<String> manyClasses(Target.Classes target) {
    int count = target.classes().size();
    return count <= MANY_CLASSES
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s has %,d classes, and training takes time for each. Maybe --type regression"
                    + " was meant.",
                target.name(),
                count));
  }

  private static Problem marks(Table table, Target.Numbers target, OddNumbers.Mark mark) {
    NumericColumn column = NumericColumn.of(target.name(), target.values());
    String rows =
        mark.count() == 1
            ? "in one row: remove that."
            : String.format(Locale.ROOT, "in %,d rows: remove those.", mark.count());
    boolean trainable = Math.abs(mark.value()) <= TrainingChecks.LARGEST;
    return table.problem(
        mark.firstRow(),
        column,
        "expected a number near the others, which are %s to %s"
            .formatted(mark.lowest(), mark.highest()),
        "Maybe it stands for a missing value " + rows + (trainable ? ANYWAY : ""));
  }
}
