package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.io.ColumnSynonyms;
import org.limpid.data.io.CsvHeader;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Which column of a table says what: as {@code --map} has it, and for what that leaves out by names
 * that many tables have.
 */
final class TableMap {
  private static final String OPTION = "--map";

  /** Marks, and small before large letters. */
  private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})";

  private static final String PLACEHOLDER = "COLUMN";
  private static final List<TableColumn> NEEDED =
      List.of(TableColumn.SUBMIT, TableColumn.DURATION, TableColumn.GPUS);

  private final Path file;
  private final CsvHeader header;
  private final Map<TableColumn, String> names = new EnumMap<>(TableColumn.class);
  private final List<String> given = new ArrayList<>();

  /**
   * Finds the columns.
   *
   * @param given {@code submit=Submitted,gpus=GPUs}; empty: nothing
   * @throws DataException if a name is unknown, or a column that is needed can't be found
   */
  TableMap(Path file, CsvHeader header, String given) {
    this.file = file;
    this.header = header;
    Problems problems = new Problems();
    NamePairs.parse(OPTION, given).forEach((word, name) -> take(word, name, problems));
    problems.throwIfAny();
    names.forEach((column, name) -> this.given.add(pair(column, name)));
    Stream.of(TableColumn.values()).forEach(this::guess);
    requireAll();
  }

  private void take(String word, String name, Problems problems) {
    Optional<TableColumn> column = TableColumn.of(word);
    Optional<String> inFile = find(name);
    if (column.isEmpty() && TableColumn.of(name).isPresent() && find(word).isPresent()) {
      problems.add(
          Problem.of(
              OPTION,
              "expected the name of a column of Limpid before =, found '%s'".formatted(word),
              "Maybe the other way round: %s.".formatted(option(name + "=" + word))));
      return;
    }
    if (column.isEmpty()) {
      problems.add(
          Problem.of(
              OPTION,
              "expected the name of a column of Limpid before =, found '%s'".formatted(word),
              TableColumn.hint(word)));
    }
    if (inFile.isEmpty()) {
      problems.add(
          Problem.of(
              OPTION,
              "%s has no column '%s'".formatted(file.getFileName(), name),
              ClosestName.hint(name, named())));
    }
    column.ifPresent(each -> inFile.ifPresent(found -> names.put(each, found)));
  }

  /** The name as it is in the file, where blanks and capitals may differ. */
  private Optional<String> find(String name) {
    return Stream.<Predicate<String>>of(
            name::equals, each -> each.strip().equalsIgnoreCase(name.strip()))
        .flatMap(isMeant -> header.names().stream().filter(isMeant))
        .findFirst();
  }

  private List<String> named() {
    return header.names().stream().filter(each -> !each.isBlank()).toList();
  }

  private void guess(TableColumn column) {
    if (!names.containsKey(column)) {
      Map<String, String> free = free(column);
      ColumnSynonyms.named(column.known(), free.keySet())
          .ifPresent(name -> names.put(column, free.get(name)));
    }
  }

  /** Columns that are still free, by what they are called without their unit. */
  private Map<String, String> free(TableColumn column) {
    Collection<String> taken = names.values();
    Map<String, String> free = new LinkedHashMap<>();
    named().stream()
        .filter(name -> !taken.contains(name))
        .forEach(name -> {
          free.putIfAbsent(name, name);
          if (column.isTime()) {
            free.putIfAbsent(withoutUnit(name, column), name);
          }
        });
    return free;
  }

  private static String withoutUnit(String name, TableColumn column) {
    List<String> words = words(name);
    if (DurationText.unit(words.getLast()).isEmpty()) {
      return name;
    }
    return words.size() == 1 && column == TableColumn.DURATION
        ? column.known()
        : String.join(" ", words.subList(0, words.size() - 1));
  }

  private static List<String> words(String name) {
    List<String> words =
        Stream.of(name.split(BETWEEN_WORDS)).filter(word -> !word.isEmpty()).toList();
    return words.isEmpty() ? List.of(name) : words;
  }

  private void requireAll() {
    List<TableColumn> missing = NEEDED.stream().filter(each -> !isTold(each)).toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected columns that say %s; found %s%s"
                  .formatted(
                      missing.stream().map(TableMap::inWords).collect(Collectors.joining(", ")),
                      String.join(", ", named()),
                      header.look().map("; this looks like "::concat).orElse("")),
              hint(missing)));
    }
  }

  private boolean isTold(TableColumn column) {
    return has(column) || column == TableColumn.DURATION && hasStartAndEnd();
  }

  private boolean hasStartAndEnd() {
    return has(TableColumn.START) && has(TableColumn.END);
  }

  private static String inWords(TableColumn column) {
    return switch (column) {
      case SUBMIT -> "when jobs were submitted (submit)";
      case DURATION -> "how long they ran (duration, or start and end)";
      case GPUS -> "how many GPUs they had (gpus)";
      default -> throw new IllegalArgumentException(column + " is not needed");
    };
  }

  /** Where no column looks like any that is needed, the first line holds something else. */
  private String hint(List<TableColumn> missing) {
    String pairs = proposal(missing);
    return missing.size() == NEEDED.size()
            && missing.stream().allMatch(each -> pairs.contains(pair(each, PLACEHOLDER)))
        ? "Maybe the first line doesn't hold the names of the columns, or %s."
            .formatted(option(pairs))
        : "Maybe %s.".formatted(option(pairs));
  }

  /** What was given and what is missing, so that it can be pasted as it is. */
  private String proposal(List<TableColumn> missing) {
    List<String> taken = new ArrayList<>(names.values());
    List<String> pairs = new ArrayList<>(given);
    for (TableColumn column : missing) {
      List<String> free = named().stream().filter(name -> !taken.contains(name)).toList();
      String name =
          ColumnSynonyms.find(column.known(), free)
              .or(() -> free.stream().filter(column::mayBe).findFirst())
              .orElse(PLACEHOLDER);
      taken.add(name);
      pairs.add(pair(column, name));
    }
    return String.join(",", pairs);
  }

  /** As a shell takes it. */
  private static String option(String pairs) {
    return OPTION + ' ' + (pairs.matches("[\\w=,./-]+") ? pairs : "'" + pairs + "'");
  }

  private static String pair(TableColumn column, String name) {
    String pair = column.word() + "=" + name;
    return pair.contains(",") ? '"' + pair + '"' : pair;
  }

  /** Whether a column of the table says it. */
  boolean has(TableColumn column) {
    return names.containsKey(column);
  }

  /** The column to read: two that have the same name in the table are one. */
  TableColumn read(TableColumn column) {
    String name = names.get(column);
    return Stream.of(TableColumn.values())
        .filter(each -> name.equals(names.get(each)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What one is in a column of mere numbers, as its name tells: seconds, processors or MiB; else 1.
   */
  double unit(TableColumn column) {
    String name = names.get(column);
    return Stream.of(words(name).getLast(), name)
        .map(column.isTime() ? DurationText::unit : ResourceText::unit)
        .flatMapToDouble(OptionalDouble::stream)
        .findFirst()
        .orElse(1);
  }

  String name(TableColumn column) {
    return names.get(column);
  }

  char separator() {
    return header.separator();
  }

  /** How the table is to be read. */
  CsvSchema schema() {
    Map<TableColumn, String> different = new EnumMap<>(names);
    different.keySet().removeIf(each -> read(each) != each);
    return CsvSchema.ofNames(different);
  }

  /** What is read as what, as an option. */
  String text() {
    return option(
        names.entrySet().stream()
            .map(each -> pair(each.getKey(), each.getValue()))
            .collect(Collectors.joining(",")));
  }

  /** The columns of the table that are not read. */
  List<String> unread() {
    return named().stream().filter(name -> !names.containsValue(name)).toList();
  }
}
