package org.limpid.plots.explain;

import java.util.List;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.chart.Scale;

/** Between which scores shapes lie, their deviations included; 0 is always among them. */
record ScoreRange(double low, double high) {
  private static final double ROOM = 0.05;

  static ScoreRange of(List<TermExplanation> terms) {
    double low = 0;
    double high = 0;
    for (TermExplanation term : terms) {
      for (TermExplanation.Cell cell : term.cells()) {
        for (int k = 0; k < cell.scores().size(); k++) {
          low = Math.min(low, cell.scores().get(k) - deviation(cell, k));
          high = Math.max(high, cell.scores().get(k) + deviation(cell, k));
        }
      }
    }
    return new ScoreRange(low, high);
  }

  /** Deviation of a score of a cell; 0 where it is not known. */
  static double deviation(TermExplanation.Cell cell, int score) {
    return cell.deviations().isEmpty() ? 0 : cell.deviations().get(score);
  }

  /** An axis with some room at both ends. */
  Scale scale(ScoreWords words) {
    double room = ROOM * (high - low);
    return room > 0 ? words.steps(low - room, high + room) : words.steps(-1, 1);
  }

  /** From the negative of the largest absolute score to that score. */
  Scale symmetric(ScoreWords words) {
    double largest = Math.max(-low, high);
    return largest > 0 ? words.steps(-largest, largest) : words.steps(-1, 1);
  }
}
