package org.limpid.baselines.method;

import java.util.List;
import java.util.function.Supplier;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.DataHash;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.parameter.ParameterValues;
import org.limpid.interpret.table.Column;

/** Trains models of one {@link Method} with fixed parameters. */
public final class BaselineTrainer implements Trainer<BaselineModel> {
  private final Method method;
  private final ParameterValues parameters;

  BaselineTrainer(Method method, ParameterValues parameters) {
    this.method = method;
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return method.name();
  }

  /**
   * {@inheritDoc} Throws a {@code DataException} also if the method cannot do what the data needs,
   * or its native library is missing on this platform.
   */
  @Override
  public BaselineModel train(TrainingSet data, TrainingMonitor monitor) {
    check(data);
    Design design = Design.of(data, method.encoding());
    TrainingSteps steps = new TrainingSteps(monitor);
    Scorer scorer =
        NativeCode.run(method.library(), () -> method.fitting().fit(design, parameters, steps));
    steps.check();
    return new BaselineModel(data.target().task(), design.inputs(), scorer, method, origin(data));
  }

  private Provenance origin(TrainingSet data) {
    return new Provenance(
        method.library() + " " + method.name(),
        DataHash.of(data),
        data.rowCount(),
        data.target().name(),
        parameters.toMap(),
        parameters.seed(),
        List.of());
  }

  private void check(TrainingSet data) {
    TrainingChecks checks =
        TrainingChecks.of(data).withoutOffset().rows(1, "").columns().varyingTarget();
    if (!method.can(task(data))) {
      checks.add(problem(data, "%s cannot predict this", "Maybe use another method."));
    }
    if (data.weights().isPresent() && !method.can(Ability.WEIGHTS)) {
      checks.add(problem(data, "%s cannot weigh rows", "Maybe leave the weights out."));
    }
    if (!method.can(Ability.MISSING_VALUES)) {
      data.inputs().columns().forEach(column -> checkGaps(data, column, checks));
    }
    checks.throwIfAny();
  }

  private static Ability task(TrainingSet data) {
    return switch (data.target().task()) {
      case Task.Regression _ -> Ability.REGRESSION;
      case Task.Classification _ -> Ability.CLASSIFICATION;
    };
  }

  private Problem problem(TrainingSet data, String message, String hint) {
    String target = data.target().name();
    String named = message.formatted(method.name());
    return Problem.ofColumn(data.inputs().source(), target, named, hint);
  }

  /** Names the first gap of a column. */
  private void checkGaps(TrainingSet data, Column column, TrainingChecks checks) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        String message = method.name() + " takes no missing values";
        String hint = "Maybe fill the gaps first, or use a method that takes them.";
        checks.add(data.inputs().problem(row, column, message, hint));
        return;
      }
    }
  }

  private static final class NativeCode {
    private NativeCode() {}

    /** Calls a library; a {@link DataException} says that its native code cannot be loaded. */
    static <T> T run(String library, Supplier<T> call) {
      try {
        return call.get();
      } catch (LinkageError e) {
        String platform = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        DataException missing =
            new DataException(
                new Problem(
                    library,
                    0,
                    "",
                    root(e).toString(),
                    "expected native code that runs under " + platform,
                    "Maybe use another method: those of Smile, Encog and Tribuo's cart have"
                        + " none."));
        missing.initCause(e);
        throw missing;
      }
    }

    private static Throwable root(Throwable failure) {
      Throwable root = failure;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root;
    }
  }
}
