package org.limpid.analyzer.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.Profiles;
import org.limpid.interpret.evaluate.Split;

/**
 * The split that the artifact tests its packing model with: 20 of the 66 workloads of Venus. They
 * are what scikit-learn 1.2.1 gives for {@code train_test_split(range(66), test_size=0.3,
 * random_state=42)}. Workloads of a model are on both sides, so it flatters.
 */
public final class ArtifactSplit {
  private static final int ROW_COUNT = 66;
  private static final List<Integer> TEST =
      List.of(0, 3, 5, 8, 9, 12, 13, 16, 17, 25, 30, 33, 34, 40, 41, 45, 54, 62, 63, 65);
  private static final List<String> TEST_MODELS =
      List.of(
          "BERT",
          "DCGAN",
          "DCGAN",
          "EfficientNet",
          "EfficientNet",
          "EfficientNet",
          "EfficientNet",
          "LSTM",
          "LSTM",
          "MobileNetV3",
          "NeuMF",
          "NeuMF",
          "PPO",
          "PointNet",
          "PointNet",
          "ResNet18",
          "ResNet50",
          "VGG",
          "VGG",
          "VGG");

  private ArtifactSplit() {}

  /** The split, if these are the workloads of Venus in the order of the artifact. */
  public static Optional<Split> of(Profiles sample) {
    if (sample.singles().size() != ROW_COUNT || !TEST_MODELS.equals(testModels(sample))) {
      return Optional.empty();
    }
    int[] train = IntStream.range(0, ROW_COUNT).filter(row -> !TEST.contains(row)).toArray();
    return Optional.of(new Split(train, TEST.stream().mapToInt(row -> row).toArray()));
  }

  private static List<String> testModels(Profiles sample) {
    return TEST.stream()
        .map(row -> sample.singles().get(row).profile().workload().model())
        .toList();
  }

  /** Errors on the test rows of a split; the pairs of the sample are seen by the training. */
  public static ScoreErrors errors(ScoreModel.Learner trainer, Profiles sample, Split split) {
    Profiles train = new Profiles(rows(sample, split.train()), sample.pairs());
    var test = rows(sample, split.test());
    ScoreModel model = trainer.train(train);
    return ScoreErrors.of(
        test, test.stream().mapToInt(single -> model.score(single.profile())).toArray());
  }

  private static List<Profiles.SingleProfile> rows(Profiles sample, int[] rows) {
    return Arrays.stream(rows).mapToObj(sample.singles()::get).toList();
  }
}
