package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;

/**
 * The profiles of Synergy's artifact as one JSON file: two axes, then sets of models, one for each
 * number of CPUs per GPU. Of a model, the profile for one GPU is taken, as the artifact takes it
 * for any number of them.
 */
final class SynergyModels {
  /** The set of clusters with 3 CPUs for each GPU, and for others without a set of their own. */
  private static final String USUAL_SET = "models";

  private static final String OF_ONE_GPU = "_1";

  private final JsonSection root;
  private final Problems problems;

  private SynergyModels(JsonSection root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * Reads the models of a set.
   *
   * @param set its name; empty: that of the CPUs per GPU of the nodes
   * @throws org.limpid.files.DataException with all that is wrong with the file
   */
  static ResourceProfiles read(Path file, Optional<String> set, NodeGroup nodes) {
    Problems problems = new Problems();
    List<ResourceProfile> profiles;
    try (JsonSection root = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      profiles = new SynergyModels(root, problems).read(set, nodes);
    }
    problems.throwIfAny();
    return ResourceProfiles.of(profiles);
  }

  private List<ResourceProfile> read(Optional<String> set, NodeGroup nodes) {
    double[] cpus = ascending("cpu_axis");
    double[] memoryGb = ascending("mem_axis_gb");
    List<ResourceProfile> profiles = new ArrayList<>();
    if (!problems.isEmpty()) {
      root.ignore("zoo");
      return profiles;
    }
    try (JsonSection zoo = root.section("zoo")) {
      String name = set.orElseGet(() -> setOf(nodes, zoo));
      zoo.ignore(zoo.names().toArray(String[]::new));
      try (JsonSection models = zoo.section(name)) {
        models.ignore(models.names().toArray(String[]::new));
        for (String model : models.names()) {
          if (model.endsWith(OF_ONE_GPU)) {
            read(model, models.section(model), cpus, memoryGb).ifPresent(profiles::add);
          }
        }
      }
    }
    return profiles;
  }

  private double[] ascending(String key) {
    double[] axis = root.numbers(key);
    for (int i = 0; i < axis.length; i++) {
      if (!(axis[i] > (i == 0 ? 0 : axis[i - 1]))) {
        root.problem(key, "expected numbers above 0 that ascend", "");
        break;
      }
    }
    return axis;
  }

  private static String setOf(NodeGroup nodes, JsonSection zoo) {
    String own = "%s-%d".formatted(USUAL_SET, nodes.cpusPerNode() / nodes.gpusPerNode());
    return nodes.cpusPerNode() % nodes.gpusPerNode() == 0 && zoo.has(own) ? own : USUAL_SET;
  }

  private Optional<ResourceProfile> read(
      String name, JsonSection model, double[] cpus, double[] memoryGb) {
    long before = problems.count();
    double wantedCpus = model.number("cpu_per_gpu");
    double wantedGb = model.number("mem_gb_per_gpu");
    double seconds = model.number("iter_time_s_fair");
    double best = model.number("speedup_best_vs_fair");
    double[][] speeds = model.numberArrays("tput", cpus.length, memoryGb.length, "numbers of CPUs");
    if (problems.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ResourceProfile(
              name.substring(0, name.length() - OF_ONE_GPU.length()),
              wantedCpus,
              wantedGb,
              seconds,
              best,
              new SpeedTable(cpus, memoryGb, speeds)));
    } catch (IllegalArgumentException e) {
      model.problem("tput", e.getMessage(), "");
      return Optional.empty();
    }
  }
}
