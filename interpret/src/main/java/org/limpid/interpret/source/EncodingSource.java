package org.limpid.interpret.source;

import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.model.Feature;

/**
 * Puts numbers and codes of categories into one array {@code x}, in the order of the features: NaN
 * for missing, -1 for an unseen category.
 */
final class EncodingSource {
  private static final int PER_METHOD = 200;

  private final List<List<String>> lines = new ArrayList<>();
  private final StringBuilder categories = new StringBuilder();

  EncodingSource(List<Feature> features, SourceTables tables) {
    int numbers = 0;
    int texts = 0;
    for (int position = 0; position < features.size(); position++) {
      if (position % PER_METHOD == 0) {
        lines.add(new ArrayList<>());
      }
      String line =
          switch (features.get(position)) {
            case Feature.Numeric _ -> "numbers[%d]".formatted(numbers++);
            case Feature.Categorical categorical -> {
              addCategories(texts, categorical, tables);
              yield "code(Categories%d.CODES, texts[%d])".formatted(texts, texts++);
            }
          };
      lines.getLast().add("x[%d] = %s;".formatted(position, line));
    }
  }

  private void addCategories(int text, Feature.Categorical feature, SourceTables tables) {
    categories.append(
        """

          private static final class Categories%d {
            static final java.util.Map<String, Integer> CODES =
                codes(%s);
          }
        """
            .formatted(text, tables.texts(feature.categories())));
  }

  /** The statements that fill the array. */
  List<String> calls() {
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      calls.add("encode%d(numbers, texts, x);".formatted(i));
    }
    return calls;
  }

  /** The methods that {@link #calls()} call. */
  String methods() {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      methods.append("\n  private static void encode").append(i);
      methods.append("(double[] numbers, String[] texts, double[] x) {\n");
      lines.get(i).forEach(line -> methods.append("    ").append(line).append('\n'));
      methods.append("  }\n");
    }
    methods.append(
        """

          private static double code(java.util.Map<String, Integer> codes, String text) {
            return text == null ? Double.NaN : codes.getOrDefault(text, -1);
          }

          private static java.util.Map<String, Integer> codes(String... texts) {
            java.util.Map<String, Integer> codes = new java.util.HashMap<>();
            for (String text : texts) {
              codes.put(text, codes.size());
            }
            return codes;
          }
        """);
    return methods.append(categories).toString();
  }
}
