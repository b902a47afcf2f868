package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.boost.BinMatrix;
import org.limpid.interpret.ebm.objective.Objective;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.text.QuotedNames;

/** Finds everything in data and parameters that an EBM cannot be trained with. */
final class EbmChecks {
  /** Bins of missing and unseen values. */
  private static final int SPECIAL_BINS = 2;

  private final TrainingSet data;
  private final EbmParameters parameters;
  private final TrainingChecks checks;

  private EbmChecks(TrainingSet data, EbmParameters parameters) {
    this.data = data;
    this.parameters = parameters;
    checks = TrainingChecks.of(data);
  }

  /** Throws a {@link org.limpid.files.DataException} with all problems, if there are any. */
  static void check(TrainingSet data, EbmParameters parameters) {
    EbmChecks checks = new EbmChecks(data, parameters);
    checks.checkData();
    checks.checkNames();
    checks.checkOffset();
    checks.checks.throwIfAny();
    checks.checkFeatures();
    checks.checkTargets();
    checks.checks.throwIfAny();
  }

  private void checkData() {
    checks.rows(2, "").columns().varyingTarget();
    boolean classes = parameters.objective().isForClasses();
    boolean wanted = data.target().task() instanceof Task.Classification;
    if (classes != wanted) {
      add(
          data.target().name(),
          "the objective %s is for %s"
              .formatted(parameters.objective(), classes ? "classes" : "numbers"),
          "Maybe use %s.".formatted(wanted ? "log_loss" : "rmse"));
    }
  }

  private void checkNames() {
    List<String> known = data.learned().stream().map(Column::name).toList();
    parameters.monotoneConstraints().keySet().forEach(name -> checkName(name, known));
    for (EbmParameter parameter : List.of(EbmParameter.PAIRS, EbmParameter.EXCLUDE)) {
      parameters.terms(parameter).forEach(term -> term.forEach(name -> checkName(name, known)));
    }
    for (Set<String> pair : parameters.terms(EbmParameter.PAIRS)) {
      if (pair.size() != 2) {
        add("", "pairs: expected two features, found " + QuotedNames.term(pair), "");
      }
      pair.stream()
          .filter(parameters.monotoneConstraints()::containsKey)
          .forEach(name -> add(name, "may not be monotone and part of a pair", ""));
      if (parameters.terms(EbmParameter.EXCLUDE).contains(pair)) {
        add(
            "",
            "expected a pair in pairs or in exclude, found %s in both"
                .formatted(QuotedNames.term(pair)),
            "Maybe leave it out of one of them.");
      }
    }
  }

  private void checkOffset() {
    Optional<String> offset = data.offset();
    if (offset.isPresent() && data.target().task().outputCount() > 2) {
      add(
          offset.get(),
          "expected numbers or two classes where there is an offset: added to the scores of all"
              + " classes it would change nothing",
          "Maybe predict one class against the others.");
    }
    double[] added = data.offsets().orElse(new double[0]);
    if (Arrays.stream(added).anyMatch(value -> Math.abs(value) > TrainingChecks.LARGEST)) {
      add(
          offset.orElseThrow(),
          "expected numbers of at most %s in size to be added".formatted(TrainingChecks.LARGEST),
          "Maybe one of them stands for a missing value.");
    }
  }

  private void checkName(String name, List<String> known) {
    if (!known.contains(name)) {
      add(name, "there is no such column", ClosestName.hint(name, known));
    }
  }

  private void checkFeatures() {
    Map<String, Integer> directions = parameters.monotoneConstraints();
    if (!directions.isEmpty() && data.target().task().outputCount() > 2) {
      add(
          data.target().name(),
          "expected numbers or two classes where scores are monotone, as each class has its own",
          "Maybe leave monotone_constraints out.");
    }
    for (Feature feature : FeatureFinder.features(data)) {
      if (feature instanceof Feature.Nominal && directions.containsKey(feature.name())) {
        add(
            feature.name(),
            "expected numbers or an order of the categories for a monotone feature",
            "Maybe remove it from monotone_constraints.");
      }
      if (feature instanceof Feature.Categorical categorical
          && categorical.categories().size() > BinMatrix.MOST_BINS - SPECIAL_BINS) {
        add(
            feature.name(),
            "expected at most %d different texts, found %d"
                .formatted(BinMatrix.MOST_BINS - SPECIAL_BINS, categorical.categories().size()),
            "Maybe it names rows and should be excluded.");
      }
    }
  }

  private void checkTargets() {
    if (!(data.target() instanceof Target.Numbers numbers)) {
      return;
    }
    Objective objective = parameters.objective();
    double[] values = numbers.values();
    NumericColumn column = NumericColumn.of(numbers.name(), values);
    for (int row = 0; row < values.length; row++) {
      int place = row;
      objective
          .rejects(values[row])
          .ifPresent(expected ->
              checks.add(
                  data.inputs()
                      .problem(
                          place,
                          column,
                          "%s for the objective %s".formatted(expected, objective),
                          "Maybe use another objective.")));
    }
  }

  private void add(String column, String message, String hint) {
    checks.add(Problem.ofColumn(data.inputs().source(), column, message, hint));
  }
}
