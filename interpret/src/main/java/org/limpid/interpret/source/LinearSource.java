package org.limpid.interpret.source;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;

/** Methods that predict as a linear model does. */
record LinearSource(LinearModel model, SourceTables tables) {
  String text() {
    String intercept = tables.numbers(model.intercept());
    List<String> statements = model.terms().stream().map(this::statement).toList();
    return SourceText.sum(intercept, statements, "link(sums)")
        + SourceText.of("add")
        + SourceText.of(model.link().name().toLowerCase(Locale.ROOT))
        + """

          /** The value, or the mean for a missing one. */
          private static double number(double value, double mean) {
            return value != value ? mean : value;
          }

          /** 1 for the category, 0 for another, the mean for a missing or unseen one. */
          private static double category(double code, int category, double mean) {
            if (code != code || code < 0) {
              return mean;
            }
            return code == category ? 1 : 0;
          }
        """;
  }

  private String statement(LinearTerm term) {
    OptionalInt category = term.category();
    String mean = JavaText.number(term.mean());
    String factor =
        category.isPresent()
            ? "category(x[%d], %d, %s)".formatted(term.feature(), category.getAsInt(), mean)
            : "number(x[%d], %s)".formatted(term.feature(), mean);
    return "    // %s\n    add(%s, 0, %s, sums);\n"
        .formatted(JavaText.comment(model.name(term)), tables.numbers(term.coefficients()), factor);
  }
}
