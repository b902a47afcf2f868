package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.adaptation.course.CourseRequest;
import org.limpid.adaptation.course.CourseRequest.PolicyFiles;
import org.limpid.adaptation.course.CourseResult;
import org.limpid.adaptation.course.CourseTable;
import org.limpid.adaptation.course.Courses;
import org.limpid.adaptation.learning.LearningRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    customSynopsis =
        "limpid adapt train --trainings=FILE --vocabulary=FILE --embeddings=FILE"
            + " --scenario=NAME,... --out=OUT [OPTIONS]",
    description = {
      "Let policies learn how to grow a network from recorded trainings.",
      "What is done is kept: after a Ctrl-C, a crash or a power cut, the same command goes on."
    },
    footer = {
      "%nExamples:",
      "  limpid adapt train --trainings trainings.csv --vocabulary vocabulary.json --embeddings"
          + " embeddings_18x16.f32le --scenario simulation_early2 --seed 1,2 --out learnt",
      "  limpid adapt train --trainings trainings.csv --vocabulary vocabulary.json --embeddings"
          + " embeddings_18x16.f32le --scenario simulation_late2,simulation_early2 --in-turn"
          + " --temperature 1,10 --out learnt-in-turn"
    })
final class AdaptTrainCommand extends CommandInSession {
  @Mixin private AdaptOptions inputs;

  @Option(
      names = "--scenario",
      required = true,
      split = CommaList.SEPARATOR,
      paramLabel = "NAME,...",
      description = "Scenarios to learn in, a policy for each.")
  private List<String> scenarios;

  @Option(
      names = "--in-turn",
      description = "One policy learns in all of the scenarios, one after another.")
  private boolean inTurn;

  @Option(
      names = "--seed",
      split = CommaList.SEPARATOR,
      paramLabel = "SEED,...",
      description =
          "Seeds of the first weights and of all that is drawn, a policy for each"
              + " (${DEFAULT-VALUE}).")
  private List<Long> seeds = List.of(42L);

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Weights to begin with, such as those of another scenario.")
  private Optional<Path> weights;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Where in the weights each tensor stands: a JSON array.")
  private Optional<Path> manifest;

  @Option(
      names = "--episodes",
      split = CommaList.SEPARATOR,
      converter = WholeNumber.FromOne.class,
      paramLabel = "N,...",
      description =
          "Episodes, for all scenarios or for each. By default 75000 from scratch, and 10000 for a"
              + " policy that has learnt elsewhere.")
  private List<Integer> episodes = List.of();

  @Option(
      names = "--temperature",
      split = CommaList.SEPARATOR,
      converter = NumberInRange.FromOne.class,
      paramLabel = "T,...",
      description =
          "Temperature of the first episode, for all scenarios or for each: above 1, actions are"
              + " drawn nearly at random (${DEFAULT-VALUE}).")
  private List<Double> temperatures = List.of(1.0);

  @Option(
      names = "--cooling",
      converter = NumberInRange.Factor.class,
      paramLabel = "F",
      description = "What the temperature is multiplied with, until it is 1 (${DEFAULT-VALUE}).")
  private double cooling = LearningRules.PUBLISHED.cooling();

  @Option(
      names = "--cooling-episodes",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "Episodes between two of these (${DEFAULT-VALUE}).")
  private int coolingEpisodes = LearningRules.PUBLISHED.coolingEpisodes();

  @Option(
      names = "--learning-rate",
      converter = NumberInRange.AboveZero.class,
      paramLabel = "R",
      description = "Learning rate of the first episode (${DEFAULT-VALUE}).")
  private double learningRate = LearningRules.PUBLISHED.learningRate();

  @Option(
      names = "--rate-factor",
      converter = NumberInRange.Factor.class,
      paramLabel = "F",
      description =
          "What the learning rate is multiplied with, until it is below 1e-9 (${DEFAULT-VALUE}).")
  private double rateFactor = LearningRules.PUBLISHED.rateFactor();

  @Option(
      names = "--rate-episodes",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "Episodes between two of these (${DEFAULT-VALUE}).")
  private int rateEpisodes = LearningRules.PUBLISHED.rateEpisodes();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for the policies: new, empty, or of the same command, which goes on.")
  private Path out;

  @Option(names = "--overwrite", description = "Delete older policies in that folder first.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print what was learnt as JSON.")
  private boolean json;

  @Override
  public void run() {
    List<CourseResult> results = Courses.run(request(), session().reporter(json));
    printPage(
        json,
        () -> CourseTable.json(results),
        List.of(),
        () -> CourseTable.page(results),
        "The policies are in %s.".formatted(out));
  }

  private CourseRequest request() {
    require(
        weights.isPresent() == manifest.isPresent(), "--weights and --manifest go with each other");
    requireOnce(scenarios, "--scenario");
    requireOnce(seeds, "--seed");
    requireFor(episodes, "--episodes");
    requireFor(temperatures, "--temperature");
    return new CourseRequest(
        inputs.files(),
        weights.map(file -> new PolicyFiles(file, manifest.get())),
        scenarios,
        inTurn,
        episodes,
        temperatures,
        new LearningRules(learningRate, rateFactor, rateEpisodes, 1, cooling, coolingEpisodes),
        seeds,
        out,
        overwrite,
        threads.value());
  }

  private void requireFor(List<?> numbers, String option) {
    require(
        CourseRequest.isFor(scenarios, numbers),
        "%s takes one number, or one for each of the %d scenarios, found %d"
            .formatted(option, scenarios.size(), numbers.size()));
  }

  /** In turn a policy may come back to a scenario. */
  private void requireOnce(List<?> items, String option) {
    boolean once = items.stream().distinct().count() == items.size();
    boolean mayRepeat = inTurn && items == scenarios;
    require(once || mayRepeat, "%s has something twice".formatted(option));
  }
}
