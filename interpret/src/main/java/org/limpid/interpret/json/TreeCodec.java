package org.limpid.interpret.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.limpid.files.ClosestName;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.json.ModelCodec.Header;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/** Decision trees. */
final class TreeCodec {
  static final ModelCodec<TreeModel> CODEC =
      new ModelCodec<>("tree", TreeModel.class, TreeCodec::write, TreeCodec::read);

  private TreeCodec() {}

  private static void write(TreeModel model, JsonOutput out) throws IOException {
    FeatureJson.writeAll("features", model.features(), out);
    out.beginArray("nodes");
    for (TreeNode node : model.nodes()) {
      out.beginLine();
      if (node instanceof TreeNode.Split split) {
        write(split, model.features().get(split.feature()), out);
      }
      write(node.summary(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void write(TreeNode.Split split, Feature feature, JsonOutput out)
      throws IOException {
    out.text("feature", feature.name());
    switch (split.condition()) {
      case Condition.Threshold threshold -> out.number("atMost", threshold.threshold());
      case Condition.Categories categories -> out.texts("oneOf", left(categories, feature));
    }
    out.flag("defaultLeft", split.defaultLeft());
    out.wholeNumber("left", split.left()).wholeNumber("right", split.right());
  }

  private static List<String> left(Condition.Categories condition, Feature feature) {
    List<String> left = new ArrayList<>();
    if (feature instanceof Feature.Categorical categorical) {
      for (int i = 0; i < condition.size(); i++) {
        if (condition.isLeft(i)) {
          left.add(categorical.categories().get(i));
        }
      }
    }
    return left;
  }

  private static void write(NodeSummary summary, JsonOutput out) throws IOException {
    out.wholeNumber("samples", summary.samples())
        .number("weight", summary.weight())
        .number("impurity", summary.impurity())
        .numbers("outputs", summary.outputs());
  }

  private static Supplier<TreeModel> read(JsonSection root, Header header) {
    List<Feature> features = FeatureJson.readAll("features", root);
    Map<String, Integer> positions = FeatureJson.positions(features);
    int outputCount = header.task().outputCount();
    List<Supplier<TreeNode>> nodes = new ArrayList<>();
    for (JsonSection section : root.sections("nodes")) {
      try (section) {
        Supplier<NodeSummary> summary = summary(section, outputCount);
        nodes.add(
            section.has("feature")
                ? split(section, summary, features, positions)
                : () -> new TreeNode.Leaf(summary.get()));
      }
    }
    return () ->
        new TreeModel(
            header.task(),
            features,
            nodes.stream().map(Supplier::get).toList(),
            header.provenance());
  }

  private static Supplier<NodeSummary> summary(JsonSection section, int outputCount) {
    int samples = (int) section.wholeNumber("samples", 0, Integer.MAX_VALUE);
    double weight = section.number("weight");
    double impurity = section.number("impurity");
    double[] outputs = section.numbers("outputs", outputCount, "output");
    return () -> new NodeSummary(samples, weight, impurity, outputs);
  }

  private static Supplier<TreeNode> split(
      JsonSection section,
      Supplier<NodeSummary> summary,
      List<Feature> features,
      Map<String, Integer> positions) {
    int position = FeatureJson.position(section, "feature", positions);
    Feature feature = features.isEmpty() ? new Feature.Numeric("") : features.get(position);
    Supplier<Condition> condition =
        switch (feature) {
          case Feature.Numeric _ -> threshold(section);
          case Feature.Categorical categorical -> categories(section, categorical);
        };
    boolean defaultLeft = section.flag("defaultLeft");
    int left = (int) section.wholeNumber("left", 1, Integer.MAX_VALUE);
    int right = (int) section.wholeNumber("right", 1, Integer.MAX_VALUE);
    return () ->
        new TreeNode.Split(summary.get(), position, condition.get(), defaultLeft, left, right);
  }

  private static Supplier<Condition> threshold(JsonSection section) {
    double threshold = section.number("atMost");
    if (section.has("atMost") && !Double.isFinite(threshold)) {
      section.problem("atMost", "expected a finite number", "");
    }
    return () -> new Condition.Threshold(threshold);
  }

  private static Supplier<Condition> categories(JsonSection section, Feature.Categorical feature) {
    boolean[] left = new boolean[feature.categories().size()];
    for (String category : section.texts("oneOf")) {
      int position = feature.categories().indexOf(category);
      if (position < 0) {
        section.problem(
            "oneOf",
            "expected categories of %s, found '%s'".formatted(feature.name(), category),
            ClosestName.hint(category, feature.categories()));
      } else {
        left[position] = true;
      }
    }
    return () -> new Condition.Categories(left);
  }
}
