package org.limpid.app.command;

import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.models.tool.ModelKind;
import org.limpid.models.tool.ModelTraining;
import org.limpid.models.tool.TestRows;
import org.limpid.models.tool.Trainers;
import org.limpid.models.tool.TrainingReport;
import org.limpid.models.tool.TrainingRequest;
import org.limpid.models.tool.TrainingRequest.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    customSynopsis = "limpid model train --csv=FILE --target=COLUMN --out=OUT [OPTIONS]",
    description = {
      "Train a model that predicts one column of a CSV file from the others.",
      "Columns of texts are nominal, but for numbers and dates dressed as texts. Fields that are"
          + " empty, NA, N/A, NaN, null or ? are missing."
    },
    footer = {
      "%nExamples:",
      "  limpid model train --csv houses.csv --target price --out price.json",
      "  limpid model train --csv loans.csv --target default --exclude id --out m.json",
      "  limpid model train --csv a.csv --target y --params seed=7 --out m.json",
      "  limpid model train --csv new.csv --target y --continue m.json --out m2.json"
    })
final class ModelTrainCommand extends CommandInSession {
  private static final String SURVIVAL = "survival";

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "FILE",
      description =
          "Rows to learn from: commas, names of columns in the first line, perhaps gzipped.")
  private Path csv;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      converter = Converters.ColumnName.class,
      description = "Column to predict.")
  private String target;

  @Mixin private SharedOptions.MadeFile output;

  @KnownToModel
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      converter = Choices.TargetTypes.class,
      completionCandidates = Choices.TargetTypes.class,
      description =
          "What the target is: ${COMPLETION-CANDIDATES}. By default classes if it holds texts,"
              + " else numbers.")
  private TrainingRequest.TargetType type;

  @KnownToModel
  @Option(
      names = "--exclude",
      converter = CommaList.Texts.class,
      paramLabel = "COLUMN,...",
      description =
          "Columns to leave out, with commas between them. Those whose names hold commas are"
              + " quoted as in CSV, here and below.")
  private List<CommaList<String>> excluded = List.of();

  @KnownToModel
  @Option(
      names = "--nominal",
      converter = CommaList.Texts.class,
      paramLabel = "COLUMN,...",
      description = "Columns whose numbers are names without an order, such as postcodes.")
  private List<CommaList<String>> nominal = List.of();

  @Option(
      names = "--weights",
      paramLabel = "COLUMN",
      converter = Converters.ColumnName.class,
      description = "Column that says how much each row counts.")
  private Optional<String> weights;

  @KnownToModel
  @Option(
      names = "--offset",
      paramLabel = "COLUMN",
      converter = Converters.ColumnName.class,
      description =
          "Column that is added to the score as it is, such as the score of a former model; the"
              + " model learns what it leaves, and needs it to predict.")
  private Optional<String> offset;

  @Option(
      names = "--continue",
      paramLabel = "MODEL",
      description = {
        "EBM to train on, with the rows that it knows or with others: further rounds on what it"
            + " leaves.",
        "Its columns and parameters are taken over; --params changes some of these, such as"
            + " max_rounds."
      })
  private Optional<Path> continued;

  @KnownToModel
  @Option(
      names = "--objective",
      paramLabel = "NAME",
      description = {
        "What an EBM minimises, as in --params objective=NAME.",
        "With survival it learns how long something lasts: the target is a duration, and --event"
            + " tells which of them have ended."
      })
  private Optional<String> objective;

  @KnownToModel
  @Option(
      names = "--event",
      paramLabel = "COLUMN",
      converter = Converters.ColumnName.class,
      description =
          "Column that is 1, yes or true where a duration has ended, 0, no or false where it went"
              + " on when it was last seen.")
  private Optional<String> event;

  @Mixin private ReadingOptions reading;

  @KnownToModel
  @Option(
      names = "--anyway",
      description = "Train although the target looks as if something else was meant.")
  private boolean anyway;

  @KnownToModel
  @Option(
      names = "--model",
      paramLabel = "KIND",
      converter = Choices.ModelKinds.class,
      completionCandidates = Choices.ModelKinds.class,
      defaultValue = "ebm",
      description =
          "Kind of model: ebm, an explainable boosting machine; tree; linear; or table, of means"
              + " by keys. Default: ${DEFAULT-VALUE}.")
  private ModelKind kind;

  @Option(
      names = "--params",
      paramLabel = "NAME=VALUE,...",
      converter = NamedValue.Assignments.class,
      description =
          "Parameters of the model, with commas between them; docs/interpret.md lists them.")
  private List<CommaList<NamedValue>> parameters = List.of();

  @Option(
      names = "--monotone",
      paramLabel = "COLUMN:+|-,...",
      converter = MonotoneFeature.ListParser.class,
      description = "Columns whose scores may only rise (+) or fall (-); for ebm.")
  private List<CommaList<MonotoneFeature>> monotone = List.of();

  @KnownToModel
  @Option(
      names = "--preset",
      paramLabel = "VERSION",
      converter = Choices.Presets.class,
      completionCandidates = Choices.Presets.class,
      description =
          "Take the defaults of this version of interpret: ${COMPLETION-CANDIDATES} (0.7.8); for"
              + " ebm.")
  private TrainingRequest.Preset preset;

  @Option(
      names = "--test",
      paramLabel = "FILE|SHARE",
      converter = Converters.RowsForTest.class,
      description = {
        "Rows to test the model on: a CSV file, or a share of the rows, which it then doesn't learn"
            + " from.",
        "By default it learns from all, and a second model of fewer bags that doesn't see 0.2 of"
            + " them tells how good it is. 0: no test."
      })
  private TestRows test = TestRows.STANDARD;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Threads to use; the model doesn't depend on it. By default one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print what was trained as JSON.")
  private boolean json;

  @Override
  public void run() {
    TrainingReport report = ModelTraining.run(request(), session().reporter(json));
    if (json) {
      session().json(report.toJson());
    } else {
      report.notices().forEach(session()::notice);
      session().notice(report.toText());
      report.testText().ifPresent(session()::notice);
    }
  }

  private TrainingRequest request() {
    checkContinued();
    checkSurvival();
    return new TrainingRequest(
        csv,
        target,
        isSurvival()
            ? Optional.of(TrainingRequest.TargetType.REGRESSION)
            : Optional.ofNullable(type),
        new LinkedHashSet<>(CommaList.join(excluded)),
        new LinkedHashSet<>(CommaList.join(nominal)),
        weights,
        offset,
        continued,
        event,
        reading.value(),
        anyway,
        recipe(),
        test,
        threads,
        output.value());
  }

  /** What the model to be continued knows already cannot be said anew. */
  private void checkContinued() {
    if (continued.isEmpty()) {
      return;
    }
    List<String> refused =
        spec().commandLine().getParseResult().matchedOptions().stream()
            .filter(ModelTrainCommand::isKnownToModel)
            .map(OptionSpec::longestName)
            .toList();
    require(
        refused.isEmpty(),
        "%s does not go with --continue: the model knows it".formatted(String.join(", ", refused)));
    require(
        !(test instanceof TestRows.HeldOut),
        "--test needs a file with --continue: the model may know any of these rows");
  }

  private static boolean isKnownToModel(OptionSpec option) {
    return option.userObject() instanceof AnnotatedElement field
        && field.isAnnotationPresent(KnownToModel.class);
  }

  private boolean isSurvival() {
    return objective.filter(SURVIVAL::equals).isPresent();
  }

  private void checkSurvival() {
    require(isSurvival() == event.isPresent(), "--objective survival and --event need each other");
    require(
        !isSurvival() || kind == ModelKind.EBM && offset.isEmpty() && type == null,
        "--objective survival does not go with --offset, --type or another --model");
    require(
        !isSurvival() || test == TestRows.STANDARD || test instanceof TestRows.None,
        "--test does not go with --objective survival");
  }

  private Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>(NamedValue.map(CommaList.join(parameters)));
    objective.filter(name -> !name.equals(SURVIVAL)).ifPresent(name -> all.put("objective", name));
    return all;
  }

  private Recipe recipe() {
    require(kind == ModelKind.EBM || objective.isEmpty(), "--objective is for --model ebm");
    require(kind == ModelKind.EBM || monotone.isEmpty(), "--monotone is for --model ebm");
    require(kind == ModelKind.EBM || preset == null, "--preset is for --model ebm");
    require(kind == ModelKind.EBM || offset.isEmpty(), "--offset is for --model ebm");
    Recipe recipe =
        new Recipe(
            kind,
            preset == null ? TrainingRequest.Preset.CURRENT : preset,
            parameters(),
            MonotoneFeature.map(CommaList.join(monotone)));
    try {
      Trainers.check(recipe);
    } catch (IllegalArgumentException e) {
      throw wrong("--params: " + e.getMessage(), e);
    }
    return recipe;
  }
}
