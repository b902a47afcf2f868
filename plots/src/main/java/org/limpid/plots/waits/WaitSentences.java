package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.Words;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.table.Numbers;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.waiting.WaitCause;

/** What the waits of a run say, in sentences. */
public final class WaitSentences {
  /** Causes of a smaller share are not told. */
  private static final double LEAST_SHARE = 0.005;

  private WaitSentences() {}

  /**
   * The mean wait and its causes under the subject of a study, and under the policies of the
   * longest and the shortest mean wait; none if no job waits.
   */
  public static List<String> of(PlotInputs inputs, FigureOptions options) {
    List<GroupWaits> policies = GroupWaits.waiting(inputs, options, _ -> JobGroups.all());
    Comparator<GroupWaits> byMean = Comparator.comparingDouble(waits -> waits.mean(0));
    List<GroupWaits> told = new ArrayList<>();
    policies.stream()
        .filter(waits -> Policies.standard().about(waits.policy()).is(Role.SUBJECT))
        .forEach(told::add);
    policies.stream().max(byMean).filter(waits -> !told.contains(waits)).ifPresent(told::add);
    policies.stream().min(byMean).filter(waits -> !told.contains(waits)).ifPresent(told::add);
    return told.stream().map(WaitSentences::sentence).toList();
  }

  /** The mean wait and its causes under one policy; none if nobody waits there. */
  public static List<String> under(String policy, PlotInputs inputs, FigureOptions options) {
    return GroupWaits.waiting(inputs, options, _ -> JobGroups.all()).stream()
        .filter(waits -> waits.policy().equals(policy))
        .map(WaitSentences::sentence)
        .toList();
  }

  private static String sentence(GroupWaits waits) {
    String name = Policies.standard().about(waits.policy()).words();
    String causes =
        Arrays.stream(WaitCause.values())
            .filter(cause -> waits.share(0, cause) >= LEAST_SHARE)
            .sorted(Comparator.comparingDouble(cause -> -waits.share(0, cause)))
            .map(cause -> Numbers.percent(waits.share(0, cause)) + " " + cause.words())
            .collect(Collectors.joining(", "));
    return "Under %s a job waits %s on average: %s."
        .formatted(name, Words.roughly(waits.mean(0)), causes);
  }
}
