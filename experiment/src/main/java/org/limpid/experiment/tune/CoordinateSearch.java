package org.limpid.experiment.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.simulation.metrics.PairedDifference;

/**
 * Searches settings one knob at a time: of all values of a knob the one with the smallest goal is
 * taken among those that are better than the present one beyond the noise. After the last knob the
 * search begins again, until nothing changes or three rounds are over. In the end every knob goes
 * back to where it began if that is no worse beyond the noise. Nothing is tried twice.
 */
final class CoordinateSearch {
  private static final int ROUNDS = 3;

  private final Tester tester;
  private final Figure goal;
  private final Map<SystemSettings, Trial> tried = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** Tries settings. */
  @FunctionalInterface
  interface Tester {
    /**
     * One trial for each of the settings, in order.
     *
     * @param what for messages of progress
     */
    List<Trial> test(String what, List<SystemSettings> settings);
  }

  /**
   * A value that was replaced by a better one, or that went back to that of the start.
   *
   * @param knob what was changed
   * @param before its value before
   * @param after its value from then on
   * @param isBack whether it went back
   * @param difference what it changed about the goal
   */
  record Step(Knob knob, int before, int after, boolean isBack, PairedDifference difference) {}

  /**
   * What came of a search.
   *
   * @param start where it began
   * @param best where it ended
   * @param steps how it came there
   * @param tried all settings that were tried, in order
   */
  record Result(Trial start, Trial best, List<Step> steps, List<Trial> tried) {}

  CoordinateSearch(Tester tester, Figure goal) {
    this.tester = tester;
    this.goal = goal;
  }

  /**
   * Searches.
   *
   * @param settings where to begin; nothing is left open
   */
  Result run(SystemSettings settings) {
    Trial start = test("the start", List.of(settings)).getFirst();
    Trial best = start;
    boolean changed = start.succeeded();
    for (int round = 0; round < ROUNDS && changed; round++) {
      Trial before = best;
      for (Knob knob : Knob.of(settings)) {
        best = turn(knob, best);
      }
      changed = best != before;
    }
    for (Knob knob : Knob.of(settings)) {
      best = goBack(knob, best, start);
    }
    return new Result(start, best, List.copyOf(steps), List.copyOf(tried.values()));
  }

  private Trial turn(Knob knob, Trial present) {
    Trial best =
        test(knob.label(), knob.around(present.settings())).stream()
            .filter(trial -> trial.isBetterThan(present, goal))
            .min(Comparator.comparingDouble(trial -> trial.mean(goal)))
            .orElse(present);
    if (best != present) {
      note(knob, present, best, false);
    }
    return best;
  }

  private Trial goBack(Knob knob, Trial present, Trial start) {
    if (knob.value(present.settings()) == knob.value(start.settings())) {
      return present;
    }
    SystemSettings settings = knob.with(present.settings(), knob.value(start.settings()));
    Trial back = test(knob.label(), List.of(settings)).getFirst();
    if (!back.succeeded() || present.isBetterThan(back, goal)) {
      return present;
    }
    note(knob, present, back, true);
    return back;
  }

  private void note(Knob knob, Trial before, Trial after, boolean isBack) {
    steps.add(
        new Step(
            knob,
            knob.value(before.settings()),
            knob.value(after.settings()),
            isBack,
            after.difference(before, goal)));
  }

  private List<Trial> test(String what, List<SystemSettings> settings) {
    List<SystemSettings> fresh =
        settings.stream().filter(each -> !tried.containsKey(each)).toList();
    if (!fresh.isEmpty()) {
      tester.test(what, fresh).forEach(trial -> tried.put(trial.settings(), trial));
    }
    return settings.stream().map(tried::get).toList();
  }
}
