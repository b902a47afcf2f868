package org.limpid.explain.story;

import java.util.List;
import java.util.Optional;

/**
 * The estimated duration of a job.
 *
 * @param seconds as the policy knew it
 * @param trueSeconds what it takes on GPUs of its own
 * @param source where it came from, a sentence
 * @param reasons why a model says so; empty if no model was asked
 */
public record EstimateStory(
    double seconds, long trueSeconds, String source, Optional<Reasons> reasons) {
  /** The same with another source. */
  public EstimateStory from(String newSource) {
    return new EstimateStory(seconds, trueSeconds, newSource, reasons);
  }

  /** The same with what a model says. */
  public EstimateStory because(String newSource, Reasons why) {
    return new EstimateStory(seconds, trueSeconds, newSource, Optional.of(why));
  }

  /** How scores make an estimate. */
  public enum Scores {
    /** They are seconds, and calibrated. */
    SECONDS,
    /** They are logarithms, and calibrated. */
    LOGARITHMS,
    /** Their exponentials are factors, whose product is the estimate. */
    FACTORS
  }

  /**
   * What the features of a job add to a prediction: intercept and scores, added from left to right,
   * are {@code sum}.
   *
   * @param scale what the model predicts
   * @param scores how they make an estimate
   * @param sum the prediction, before any link
   * @param seconds the estimate
   */
  public record Reasons(
      String scale, Scores scores, double intercept, List<Term> terms, double sum, double seconds) {
    public Reasons {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A part of the sum.
   *
   * @param name the feature, or features
   * @param value what the job has there
   */
  public record Term(String name, String value, double score) {}
}
