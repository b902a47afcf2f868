package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problems;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.evaluate.Split;
import org.limpid.interpret.evaluate.Splits;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Table;
import org.limpid.models.tool.TrainingRequest.Recipe;

/** Tests a model on rows that it does not learn from: which these are, and what it says of them. */
final class ModelTrial {
  /** Of fewer rows too few would be held out to tell anything. */
  static final int FEWEST_ROWS = 50;

  /** So many bags tell how good a machine of more is, a little too pessimistically. */
  private static final int BAGS = 2;

  private static final long SEED = 1;

  private final TrainingRequest request;
  private final TrainingSet all;
  private final List<String> notices;
  private final Optional<Split> split;

  /**
   * @param all the rows of the file of the request
   * @param notices receives why nothing is held out
   */
  ModelTrial(TrainingRequest request, TrainingSet all, List<String> notices) {
    this.request = request;
    this.all = all;
    this.notices = notices;
    split =
        switch (request.test()) {
          case TestRows.None _ -> Optional.empty();
          case TestRows.OfFile file -> {
            checkColumns(file.csv());
            yield Optional.empty();
          }
          case TestRows.HeldOut held -> Optional.of(split(held.share()));
          case TestRows.Estimated estimated -> estimatedSplit(estimated.share());
        };
  }

  private void checkColumns(Path csv) {
    Table table = TrainingData.table(request, csv, all.inputs().reading());
    Problems problems = new Problems();
    for (String name : all.inputs().names()) {
      if (table.find(name).isEmpty()) {
        problems.add(TrainingData.noColumn(table, name));
      }
    }
    if (table.find(request.target()).isEmpty()) {
      problems.add(TrainingData.noColumn(table, request.target()));
    }
    problems.throwIfAny();
  }

  private Optional<Split> estimatedSplit(double share) {
    if (all.rowCount() < FEWEST_ROWS) {
      notices.add(
          "Of fewer than %d rows none are held out: nothing is known of other rows (--test FILE)."
              .formatted(FEWEST_ROWS));
      return Optional.empty();
    }
    return Optional.of(split(share));
  }

  /** Classes of which all rows would be held out are learnt from. */
  private Split split(double share) {
    Split random = Splits.holdOut(all, share, SEED);
    if (!(all.target() instanceof Target.Classes classes)) {
      return random;
    }
    boolean[] learnt = new boolean[classes.classes().size()];
    Arrays.stream(random.train()).forEach(row -> learnt[classes.codes()[row]] = true);
    int[] test = Arrays.stream(random.test()).filter(row -> learnt[classes.codes()[row]]).toArray();
    int[] others =
        Arrays.stream(random.test()).filter(row -> !learnt[classes.codes()[row]]).toArray();
    return new Split(
        IntStream.concat(Arrays.stream(random.train()), Arrays.stream(others)).sorted().toArray(),
        test);
  }

  /** The rows that the model is to learn from. */
  TrainingSet training() {
    return request.test() instanceof TestRows.HeldOut
        ? split.map(rows -> all.rows(rows.train())).orElse(all)
        : all;
  }

  /**
   * Tests a model that was trained on {@link #training}.
   *
   * @return empty if nothing is held out
   */
  Optional<TestResult> result(Model model, TrainingMonitor monitor) {
    return switch (request.test()) {
      case TestRows.None _ -> Optional.empty();
      case TestRows.OfFile file ->
          Optional.of(ofFile(model, file.csv(), request, all.target(), notices::add));
      case TestRows.HeldOut _ -> split.map(rows -> tested(model, rows, ", which it did not see"));
      case TestRows.Estimated _ -> split.flatMap(rows -> estimated(rows, monitor));
    };
  }

  /** Tests a model that learnt from such targets on the rows of a file. */
  static TestResult ofFile(
      Model model, Path csv, TrainingRequest request, Target learnt, Consumer<String> notices) {
    ModelEvaluation.Observed observed =
        ModelEvaluation.observed(model, csv, request.target(), request.weights(), notices);
    return TestResult.of(
        "On the %s of %s".formatted(Words.count(observed.target().size(), "row"), csv),
        learnt,
        observed.target(),
        model.predict(observed.table()),
        observed.weights());
  }

  private Optional<TestResult> estimated(Split rows, TrainingMonitor monitor) {
    try {
      Model second =
          Trainers.of(cheaper(), all.target().task(), request.threads())
              .train(all.rows(rows.train()), monitor);
      String by =
          request.recipe().kind() == ModelKind.EBM
              ? ", which a second model did not see, of %d bags at most".formatted(BAGS)
              : ", which a second model did not see";
      return Optional.of(tested(second, rows, by));
    } catch (DataException e) {
      notices.add("No rows were held out: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Recipe cheaper() {
    Recipe recipe = request.recipe();
    if (recipe.kind() != ModelKind.EBM) {
      return recipe;
    }
    int asked = Trainers.ebmParameters(recipe, all.target().task()).whole(EbmParameter.OUTER_BAGS);
    Map<String, String> parameters = new LinkedHashMap<>(recipe.parameters());
    parameters.put(
        EbmParameter.OUTER_BAGS.parameterName(), Integer.toString(Math.min(BAGS, asked)));
    return new Recipe(recipe.kind(), recipe.preset(), parameters, recipe.monotone());
  }

  private TestResult tested(Model model, Split rows, String how) {
    TrainingSet test = all.rows(rows.test());
    double[] weights =
        test.weights()
            .orElseGet(() -> IntStream.range(0, test.rowCount()).mapToDouble(_ -> 1).toArray());
    return TestResult.of(
        String.format(Locale.ROOT, "On %,d of %,d rows%s", test.rowCount(), all.rowCount(), how),
        all.target().rows(rows.train()),
        test.target(),
        model.predict(test.inputs()),
        weights);
  }
}
