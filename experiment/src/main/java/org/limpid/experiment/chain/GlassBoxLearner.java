package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainSight;
import org.limpid.reference.mirage.ChainWait;
import org.limpid.reference.mirage.ChainWindow;

/** Limpid's own learner: the explainable boosting machine of {@link WaitTrainer}. */
final class GlassBoxLearner implements ChainLearner {
  /** Its name. */
  static final String NAME = "glass-box";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean seesStates() {
    return false;
  }

  @Override
  public boolean keepsFiles() {
    return true;
  }

  @Override
  public ChainPolicy read(Path file, LocalDateTime origin) {
    return new Policy(model(file), origin);
  }

  /**
   * The model in a file.
   *
   * @throws DataException if it can't be read, or is another kind of model
   */
  static EbmModel model(Path file) {
    Model model = ModelJson.read(file);
    Set<String> known = Set.copyOf(ChainFeature.names());
    Stream<Feature> features = model.features().stream();
    if (!(model instanceof EbmModel ebm)
        || !(model.task() instanceof Task.Regression)
        || !features.allMatch(
            feature -> feature instanceof Feature.Numeric && known.contains(feature.name()))) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected a model of waits whose features are some of " + ChainFeature.names(),
              "Maybe another folder: that which 'limpid chain train' made."));
    }
    return ebm;
  }

  @Override
  public ChainPolicy learn(ChainLessons lessons) {
    List<WaitTrainer.Sample> samples = lessons.lessons().stream().map(this::sample).toList();
    EbmModel model =
        new WaitTrainer(lessons.origin(), lessons.threads())
            .train(samples, lessons.windows(), lessons.price().quantile());
    return new Policy(model, lessons.origin());
  }

  private WaitTrainer.Sample sample(ChainLesson lesson) {
    return new WaitTrainer.Sample(
        lesson.window(),
        new ChainWait(lesson.sight().moment(), Math.round(3600 * lesson.waitHours())));
  }

  private record Policy(EbmModel model, LocalDateTime origin) implements ChainPolicy {
    @Override
    public Predicate<ChainSight> begin() {
      GlassBox box = new GlassBox(model, origin);
      return sight -> box.test(sight.moment());
    }

    /** {@inheritDoc} It needs no states. */
    @Override
    public ChainOutcome outcome(ChainWindow window) {
      return window.follow(new GlassBox(model, origin));
    }

    @Override
    public void write(Path file) {
      AtomicFiles.write(file, out -> ModelJson.write(model, out));
    }
  }
}
