package org.limpid.baselines.method;

import java.util.Arrays;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.DataHash;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;

/** Trains models of one {@link Method} with fixed parameters. */
public final class BaselineTrainer implements Trainer<BaselineModel> {
  private final Method method;
  private final Parameters parameters;

  BaselineTrainer(Method method, Parameters parameters) {
    this.method = method;
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return method.name();
  }

  /** The method. */
  public Method method() {
    return method;
  }

  /** The parameters. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.limpid.files.DataException also if the method cannot do what the data needs, or its
   *     native library is missing on this platform
   */
  @Override
  public BaselineModel train(TrainingSet data, TrainingMonitor monitor) {
    check(data);
    Design design = Design.of(data, method.encoding());
    Steps steps = new Steps(monitor);
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
        java.util.List.of());
  }

  private void check(TrainingSet data) {
    Problems problems = new Problems();
    if (data.rowCount() == 0 || data.inputs().columns().isEmpty()) {
      problems.add(problem(data, "expected a row and a column or more to learn from", ""));
    }
    checkTask(data, problems);
    if (data.weights().isPresent() && !method.can(Ability.WEIGHTS)) {
      problems.add(problem(data, method.name() + " cannot weigh rows", "Maybe leave them out."));
    }
    if (!method.can(Ability.MISSING_VALUES)) {
      data.inputs().columns().forEach(column -> checkGaps(data, column, problems));
    }
    problems.throwIfAny();
  }

  private void checkTask(TrainingSet data, Problems problems) {
    boolean able =
        switch (data.target().task()) {
          case Task.Regression _ -> method.can(Ability.REGRESSION);
          case Task.Classification _ -> method.can(Ability.CLASSIFICATION);
        };
    if (!able) {
      String message = "%s cannot predict %s".formatted(method.name(), data.target().name());
      problems.add(problem(data, message, "Maybe another method can."));
    }
    if (data.target() instanceof Target.Classes classes
        && Arrays.stream(classes.codes()).distinct().count() < 2) {
      String hint = "Maybe rows of the other classes were left out.";
      problems.add(problem(data, "expected rows of two or more classes", hint));
    }
  }

  private void checkGaps(TrainingSet data, Column column, Problems problems) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        String message = method.name() + " takes no missing values";
        String hint = "Maybe fill the gaps first, or use a method that takes them.";
        problems.add(data.inputs().problem(row, column, message, hint));
        return;
      }
    }
  }

  private static Problem problem(TrainingSet data, String message, String hint) {
    return new Problem(data.inputs().source(), 0, data.target().name(), "", message, hint);
  }
}
