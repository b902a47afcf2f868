package org.limpid.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.limpid.analyzer.PackingFiles;
import org.limpid.analyzer.PackingModels;
import org.limpid.data.Forecast;
import org.limpid.data.io.ThroughputTables;
import org.limpid.estimator.WorkloadModel;
import org.limpid.estimator.WorkloadModelFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.predictor.ThroughputModel;
import org.limpid.predictor.ThroughputModelFile;

/**
 * The folder that {@code limpid train --out} made, or the file of a single model. A model is read
 * when first asked for; one that was not trained is empty. Safe for several threads.
 */
public final class ModelFolder {
  private static final String MANIFEST = "models.json";
  private static final String LOAD_JOBS = "throughput-jobs.json";
  private static final String LOAD_GPUS = "throughput-gpus.json";
  private static final String DURATION = "duration";
  private static final String FORECAST = "forecast.csv";

  private final Path folder;
  private final Map<String, Optional<?>> read = new LinkedHashMap<>();

  private ModelFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder, or a file of a model.
   *
   * @throws DataException if it holds no models
   */
  public static ModelFolder open(Path folder) {
    if (Files.isRegularFile(folder)) {
      return new ModelFolder(folder);
    }
    if (!Files.isRegularFile(folder.resolve(MANIFEST))) {
      throw new DataException(
          Problem.ofFile(
              folder.resolve(MANIFEST),
              "there is no such file",
              "Maybe 'limpid train' has to make the folder first."));
    }
    return new ModelFolder(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Whether it is the file of one model. */
  public boolean isSingle() {
    return Files.isRegularFile(folder);
  }

  /** Its name without the folders that it is in, and without {@code .json}. */
  public String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "models" : name.toString().replaceFirst("\\.json$", "");
  }

  /** What the models were trained on: the hash of a data set; empty for a single model. */
  public Optional<String> dataHash() {
    return one(MANIFEST, String.class, ModelFolder::dataHash);
  }

  private static String dataHash(Path manifest) {
    Problems problems = new Problems();
    String hash;
    try (JsonSection section =
        new JsonSection(manifest.toString(), problems, JsonFile.read(manifest))) {
      section.ignore(section.names().toArray(String[]::new));
      hash = section.anyText("dataHash");
    }
    problems.throwIfAny();
    return hash;
  }

  /**
   * What models that were trained before each week expected of the load.
   *
   * @param origin second 0 of its times
   */
  public Optional<Forecast> forecast(LocalDateTime origin) {
    return one(FORECAST, Forecast.class, file -> forecast(file, origin));
  }

  private static Forecast forecast(Path file, LocalDateTime origin) {
    Problems problems = new Problems();
    Forecast forecast = ThroughputTables.forecast(file, origin, problems);
    problems.throwIfAny();
    return forecast;
  }

  /** Whether anybody noted what models predicted of rows that they had not learnt from. */
  public boolean knowsHeldOut() {
    return !isSingle() && Files.exists(folder.resolve(HeldOutFile.NAME));
  }

  /** What a model predicted of rows that it had not learnt from, if anybody noted it. */
  public Optional<HeldOut> heldOut(JudgedModel model) {
    return one(HeldOutFile.NAME, Map.class, HeldOutFile::read)
        .map(all -> (HeldOut) all.get(model.modelName()));
  }

  /** How many jobs come in ten minutes. */
  public Optional<ThroughputModel> submittedJobs() {
    return one(LOAD_JOBS, ThroughputModel.class, ThroughputModelFile::read);
  }

  /** For how many GPUs the jobs ask that come in ten minutes. */
  public Optional<ThroughputModel> submittedGpus() {
    return one(LOAD_GPUS, ThroughputModel.class, ThroughputModelFile::read);
  }

  /** How long jobs run. */
  public Optional<WorkloadModel> durations() {
    return one(DURATION, WorkloadModel.class, WorkloadModelFolder::read);
  }

  /** How much workloads disturb each other. */
  public Optional<PackingModels> packing() {
    boolean pairs = Files.exists(folder.resolve(PackingFiles.PAIR_SPEEDS));
    return one(PackingFiles.TREE, PackingModels.class, _ -> PackingFiles.read(folder, pairs));
  }

  /**
   * All models by short names, in a fixed order: {@code load-jobs}, {@code duration}, {@code
   * share-score-tree}, ...
   */
  public Map<String, Model> all() {
    if (isSingle()) {
      return Map.of(name(), one("", Model.class, ModelReader::read).orElseThrow());
    }
    Map<String, Model> models = new LinkedHashMap<>();
    submittedJobs().ifPresent(model -> models.put("load-jobs", model.model()));
    submittedGpus().ifPresent(model -> models.put("load-gpus", model.model()));
    add(models, "duration", Path.of(DURATION, "model.json"));
    add(models, "share-score-tree", Path.of(PackingFiles.TREE));
    add(models, "share-score-ebm", Path.of(PackingFiles.EBM));
    add(models, "share-score-ordinal", Path.of(PackingFiles.ORDINAL));
    add(models, "pair-speed", Path.of(PackingFiles.PAIR_SPEEDS));
    return models;
  }

  private void add(Map<String, Model> models, String name, Path file) {
    one(file.toString(), Model.class, ModelJson::read).ifPresent(model -> models.put(name, model));
  }

  private <T> Optional<T> one(String name, Class<T> type, Function<Path, T> reader) {
    synchronized (read) {
      String key = type.getSimpleName() + " " + name;
      Path file = folder.resolve(name);
      if (!read.containsKey(key)) {
        read.put(key, Files.exists(file) ? Optional.of(reader.apply(file)) : Optional.empty());
      }
      return read.get(key).map(type::cast);
    }
  }
}
