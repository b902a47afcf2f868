package org.limpid.estimator;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/**
 * Boosting on those features of a table that are named, all rows counting the same. Scores rise, or
 * stay, with every duration of former jobs.
 *
 * @param names the features; those that a table lacks are left out
 * @param threads most bags at the same time
 */
record ReadableTrainer(List<String> names, EbmParameters parameters, int threads)
    implements Trainer<EbmModel> {
  ReadableTrainer {
    names = List.copyOf(names);
  }

  @Override
  public String name() {
    return new EbmTrainer(parameters, threads).name();
  }

  @Override
  public EbmModel train(TrainingSet data, TrainingMonitor monitor) {
    List<String> known = names.stream().filter(data.inputs().names()::contains).toList();
    if (known.isEmpty()) {
      throw new DataException(
          Problem.of(
              "trace",
              "expected jobs that differ in a feature of readable models of durations",
              "Maybe --duration-model large, which has more features."));
    }
    TrainingSet readable = TrainingSet.of(data.inputs().select(known), data.target());
    return new EbmTrainer(constrained(known), threads).train(readable, monitor);
  }

  private EbmParameters constrained(List<String> known) {
    return parameters.with(
        EbmParameter.MONOTONE_CONSTRAINTS,
        known.stream()
            .filter(JobFeatures::isFormerDuration)
            .map(name -> name + ": +1")
            .collect(Collectors.joining("; ")));
  }
}
