package org.limpid.interpret.ebm.boost;

/**
 * Ends boosting when the validation loss has not fallen by a relative tolerance over the last so
 * many steps: the lowest loss within that window is compared with the lowest that has left it.
 * Losses of the smoothing rounds do not count: a bag that random cuts brought to a low loss early
 * may go on as long as its greedy rounds make progress of their own.
 */
final class EarlyStopping {
  private final double[] window;
  private final double tolerance;
  private long steps;
  private double lowestBefore = Double.POSITIVE_INFINITY;
  private int lowestSlot;

  /** A watch that starts now; with a window of 0 steps it never stops. */
  EarlyStopping(int windowSteps, double tolerance) {
    window = new double[windowSteps];
    this.tolerance = tolerance;
  }

  boolean stopsAfter(double loss) {
    if (window.length == 0 || Double.isNaN(loss)) {
      return false;
    }
    int slot = (int) (steps % window.length);
    if (steps >= window.length) {
      lowestBefore = Math.min(lowestBefore, window[slot]);
    }
    window[slot] = loss;
    steps++;
    noteLowest(slot);
    return steps > window.length
        && window[lowestSlot] >= lowestBefore - tolerance * Math.abs(lowestBefore);
  }

  /** Searches the window only when its lowest loss has just left it. */
  private void noteLowest(int changedSlot) {
    if (window[changedSlot] <= window[lowestSlot] && changedSlot != lowestSlot) {
      lowestSlot = changedSlot;
    } else if (changedSlot == lowestSlot) {
      int filled = (int) Math.min(steps, window.length);
      for (int slot = 0; slot < filled; slot++) {
        lowestSlot = window[slot] < window[lowestSlot] ? slot : lowestSlot;
      }
    }
  }
}
