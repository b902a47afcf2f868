package org.limpid.adaptation.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.adaptation.learning.LearningRules;

/**
 * What policies are to learn.
 *
 * @param files that they learn from
 * @param start weights to begin with; empty: they are drawn
 * @param scenarios names of the scenarios
 * @param inTurn whether one policy learns in all of them, one after another; otherwise each has a
 *     policy of its own
 * @param episodes for all, or one number for each scenario; empty: {@link #FROM_SCRATCH} for a
 *     policy that knows nothing, {@link #AFTER_TRANSFER} for one that does
 * @param temperatures of the first episode, for all or one for each scenario
 * @param rules of all, but for the temperature
 * @param seeds a policy for each
 * @param out folder for the results
 * @param overwrite whether older results are deleted first
 * @param threads how many policies learn at a time
 */
public record CourseRequest(
    LearningFiles files,
    Optional<PolicyFiles> start,
    List<String> scenarios,
    boolean inTurn,
    List<Integer> episodes,
    List<Double> temperatures,
    LearningRules rules,
    List<Long> seeds,
    Path out,
    boolean overwrite,
    int threads) {
  /** Episodes of most published runs from scratch. */
  public static final int FROM_SCRATCH = 75_000;

  /** Episodes of the published runs that go on with the weights of others. */
  public static final int AFTER_TRANSFER = 10_000;

  /** The table, and what the policy needs to see networks. */
  public record LearningFiles(Path trainings, Path vocabulary, Path embeddings) {}

  /** A policy in two files. */
  public record PolicyFiles(Path weights, Path manifest) {}

  public CourseRequest {
    scenarios = List.copyOf(scenarios);
    episodes = List.copyOf(episodes);
    temperatures = List.copyOf(temperatures);
    seeds = List.copyOf(seeds);
    requireFor(scenarios, episodes);
    requireFor(scenarios, temperatures);
    if (scenarios.isEmpty() || seeds.isEmpty()) {
      throw new IllegalArgumentException("expected scenarios and seeds");
    }
  }

  private static void requireFor(List<String> scenarios, List<?> numbers) {
    if (!isFor(scenarios, numbers)) {
      throw new IllegalArgumentException("expected one number, or one for each scenario");
    }
  }

  /** Whether so many numbers can be those of some scenarios: none, one, or one for each. */
  public static boolean isFor(List<?> scenarios, List<?> numbers) {
    return numbers.size() <= 1 || numbers.size() == scenarios.size();
  }

  /** Episodes in a scenario, by its place. */
  int episodesAt(int place) {
    boolean knowing = start.isPresent() || (inTurn && place > 0);
    return at(episodes, place, knowing ? AFTER_TRANSFER : FROM_SCRATCH);
  }

  /** The first temperature in a scenario, by its place. */
  double temperatureAt(int place) {
    return at(temperatures, place, 1.0);
  }

  private static <T> T at(List<T> numbers, int place, T otherwise) {
    if (numbers.isEmpty()) {
      return otherwise;
    }
    return numbers.get(numbers.size() == 1 ? 0 : place);
  }
}
