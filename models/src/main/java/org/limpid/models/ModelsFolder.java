package org.limpid.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.analyzer.PackingFiles;
import org.limpid.analyzer.PackingModels;
import org.limpid.data.Forecast;
import org.limpid.data.io.ContentHash;
import org.limpid.data.io.ThroughputTables;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.WorkloadModelFolder;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Leftovers;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.predictor.ThroughputModelFile;

/**
 * The three models on disk: {@code models.json} says where they come from and which are there; each
 * model is a file that {@code limpid model} explains, edits and exports.
 */
public final class ModelsFolder {
  /** The file that makes a folder one of models. */
  public static final String MANIFEST = "models.json";

  /** The forecast that models would have made in time. */
  public static final String FORECAST = "forecast.csv";

  private static final String FORMAT = "limpid-models/2";
  private static final String LOAD_JOBS = "throughput-jobs.json";
  private static final String LOAD_GPUS = "throughput-gpus.json";
  private static final String RULES = "share-score-rules.txt";
  private static final String DURATIONS = "duration";

  private static final String LOAD = "load";
  private static final String PACKING = "packing";
  private static final String PAIRS = "pairSpeeds";
  private static final String DURATION = "duration";

  private ModelsFolder() {}

  /**
   * Writes all files.
   *
   * @param folder exists
   * @throws DataException if one can't be written
   */
  public static void write(TrainedModels models, Path folder) {
    models.load().ifPresent(load -> writeLoad(load, models.origin().timeOrigin(), folder));
    models.packing().ifPresent(packing -> writePacking(packing, folder));
    models
        .durations()
        .ifPresent(model -> WorkloadModelFolder.write(model, folder.resolve(DURATIONS)));
    AtomicFiles.write(folder.resolve(MANIFEST), out -> writeManifest(models, new JsonOutput(out)));
  }

  private static void writeLoad(LoadModels load, LocalDateTime origin, Path folder) {
    ThroughputModelFile.write(load.jobs(), folder.resolve(LOAD_JOBS));
    ThroughputModelFile.write(load.gpus(), folder.resolve(LOAD_GPUS));
    if (load.forecast().size() > 0) {
      ThroughputTables.writeForecast(folder.resolve(FORECAST), load.forecast(), origin);
    }
  }

  private static void writePacking(PackingModels packing, Path folder) {
    PackingFiles.write(packing, folder);
    byte[] rules = packing.rules().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(folder.resolve(RULES), out -> out.write(rules));
  }

  private static void writeManifest(TrainedModels models, JsonOutput json) throws IOException {
    ModelsOrigin origin = models.origin();
    json.beginObject()
        .text("format", FORMAT)
        .text("version", origin.version())
        .texts("command", origin.commandLine())
        .text("dataset", origin.dataset())
        .text("dataHash", origin.dataHash())
        .text("origin", origin.timeOrigin().toString())
        .wholeNumber("trainedUntilSeconds", origin.lastSecond())
        .flag(LOAD, models.load().isPresent())
        .flag(PACKING, models.packing().isPresent())
        .flag(PAIRS, models.predictsPairs())
        .flag(DURATION, models.durations().isPresent())
        .text("durationFeatures", models.durationFeatures().setName())
        .texts("leftOut", models.leftOut())
        .endObject()
        .finish();
  }

  /**
   * Names the content of a folder of models: SHA-256 over the names and bytes of its JSON and CSV
   * files and of those of its model of durations.
   *
   * @throws DataException if a file can't be read
   */
  public static String contentHash(Path folder) {
    List<String> names = new ArrayList<>();
    for (Path part : List.of(folder, folder.resolve(DURATIONS))) {
      try (Stream<Path> files = Files.isDirectory(part) ? Files.list(part) : Stream.empty()) {
        files
            .filter(file -> file.toString().matches(".*\\.(json|csv)"))
            .map(file -> folder.relativize(file).toString())
            .forEach(names::add);
      } catch (IOException failure) {
        throw new DataException(InputFiles.explain(part, failure));
      }
    }
    return ContentHash.of(folder, names.stream().sorted().toList());
  }

  /**
   * Reads models.
   *
   * @throws DataException if the folder holds none, or a file of it is wrong
   */
  public static TrainedModels read(Path folder) {
    Path file = folder.resolve(MANIFEST);
    Leftovers.recover(file);
    if (!Files.exists(file)) {
      throw new DataException(
          Problem.ofFile(
              file, "there is no such file", "Maybe 'limpid train' has to make the folder first."));
    }
    Problems problems = new Problems();
    Manifest manifest;
    try (JsonSection section = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      manifest = Manifest.read(section);
    }
    problems.throwIfAny();
    return manifest.models(folder);
  }

  /** What {@code models.json} says. */
  private record Manifest(
      ModelsOrigin origin,
      boolean load,
      boolean packing,
      boolean pairs,
      boolean duration,
      FeatureSet features,
      List<String> leftOut) {
    static Manifest read(JsonSection section) {
      section.oneOf("format", List.of(FORMAT));
      return new Manifest(
          new ModelsOrigin(
              section.anyText("dataset"),
              section.anyText("dataHash"),
              time(section),
              section.wholeNumber("trainedUntilSeconds", Long.MIN_VALUE, Long.MAX_VALUE),
              section.anyText("version"),
              section.texts("command")),
          section.flag(LOAD),
          section.flag(PACKING),
          section.flag(PAIRS),
          section.flag(DURATION),
          FeatureSet.named(
                  section.oneOf(
                      "durationFeatures",
                      Arrays.stream(FeatureSet.values()).map(FeatureSet::setName).toList()))
              .orElse(FeatureSet.WITHOUT_PROFILE),
          section.texts("leftOut"));
    }

    private static LocalDateTime time(JsonSection section) {
      try {
        return LocalDateTime.parse(section.text("origin"));
      } catch (DateTimeException _) {
        section.problem("origin", "expected a date and time", "Maybe like 2020-04-01T00:00:00.");
        return LocalDateTime.MIN;
      }
    }

    TrainedModels models(Path folder) {
      return new TrainedModels(
          origin,
          load ? Optional.of(load(folder)) : Optional.empty(),
          packing ? Optional.of(PackingFiles.read(folder, pairs)) : Optional.empty(),
          duration
              ? Optional.of(WorkloadModelFolder.read(folder.resolve(DURATIONS)))
              : Optional.empty(),
          features,
          leftOut);
    }

    private LoadModels load(Path folder) {
      Path file = folder.resolve(FORECAST);
      Problems problems = new Problems();
      Forecast forecast =
          Files.exists(file)
              ? ThroughputTables.forecast(file, origin.timeOrigin(), problems)
              : Forecast.EMPTY;
      problems.throwIfAny();
      return new LoadModels(
          ThroughputModelFile.read(folder.resolve(LOAD_JOBS)),
          ThroughputModelFile.read(folder.resolve(LOAD_GPUS)),
          forecast);
    }
  }
}
