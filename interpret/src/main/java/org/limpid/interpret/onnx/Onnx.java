package org.limpid.interpret.onnx;

import java.util.List;
import java.util.stream.LongStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.TreeModel;

/**
 * Models as ONNX, so that the programs and services that run neural networks predict with them.
 * What goes in and comes out is told in {@code docs/model-format.md}.
 *
 * <p>Tables of scores are looked up by standard operators in doubles, rather than by those for
 * ensembles of trees, which give out single precision. Sums are added in the order of Limpid.
 *
 * <p>Source: <a href="https://onnx.ai/onnx/operators/">ONNX operators</a>, version 15, and of
 * {@code ai.onnx.ml} version 3.
 */
public final class Onnx {
  private final OnnxGraph graph;
  private final OnnxFeatures features;

  private Onnx(Model model) {
    graph = new OnnxGraph(model.features().stream().map(Feature::name).toList());
    features = new OnnxFeatures(graph, model.features());
  }

  /**
   * The bytes of the file. Throws a {@code DataException} if the model is neither an EBM nor a tree
   * nor linear, or ONNX cannot hold a name in it; all problems at once.
   */
  public static byte[] of(Model model) {
    checkNames(model);
    Onnx onnx = new Onnx(model);
    onnx.write(model);
    return onnx.graph.toBytes(model.provenance().trainer());
  }

  private static void checkNames(Model model) {
    Problems problems = new Problems();
    for (Feature feature : model.features()) {
      check(feature.name(), problems);
      if (feature instanceof Feature.Categorical categorical) {
        categorical.categories().forEach(category -> check(category, problems));
      }
    }
    if (model.task() instanceof Task.Classification(var classes)) {
      classes.stream().filter(name -> !name.isEmpty()).forEach(name -> check(name, problems));
    }
    problems.throwIfAny();
  }

  private static void check(String name, Problems problems) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      problems.add(
          new Problem(
              "model",
              0,
              "",
              name,
              "ONNX has no NUL characters, and an empty text stands for a missing one",
              "Maybe rename it."));
    }
  }

  private void write(Model model) {
    switch (model) {
      case EbmModel ebm -> writeSums(model, new OnnxSums(graph, features).of(ebm), ebm.link());
      case LinearModel linear ->
          writeSums(model, new OnnxSums(graph, features).of(linear), linear.link());
      case TreeModel tree ->
          writeOutputs(tree.task(), new OnnxTree(graph, features, tree).outputs());
      default ->
          throw new DataException(
              Problem.of(
                  "model",
                  "expected an EBM, a tree or a linear model to write as ONNX",
                  "Maybe export it as a Java class instead."));
    }
  }

  private void writeSums(Model model, String sums, LinkFunction link) {
    String response = response(features.forEveryRow(sums), link);
    writeOutputs(
        model.task(),
        model instanceof EbmModel ebm
            ? ebm.clip().map(range -> clipped(response, range)).orElse(response)
            : response);
  }

  private String response(String sums, LinkFunction link) {
    return switch (link) {
      case IDENTITY -> sums;
      case LOG -> graph.apply("Exp", sums);
      case LOG1P -> graph.apply("Sub", graph.apply("Exp", sums), number(1));
      case LOGIT ->
          graph.apply(
              new OnnxNode("Concat", logistic(sums), logistic(graph.apply("Neg", sums)))
                  .with("axis", 1));
      case SOFTMAX -> graph.apply("Softmax", sums);
    };
  }

  /** {@code 1 / (1 + e^sum)}. */
  private String logistic(String sum) {
    return graph.apply("Div", number(1), graph.apply("Add", number(1), graph.apply("Exp", sum)));
  }

  private String number(double value) {
    return graph.constant(Tensors.numbers(1, value));
  }

  private String clipped(String response, ResponseRange range) {
    String notAbove = graph.apply("Min", response, number(range.maximum()));
    return graph.apply("Max", notAbove, number(range.minimum()));
  }

  private void writeOutputs(Task task, String outputs) {
    switch (task) {
      case Task.Regression _ -> graph.output("prediction", outputs, ElementType.DOUBLE, 1);
      case Task.Classification(var classes) -> {
        graph.output("prediction", mostProbable(outputs, classes), ElementType.STRING, 1);
        graph.output("probabilities", outputs, ElementType.DOUBLE, classes.size());
      }
    }
  }

  /** The first of the largest, as in Limpid. */
  private String mostProbable(String probabilities, List<String> classes) {
    return graph.apply(
        new OnnxNode(
                "LabelEncoder", graph.apply(new OnnxNode("ArgMax", probabilities).with("axis", 1)))
            .of(OnnxGraph.MACHINE_LEARNING)
            .with("keys_int64s", LongStream.range(0, classes.size()).toArray())
            .with("values_strings", classes));
  }
}
