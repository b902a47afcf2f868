package org.limpid.workbench.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.limpid.files.ClosestName;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** What rows have to be like. */
sealed interface Condition {
  /**
   * Says which rows of a table are so.
   *
   * @param notices told what is to be known of the answer, in sentences
   */
  IntPredicate on(Rows rows, Consumer<String> notices);

  record And(Condition left, Condition right) implements Condition {
    @Override
    public IntPredicate on(Rows rows, Consumer<String> notices) {
      return left.on(rows, notices).and(right.on(rows, notices));
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public IntPredicate on(Rows rows, Consumer<String> notices) {
      return left.on(rows, notices).or(right.on(rows, notices));
    }
  }

  record Not(Condition inner) implements Condition {
    @Override
    public IntPredicate on(Rows rows, Consumer<String> notices) {
      return inner.on(rows, notices).negate();
    }
  }

  /** How two values may be to each other. */
  enum Comparison {
    EQUAL("="),
    UNEQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case BELOW -> order < 0;
        case AT_MOST -> order <= 0;
        case ABOVE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }
  }

  /** A column that is to be so to a value, or to another column. Missing values never are. */
  record Compared(String column, Comparison comparison, Value value) implements Condition {
    @Override
    public IntPredicate on(Rows rows, Consumer<String> notices) {
      Column<?> own = rows.column(column);
      IntPredicate holds =
          switch (own) {
            case NumericColumn<?> numbers -> onNumbers(rows, numbers);
            case BooleanColumn truths -> onTruths(truths);
            default -> onTexts(rows, own, notices);
          };
      return row -> !own.isMissing(row) && holds.test(row);
    }

    private IntPredicate onNumbers(Rows rows, NumericColumn<?> own) {
      return switch (value) {
        case Value.Amount(_, double number) ->
            row -> comparison.holds(Double.compare(own.getDouble(row), number));
        case Value.Word(String text, boolean quoted) when !quoted -> {
          NumericColumn<?> other = rows.numbers(text);
          yield row ->
              !other.isMissing(row)
                  && comparison.holds(Double.compare(own.getDouble(row), other.getDouble(row)));
        }
        case Value.Word(String text, _) ->
            throw QueryProblem.of(
                text, "expected a number to compare %s with".formatted(column), "");
      };
    }

    private IntPredicate onTruths(BooleanColumn own) {
      if (!List.of("true", "false").contains(value.text())) {
        throw QueryProblem.of(
            value.text(), "expected true or false to compare %s with".formatted(column), "");
      }
      boolean wanted = Boolean.parseBoolean(value.text());
      return row -> comparison.holds(Boolean.compare(own.get(row), wanted));
    }

    private IntPredicate onTexts(Rows rows, Column<?> own, Consumer<String> notices) {
      if (value instanceof Value.Word(String name, boolean quoted)
          && !quoted
          && rows.table().containsColumn(name)) {
        Column<?> other = rows.column(name);
        return row -> comparison.holds(own.getString(row).compareTo(other.getString(row)));
      }
      List<String> known = own.unique().asStringColumn().asList();
      if (comparison == Comparison.EQUAL && !known.contains(value.text())) {
        notices.accept(
            "No row has the %s '%s'. %s"
                .formatted(column, value.text(), ClosestName.hint(value.text(), known)));
      }
      return row -> comparison.holds(own.getString(row).compareTo(value.text()));
    }
  }
}
