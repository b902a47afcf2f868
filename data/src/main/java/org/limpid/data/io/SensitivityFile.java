package org.limpid.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;

/**
 * The file of what models gain by CPUs and memory: two axes that all share, then the models by
 * name, each with what it wants and with its speeds, a row for each number of CPUs.
 */
final class SensitivityFile {
  private static final String CPUS = "cpusPerGpu";
  private static final String MEMORY = "memoryGbPerGpu";
  private static final String MODELS = "models";
  private static final String ITERATION = "iterationSeconds";
  private static final String BEST = "bestSpeedup";
  private static final String SPEEDS = "speeds";

  private final JsonSection root;
  private final Problems problems;

  private SensitivityFile(JsonSection root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Reads all profiles; none when anything is wrong with them. */
  static ResourceProfiles read(Path file, Problems problems) {
    long before = problems.count();
    List<ResourceProfile> profiles;
    try (JsonSection root = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      profiles = new SensitivityFile(root, problems).profiles();
    }
    return problems.count() > before ? ResourceProfiles.EMPTY : ResourceProfiles.of(profiles);
  }

  private List<ResourceProfile> profiles() {
    double[] cpus = axis(CPUS);
    double[] memoryGb = axis(MEMORY);
    List<ResourceProfile> profiles = new ArrayList<>();
    try (JsonSection models = root.section(MODELS)) {
      for (String name : models.names()) {
        try (JsonSection model = models.section(name)) {
          profile(name, model, cpus, memoryGb, profiles);
        }
      }
      if (models.names().isEmpty()) {
        root.problem(MODELS, "expected at least one model", "");
      }
    }
    return profiles;
  }

  private double[] axis(String key) {
    double[] axis = root.numbers(key);
    for (int i = 0; i < axis.length; i++) {
      if (!(axis[i] > (i == 0 ? 0 : axis[i - 1]))) {
        root.problem(key, "expected numbers above 0 that ascend", "");
        return axis;
      }
    }
    return axis;
  }

  private void profile(
      String name,
      JsonSection model,
      double[] cpus,
      double[] memoryGb,
      List<ResourceProfile> profiles) {
    long before = problems.count();
    double wantedCpus = above(model, CPUS, 0);
    double wantedGb = above(model, MEMORY, 0);
    double seconds = above(model, ITERATION, 0);
    double best = above(model, BEST, Math.nextDown(1.0));
    double[][] speeds = speeds(model, cpus.length, memoryGb.length);
    if (problems.count() == before) {
      SpeedTable table = new SpeedTable(cpus, memoryGb, speeds);
      profiles.add(new ResourceProfile(name, wantedCpus, wantedGb, seconds, best, table));
    }
  }

  private static double above(JsonSection model, String key, double least) {
    double value = model.number(key);
    if (!(value > least && Double.isFinite(value)) && model.has(key)) {
      model.problem(key, least == 0 ? "expected a number above 0" : "expected 1 or more", "");
    }
    return value;
  }

  private static double[][] speeds(JsonSection model, int rows, int columns) {
    double[][] speeds = model.numberArrays(SPEEDS, rows, columns, "numbers of CPUs");
    if (Arrays.stream(speeds)
        .flatMapToDouble(Arrays::stream)
        .anyMatch(speed -> !(speed >= 0 && Double.isFinite(speed)))) {
      model.problem(SPEEDS, "expected speeds of 0 or more", "");
    }
    return speeds;
  }

  /**
   * Writes profiles that {@link #read} reads.
   *
   * @param profiles at least one, all of whose tables have the same axes
   */
  static void write(OutputStream out, ResourceProfiles profiles) throws IOException {
    SpeedTable axes = profiles.all().getFirst().speeds();
    JsonOutput json = new JsonOutput(out).beginObject();
    json.numbers(CPUS, cpus(axes)).numbers(MEMORY, memoryGb(axes)).beginObject(MODELS);
    for (ResourceProfile profile : profiles.all()) {
      json.beginObject(profile.model())
          .number(CPUS, profile.cpusPerGpu())
          .number(MEMORY, profile.memoryGbPerGpu())
          .number(ITERATION, profile.iterationSeconds())
          .number(BEST, profile.bestSpeedup())
          .numbers(SPEEDS, speeds(profile.speeds()))
          .endObject();
    }
    json.endObject().endObject().finish();
  }

  private static double[] cpus(SpeedTable table) {
    double[] cpus = new double[table.rows()];
    Arrays.setAll(cpus, table::cpus);
    return cpus;
  }

  private static double[] memoryGb(SpeedTable table) {
    double[] memoryGb = new double[table.columns()];
    Arrays.setAll(memoryGb, table::memoryGb);
    return memoryGb;
  }

  private static double[][] speeds(SpeedTable table) {
    double[][] speeds = new double[table.rows()][table.columns()];
    for (int row = 0; row < speeds.length; row++) {
      int at = row;
      Arrays.setAll(speeds[row], column -> table.speed(at, column));
    }
    return speeds;
  }
}
