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

  /**
   * What the features of a job add to a prediction: intercept and scores, added from left to right,
   * are {@code sum}.
   *
   * @param scale what the model predicts
   * @param isLogarithm whether that is the logarithm of the duration, so that scores multiply it
   * @param sum the prediction on that scale
   * @param seconds the estimate that it is calibrated to
   */
  public record Reasons(
      String scale,
      boolean isLogarithm,
      double intercept,
      List<Term> terms,
      double sum,
      double seconds) {
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
