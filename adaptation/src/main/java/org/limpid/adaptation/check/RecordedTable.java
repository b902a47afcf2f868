package org.limpid.adaptation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limpid.adaptation.learning.Reward;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.files.Page;

/** What growing brought in each scenario, as a table for people. */
public final class RecordedTable {
  private RecordedTable() {}

  /** A row for each scenario: its best sequence, no growth, the mean and the worst, rewards. */
  public static Page page(List<Scenario> scenarios) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "scenario",
            "best",
            "accuracy",
            "no growth",
            "rank",
            "mean",
            "worst",
            "best reward",
            "worst reward"));
    scenarios.forEach(scenario -> rows.add(cells(scenario)));
    return new Page().table(2, rows);
  }

  private static List<String> cells(Scenario scenario) {
    ActionSequence best = scenario.ranking().getFirst();
    double worst = scenario.accuracy(scenario.ranking().getLast());
    double mean =
        ActionSequence.all().stream().mapToDouble(scenario::accuracy).average().orElseThrow();
    return List.of(
        scenario.name(),
        best.toString(),
        rounded(scenario.accuracy(best)),
        rounded(scenario.accuracy(ActionSequence.NOTHING)),
        Integer.toString(scenario.rank(ActionSequence.NOTHING)),
        rounded(mean),
        rounded(worst),
        reward(scenario.accuracy(best)),
        reward(worst));
  }

  private static String rounded(double accuracy) {
    return String.format(Locale.ROOT, "%.4f", accuracy);
  }

  private static String reward(double accuracy) {
    return String.format(Locale.ROOT, "%.2f", Reward.of(accuracy));
  }
}
