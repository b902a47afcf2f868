package org.limpid.workbench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.limpid.workbench.query.Condition.Comparison;
import org.limpid.workbench.query.Token.Kind;

/** Reads a question, from left to right. */
final class QueryParser {
  private static final List<String> STEPS =
      List.of("where", "join", "group by", "total", "pivot", "select", "sort", "top");

  private final List<Token> tokens;
  private int at;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The question, or a {@code DataException} that says what is wrong with it. */
  static Query parse(String question) {
    return new QueryParser(Token.of(question)).query();
  }

  private Query query() {
    String source = word("the name of a table: jobs, waits, cluster, summary or trace");
    List<Step> steps = new ArrayList<>();
    while (takes("|")) {
      steps.add(step());
    }
    if (next() != Token.END) {
      throw expected("'|' and a step, or the end of the query");
    }
    return new Query(source, steps);
  }

  private Step step() {
    String name = word("a step: " + String.join(", ", STEPS));
    return switch (name) {
      case "where" -> new Step.Where(either());
      case "join" -> join();
      case "group" -> group();
      case "total" -> new Step.Group(List.of(), calculated());
      case "pivot" -> pivot();
      case "select" -> new Step.Select(list(this::column));
      case "sort" -> new Step.Sort(list(this::key));
      case "top" -> new Step.Top(count());
      default -> throw QueryProblem.unknown(name, "expected a step", STEPS);
    };
  }

  private Condition either() {
    Condition condition = both();
    while (takes("or")) {
      condition = new Condition.Or(condition, both());
    }
    return condition;
  }

  private Condition both() {
    Condition condition = single();
    while (takes("and")) {
      condition = new Condition.And(condition, single());
    }
    return condition;
  }

  private Condition single() {
    if (takes("not")) {
      return new Condition.Not(single());
    }
    if (takes("(")) {
      Condition condition = either();
      require(")");
      return condition;
    }
    return new Condition.Compared(column(), comparison(), value());
  }

  private Comparison comparison() {
    return Stream.of(Comparison.values())
        .filter(each -> takes(each.sign()))
        .findFirst()
        .orElseThrow(() -> expected("=, !=, <, <=, > or >="));
  }

  private Value value() {
    boolean isNegative = takes("-");
    Token token = next();
    at++;
    return switch (token.kind()) {
      case NUMBER -> Value.Amount.of((isNegative ? "-" : "") + token.text());
      case WORD -> new Value.Word(token.text(), false);
      case TEXT -> new Value.Word(token.text(), true);
      case SIGN, END -> {
        at--;
        throw expected("a number, a text or a column");
      }
    };
  }

  private Step join() {
    String source = word("the name of a table");
    require("on");
    return new Step.Join(source, list(this::column));
  }

  private Step group() {
    require("by");
    return new Step.Group(list(this::column), calculated());
  }

  private Step pivot() {
    String down = column();
    require("by");
    String across = column();
    List<Aggregate> aggregates = calculated();
    if (aggregates.size() > 1) {
      throw QueryProblem.of(
          aggregates.get(1).name(), "expected one number for each cell of the pivot", "");
    }
    return new Step.Pivot(down, across, aggregates.getFirst());
  }

  private List<Aggregate> calculated() {
    require(":");
    return list(this::aggregate);
  }

  private Aggregate aggregate() {
    String function = word("what to calculate, such as mean(queue)");
    require("(");
    String column = next().is(")") ? "" : column();
    require(")");
    return new Aggregate(function, column);
  }

  private Step.Sort.Key key() {
    boolean descending = takes("-");
    return new Step.Sort.Key(column(), descending);
  }

  private int count() {
    Token token = next();
    if (token.kind() != Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
      throw expected("a number of rows");
    }
    at++;
    return Integer.parseInt(token.text());
  }

  /** The name of a column, perhaps in quotes or one that was calculated: {@code mean(queue)}. */
  private String column() {
    if (next().kind() == Kind.TEXT) {
      return tokens.get(at++).text();
    }
    String name = word("the name of a column");
    return takes("(") ? "%s(%s)".formatted(name, inner()) : name;
  }

  private String inner() {
    String column = next().is(")") ? "" : column();
    require(")");
    return column;
  }

  private <T> List<T> list(Supplier<T> item) {
    List<T> items = new ArrayList<>(List.of(item.get()));
    while (takes(",")) {
      items.add(item.get());
    }
    return items;
  }

  private String word(String what) {
    if (next().kind() != Kind.WORD) {
      throw expected(what);
    }
    return tokens.get(at++).text();
  }

  private void require(String sign) {
    if (!takes(sign)) {
      throw expected("'%s'".formatted(sign));
    }
  }

  private boolean takes(String sign) {
    boolean taken = next().is(sign);
    at += taken ? 1 : 0;
    return taken;
  }

  private Token next() {
    return at < tokens.size() ? tokens.get(at) : Token.END;
  }

  private RuntimeException expected(String what) {
    String place = at == 0 ? "at its start" : "behind '%s'".formatted(tokens.get(at - 1).text());
    return QueryProblem.of(
        next() == Token.END ? "the end" : next().text(),
        "expected %s %s".formatted(what, place),
        "");
  }
}
