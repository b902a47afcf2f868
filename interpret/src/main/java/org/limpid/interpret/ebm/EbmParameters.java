package org.limpid.interpret.ebm;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limpid.files.ClosestName;
import org.limpid.interpret.ebm.objective.Objective;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.parameter.ParameterValues;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.QuotedNames;

/** A value for every {@link EbmParameter}. Immutable. */
public final class EbmParameters {
  private final EnumMap<EbmParameter, String> values;

  private EbmParameters(EnumMap<EbmParameter, String> values) {
    this.values = values;
  }

  private static EbmParameters of(Function<EbmParameter, String> value) {
    EnumMap<EbmParameter, String> values = new EnumMap<>(EbmParameter.class);
    for (EbmParameter parameter : EbmParameter.values()) {
      values.put(parameter, value.apply(parameter));
    }
    return new EbmParameters(values);
  }

  /** The defaults of interpret 0.7.8 for regressions. */
  public static EbmParameters regression() {
    return of(EbmParameter::regressionDefault);
  }

  /** The defaults of interpret 0.7.8 for classifications. */
  public static EbmParameters classification() {
    return of(EbmParameter::classificationDefault);
  }

  /** The defaults of interpret 0.7.8 for a task. */
  public static EbmParameters defaults(Task task) {
    return task instanceof Task.Regression ? regression() : classification();
  }

  /** The defaults of interpret 0.2.7, which Lucid used. */
  public static EbmParameters firstVersion(Task task) {
    EbmParameters parameters = of(EbmParameter::firstVersionDefault);
    return task instanceof Task.Regression
        ? parameters
        : parameters.with(EbmParameter.OBJECTIVE, "log_loss");
  }

  /**
   * The same parameters but for one. Throws an {@code IllegalArgumentException} if the value is not
   * one of the parameter's.
   */
  public EbmParameters with(EbmParameter parameter, String value) {
    EnumMap<EbmParameter, String> changed = new EnumMap<>(values);
    changed.put(parameter, canonical(parameter, value.strip()));
    return new EbmParameters(changed);
  }

  /** The same parameters but for a number. */
  public EbmParameters with(EbmParameter parameter, double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return with(parameter, whole ? Long.toString((long) value) : Double.toString(value));
  }

  /**
   * The same parameters but for those named. Throws an {@code IllegalArgumentException} if a name
   * or value is unknown; the message names all of them.
   */
  public EbmParameters with(Map<String, String> changes) {
    return ParameterValues.changed(
        this, changes, (values, change) -> values.with(named(change.getKey()), change.getValue()));
  }

  private static EbmParameter named(String name) {
    return EbmParameter.named(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no parameter '%s'. %s"
                    .formatted(name, ClosestName.hint(name, EbmParameter.names()))));
  }

  private static String canonical(EbmParameter parameter, String value) {
    return switch (parameter.kind()) {
      case WHOLE -> whole(parameter, value);
      case NUMBER -> number(parameter, value);
      case FLAG -> oneOf(parameter, value.toLowerCase(java.util.Locale.ROOT), "true", "false");
      case CHOICE -> oneOf(parameter, value, parameter.choices().toArray(String[]::new));
      case INTERACTIONS -> interactions(parameter, value);
      case TERMS -> value;
      case DIRECTIONS -> directions(parameter, value);
      case OBJECTIVE -> Objective.parse(value).toString();
    };
  }

  private static String whole(EbmParameter parameter, String value) {
    try {
      return Long.toString((long) inRange(parameter, Long.parseLong(value), value));
    } catch (NumberFormatException e) {
      throw unexpected(parameter, "a whole number" + range(parameter), value);
    }
  }

  private static String number(EbmParameter parameter, String value) {
    try {
      return Double.toString(inRange(parameter, NumberText.parse(value), value));
    } catch (NumberFormatException e) {
      throw unexpected(parameter, "a number" + range(parameter), value);
    }
  }

  private static double inRange(EbmParameter parameter, double number, String value) {
    if (number >= parameter.minimum() && number <= parameter.maximum()) {
      return number;
    }
    throw unexpected(parameter, "a number" + range(parameter), value);
  }

  private static String range(EbmParameter parameter) {
    return " from %s to %s".formatted(plain(parameter.minimum()), plain(parameter.maximum()));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String oneOf(EbmParameter parameter, String value, String... choices) {
    if (List.of(choices).contains(value)) {
      return value;
    }
    throw unexpected(parameter, "one of " + String.join(", ", choices), value);
  }

  private static String interactions(EbmParameter parameter, String value) {
    boolean multiple = value.endsWith("x");
    String digits = multiple ? value.substring(0, value.length() - 1) : value;
    try {
      double number = inRange(parameter, NumberText.parse(digits), value);
      if (multiple || number == Math.rint(number)) {
        return multiple ? plain(number) + "x" : plain(number);
      }
    } catch (NumberFormatException e) {
      // The message below says what was expected.
    }
    throw unexpected(parameter, "a whole number, or a multiple such as 5x", value);
  }

  private static String directions(EbmParameter parameter, String value) {
    directions(value)
        .forEach((feature, direction) -> {
          if (feature.isEmpty() || direction == 0) {
            throw unexpected(parameter, "features with +1 or -1, such as a: +1; b: -1", value);
          }
        });
    return value;
  }

  private static IllegalArgumentException unexpected(
      EbmParameter parameter, String expected, String value) {
    return new IllegalArgumentException(
        "%s: expected %s, found '%s'".formatted(parameter.parameterName(), expected, value));
  }

  public int whole(EbmParameter parameter) {
    return Integer.parseInt(values.get(parameter));
  }

  public double number(EbmParameter parameter) {
    return Double.parseDouble(values.get(parameter));
  }

  public boolean flag(EbmParameter parameter) {
    return Boolean.parseBoolean(values.get(parameter));
  }

  public String text(EbmParameter parameter) {
    return values.get(parameter);
  }

  public Objective objective() {
    return Objective.parse(text(EbmParameter.OBJECTIVE));
  }

  /** How many pairs to look for, given the number of features. */
  public int pairCount(int featureCount) {
    String value = text(EbmParameter.INTERACTIONS);
    return value.endsWith("x")
        ? (int) Math.ceil(featureCount * Double.parseDouble(value.substring(0, value.length() - 1)))
        : (int) Double.parseDouble(value);
  }

  /** The names of a list of terms: for each term its features. */
  public List<Set<String>> terms(EbmParameter parameter) {
    return entries(text(parameter)).stream().<Set<String>>map(EbmParameters::featuresOf).toList();
  }

  private static Set<String> featuresOf(String term) {
    return QuotedNames.split(term, QuotedNames.AND).stream()
        .map(QuotedNames::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Features whose scores may only rise (+1) or fall (-1). */
  public Map<String, Integer> monotoneConstraints() {
    return directions(text(EbmParameter.MONOTONE_CONSTRAINTS));
  }

  private static Map<String, Integer> directions(String value) {
    Map<String, Integer> directions = new LinkedHashMap<>();
    for (String entry : entries(value)) {
      int colon = QuotedNames.lastIndexOf(entry, ':', entry.length());
      String feature = colon < 0 ? "" : QuotedNames.name(entry.substring(0, colon));
      directions.put(feature, direction(entry.substring(colon + 1).strip()));
    }
    return directions;
  }

  private static int direction(String text) {
    return switch (text) {
      case "+1", "1" -> 1;
      case "-1" -> -1;
      default -> 0;
    };
  }

  private static List<String> entries(String value) {
    return QuotedNames.split(value, ";").stream()
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** All values by name, in the order of {@link EbmParameter}. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    values.forEach((parameter, value) -> map.put(parameter.parameterName(), value));
    return map;
  }
}
