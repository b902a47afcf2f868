package org.limpid.interpret.onnx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.model.Feature;

/**
 * The features as inputs of a graph, and their bins, each of one column; what nothing uses is left
 * out.
 */
final class OnnxFeatures {
  private final OnnxGraph graph;
  private final List<Feature> features;
  private final Map<Integer, String> inputs = new LinkedHashMap<>();
  private final Map<List<Object>, String> bins = new HashMap<>();

  OnnxFeatures(OnnxGraph graph, List<Feature> features) {
    this.graph = graph;
    this.features = features;
  }

  /** A feature as it is given. */
  String given(int position) {
    return inputs.computeIfAbsent(position, this::input);
  }

  private String input(int position) {
    Feature feature = features.get(position);
    return graph.input(
        feature.name(),
        feature instanceof Feature.Numeric ? ElementType.DOUBLE : ElementType.STRING);
  }

  /**
   * The bin of a number: how many of the cuts it reaches, {@code NaN} none, others minus infinity.
   */
  String bin(int position, Bins of) {
    return of instanceof CutBins cuts
        ? bins.computeIfAbsent(List.of(position, cuts), _ -> numericBin(given(position), cuts))
        : categoryBin(position);
  }

  private String numericBin(String number, CutBins of) {
    double[] cuts = new double[of.regularCount()];
    cuts[0] = Double.NEGATIVE_INFINITY;
    System.arraycopy(of.cuts(), 0, cuts, 1, cuts.length - 1);
    String reached =
        graph.apply("GreaterOrEqual", number, graph.constant(Tensors.numbers(cuts.length, cuts)));
    String ones = graph.apply(new OnnxNode("Cast", reached).with("to", ElementType.INT64.number()));
    return graph.apply("ReduceSum", ones, graph.constant(Tensors.wholeNumbers(1)));
  }

  /** 0 where a category is missing, an empty text; then the categories, then any other text. */
  String categoryBin(int position) {
    List<String> categories = ((Feature.Categorical) features.get(position)).categories();
    return bins.computeIfAbsent(
        List.of(position),
        _ ->
            graph.apply(
                new OnnxNode("LabelEncoder", given(position))
                    .of(OnnxGraph.MACHINE_LEARNING)
                    .with("keys_strings", withMissing(categories))
                    .with("values_int64s", LongStream.rangeClosed(0, categories.size()).toArray())
                    .with("default_int64", categories.size() + 1)));
  }

  private static List<String> withMissing(List<String> categories) {
    return Stream.concat(Stream.of(""), categories.stream()).toList();
  }

  /** Rows of a table of so many columns, by the numbers of its rows in one column. */
  String rows(String table, String numbers) {
    String list = graph.apply("Squeeze", numbers, graph.constant(Tensors.wholeNumbers(1)));
    return graph.apply("Gather", table, list);
  }

  /** A value that is the same for all rows, or not, once for every row. */
  String forEveryRow(String value) {
    String any = inputs.isEmpty() ? given(0) : inputs.values().iterator().next();
    return graph.apply("Expand", value, graph.apply("Shape", any));
  }
}
