package org.limpid.interpret.source;

import java.util.List;

/** Methods that add up terms, and link the sums. */
final class SumSource {
  private static final int PER_METHOD = 100;

  private SumSource() {}

  /**
   * The method {@code respond} and those that it calls.
   *
   * @param intercept the table of the intercepts
   * @param statements one per term
   * @param result the expression of the result from {@code link(sums)}
   */
  static String of(String intercept, List<String> statements, String result) {
    StringBuilder text = new StringBuilder();
    text.append("\n  private static double[] respond(double[] x) {\n");
    text.append("    double[] sums = ").append(intercept).append(".clone();\n");
    for (int from = 0; from < statements.size(); from += PER_METHOD) {
      text.append("    addTerms").append(from / PER_METHOD).append("(x, sums);\n");
    }
    text.append("    return ").append(result).append(";\n  }\n");
    for (int from = 0; from < statements.size(); from += PER_METHOD) {
      text.append("\n  private static void addTerms").append(from / PER_METHOD);
      text.append("(double[] x, double[] sums) {\n");
      statements
          .subList(from, Math.min(statements.size(), from + PER_METHOD))
          .forEach(text::append);
      text.append("  }\n");
    }
    return text.toString();
  }
}
