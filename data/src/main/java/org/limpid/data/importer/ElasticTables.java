package org.limpid.data.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.io.ModelThroughputs;
import org.limpid.files.Archive;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * The throughput tables of ElasticFlow's artifact: a folder with a file {@code MODEL.csv} for each
 * model.
 *
 * @param curves of all models, sorted by model, batch sizes in the order of their file
 * @param limits the rule for the most GPUs of a job
 */
record ElasticTables(ScalingCurves curves, ElasticLimits limits) {
  static final ImportOption<ElasticLimits> GPU_TYPE =
      ImportOption.choice(
          "gpu-type",
          "TYPE",
          ElasticLimits.class,
          ElasticLimits.byName(),
          "GPUs on which the throughput tables were measured: ${COMPLETION-CANDIDATES}. They have"
              + " other most GPUs of a job. Without it the models tell.");

  private static final String ENDING = "\\.csv(\\.gz)?$";
  private static final String TABLE = "[^.].*" + ENDING;

  /**
   * Reads a folder.
   *
   * @param type the rule; empty: the models tell
   * @throws DataException with all that is wrong with it
   */
  static ElasticTables read(Path folder, Optional<ElasticLimits> type) {
    NavigableMap<String, Path> files = files(folder);
    ElasticLimits limits =
        type.or(() -> ElasticLimits.of(files.keySet()))
            .orElseThrow(() ->
                new DataException(
                    Problem.ofFile(
                        folder,
                        "expected models of A100 or T4 only, found %s"
                            .formatted(String.join(", ", files.keySet())),
                        "Maybe say with --gpu-type which GPUs they were measured on.")));
    Problems problems = new Problems();
    List<ScalingCurve> curves = new ArrayList<>();
    files.forEach((model, file) ->
        curves.addAll(
            ModelThroughputs.read(file, model, batch -> limits.most(model, batch), problems)));
    problems.throwIfAny();
    return new ElasticTables(ScalingCurves.of(curves), limits);
  }

  private static NavigableMap<String, Path> files(Path folder) {
    NavigableMap<String, Path> files = new TreeMap<>();
    for (Path file : all(folder)) {
      String name = file.getFileName().toString();
      if (name.matches(TABLE)) {
        files.putIfAbsent(name.replaceFirst(ENDING, ""), file);
      }
    }
    if (files.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              folder,
              "expected throughput tables, such as resnet50.csv, found none",
              "Maybe it is the folder above or below."));
    }
    return files;
  }

  /** The files of a folder or an archive, sorted. */
  private static List<Path> all(Path folder) {
    try {
      Optional<Archive> archive = Archive.of(folder);
      if (archive.isPresent()) {
        return archive.get().files().stream().sorted().toList();
      }
      if (!Files.isDirectory(folder)) {
        throw new DataException(
            Problem.ofFile(
                folder,
                "expected a folder with throughput tables, such as resnet50.csv",
                "Maybe its name is misspelt, or its folder is meant."));
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().toList();
      }
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(folder, e));
    }
  }

  /** What users should know of them. */
  String text() {
    return "Scaling curves: %,d. The most GPUs of a job are those of the artifact for %s."
        .formatted(curves.all().size(), limits);
  }
}
