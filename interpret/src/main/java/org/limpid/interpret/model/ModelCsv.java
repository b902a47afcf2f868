package org.limpid.interpret.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.ColumnsReader.Role;
import org.limpid.interpret.table.CellFormat;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.DecimalMark;
import org.limpid.interpret.table.Reading;
import org.limpid.interpret.table.Table;

/** Reads CSV files as a model knows their columns. */
public final class ModelCsv {
  private ModelCsv() {}

  /**
   * Reads a file as that of the training was read, with the observed column, if the file has one,
   * and other columns that must hold numbers. {@code notices} hears sentences on how the file was
   * understood. Throws a {@code DataException} if it cannot be read, or cells do not fit the model;
   * all problems at once.
   */
  public static Table read(
      Model model, Path csv, String target, Set<String> numbers, Consumer<String> notices) {
    Map<String, Feature> features =
        model.features().stream()
            .collect(Collectors.toMap(Feature::name, feature -> feature, (one, two) -> one));
    boolean classes = model.task() instanceof Task.Classification;
    Reading reading = withDecimal(model.provenance().reading());
    ColumnsReader reader =
        new ColumnsReader(
            name -> {
              if (name.equals(target) && classes
                  || features.get(name) instanceof Feature.Categorical) {
                return Role.NAMES;
              }
              boolean wanted =
                  features.containsKey(name)
                      || numbers.contains(name)
                      || name.equals(target)
                      || reading.formats().get(name) instanceof CellFormat.Dates;
              return wanted ? Role.NUMBERS : Role.IGNORED;
            },
            reading);
    Table table = reader.read(csv);
    checkDates(model, table);
    reader.notices().forEach(notices);
    return table;
  }

  /** Numbers that training found plain have decimal points. */
  private static Reading withDecimal(Reading reading) {
    return reading.decimal().isPresent()
        ? reading
        : new Reading(
            Optional.of(DecimalMark.POINT), reading.dates(), reading.missing(), reading.formats());
  }

  private static void checkDates(Model model, Table table) {
    List<Problem> problems = new ArrayList<>();
    Set<String> features = model.features().stream().map(Feature::name).collect(Collectors.toSet());
    model
        .provenance()
        .reading()
        .formats()
        .forEach((column, format) -> {
          boolean lacking =
              format instanceof CellFormat.Dates dates
                  && dates.names(column).stream()
                      .anyMatch(name -> features.contains(name) && table.find(name).isEmpty());
          if (lacking) {
            problems.add(
                Problem.ofColumn(
                    table.source(), column, "the model needs this column of dates", ""));
          }
        });
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
  }

  /** Sentences on the values of nominal and ordinal features that training did not see. */
  public static List<String> unseen(Model model, Table table) {
    return UnseenValues.of(model.features(), table).stream()
        .map(unseen ->
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows hold values that training did not see: %s.",
                unseen.column(),
                unseen.rowCount(),
                table.rowCount(),
                unseen.listed()))
        .toList();
  }

  /**
   * What so many rows of a column hold that training did not see: the first different values, and
   * whether there are more.
   */
  public record UnseenValues(String column, int rowCount, List<String> values, boolean isCut) {
    private static final int SHOWN = 5;

    public UnseenValues {
      values = List.copyOf(values);
    }

    public String listed() {
      return String.join(", ", values) + (isCut ? " and others" : "");
    }

    /**
     * The columns of nominal and ordinal features that hold such values, in the order of features.
     */
    public static List<UnseenValues> of(List<Feature> features, Table table) {
      List<UnseenValues> found = new ArrayList<>();
      for (Feature feature : features) {
        if (feature instanceof Feature.Categorical categorical) {
          table
              .find(feature.name())
              .map(column -> of(categorical, column))
              .filter(unseen -> unseen.rowCount() > 0)
              .ifPresent(found::add);
        }
      }
      return found;
    }

    private static UnseenValues of(Feature.Categorical feature, Column column) {
      CategoryCodes codes = new CategoryCodes(feature.categories());
      Set<String> values = new LinkedHashSet<>();
      int count = 0;
      for (int row = 0; row < column.size(); row++) {
        if (!column.isMissing(row) && codes.code(column.text(row)) == CategoryCodes.UNKNOWN) {
          count++;
          if (values.size() <= SHOWN) {
            values.add(column.text(row));
          }
        }
      }
      return new UnseenValues(
          feature.name(), count, values.stream().limit(SHOWN).toList(), values.size() > SHOWN);
    }
  }
}
