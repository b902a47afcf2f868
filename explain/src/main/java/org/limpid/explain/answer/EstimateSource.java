package org.limpid.explain.answer;

import org.limpid.experiment.simulate.RunOptions;

/** Says where the estimated durations of a run came from. */
public final class EstimateSource {
  private static final String DURATIONS = "Durations: ";
  private static final String LEARNT = "It was made during the run, ";

  private EstimateSource() {}

  /** A sentence. */
  public static String of(ExplainedRun run, RunOptions options, String policy) {
    if (options.estimates().isPresent()) {
      return "It was given to the run with --estimates %s.".formatted(options.estimates().get());
    }
    return run.description().predictions().stream()
        .filter(sentence -> sentence.startsWith(DURATIONS) && run.learnt(policy))
        .findFirst()
        .map(sentence -> LEARNT + sentence.substring(DURATIONS.length()))
        .orElse("It came with the data set.");
  }

  /** Whether a sentence says that models were trained during the run. */
  static boolean isLearntInRun(String source) {
    return source.startsWith(LEARNT);
  }
}
