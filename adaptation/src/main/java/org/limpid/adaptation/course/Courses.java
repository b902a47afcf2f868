package org.limpid.adaptation.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.adaptation.course.CourseRequest.LearningFiles;
import org.limpid.adaptation.learning.LearningRules;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;
import org.limpid.data.generate.RandomStream;
import org.limpid.data.io.ContentHash;
import org.limpid.files.AtomicFiles;
import org.limpid.files.ClosestName;
import org.limpid.files.Problems;
import org.limpid.files.Reporter;
import org.limpid.files.Version;
import org.limpid.simulation.run.Parallel;

/**
 * Lets policies learn, several at a time, and goes on where an earlier command was stopped. The
 * results don't depend on the number of threads, nor on how often that was.
 */
public final class Courses {
  private static final String FORMAT = "limpid-learning/1";
  private static final String TABLE = "courses.csv";

  /** Names of scenarios become names of files. */
  private static final String GOOD_NAME = "[\\w.]+";

  /** Episodes between two checkpoints: some seconds. */
  private static final int KEPT = 5000;

  /** Episodes between two reports of progress. */
  private static final int REPORTED = 100;

  private final CourseRequest request;
  private final Reporter reporter;
  private final Embeddings embeddings;
  private final Vocabulary vocabulary;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

  Courses(CourseRequest request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
    LearningFiles files = request.files();
    embeddings = Embeddings.read(files.embeddings());
    vocabulary = Vocabulary.read(files.vocabulary(), embeddings);
    TrainingsFile.read(files.trainings())
        .forEach(scenario -> scenarios.put(scenario.name(), scenario));
    requireScenarios();
  }

  /**
   * Carries out what was asked for. The folder gets, for each course, its weights ({@code .f32le}),
   * their manifest ({@code .json}) and its curve ({@code .csv}), and {@code courses.csv} with a row
   * for each stage.
   *
   * @return what was learnt, stage by stage; read from the folder if all was done before
   * @throws org.limpid.files.DataException if a file can't be read or written, a scenario is
   *     missing, or the folder holds something else
   */
  public static List<CourseResult> run(CourseRequest request, Reporter reporter) {
    return new Courses(request, reporter).run(KEPT, REPORTED);
  }

  private void requireScenarios() {
    Problems problems = new Problems();
    for (String name : request.scenarios()) {
      if (!scenarios.containsKey(name)) {
        problems.add(
            request.files().trainings(),
            "expected a scenario '%s'".formatted(name),
            ClosestName.hint(name, List.copyOf(scenarios.keySet())));
      } else if (!name.matches(GOOD_NAME)) {
        problems.add(
            request.files().trainings(),
            "expected letters, digits and _ in the name '%s', which files are called after"
                .formatted(name),
            "Maybe rename the scenario.");
      }
    }
    problems.throwIfAny();
  }

  /**
   * Does the work.
   *
   * @param kept episodes between two checkpoints of a course
   * @param reported episodes between two reports of progress
   */
  List<CourseResult> run(int kept, int reported) {
    List<Course> courses = courses();
    Map<String, String> identity = identity();
    if (CourseFolder.isFinished(request.out(), identity, request.overwrite())) {
      reporter.notice("All of this was learnt before.");
      return CourseTable.read(request.out().resolve(TABLE), courses);
    }
    List<Learner> learners = courses.stream().map(this::learner).toList();
    List<String> names = courses.stream().map(Course::name).toList();
    try (CourseFolder folder = CourseFolder.open(request.out(), identity, names)) {
      learn(folder, learners, kept, reported);
      List<CourseResult> results = results(learners);
      folder.finish(path -> write(path, learners, results));
      return results;
    }
  }

  private List<Course> courses() {
    List<Stage> stages =
        IntStream.range(0, request.scenarios().size()).mapToObj(this::stage).toList();
    List<Course> courses = new ArrayList<>();
    for (long seed : request.seeds()) {
      if (request.inTurn()) {
        courses.add(new Course(stages, seed));
      } else {
        stages.forEach(stage -> courses.add(new Course(List.of(stage), seed)));
      }
    }
    return courses;
  }

  private Stage stage(int place) {
    return new Stage(
        scenarios.get(request.scenarios().get(place)),
        request.episodesAt(place),
        request.temperatureAt(place));
  }

  private Map<String, String> identity() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("version", Version.current());
    texts.put("trainings", hash(request.files().trainings()));
    texts.put("vocabulary", hash(request.files().vocabulary()));
    texts.put("embeddings", hash(request.files().embeddings()));
    request
        .start()
        .ifPresent(start -> {
          texts.put("weights", hash(start.weights()));
          texts.put("manifest", hash(start.manifest()));
        });
    IntStream.range(0, request.scenarios().size())
        .forEach(place -> texts.put("scenario " + (place + 1), stageText(stage(place))));
    texts.put("in turn", Boolean.toString(request.inTurn()));
    texts.put("seeds", request.seeds().toString());
    LearningRules rules = request.rules();
    texts.put("learning rate", Double.toString(rules.learningRate()));
    texts.put("rate factor", rules.rateFactor() + " every " + rules.rateEpisodes());
    texts.put("cooling", rules.cooling() + " every " + rules.coolingEpisodes());
    return texts;
  }

  private static String stageText(Stage stage) {
    return "%s, %d episodes from temperature %s"
        .formatted(stage.scenario().name(), stage.episodes(), stage.temperature());
  }

  private static String hash(Path file) {
    Path whole = file.toAbsolutePath();
    return ContentHash.of(whole.getParent(), List.of(whole.getFileName().toString()));
  }

  private Learner learner(Course course) {
    PolicyNetwork policy =
        request
            .start()
            .map(start -> PolicyNetwork.read(start.weights(), start.manifest(), embeddings))
            .orElseGet(() -> PolicyNetwork.draw(embeddings, new RandomStream(course.seed(), 0)));
    return new Learner(course, vocabulary, request.rules(), policy);
  }

  private void learn(CourseFolder folder, List<Learner> learners, int kept, int reported) {
    learners.forEach(learner -> checkpoint(folder, learner).read(learner));
    long done = learners.stream().mapToLong(learner -> learner.curve().size()).sum();
    long all = learners.stream().mapToLong(learner -> learner.course().episodes()).sum();
    if (done > 0) {
      reporter.notice("%,d of %,d episodes are done.".formatted(done, all));
    }
    reporter.begin("Learning", all);
    reporter.advance(done);
    Parallel.run(
        learners.stream()
            .<Runnable>map(
                learner -> () -> learn(learner, checkpoint(folder, learner), kept, reported))
            .toList(),
        request.threads());
    reporter.end();
  }

  private static Checkpoint checkpoint(CourseFolder folder, Learner learner) {
    return folder.checkpoint(learner.course().name());
  }

  /** What is reported as done is on the disk, if that is reported as often. */
  private void learn(Learner learner, Checkpoint checkpoint, int kept, int reported) {
    int saved = learner.curve().size();
    while (!learner.isDone()) {
      int before = learner.curve().size();
      learner.learn(reported);
      int now = learner.curve().size();
      if (learner.isDone() || now - saved >= kept) {
        checkpoint.write(learner);
        saved = now;
      }
      reporter.advance(now - before);
    }
  }

  private static List<CourseResult> results(List<Learner> learners) {
    List<CourseResult> results = new ArrayList<>();
    for (Learner learner : learners) {
      for (int stage = 0; stage < learner.course().stages().size(); stage++) {
        results.add(CourseResult.of(learner, stage));
      }
    }
    return results;
  }

  private static void write(Path folder, List<Learner> learners, List<CourseResult> results) {
    AtomicFiles.write(folder.resolve(TABLE), out -> CourseTable.write(out, results));
    for (Learner learner : learners) {
      Course course = learner.course();
      learner
          .policy()
          .write(folder.resolve(course.name() + ".f32le"), folder.resolve(course.name() + ".json"));
      AtomicFiles.write(
          folder.resolve(course.name() + ".csv"),
          out -> CurveTable.write(out, course, learner.curve()));
    }
  }
}
