package org.limpid.experiment.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Settings;

/**
 * What a sweep goes through: each data set under each load, policy, semantics and choice of
 * settings, on each replica. Immutable.
 *
 * @param source the file that says so
 * @param data folders of data sets, as the file names them
 * @param models folders of trained models by data set, as the file names them; data sets without
 *     any come with predictions of their own
 * @param loads jobs per job of the data set, above 0
 * @param policies what is run
 * @param semantics which accidents of the artifact are fixed
 * @param settings what is chosen about policies
 * @param replicas perturbed copies of the trace; none: the trace itself
 */
public record SweepGrid(
    GridSource source,
    List<String> data,
    Map<String, String> models,
    List<Double> loads,
    List<Policy> policies,
    List<NamedSemantics> semantics,
    List<SettingAxis<?>> settings,
    ReplicaPlan replicas) {
  public SweepGrid {
    data = List.copyOf(data);
    models = Map.copyOf(models);
    loads = List.copyOf(loads);
    policies = List.copyOf(policies);
    semantics = List.copyOf(semantics);
    settings = List.copyOf(settings);
  }

  /** The folder that a name in the file stands for. */
  Path folder(String name) {
    return Path.of(source.folder()).resolve(name);
  }

  /** All points, in the order of their numbers; replicas of one configuration follow each other. */
  public List<SweepPoint> points() {
    List<SweepPoint> points = new ArrayList<>();
    int[] copies =
        replicas.count() == 0
            ? new int[] {0}
            : IntStream.rangeClosed(1, replicas.count()).toArray();
    for (Configuration each : configurations()) {
      for (int replica : copies) {
        points.add(new SweepPoint(points.size(), each, replica));
      }
    }
    return points;
  }

  /** All configurations, each once: a setting that a policy lacks makes no difference to it. */
  public List<Configuration> configurations() {
    List<Configuration> all = new ArrayList<>();
    for (String name : data) {
      for (double load : loads) {
        for (Policy policy : policies) {
          for (NamedSemantics fixes : semantics) {
            chosen(policy)
                .forEach(each -> all.add(new Configuration(name, load, policy, fixes, each)));
          }
        }
      }
    }
    return all;
  }

  private List<Settings> chosen(Policy policy) {
    List<Settings> all = List.of(Settings.NONE);
    for (SettingAxis<?> axis : settings) {
      all = all.stream().flatMap(each -> axis.spread(each, policy).stream()).toList();
    }
    return all;
  }

  /** What it goes through, a line of text per axis. */
  Map<String, String> toTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("data", String.join(", ", data));
    models.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> texts.put("models of " + entry.getKey(), entry.getValue()));
    texts.put("loads", loads.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    texts.put("policies", policies.stream().map(Policy::name).collect(Collectors.joining(", ")));
    texts.put(
        "semantics",
        semantics.stream().map(NamedSemantics::name).collect(Collectors.joining(", ")));
    settings.forEach(axis -> texts.put(axis.setting().name(), axis.text()));
    texts.put("replicas", Integer.toString(replicas.count()));
    texts.put("replicaKinds", String.join(", ", replicas.kindNames()));
    texts.put("seed", Long.toString(replicas.seed()));
    return texts;
  }
}
