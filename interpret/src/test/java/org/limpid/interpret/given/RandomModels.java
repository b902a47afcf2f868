package org.limpid.interpret.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/**
 * Models drawn from a seed: numeric, nominal and ordinal features; bins for pairs that are the same
 * as those for single features, coarser, or cut elsewhere; some terms missing; cells without
 * weight; with and without bags; one score per cell, or three.
 */
public final class RandomModels {
  private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");
  private static final double HIGHEST = 10;

  private final SplittableRandom random;
  private final Task task;
  private final LinkFunction link;
  private final int scoreCount;
  private final int bagCount;
  private final double[] bagWeights;

  private RandomModels(long shapeSeed, long seed) {
    SplittableRandom shape = new SplittableRandom(shapeSeed);
    link = LinkFunction.values()[shape.nextInt(LinkFunction.values().length)];
    task =
        switch (link) {
          case LOGIT -> new Task.Classification(List.of("no", "yes"));
          case SOFTMAX -> new Task.Classification(List.of("x", "y", "z"));
          case IDENTITY, LOG, LOG1P -> new Task.Regression();
        };
    scoreCount = link == LinkFunction.SOFTMAX ? task.outputCount() : 1;
    random = new SplittableRandom(31 * shapeSeed + seed);
    bagCount = random.nextInt(4);
    bagWeights = IntStream.range(0, bagCount).mapToDouble(_ -> 1 + random.nextInt(3)).toArray();
  }

  /** The model of this seed. */
  public static EbmModel of(long seed) {
    return of(seed, 0);
  }

  /**
   * A model with the task and the link of {@code shapeSeed} and the same features; the rest is
   * drawn from both seeds.
   */
  public static EbmModel of(long shapeSeed, long seed) {
    return new RandomModels(shapeSeed, seed).model(seed);
  }

  private EbmModel model(long seed) {
    List<EbmFeature> features =
        List.of(numeric("n0"), numeric("n1"), numeric("n2"), nominal(), ordinal());
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      if (random.nextInt(4) > 0) {
        terms.add(term(features, i));
      }
    }
    for (int i = 0; i < features.size(); i++) {
      for (int j = i + 1; j < features.size(); j++) {
        if (random.nextInt(2) == 0) {
          terms.add(term(features, i, j));
        }
      }
    }
    return new EbmModel(
        task,
        link,
        Optional.empty(),
        features,
        terms,
        scores(scoreCount),
        IntStream.range(0, bagCount).mapToObj(_ -> scores(scoreCount)).toArray(double[][]::new),
        bagWeights,
        new Provenance("random", "", 100 + seed, "target", Map.of(), seed, List.of()));
  }

  private EbmFeature numeric(String name) {
    double[] edges = {0, 2, 3, HIGHEST};
    double[] weights = {random.nextInt(9), 1 + random.nextInt(9), random.nextInt(9)};
    Bins mains = cuts();
    List<Bins> resolutions =
        switch (random.nextInt(3)) {
          case 0 -> List.of(mains);
          case 1 -> List.of(mains, coarser((CutBins) mains));
          default -> List.of(mains, cuts());
        };
    return new EbmFeature(
        new Feature.Numeric(name), resolutions, new FeatureSummary(0, HIGHEST, 50, edges, weights));
  }

  private CutBins cuts() {
    double[] cuts = IntStream.range(0, random.nextInt(6)).mapToDouble(_ -> value()).toArray();
    return new CutBins(Arrays.stream(cuts).sorted().distinct().toArray());
  }

  private double value() {
    return random.nextInt(40) * HIGHEST / 40;
  }

  private static CutBins coarser(CutBins bins) {
    return new CutBins(
        IntStream.range(0, bins.regularCount() - 1)
            .filter(i -> i % 2 == 0)
            .mapToDouble(bins::cut)
            .toArray());
  }

  private EbmFeature nominal() {
    List<String> known = LETTERS.stream().filter(_ -> random.nextInt(3) > 0).toList();
    List<String> categories = known.isEmpty() ? LETTERS : known;
    return new EbmFeature(
        new Feature.Nominal("nominal", categories),
        List.of(new CategoryBins(categories.size())),
        FeatureSummary.categorical(categories.size()));
  }

  private static EbmFeature ordinal() {
    return new EbmFeature(
        new Feature.Ordinal("ordinal", List.of("low", "middle", "high")),
        List.of(new CategoryBins(3), new CategoryBins(3)),
        FeatureSummary.categorical(3));
  }

  private Term term(List<EbmFeature> features, int... positions) {
    int cells =
        IntStream.of(positions)
            .map(i -> features.get(i).bins(positions.length).count())
            .reduce(1, (a, b) -> a * b);
    double[] weights = new double[cells];
    Arrays.setAll(weights, _ -> random.nextInt(3) == 0 ? 0 : random.nextInt(1, 9));
    double[][] bags = new double[bagCount][];
    Arrays.setAll(bags, _ -> scores(cells * scoreCount));
    double[] deviations = BagDeviation.ofScores(bags, bagWeights);
    return new Term(positions, scores(cells * scoreCount), deviations, bags, weights);
  }

  private double[] scores(int count) {
    return IntStream.range(0, count).mapToDouble(_ -> random.nextDouble(-1, 1)).toArray();
  }

  /** Rows for a model: all kinds of values, missing and unseen ones and those at cuts too. */
  public static List<Row> rows(EbmModel model, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, 200)
        .mapToObj(_ -> {
          Row row = model.newRow();
          for (int i = 0; i < 3; i++) {
            row.set(i, random.nextInt(8) == 0 ? Double.NaN : random.nextInt(-8, 56) / 4.0);
          }
          String letter = random.nextInt(8) == 0 ? "?" : LETTERS.get(random.nextInt(5));
          row.set("nominal", random.nextInt(8) == 0 ? null : letter);
          return row.set("ordinal", List.of("low", "middle", "high", "?").get(random.nextInt(4)));
        })
        .toList();
  }

  /** The sums of scores of a row. */
  public static double[] scores(EbmModel model, Row row) {
    double[] sums = new double[model.scoreCount()];
    model.score(row, sums);
    return sums;
  }

  /** The sums of scores of a row in one bag. */
  public static double[] scores(EbmModel model, int bag, Row row) {
    double[] sums = new double[model.scoreCount()];
    model.scoreInBag(bag, row, sums);
    return sums;
  }
}
