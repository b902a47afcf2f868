package org.limpid.interpret.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * Small made-up tables to try models on, with names that speak. All numbers come from {@code new
 * SplittableRandom(seed)}, row by row, so that more rows begin with the same.
 */
public enum SampleTable {
  /** Prices: a regression, with gaps in {@code year}, an id, and a pair of area and street. */
  HOUSES(SampleTable::house),
  /** Whether loans fail: two classes, with an id and a column that tells nothing. */
  LOANS(SampleTable::loan),
  /** How many months customers stay: survival, where {@code left} is 0 for those who still do. */
  CUSTOMERS(SampleTable::customer);

  private static final List<String> STREETS = List.of("quiet", "busy", "park");
  private static final double[] STREET_SHARES = {0.5, 0.35, 0.15};
  private static final List<String> PURPOSES = List.of("car", "house", "business", "other");
  private static final double[] PURPOSE_SHARES = {0.4, 0.3, 0.2, 0.1};
  private static final double[] PURPOSE_ODDS = {0, -0.8, 0.9, 0.2};
  private static final List<String> PLANS = List.of("small", "large");
  private static final double[] PLAN_SHARES = {0.6, 0.4};
  private static final double SHARE_WITHOUT_YEAR = 0.08;
  private static final int LONGEST_WATCH_MONTHS = 60;

  private final Function<SplittableRandom, Map<String, Object>> row;

  SampleTable(Function<SplittableRandom, Map<String, Object>> row) {
    this.row = row;
  }

  /** The name on the command line. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The table. Throws an {@code IllegalArgumentException} unless there is a row or more.
   *
   * @param seed another one, other rows
   */
  public Table generate(long seed, int rowCount) {
    if (rowCount < 1) {
      throw new IllegalArgumentException("expected a row or more: " + rowCount);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    for (int i = 1; i <= rowCount; i++) {
      columns.computeIfAbsent("id", _ -> new ArrayList<>()).add((double) i);
      row.apply(random)
          .forEach(
              (name, value) -> columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    }
    return Table.of(
        tableName(),
        0,
        columns.entrySet().stream().map(each -> column(each.getKey(), each.getValue())).toList());
  }

  private static Column column(String name, List<Object> values) {
    return values.getFirst() instanceof String
        ? TextColumn.of(name, values.toArray(String[]::new))
        : NumericColumn.generate(name, values.size(), row -> (double) values.get(row));
  }

  /** 1,800 a square metre, half as much again at a park; old houses and busy streets cost less. */
  private static Map<String, Object> house(SplittableRandom random) {
    double area = Math.rint(Math.max(25, 110 + 40 * Draws.normal(random)));
    int street = Draws.choice(random, STREET_SHARES);
    int year = 1900 + random.nextInt(125);
    boolean yearKnown = random.nextDouble() >= SHARE_WITHOUT_YEAR;
    double rooms = Math.max(1, Math.rint(area / 28 + 0.7 * Draws.normal(random)));
    double perMetre = 1800 * (STREETS.get(street).equals("park") ? 1.5 : 1);
    double ofYear = year < 1950 ? -20_000 : 600 * Math.max(0, year - 1990);
    double ofStreet = STREETS.get(street).equals("busy") ? -25_000 : 0;
    double price = perMetre * area + ofYear + ofStreet + 15_000 * Draws.normal(random);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("area", area);
    row.put("rooms", rooms);
    row.put("year", yearKnown ? (double) year : Double.NaN);
    row.put("street", STREETS.get(street));
    row.put("price", 1000 * Math.rint(Math.max(20_000, price) / 1000));
    return row;
  }

  /** The log odds add up from income, the loan's size against it, age and purpose. */
  private static Map<String, Object> loan(SplittableRandom random) {
    double income = Math.rint(Math.exp(10.4 + 0.45 * Draws.normal(random)));
    double amount = 100 * Math.rint(0.01 * income * random.nextDouble(0.1, 1.6));
    double age = 18 + random.nextInt(55);
    int purpose = Draws.choice(random, PURPOSE_SHARES);
    double weekday = 1 + random.nextInt(5);
    double ofAge = age < 30 ? 0.8 : 0;
    double logOdds = -2.9 + 2 * amount / income + ofAge + PURPOSE_ODDS[purpose];
    boolean fails = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("income", income);
    row.put("amount", amount);
    row.put("age", age);
    row.put("purpose", PURPOSES.get(purpose));
    row.put("weekday", weekday);
    row.put("default", fails ? "yes" : "no");
    return row;
  }

  /**
   * Exponential durations, shorter with complaints and a small plan, seen until a random month of
   * five years.
   */
  private static Map<String, Object> customer(SplittableRandom random) {
    double age = 18 + random.nextInt(60);
    int plan = Draws.choice(random, PLAN_SHARES);
    double complaints = Draws.poisson(random, 0.8);
    double mean = 30 * (plan == 0 ? 0.7 : 1.6) * Math.pow(0.7, complaints) * (age < 30 ? 0.6 : 1);
    double lasts = -mean * Math.log(1 - random.nextDouble());
    double watched = random.nextDouble(1, LONGEST_WATCH_MONTHS);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("plan", PLANS.get(plan));
    row.put("age", age);
    row.put("complaints", complaints);
    row.put("months", Math.ceil(10 * Math.min(lasts, watched)) / 10);
    row.put("left", lasts <= watched ? 1.0 : 0.0);
    return row;
  }
}
