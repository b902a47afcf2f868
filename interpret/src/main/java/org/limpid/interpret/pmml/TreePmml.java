package org.limpid.interpret.pmml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/** A decision tree as a tree model. Missing and unseen values take the default child. */
final class TreePmml {
  private final TreeModel model;
  private final ModelHeader header;
  private final PmmlOutput xml;

  TreePmml(TreeModel model, ModelHeader header) {
    this.model = model;
    this.header = header;
    xml = header.xml();
  }

  void write() throws XMLStreamException {
    header.writeDictionary();
    xml.open("TreeModel")
        .with("modelName", "tree")
        .with("functionName", header.functionName())
        .with("algorithmName", "decision tree")
        .with("missingValueStrategy", "defaultChild")
        .with("splitCharacteristic", "binarySplit");
    header.writeSchema(ModelHeader.AS_MISSING, _ -> null);
    writeNodes();
    xml.close();
  }

  /** Depth first, as the nodes stand, with the ends of the elements that are still open. */
  private void writeNodes() throws XMLStreamException {
    List<TreeNode> nodes = model.nodes();
    Deque<Integer> open = new ArrayDeque<>();
    int[] parents = parents(nodes);
    for (int position = 0; position < nodes.size(); position++) {
      while (!open.isEmpty() && open.peek() != parents[position]) {
        open.pop();
        xml.close();
      }
      begin(position, parents[position], nodes);
      open.push(position);
    }
    for (int i = open.size(); i > 0; i--) {
      xml.close();
    }
  }

  private static int[] parents(List<TreeNode> nodes) {
    int[] parents = new int[nodes.size()];
    parents[0] = -1;
    for (int position = 0; position < nodes.size(); position++) {
      if (nodes.get(position) instanceof TreeNode.Split split) {
        parents[split.left()] = position;
        parents[split.right()] = position;
      }
    }
    return parents;
  }

  private void begin(int position, int parent, List<TreeNode> nodes) throws XMLStreamException {
    NodeSummary summary = nodes.get(position).summary();
    Integer defaultChild =
        nodes.get(position) instanceof TreeNode.Split split
            ? (Integer) (split.defaultLeft() ? split.left() : split.right())
            : null;
    xml.open("Node")
        .with("id", position)
        .with("score", score(summary))
        .with("recordCount", summary.weight())
        .with("defaultChild", defaultChild);
    if (parent < 0) {
      xml.leaf("True");
    } else {
      writePredicate((TreeNode.Split) nodes.get(parent), position);
    }
    writeDistribution(summary);
  }

  private String score(NodeSummary summary) {
    if (header.classes().isEmpty()) {
      return Double.toString(summary.output(0));
    }
    return header.classes().get(Predictions.mostProbable(summary.outputs()));
  }

  private void writePredicate(TreeNode.Split parent, int position) throws XMLStreamException {
    Feature feature = model.features().get(parent.feature());
    boolean left = parent.left() == position;
    switch (parent.condition()) {
      case Condition.Threshold threshold ->
          xml.leaf("SimplePredicate")
              .with("field", feature.name())
              .with("operator", left ? "lessOrEqual" : "greaterThan")
              .with("value", threshold.threshold());
      case Condition.Categories categories -> {
        List<String> all = ((Feature.Categorical) feature).categories();
        List<String> some =
            IntStream.range(0, all.size()).filter(categories::isLeft).mapToObj(all::get).toList();
        writeChoice(feature, some, left);
      }
    }
  }

  /** An array of PMML has no way to write a backslash, so that such categories stand alone. */
  private void writeChoice(Feature feature, List<String> some, boolean in)
      throws XMLStreamException {
    if (some.stream().noneMatch(category -> category.contains("\\"))) {
      String operator = in ? "isIn" : "isNotIn";
      xml.open("SimpleSetPredicate")
          .with("field", feature.name())
          .with("booleanOperator", operator);
      xml.array(some.stream().map(TreePmml::quoted).collect(Collectors.joining(" ")));
    } else {
      xml.open("CompoundPredicate").with("booleanOperator", in ? "or" : "and");
      for (String category : some) {
        String operator = in ? "equal" : "notEqual";
        xml.leaf("SimplePredicate")
            .with("field", feature.name())
            .with("operator", operator)
            .with("value", category);
      }
      xml.leaf(in ? "False" : "True");
    }
    xml.close();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }

  private void writeDistribution(NodeSummary summary) throws XMLStreamException {
    for (int k = 0; k < header.classes().size(); k++) {
      xml.leaf("ScoreDistribution")
          .with("value", header.classes().get(k))
          .with("recordCount", summary.output(k) * summary.weight())
          .with("probability", summary.output(k));
    }
  }
}
