package org.limpid.plots.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.files.Words;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.waits.WaitSentences;
import org.limpid.results.JobTable;
import org.limpid.results.table.Numbers;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.metrics.RelativeDifference;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * What a run says first: which policy is best by the mean and by the longest waits, by how much,
 * and why jobs still wait under it. The interval of a difference is over the days of submission.
 */
final class GlanceSentences {
  private static final int DAY = 86_400;

  private final PlotInputs inputs;
  private final List<PolicySummary> policies;

  private GlanceSentences(PlotInputs inputs, FigureOptions options) {
    this.inputs = inputs;
    policies =
        options.summariesOf(inputs.run()).stream()
            .filter(summary -> summary.all().jobs() > 0)
            .filter(summary -> Policies.standard().about(summary.policy()).role() != Role.BOUND)
            .toList();
  }

  /** The sentences; none without jobs. */
  static List<String> of(PlotInputs inputs, FigureOptions options) {
    return new GlanceSentences(inputs, options).tell(options);
  }

  private List<String> tell(FigureOptions options) {
    List<String> sentences = new ArrayList<>();
    if (policies.isEmpty()) {
      return sentences;
    }
    List<PolicySummary> byMean = sorted(summary -> summary.all().jct().mean());
    sentences.add(mean(byMean));
    sentences.add(tail(sorted(summary -> summary.all().queue().p999())));
    sentences.addAll(WaitSentences.under(byMean.getFirst().policy(), inputs, options));
    return sentences;
  }

  private List<PolicySummary> sorted(ToDoubleFunction<PolicySummary> value) {
    return policies.stream().sorted(Comparator.comparingDouble(value)).toList();
  }

  private static String name(PolicySummary summary) {
    return Policies.standard().about(summary.policy()).words();
  }

  private String mean(List<PolicySummary> byMean) {
    PolicySummary best = byMean.getFirst();
    String jct = Words.roughly(best.all().jct().mean());
    if (byMean.size() == 1) {
      return "Under %s jobs complete after %s on average.".formatted(name(best), jct);
    }
    PolicySummary next = byMean.get(1);
    RelativeDifference difference = difference(best.policy(), next.policy());
    return "%s is the best of %s policies by mean job completion time: %s, %s less than under %s, the next%s."
        .formatted(
            Words.capital(name(best)),
            Numbers.whole(policies.size()),
            jct,
            Numbers.percent(-difference.share()),
            name(next),
            interval(difference));
  }

  private RelativeDifference difference(String policy, String other) {
    JobTable jobs = inputs.run().jobs(policy);
    JobTable others = inputs.run().jobs(other);
    int[] both = jobs.served().filter(row -> !others.isRejected(row)).toArray();
    return RelativeDifference.of(
        IntStream.of(both).mapToDouble(jobs::jctSeconds).toArray(),
        IntStream.of(both).mapToDouble(others::jctSeconds).toArray(),
        IntStream.of(both).mapToLong(row -> Math.floorDiv(jobs.submitSeconds(row), DAY)).toArray());
  }

  private static String interval(RelativeDifference difference) {
    return Double.isNaN(difference.halfWidth())
        ? ""
        : " (95 %% over days of submission: %s to %s%s)"
            .formatted(
                Numbers.percent(-difference.high()),
                Numbers.percent(-difference.low()),
                difference.high() < 0 ? "" : ", so it may be chance");
  }

  private static String tail(List<PolicySummary> byTail) {
    PolicySummary best = byTail.getFirst();
    String first =
        "One job in a thousand waits more than %s under %s"
            .formatted(Words.roughly(best.all().queue().p999()), name(best));
    if (byTail.size() == 1) {
      return first + ".";
    }
    PolicySummary next = byTail.get(1);
    return "%s, which is best at that, and more than %s under %s, the next."
        .formatted(first, Words.roughly(next.all().queue().p999()), name(next));
  }
}
