package org.limpid.adaptation.course;

import java.util.Arrays;
import org.limpid.adaptation.learning.Reinforce.Outcome;
import org.limpid.adaptation.trainings.ActionSequence;

/** The outcomes of the episodes of one course, in order; grows as it learns. */
final class Curve {
  private byte[] actions = new byte[1024];
  private double[] objectives = new double[1024];
  private int size;

  void add(Outcome outcome) {
    add(outcome.actions(), outcome.objective());
  }

  void add(ActionSequence sequence, double objective) {
    if (size == actions.length) {
      actions = Arrays.copyOf(actions, 2 * size);
      objectives = Arrays.copyOf(objectives, 2 * size);
    }
    actions[size] = (byte) sequence.index();
    objectives[size++] = objective;
  }

  /** Episodes so far. */
  int size() {
    return size;
  }

  /** What was done in an episode, from 0. */
  ActionSequence actions(int episode) {
    return new ActionSequence(actions[episode]);
  }

  /** The objective of an episode before its step. */
  double objective(int episode) {
    return objectives[episode];
  }
}
