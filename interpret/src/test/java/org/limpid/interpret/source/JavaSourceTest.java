package org.limpid.interpret.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.interop.ReferenceModel;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

class JavaSourceTest {
  @TempDir private Path folder;

  static List<Model> models() {
    return SampleModels.all();
  }

  private CompiledModel assertSamePredictions(Model model, List<Row> rows) throws Exception {
    CompiledModel compiled = new CompiledModel(model, "org.example.Scorer", folder);
    double[] expected = new double[model.task().outputCount()];
    for (Row row : rows) {
      model.predict(row, expected);
      assertArrayEquals(expected, compiled.predict(row));
      if (compiled.hasNamedMethod()) {
        assertArrayEquals(expected, compiled.predictByNames(row));
      }
    }
    return compiled;
  }

  @ParameterizedTest
  @MethodSource("models")
  void theClassPredictsTheSameBitForBit(Model model) throws Exception {
    CompiledModel compiled = assertSamePredictions(model, SampleModels.rows(model, 500));
    assertEquals(model.features().size(), compiled.namedParameters().size());
  }

  @ParameterizedTest
  @MethodSource("models")
  void sameModelGivesSameText(Model model) {
    String source = JavaSource.of(model, "Scorer");
    assertEquals(source, JavaSource.of(model, "Scorer"));
    assertTrue(source.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')));
  }

  @Test
  void theReferenceModelPredictsTheSame() throws Exception {
    EbmModel model = ReferenceModel.read();
    assertSamePredictions(model, ReferenceModel.septemberRows(model));
  }

  /** 130 features of 1,000 bins: 1 MB of scores and as many of cuts, and no named parameters. */
  @Test
  void manyLongTablesFitIntoAClass() throws Exception {
    EbmModel model = wide(130, 1000);
    CompiledModel compiled = assertSamePredictions(model, SampleModels.rows(model, 50));
    assertFalse(compiled.hasNamedMethod());
  }

  /** One table of 50,000 numbers, which is spread over several texts. */
  @Test
  void aTableMayBeLongerThanAText() throws Exception {
    EbmModel model = wide(1, 50_000);
    assertSamePredictions(model, SampleModels.rows(model, 50));
  }

  private static EbmModel wide(int featureCount, int cutCount) {
    Random random = new Random(3);
    List<EbmFeature> features = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < featureCount; i++) {
      double[] cuts = random.doubles(cutCount, -5, 5).sorted().distinct().toArray();
      features.add(
          new EbmFeature(
              new Feature.Numeric("x" + i),
              List.of(new CutBins(cuts)),
              new FeatureSummary(-5, 5, cutCount, new double[0], new double[0])));
      double[] scores = random.doubles(cuts.length + 3, -1, 1).toArray();
      terms.add(
          new Term(
              new int[] {i}, scores, new double[0], new double[0][], new double[scores.length]));
    }
    return new EbmModel(
        SampleModels.REGRESSION,
        LinkFunction.IDENTITY,
        Optional.empty(),
        features,
        terms,
        new double[] {0.1},
        new double[0][],
        new double[0],
        SampleModels.provenance());
  }

  @Test
  void manyAndOddCategoriesAreTold() throws Exception {
    String[] categories =
        IntStream.range(0, 6000)
            .mapToObj(code -> code % 2 == 0 ? "\\u000a\n\"\t\u0001\ud83d" + code : code + ":é")
            .toArray(String[]::new);
    Model model = SampleModels.withCategories(categories);
    assertSamePredictions(model, SampleModels.rows(model, 200));
    Model few =
        SampleModels.withCategories(List.of(categories).subList(0, 3).toArray(String[]::new));
    assertSamePredictions(few, SampleModels.rows(few, 30));
  }

  /** 8,001 nodes: a chain of 2,000 levels, each with a small tree at its side. */
  @Test
  void largeAndDeepTreesFitIntoMethods() throws Exception {
    List<TreeNode> nodes = new ArrayList<>();
    Random random = new Random(5);
    for (int level = 0; level < 2000; level++) {
      int first = nodes.size();
      nodes.add(split(random, level, first + 1, first + 4));
      nodes.add(split(random, random.nextInt(4000), first + 2, first + 3));
      nodes.add(new TreeNode.Leaf(summary(random)));
      nodes.add(new TreeNode.Leaf(summary(random)));
    }
    nodes.add(new TreeNode.Leaf(summary(random)));
    List<Feature> features = List.of(new Feature.Numeric("x"), new Feature.Numeric("x "));
    TreeModel model =
        new TreeModel(SampleModels.REGRESSION, features, nodes, SampleModels.provenance());
    List<Row> rows = SampleModels.rows(model, 300);
    rows.forEach(row -> row.setEncoded(0, random.nextInt(2100)));
    assertSamePredictions(model, rows);
  }

  private static TreeNode split(Random random, double threshold, int left, int right) {
    Condition condition = new Condition.Threshold(threshold);
    return new TreeNode.Split(
        summary(random), left % 2, condition, random.nextBoolean(), left, right);
  }

  private static NodeSummary summary(Random random) {
    return new NodeSummary(1, 1, 0, new double[] {random.nextDouble()});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "class", "a..B", "a.", "a b", "String", "org.int.A", "É"})
  void namesThatJavaForbidsAreRefused(String name) {
    Model model = SampleModels.linear(SampleModels.REGRESSION);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> JavaSource.of(model, name));
    assertTrue(e.getMessage().contains("'" + name + "'"), e.getMessage());
  }
}
