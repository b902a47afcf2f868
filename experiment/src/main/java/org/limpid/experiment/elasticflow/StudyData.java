package org.limpid.experiment.elasticflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.importer.ImportOption;
import org.limpid.data.importer.ImportRequest;
import org.limpid.data.importer.TraceImporter;
import org.limpid.data.importer.TraceImporters;
import org.limpid.experiment.elasticflow.StudyCase.Drawn;
import org.limpid.experiment.elasticflow.StudyCase.Published;

/** Makes the data sets of the study by the importers that users have. */
final class StudyData {
  private static final double MOST_DEADLINE = 1.5;

  private final Optional<Path> artifact;
  private final Path folder;

  /**
   * @param artifact folder with files of the artifact; empty: scaling curves are generated
   * @param folder for the data sets, there
   */
  StudyData(Optional<Path> artifact, Path folder) {
    this.artifact = artifact;
    this.folder = folder;
    if (artifact.isEmpty()) {
      GeneratedTables.write(tables("A100"));
    }
  }

  private Path tables(String gpuType) {
    return artifact
        .map(path -> path.resolve(gpuType.equals("T4") ? "throughput_t4" : "throughput_a100"))
        .orElseGet(() -> folder.resolve("throughput"));
  }

  /**
   * Makes the data set of a case.
   *
   * @return its folder
   * @throws org.limpid.files.DataException if its files can't be read
   */
  Path make(StudyCase made) {
    Path out = folder.resolve(made.name());
    Map<String, Object> options = new HashMap<>();
    options.put("nodes", (long) made.nodes());
    options.put("gpus-per-node", (long) made.gpusPerNode());
    switch (made.jobs()) {
      case Published file -> {
        options.put("throughput", tables(file.gpuType()));
        options.put("gpu-type", file.gpuType());
        run("elasticflow", artifact.orElseThrow().resolve(file.path()), out, options);
      }
      case Drawn drawn -> {
        options.put("gpu-type", "A100");
        options.put("jobs", (long) drawn.count());
        options.put("mean-gap", drawn.meanGapSeconds());
        options.put("min-deadline", drawn.leastDeadline());
        options.put("max-deadline", MOST_DEADLINE);
        options.put("best-effort", drawn.bestEffortShare());
        options.put("seed", drawn.seed());
        options.put("deadline-seed", drawn.deadlineSeed());
        run("elasticflow-draw", tables("A100"), out, options);
      }
    }
    return out;
  }

  private static void run(String importer, Path from, Path out, Map<String, Object> values) {
    TraceImporter found =
        TraceImporters.all().stream()
            .filter(each -> each.name().equals(importer))
            .findFirst()
            .orElseThrow();
    Map<ImportOption<?>, Object> options = new HashMap<>();
    for (ImportOption<?> option : found.options()) {
      Object value = values.get(option.name());
      if (value != null) {
        options.put(option, option.choices().isEmpty() ? value : option.choices().get(value));
      }
    }
    found.importing().apply(new ImportRequest(from, out, false, options));
  }
}
