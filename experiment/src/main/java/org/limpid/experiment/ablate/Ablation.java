package org.limpid.experiment.ablate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.ProfilerDescription;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.experiment.simulate.Scenario.Durations;
import org.limpid.experiment.simulate.Scenario.Packing;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.SharingMode;

/**
 * Lucid with one thing changed.
 *
 * @param run what is run, under the name of the row
 * @param change what differs from the first row, for people
 */
record Ablation(Case run, String change) {
  /** Makes the rows of one study. */
  static final class Rows {
    private final Policy policy;
    private final Scenario full;
    private final List<Ablation> rows = new ArrayList<>();

    private Rows(Policy policy, Scenario full) {
      this.policy = policy;
      this.full = full;
    }

    private void add(String name, String change, Scenario scenario) {
      rows.add(new Ablation(new Case(name, policy, scenario), change));
    }

    private void add(String name, String change, SystemSettings settings) {
      add(name, change, full.withSettings(settings));
    }

    private void models(OtherModels other) {
      add(
          other.name(),
          "forecast and durations by the models in %s".formatted(other.folder()),
          full.withPredictions(other.predictions()));
    }

    private void packing() {
      add("no-sharing", "no two jobs share GPUs", full.withSharing(SharingMode.NEVER));
      add(
          "blind-sharing",
          "jobs share whatever their share scores",
          full.withPacking(Packing.ALL_LIGHT));
    }

    private void durations() {
      add(
          "no-estimates",
          "all jobs are believed to last equally long",
          full.withDurations(Durations.ALL_EQUAL));
      add("true-durations", "durations are known", full.withDurations(Durations.TRUE));
    }

    private void forecast() {
      if (full.sharing() == SharingMode.PREDICTED) {
        add(
            "no-forecast",
            "sharing is on at all times, not by the forecast",
            full.withSharing(SharingMode.ALWAYS));
      }
    }

    private void profiler(ProfilerDescription profiler) {
      SystemSettings settings = full.settings();
      add("no-profiler", "no profiling, its nodes stay", settings.withProfilerNodes(0));
      around(profiler.nodeCount(), profiler.nodeCount() + 1)
          .forEach((nodes, label) ->
              add(
                  "profiler-nodes-" + label,
                  "nodes of the profiler: %s".formatted(label),
                  settings.withProfilerNodes(nodes)));
      around(profiler.timeLimitSeconds(), 2L * profiler.timeLimitSeconds())
          .forEach((seconds, label) ->
              add(
                  "profiler-time-" + label,
                  "at most %s s in the profiler".formatted(label),
                  settings.withProfilerSeconds(seconds)));
      around(profiler.gpuFactor(), 2L * profiler.gpuFactor())
          .forEach((factor, label) ->
              add(
                  "profiler-factor-" + label,
                  "largest profiled job in GPUs per node of the profiler: %s".formatted(label),
                  settings.withProfilerFactor(factor)));
    }

    /** Half the value, and a larger one, each with its text; without the value itself. */
    private static Map<Integer, String> around(int value, long larger) {
      Map<Integer, String> values = new LinkedHashMap<>();
      values.put(Math.max(1, value / 2), "" + Math.max(1, value / 2));
      values.put((int) Math.min(Integer.MAX_VALUE, larger), "" + larger);
      values.remove(value);
      return values;
    }
  }

  /**
   * The rows of a study; the first is the policy as it is.
   *
   * @param policy a form of Lucid
   * @param full how it is run in full
   * @param profiler its profiler; null without one, and then nothing about it is changed
   * @param models other models that it is run with
   */
  static List<Ablation> all(
      Policy policy, Scenario full, ProfilerDescription profiler, List<OtherModels> models) {
    Rows rows = new Rows(policy, full);
    rows.add(policy.name(), "nothing", full);
    rows.packing();
    rows.durations();
    rows.forecast();
    if (profiler != null) {
      rows.profiler(profiler);
    }
    models.forEach(rows::models);
    return List.copyOf(rows.rows);
  }
}
