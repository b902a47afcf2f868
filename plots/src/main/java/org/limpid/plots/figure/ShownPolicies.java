package org.limpid.plots.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limpid.files.Words;
import org.limpid.results.RunFolder;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * The policies of a figure with lines, groups of bars or panels, the one of the shortest mean job
 * completion time first. There is room for six, unless more are named.
 *
 * @param leftOut those that the figure has no room for
 */
public record ShownPolicies(List<String> policies, List<String> leftOut) {
  /** Of more lines or bars one only sees that they are many. */
  private static final int MOST = 6;

  public ShownPolicies {
    policies = List.copyOf(policies);
    leftOut = List.copyOf(leftOut);
  }

  /** Of all policies that the options want. */
  public static ShownPolicies of(RunFolder run, FigureOptions options) {
    return among(options.policiesOf(run), run, options);
  }

  /**
   * Of some policies all if they are few or the options name them. Else the best ones, among them
   * the {@link RunFolder#preferred preferred} one, without bounds, which are no policies.
   */
  public static ShownPolicies among(List<String> policies, RunFolder run, FigureOptions options) {
    List<String> sorted = bestFirst(policies, run);
    if (sorted.size() <= MOST || !options.policies().isEmpty()) {
      return new ShownPolicies(sorted, List.of());
    }
    List<String> wanted = new ArrayList<>(sorted.stream().filter(ShownPolicies::runs).toList());
    String preferred = RunFolder.preferred(policies);
    int place = wanted.indexOf(preferred);
    if (place >= MOST) {
      wanted.add(MOST - 1, wanted.remove(place));
    }
    List<String> shown = wanted.stream().limit(MOST).toList();
    return new ShownPolicies(
        shown, sorted.stream().filter(policy -> !shown.contains(policy)).toList());
  }

  private static boolean runs(String policy) {
    return Policies.standard().about(policy).role() != Role.BOUND;
  }

  /** Policies by their mean job completion times; those without jobs last. */
  public static List<String> bestFirst(List<String> policies, RunFolder run) {
    Map<String, Double> means =
        policies.stream()
            .collect(
                Collectors.toMap(Function.identity(), policy -> run.jobs(policy).meanJctSeconds()));
    return policies.stream().sorted(Comparator.comparingDouble(means::get)).toList();
  }

  /** Which policies are not shown, a sentence after a blank; empty if all are. */
  public String note() {
    return leftOut.isEmpty()
        ? ""
        : " Not shown: %s (--policy names others).".formatted(Words.list(leftOut));
  }
}
