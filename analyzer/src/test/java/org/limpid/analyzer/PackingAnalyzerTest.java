package org.limpid.analyzer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.limpid.analyzer.PackingAnalyzer.PackingTraining;
import org.limpid.analyzer.PackingModels.PairMatrix;
import org.limpid.analyzer.PackingModels.ScoreMethod;
import org.limpid.analyzer.PackingReport.ScoreRow;
import org.limpid.analyzer.given.GivenProfiles;
import org.limpid.data.PairProfile;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.files.DataException;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;

class PackingAnalyzerTest {
  private static final Profiles GENERATED = WorkloadModel.profiles();
  private static final PackingTraining TRAINING =
      PackingAnalyzer.train(GENERATED, LabelSource.GIVEN, 1);
  private static final PackingModels MODELS = TRAINING.models();

  private static Workload workload(int index) {
    return GENERATED.singles().get(index).profile().workload();
  }

  @Test
  void everythingIsTrainedAndJudgedOnGeneratedProfiles() {
    assertEquals(List.of(), TRAINING.leftOut());
    assertTrue(MODELS.rules().lines().count() < 40, MODELS.rules());
    Profiles few = ofModels(7);
    List<String> notJudged = new ArrayList<>();
    PackingReport report = new PackingJudge(2, notJudged).judge(few, few);
    assertEquals(List.of(), notJudged);
    assertEquals(8, report.scores().size());
    ScoreRow tree = report.scores().getFirst();
    assertEquals("tree", tree.method());
    assertTrue(tree.errors().accuracy() > 0.7, tree.toString());
    assertEquals(3, report.pairs().rows().size());
    assertTrue(report.pairs().rows().getFirst().r2() > 0.8);
  }

  /** The workloads of the first deep-learning models, and their pairs. */
  private static Profiles ofModels(int count) {
    List<String> models =
        GENERATED.singles().stream()
            .map(single -> single.profile().workload().model())
            .distinct()
            .limit(count)
            .toList();
    return new Profiles(
        GENERATED.singles().stream()
            .filter(single -> models.contains(single.profile().workload().model()))
            .toList(),
        GENERATED.pairs().stream()
            .filter(pair -> models.contains(pair.first().model()))
            .filter(pair -> models.contains(pair.second().model()))
            .toList());
  }

  @Test
  void numberOfThreadsDoesNotMatter() throws IOException {
    PackingModels two = PackingAnalyzer.train(GENERATED, LabelSource.GIVEN, 2).models();
    assertEquals(MODELS.rules(), two.rules());
    assertEquals(MODELS.matrix(GENERATED), two.matrix(GENERATED));
    for (ScoreMethod method : ScoreMethod.values()) {
      assertArrayEquals(json(MODELS.scores(method).model()), json(two.scores(method).model()));
    }
  }

  private static byte[] json(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelJson.write(model, bytes);
    return bytes.toByteArray();
  }

  @Test
  void toldScoresReplaceTheGivenOnesAndNothingElse() {
    Profiles rescored = MODELS.rescored(ScoreMethod.EBM, GENERATED);
    Map<Workload, Integer> scores = MODELS.scores(ScoreMethod.EBM, GENERATED);
    assertEquals(GENERATED.pairs(), rescored.pairs());
    for (int i = 0; i < rescored.singles().size(); i++) {
      SingleProfile single = rescored.singles().get(i);
      assertEquals(GENERATED.singles().get(i).profile(), single.profile());
      assertEquals(scores.get(single.profile().workload()), single.shareScore());
    }
    assertNotEquals(GENERATED, rescored);
  }

  @Test
  void matrixHoldsMeasuredAndPredictedRatesOfAllWorkloads() {
    PairMatrix matrix = MODELS.matrix(GENERATED);
    int size = GENERATED.singles().size();
    assertEquals(size, matrix.workloads().size());
    PairProfile pair = GENERATED.pairs().get(1);
    assertEquals(pair.firstRate(), matrix.measured().rate(pair.first(), pair.second()));
    assertEquals(pair.secondRate(), matrix.measured().rate(pair.second(), pair.first()));
    for (int own = 0; own < size; own++) {
      for (int other = 0; other < size; other++) {
        assertTrue(matrix.predicted().rate(own, other) > 0);
      }
    }
  }

  @Test
  void withoutPairsThereIsNoModelOfPairsAndTheRestIsThere() {
    Profiles singles = new Profiles(GENERATED.singles(), List.of());
    PackingTraining training = PackingAnalyzer.train(singles, LabelSource.GIVEN, 1);
    assertEquals(Optional.empty(), training.models().pairSpeeds());
    assertEquals(PairSpeeds.EMPTY, training.models().predictedSpeeds(singles));
    assertEquals(1, training.leftOut().size());
    assertTrue(training.leftOut().getFirst().contains("found 0"), training.leftOut().getFirst());
  }

  @Test
  void whatNeedsPairsIsNotJudgedWithoutThem() {
    List<SingleProfile> ofFewModels = GENERATED.singles().subList(0, 36);
    Profiles singles = new Profiles(ofFewModels, List.of());
    PackingTraining training = PackingAnalyzer.train(singles, LabelSource.GIVEN, 1);
    List<String> notJudged = new ArrayList<>();
    PackingReport report = new PackingJudge(1, notJudged).judge(singles, singles);
    assertEquals(
        List.of("tree", "tree, best candidate", "ordinal EBM", "EBM", "tree of the artifact"),
        report.scores().stream().map(ScoreRow::method).toList());
    assertEquals(List.of(), report.pairs().rows());
    assertEquals(1, training.leftOut().size());
    assertEquals(1, notJudged.size());
  }

  @Test
  void oneDeepLearningModelIsTrainedAndNotJudged() {
    List<SingleProfile> singles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      singles.add(GivenProfiles.single("A", i + 1, 3 * i, i / 10));
    }
    Profiles sample = new Profiles(singles, List.of());
    PackingTraining training = PackingAnalyzer.train(sample, LabelSource.GIVEN, 1);
    List<String> notJudged = new ArrayList<>();
    assertEquals(PackingReport.EMPTY, new PackingJudge(1, notJudged).judge(sample, sample));
    assertTrue(notJudged.getLast().contains("one deep-learning model"));
    assertEquals(2, training.models().tree().score(singles.getLast().profile()));
  }

  @Test
  void rulesScoresAreThoseOfTheGenerator() {
    Profiles byRule = LabelSource.RULE_UNMEASURED_HEAVY.apply(GENERATED);
    assertEquals(GENERATED, byRule);
  }

  /** Without the pairs of the first workload, it is in none. */
  @Test
  void workloadsInNoPairAreSaidToBeLeftOut() {
    Profiles fewer =
        new Profiles(
            GENERATED.singles(),
            GENERATED.pairs().stream()
                .filter(pair -> !pair.first().equals(workload(0)))
                .filter(pair -> !pair.second().equals(workload(0)))
                .toList());
    int count = GENERATED.singles().size();
    assertEquals(count - 1, LabelSource.RULE.apply(fewer).singles().size());
    PackingTraining training = PackingAnalyzer.train(fewer, LabelSource.RULE, 1);
    assertTrue(
        training.leftOut().getFirst().startsWith("1 of " + count), training.leftOut().toString());
    assertEquals(count, training.models().scores(ScoreMethod.TREE, fewer).size());
  }

  @Test
  void pairsOfUnknownWorkloadsAreSaidToBeLeftOut() {
    List<PairProfile> pairs = new ArrayList<>(GENERATED.pairs());
    pairs.add(GivenProfiles.pair(GivenProfiles.workload("unknown", 1), workload(0), 0.1, 0.1));
    PackingTraining training =
        PackingAnalyzer.train(new Profiles(GENERATED.singles(), pairs), LabelSource.GIVEN, 1);
    assertTrue(training.leftOut().getFirst().startsWith("1 of " + pairs.size()));
    assertEquals(
        MODELS.matrix(GENERATED).predicted(), training.models().matrix(GENERATED).predicted());
  }

  @Test
  void whatNothingCanBeLearntFromIsRefused() {
    Profiles few = new Profiles(GENERATED.singles().subList(0, 13), GENERATED.pairs());
    assertRefused(
        "expected 14 or more workloads with a share score, found 13", few, LabelSource.GIVEN);
    assertRefused("found 0", Profiles.EMPTY, LabelSource.GIVEN);
    Profiles same =
        new Profiles(
            GENERATED.singles().stream()
                .map(single -> new SingleProfile(single.profile(), 1))
                .toList(),
            List.of());
    assertRefused("found only 1", same, LabelSource.GIVEN);
    assertRefused("expected measured pairs", same, LabelSource.RULE);
  }

  private static void assertRefused(String message, Profiles profiles, LabelSource labels) {
    DataException failure =
        assertThrows(DataException.class, () -> PackingAnalyzer.train(profiles, labels, 1));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
    assertTrue(failure.getMessage().contains("Maybe"), failure.getMessage());
  }

  /** Some workloads and some pairs, scores of each kind: trained or refused for a stated reason. */
  @Test
  void anyPartOfTheProfilesIsTrainedOrRefused() {
    Random random = new Random(7);
    int trained = 0;
    for (int round = 0; round < 12; round++) {
      double share = random.nextDouble();
      Profiles part =
          new Profiles(
              GENERATED.singles().stream().filter(_ -> random.nextDouble() < share).toList(),
              GENERATED.pairs().stream().filter(_ -> random.nextDouble() < 0.05).toList());
      LabelSource labels = LabelSource.values()[random.nextInt(LabelSource.values().length)];
      try {
        PackingModels models = PackingAnalyzer.train(part, labels, 1).models();
        assertEquals(
            part.singles().size(), models.rescored(ScoreMethod.ORDINAL, part).singles().size());
        trained++;
      } catch (DataException e) {
        assertTrue(
            labels.apply(part).singles().size() < PackingAnalyzer.FEWEST_WORKLOADS, e::getMessage);
      }
    }
    assertTrue(trained > 3 && trained < 12, "trained: " + trained);
  }
}
