package org.limpid.adaptation.trainings;

import java.util.List;

/**
 * What one training recorded.
 *
 * @param secondsLeft time left of the budget at each decision
 * @param totalSeconds the budget
 * @param accuracy on the test images after the last whole epoch, 0..1
 */
public record Training(List<Double> secondsLeft, double totalSeconds, double accuracy) {
  public Training {
    secondsLeft = List.copyOf(secondsLeft);
  }
}
