package org.limpid.interpret.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the texts of a column most probably stand for: the format that reads the most rows, if it
 * reads more than half of those that are not missing; several where they read as many, but not the
 * same values.
 */
public record FormatGuess(List<CellFormat> formats, int readable, int present) {
  private static final int SAMPLE = 1000;

  public FormatGuess {
    formats = List.copyOf(formats);
  }

  /**
   * Looks at a column; what was said of decimal marks and dates decides where several formats fit.
   */
  public static FormatGuess of(TextColumn column, Reading reading) {
    int[] counts = new int[column.levels().size()];
    IntStream.range(0, column.size())
        .filter(row -> !column.isMissing(row))
        .forEach(row -> counts[column.code(row)]++);
    int present = IntStream.of(counts).sum();
    List<CellFormat> candidates = candidates(column.levels());
    double[][] values =
        candidates.stream()
            .map(format -> column.levels().stream().mapToDouble(format::value).toArray())
            .toArray(double[][]::new);
    int[] readable = Arrays.stream(values).mapToInt(each -> readable(each, counts)).toArray();
    int most = IntStream.of(readable).max().orElse(0);
    if (2L * most <= present) {
      return new FormatGuess(List.of(), most, present);
    }
    int[] best = IntStream.range(0, readable.length).filter(i -> readable[i] == most).toArray();
    return new FormatGuess(decided(best, candidates, values, reading), most, present);
  }

  private static int readable(double[] values, int[] counts) {
    return IntStream.range(0, values.length)
        .filter(level -> !Double.isNaN(values[level]))
        .map(level -> counts[level])
        .sum();
  }

  /** Of formats that read the same values the first one is enough. */
  private static List<CellFormat> decided(
      int[] best, List<CellFormat> candidates, double[][] values, Reading reading) {
    List<CellFormat> fitting = IntStream.of(best).mapToObj(candidates::get).toList();
    if (IntStream.of(best).allMatch(each -> Arrays.equals(values[each], values[best[0]]))) {
      return fitting.subList(0, 1);
    }
    List<CellFormat> wanted = fitting.stream().filter(reading::prefers).toList();
    return wanted.isEmpty() ? fitting : wanted.subList(0, 1);
  }

  /** Formats that read something of a sample: most columns of texts are told by it. */
  private static List<CellFormat> candidates(List<String> levels) {
    int step = 1 + levels.size() / SAMPLE;
    List<String> sample =
        IntStream.range(0, levels.size())
            .filter(level -> level % step == 0)
            .mapToObj(levels::get)
            .toList();
    String unit = unit(sample);
    Stream<CellFormat> numbers =
        Stream.of(DecimalMark.values()).map(mark -> new CellFormat.Numbers(mark, unit));
    Stream<CellFormat> dates =
        Stream.of(DateOrder.values()).map(order -> new CellFormat.Dates(order, false));
    return Stream.concat(numbers, dates)
        .filter(format -> sample.stream().anyMatch(text -> !Double.isNaN(format.value(text))))
        .map(format -> format instanceof CellFormat.Dates each ? each.withClock(levels) : format)
        .toList();
  }

  private static String unit(List<String> sample) {
    return sample.stream()
        .map(FormattedNumber::unit)
        .filter(unit -> !unit.isEmpty())
        .collect(Collectors.groupingBy(unit -> unit, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Whether several formats fit, which read different values. */
  public boolean isAmbiguous() {
    return formats.size() > 1;
  }

  /** Whether one format reads every row that is not missing. */
  public boolean isCertain() {
    return formats.size() == 1 && readable == present;
  }

  /** Whether the column holds numbers, perhaps with some bad cells among them. */
  public boolean isNumbers() {
    return !formats.isEmpty() && formats.getFirst() instanceof CellFormat.Numbers;
  }

  /** Whether the column holds dates, perhaps with some bad cells among them. */
  public boolean isDates() {
    return !formats.isEmpty() && !isNumbers();
  }
}
