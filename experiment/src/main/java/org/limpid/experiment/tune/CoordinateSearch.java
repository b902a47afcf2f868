package org.limpid.experiment.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.simulation.metrics.PairedDifference;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;

/**
 * Searches one setting at a time: of all its values the one with the smallest goal is taken among
 * those that are better than the present one beyond the noise. After the last setting the search
 * begins again, until nothing changes or three rounds are over. In the end every setting goes back
 * to where it began if that is no worse beyond the noise. Nothing is tried twice.
 */
final class CoordinateSearch {
  private static final int ROUNDS = 3;

  private final List<Setting<?>> all;
  private final Tester tester;
  private final Figure goal;
  private final Map<Settings, Trial> tried = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** Tries settings. */
  @FunctionalInterface
  interface Tester {
    /**
     * One trial for each of the settings, in order.
     *
     * @param what for messages of progress
     */
    List<Trial> test(String what, List<Settings> settings);
  }

  /**
   * A value that was replaced by a better one, or that went back to that of the start.
   *
   * @param setting what was changed
   * @param before its value before
   * @param after its value from then on
   * @param isBack whether it went back
   * @param difference what it changed about the goal
   */
  record Step(
      Setting<?> setting,
      Object before,
      Object after,
      boolean isBack,
      PairedDifference difference) {}

  /**
   * What came of a search.
   *
   * @param start where it began
   * @param best where it ended
   * @param steps how it came there
   * @param tried all settings that were tried, in order
   */
  record Result(Trial start, Trial best, List<Step> steps, List<Trial> tried) {}

  /**
   * @param all what is tuned
   */
  CoordinateSearch(List<Setting<?>> all, Tester tester, Figure goal) {
    this.all = all;
    this.tester = tester;
    this.goal = goal;
  }

  /**
   * Searches.
   *
   * @param settings where to begin; nothing is left open
   */
  Result run(Settings settings) {
    List<Setting<?>> tuned = all.stream().filter(each -> each.matters(settings)).toList();
    Trial start = test("the start", List.of(settings)).getFirst();
    Trial best = start;
    boolean changed = start.succeeded();
    for (int round = 0; round < ROUNDS && changed; round++) {
      Trial before = best;
      for (Setting<?> setting : tuned) {
        best = turn(setting, best);
      }
      changed = best != before;
    }
    for (Setting<?> setting : tuned) {
      best = goBack(setting, best, start);
    }
    return new Result(start, best, List.copyOf(steps), List.copyOf(tried.values()));
  }

  private <T> Trial turn(Setting<T> setting, Trial present) {
    Trial best =
        test(setting.label(), around(setting, present.settings())).stream()
            .filter(trial -> trial.isBetterThan(present, goal))
            .min(Comparator.comparingDouble(trial -> trial.mean(goal)))
            .orElse(present);
    if (best != present) {
      note(setting, present, best, false);
    }
    return best;
  }

  /** The settings with each of the values that are tried, those themselves left out. */
  private static <T> List<Settings> around(Setting<T> setting, Settings settings) {
    return setting.tried().stream()
        .filter(each -> !each.equals(settings.get(setting)))
        .map(each -> settings.with(setting, each))
        .toList();
  }

  private <T> Trial goBack(Setting<T> setting, Trial present, Trial start) {
    T former = start.settings().get(setting);
    if (present.settings().get(setting).equals(former)) {
      return present;
    }
    Settings settings = present.settings().with(setting, former);
    Trial back = test(setting.label(), List.of(settings)).getFirst();
    if (!back.succeeded() || present.isBetterThan(back, goal)) {
      return present;
    }
    note(setting, present, back, true);
    return back;
  }

  private <T> void note(Setting<T> setting, Trial before, Trial after, boolean isBack) {
    steps.add(
        new Step(
            setting,
            setting.values().told(before.settings().get(setting)),
            setting.values().told(after.settings().get(setting)),
            isBack,
            after.difference(before, goal)));
  }

  private List<Trial> test(String what, List<Settings> settings) {
    List<Settings> fresh = settings.stream().filter(each -> !tried.containsKey(each)).toList();
    if (!fresh.isEmpty()) {
      tester.test(what, fresh).forEach(trial -> tried.put(trial.settings(), trial));
    }
    return settings.stream().map(tried::get).toList();
  }
}
