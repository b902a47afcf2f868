package org.limpid.experiment.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.tune.CoordinateSearch.Result;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.sharing.SharingSettings;
import org.limpid.simulation.run.Policies;

/** The mean JCT is a formula of the settings and of the number of the copy. */
class CoordinateSearchTest {
  private static final int COPIES = 4;
  private static final Settings START = settings(2, 200, 4, 2, 0);

  private final List<Settings> asked = new ArrayList<>();

  private static Settings settings(int nodes, int seconds, int factor, int limit, int margin) {
    return Settings.NONE
        .with(ProfilerSettings.NODES, nodes)
        .with(ProfilerSettings.SECONDS, seconds)
        .with(ProfilerSettings.FACTOR, factor)
        .with(SharingSettings.SHARING_LIMIT, limit)
        .with(SharingSettings.MEMORY_MARGIN_MIB, margin);
  }

  private Result search(Settings start, ToDoubleBiFunction<Settings, Integer> jct) {
    return new CoordinateSearch(
            Policies.standard().tuned(),
            (what, all) -> all.stream().map(each -> trial(each, jct)).toList(),
            Figure.JCT)
        .run(start);
  }

  /** Settings for which the formula says NaN can't be run. */
  private Trial trial(Settings settings, ToDoubleBiFunction<Settings, Integer> jct) {
    asked.add(settings);
    if (Double.isNaN(jct.applyAsDouble(settings, 0))) {
      return new Trial(settings, List.of(), "no room");
    }
    List<JobGroup> copies =
        IntStream.range(0, COPIES)
            .mapToObj(copy -> group(jct.applyAsDouble(settings, copy)))
            .toList();
    return new Trial(settings, copies, "");
  }

  private static JobGroup group(double mean) {
    Distribution times = new Distribution(mean, mean, mean, mean);
    return new JobGroup("all", 1, times, times);
  }

  private static int nodes(Settings settings) {
    return settings.get(ProfilerSettings.NODES);
  }

  private static int limit(Settings settings) {
    return settings.get(SharingSettings.SHARING_LIMIT);
  }

  /** Smallest at 4 nodes and limit 3; copies differ, but all in the same way. */
  @Test
  void findsTheBottomOfABowl() {
    Result result =
        search(
            START,
            (settings, copy) ->
                1000
                    + 100 * copy
                    + Math.pow(nodes(settings) - 4, 2)
                    + Math.pow(limit(settings) - 3, 2));
    assertEquals(settings(4, 200, 4, 3, 0), result.best().settings());
    assertEquals(
        List.of(ProfilerSettings.NODES, SharingSettings.SHARING_LIMIT),
        result.steps().stream().map(CoordinateSearch.Step::setting).toList());
    assertEquals(-4, result.steps().getFirst().difference().mean());
    assertSame(result.tried().getFirst(), result.start());
  }

  /** Each node makes one copy better by 20 and the others worse or better by less. */
  @Test
  void chanceIsNotChosen() {
    Result result =
        search(START, (settings, copy) -> 1000 + (copy == 0 ? -20.0 : 5.0) * nodes(settings));
    assertSame(result.start(), result.best());
    assertTrue(result.steps().isEmpty());
  }

  /** At 4 nodes by 10 smaller, unless the sharing limit is 4, which is by 50 smaller. */
  @Test
  void whatNoLongerHelpsGoesBack() {
    Result result =
        search(
            START,
            (settings, copy) ->
                1000 - (limit(settings) == 4 ? 50 : nodes(settings) == 4 ? 10 : 0) + copy);
    assertEquals(settings(2, 200, 4, 4, 0), result.best().settings());
    assertTrue(result.steps().getLast().isBack());
    assertEquals(2, result.steps().getLast().after());
  }

  /** More nodes are better, but there is no room for more than three. */
  @Test
  void settingsThatCannotBeRunArePassedOver() {
    Result result =
        search(
            START,
            (settings, copy) -> nodes(settings) > 3 ? Double.NaN : 1000 - nodes(settings) + copy);
    assertEquals(settings(3, 200, 4, 2, 0), result.best().settings());
    assertEquals(
        List.of("no room"),
        result.tried().stream()
            .map(Trial::problem)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList());
  }

  @Test
  void nothingIsTriedTwice() {
    search(START, (settings, copy) -> copy - limit(settings) - nodes(settings));
    assertEquals(asked.size(), new HashSet<>(asked).size());
  }

  @Test
  void withoutAProfilerOnlySharingIsTuned() {
    Settings start =
        Settings.NONE
            .with(ProfilerSettings.NODES, 0)
            .with(SharingSettings.SHARING_LIMIT, 2)
            .with(SharingSettings.MEMORY_MARGIN_MIB, 0);
    Result result = search(start, (settings, copy) -> copy - limit(settings));
    assertEquals(start.with(SharingSettings.SHARING_LIMIT, 4), result.best().settings());
    assertTrue(asked.stream().allMatch(settings -> nodes(settings) == 0));
  }

  @Test
  void aStartThatCannotBeRunEndsTheSearch() {
    Result result = search(START, (settings, copy) -> Double.NaN);
    assertSame(result.start(), result.best());
    assertEquals(1, asked.size());
  }
}
