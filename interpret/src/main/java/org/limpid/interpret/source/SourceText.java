package org.limpid.interpret.source;

import java.util.List;
import java.util.Map;

/** Methods of generated classes; each class has those that it needs. */
final class SourceText {
  private static final int TERMS_PER_METHOD = 100;

  private static final Map<String, String> METHODS =
      Map.of(
          "Tables",
          """

            private static double[] numbers(int count, String... parts) {
              double[] numbers = new double[count];
              int position = 0;
              for (String part : parts) {
                byte[] bytes = java.util.Base64.getDecoder().decode(part);
                java.nio.DoubleBuffer some = java.nio.ByteBuffer.wrap(bytes).asDoubleBuffer();
                int length = some.remaining();
                some.get(numbers, position, length);
                position += length;
              }
              return numbers;
            }

            private static String[] texts(String... parts) {
              String packed = String.join("", parts);
              java.util.List<String> texts = new java.util.ArrayList<>();
              int position = 0;
              while (position < packed.length()) {
                int colon = packed.indexOf(':', position);
                int end = colon + 1 + Integer.parseInt(packed.substring(position, colon));
                texts.add(packed.substring(colon + 1, end));
                position = end;
              }
              return texts.toArray(new String[0]);
            }
          """,
          "add",
          """

            private static void add(double[] scores, int cell, double factor, double[] sums) {
              for (int k = 0; k < sums.length; k++) {
                sums[k] += scores[cell * sums.length + k] * factor;
              }
            }
          """,
          "bins",
          """

            private static void add(double[] scores, int cell, double[] sums) {
              for (int k = 0; k < sums.length; k++) {
                sums[k] += scores[cell * sums.length + k];
              }
            }

            /** 0 for a missing value, else 1 + the number of cuts that are not above the value. */
            private static int bin(double[] cuts, double value) {
              if (value != value) {
                return 0;
              }
              int low = 0;
              int high = cuts.length;
              while (low < high) {
                int middle = (low + high) >>> 1;
                if (cuts[middle] <= value) {
                  low = middle + 1;
                } else {
                  high = middle;
                }
              }
              return low + 1;
            }

            /** 0 for a missing value, 1 + the code of a category, the last bin for an unseen one. */
            private static int category(double code, int count) {
              if (code != code) {
                return 0;
              }
              return code < 0 ? count + 1 : (int) code + 1;
            }
          """,
          "identity",
          """

            private static double[] link(double[] sums) {
              return sums;
            }
          """,
          "log",
          """

            private static double[] link(double[] sums) {
              return new double[] {Math.exp(sums[0])};
            }
          """,
          "log1p",
          """

            private static double[] link(double[] sums) {
              return new double[] {Math.expm1(sums[0])};
            }
          """,
          "logit",
          """

            private static double[] link(double[] sums) {
              double sum = sums[0];
              return new double[] {1 / (1 + Math.exp(sum)), 1 / (1 + Math.exp(-sum))};
            }
          """,
          "softmax",
          """

            private static double[] link(double[] sums) {
              double highest = Double.NEGATIVE_INFINITY;
              for (double sum : sums) {
                highest = Math.max(highest, sum);
              }
              double total = 0;
              for (int k = 0; k < sums.length; k++) {
                sums[k] = Math.exp(sums[k] - highest);
                total += sums[k];
              }
              for (int k = 0; k < sums.length; k++) {
                sums[k] /= total;
              }
              return sums;
            }
          """);

  private SourceText() {}

  static String of(String name) {
    String text = METHODS.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name);
    }
    return text;
  }

  /**
   * The method {@code respond} and those that it calls: one statement per term, and {@code result}
   * from {@code sums}.
   */
  static String sum(String intercept, List<String> statements, String result) {
    StringBuilder text = new StringBuilder();
    text.append("\n  private static double[] respond(double[] x) {\n");
    text.append("    double[] sums = ").append(intercept).append(".clone();\n");
    for (int from = 0; from < statements.size(); from += TERMS_PER_METHOD) {
      text.append("    addTerms").append(from / TERMS_PER_METHOD).append("(x, sums);\n");
    }
    text.append("    return ").append(result).append(";\n  }\n");
    for (int from = 0; from < statements.size(); from += TERMS_PER_METHOD) {
      text.append("\n  private static void addTerms").append(from / TERMS_PER_METHOD);
      text.append("(double[] x, double[] sums) {\n");
      statements
          .subList(from, Math.min(statements.size(), from + TERMS_PER_METHOD))
          .forEach(text::append);
      text.append("  }\n");
    }
    return text.toString();
  }
}
