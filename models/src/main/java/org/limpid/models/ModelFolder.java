package org.limpid.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limpid.analyzer.PackingFiles;
import org.limpid.analyzer.PackingModels;
import org.limpid.data.Forecast;
import org.limpid.data.io.ContentHash;
import org.limpid.data.io.ThroughputTables;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.WorkloadModelFolder;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Leftovers;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.predictor.ThroughputModel;
import org.limpid.predictor.ThroughputModelFile;

/**
 * The folder that {@code limpid train --out} makes, or the file of a single model. {@code
 * models.json} says where the models come from and which are there; each is a file that {@code
 * limpid model} explains, edits and exports. A model is read when first asked for; one that was not
 * trained is empty. Safe for several threads.
 */
public final class ModelFolder {
  /** The file that makes a folder one of models. */
  public static final String MANIFEST = "models.json";

  /** The forecast that models would have made in time. */
  static final String FORECAST = "forecast.csv";

  private static final String FORMAT = "limpid-models/2";
  private static final String LOAD_JOBS = "throughput-jobs.json";
  private static final String LOAD_GPUS = "throughput-gpus.json";
  private static final String RULES = "share-score-rules.txt";
  private static final String LOAD = "load";
  private static final String PACKING = "packing";
  private static final String PAIRS = "pairSpeeds";
  private static final String DURATION = "duration";

  private final Path folder;
  private final Map<String, Optional<?>> read = new LinkedHashMap<>();

  private ModelFolder(Path folder) {
    this.folder = folder;
  }

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
        .ifPresent(model -> WorkloadModelFolder.write(model, folder.resolve(DURATION)));
    AtomicFiles.write(folder.resolve(MANIFEST), out -> writeManifest(models, new JsonOutput(out)));
  }

  private static void writeLoad(TrainedModels.Load load, LocalDateTime origin, Path folder) {
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
        .text("durationFeatures", models.durationKind().features().setName())
        .text("durationForm", models.durationKind().form().formName())
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
    for (Path part : List.of(folder, folder.resolve(DURATION))) {
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
   * Opens a folder, or a file of a model.
   *
   * @throws DataException if it holds no models
   */
  public static ModelFolder open(Path folder) {
    if (Files.isRegularFile(folder)) {
      return new ModelFolder(folder);
    }
    requireManifest(folder);
    return new ModelFolder(folder);
  }

  private static void requireManifest(Path folder) {
    Path file = folder.resolve(MANIFEST);
    Leftovers.recover(file);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.ofFile(
              file, "there is no such file", "Maybe 'limpid train' has to make the folder first."));
    }
  }

  /**
   * All models of a folder at once.
   *
   * @throws DataException if the folder holds none, or a file of it is wrong
   */
  public static TrainedModels read(Path folder) {
    requireManifest(folder);
    return JsonSection.read(folder.resolve(MANIFEST), ModelFolder::manifest).apply(folder);
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
    return JsonSection.read(
        manifest,
        section -> {
          section.ignore(section.names().toArray(String[]::new));
          return section.anyText("dataHash");
        });
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
  public Optional<JobDurationModel> durations() {
    return one(DURATION, JobDurationModel.class, WorkloadModelFolder::read);
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

  /** What {@code models.json} says of a folder, whose models are read when it is right. */
  private static Function<Path, TrainedModels> manifest(JsonSection section) {
    section.oneOf("format", List.of(FORMAT));
    ModelsOrigin origin =
        new ModelsOrigin(
            section.anyText("dataset"),
            section.anyText("dataHash"),
            time(section),
            section.wholeNumber("trainedUntilSeconds", Long.MIN_VALUE, Long.MAX_VALUE),
            section.anyText("version"),
            section.texts("command"));
    boolean load = section.flag(LOAD);
    boolean packing = section.flag(PACKING);
    boolean pairs = section.flag(PAIRS);
    boolean duration = section.flag(DURATION);
    DurationKind kind = durationKind(section);
    List<String> leftOut = section.texts("leftOut");
    return folder ->
        new TrainedModels(
            origin,
            load ? Optional.of(load(folder, origin.timeOrigin())) : Optional.empty(),
            packing ? Optional.of(PackingFiles.read(folder, pairs)) : Optional.empty(),
            pairs ? pairError(folder.resolve(HeldOutFile.NAME)) : Double.NaN,
            duration
                ? Optional.of(WorkloadModelFolder.read(folder.resolve(DURATION)))
                : Optional.empty(),
            kind,
            leftOut);
  }

  /** Folders of before there were two forms don't name theirs: it was the large one. */
  private static DurationKind durationKind(JsonSection section) {
    List<String> sets = Arrays.stream(FeatureSet.values()).map(FeatureSet::setName).toList();
    List<String> forms = Arrays.stream(DurationForm.values()).map(DurationForm::formName).toList();
    FeatureSet features =
        FeatureSet.named(section.oneOf("durationFeatures", sets))
            .orElse(FeatureSet.WITHOUT_PROFILE);
    return new DurationKind(
        features,
        section.has("durationForm")
            ? DurationForm.named(section.oneOf("durationForm", forms)).orElse(DurationForm.LARGE)
            : DurationForm.LARGE);
  }

  private static double pairError(Path heldOut) {
    return Files.exists(heldOut)
        ? JudgedModel.PAIR_SPEED.error(HeldOutFile.read(heldOut).values())
        : Double.NaN;
  }

  private static LocalDateTime time(JsonSection section) {
    try {
      return LocalDateTime.parse(section.text("origin"));
    } catch (DateTimeException _) {
      section.problem("origin", "expected a date and time", "Maybe like 2020-04-01T00:00:00.");
      return LocalDateTime.MIN;
    }
  }

  private static TrainedModels.Load load(Path folder, LocalDateTime origin) {
    Path file = folder.resolve(FORECAST);
    return new TrainedModels.Load(
        ThroughputModelFile.read(folder.resolve(LOAD_JOBS)),
        ThroughputModelFile.read(folder.resolve(LOAD_GPUS)),
        Files.exists(file) ? forecast(file, origin) : Forecast.EMPTY);
  }
}
