package org.limpid.interpret.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.DoubleStream;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/** Methods that predict as a decision tree does: nested ifs, a few levels of them per method. */
final class TreeSource {
  private static final int LEVELS_PER_METHOD = 7;

  private final TreeModel model;
  private final SourceTables tables;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Integer> methods = new ArrayDeque<>();

  TreeSource(TreeModel model, SourceTables tables) {
    this.model = model;
    this.tables = tables;
  }

  String text() {
    double[] outputs =
        model.nodes().stream()
            .flatMapToDouble(node -> DoubleStream.of(node.summary().outputs()))
            .toArray();
    String all = tables.numbers(outputs);
    text.append(
        """

          private static double[] respond(double[] x) {
            int leaf = node0(x);
            return java.util.Arrays.copyOfRange(%2$s, leaf * %1$d, (leaf + 1) * %1$d);
          }

          private static boolean isLeft(double[] left, double code, boolean otherwise) {
            return code >= 0 && code < left.length ? left[(int) code] != 0 : otherwise;
          }
        """
            .formatted(model.task().outputCount(), all));
    methods.add(0);
    while (!methods.isEmpty()) {
      writeMethod(methods.poll());
    }
    return text.toString();
  }

  private void writeMethod(int position) {
    text.append("\n  private static int node").append(position).append("(double[] x) {\n");
    writeNode(position, 0);
    text.append("  }\n");
  }

  private void writeNode(int position, int level) {
    String indent = "    " + "  ".repeat(level);
    if (!(model.nodes().get(position) instanceof TreeNode.Split split)) {
      text.append(indent).append("return ").append(position).append(";\n");
    } else if (level == LEVELS_PER_METHOD) {
      text.append(indent).append("return node").append(position).append("(x);\n");
      methods.add(position);
    } else {
      String name = JavaText.comment(model.features().get(split.feature()).name());
      text.append(indent).append("// ").append(name).append('\n');
      text.append(indent).append("if (").append(condition(split)).append(") {\n");
      writeNode(split.left(), level + 1);
      text.append(indent).append("} else {\n");
      writeNode(split.right(), level + 1);
      text.append(indent).append("}\n");
    }
  }

  private String condition(TreeNode.Split split) {
    return switch (split.condition()) {
      case Condition.Threshold threshold -> {
        String number = JavaText.number(threshold.threshold());
        String pattern = split.defaultLeft() ? "!(x[%d] > %s)" : "x[%d] <= %s";
        yield pattern.formatted(split.feature(), number);
      }
      case Condition.Categories categories -> {
        double[] left = new double[categories.size()];
        java.util.Arrays.setAll(left, code -> categories.isLeft(code) ? 1 : 0);
        yield "isLeft(%s, x[%d], %s)"
            .formatted(tables.numbers(left), split.feature(), split.defaultLeft());
      }
    };
  }
}
