package org.limpid.app.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.limpid.files.ClosestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Values that are chosen by name: converts a name to its value and lists the names for completion.
 * Names are looked up late, as the parser makes all of these for every call.
 */
class Choice<T> implements ITypeConverter<T>, Iterable<String> {
  private final Supplier<Map<String, T>> byName;

  /**
   * A choice among values by name.
   *
   * @param byName the values, in the order in which messages list them
   */
  Choice(Supplier<Map<String, T>> byName) {
    this.byName = byName;
  }

  /** A choice among all values of an enum. */
  Choice(Supplier<T[]> values, Function<T, String> nameOf) {
    this(() -> index(List.of(values.get()), nameOf));
  }

  @Override
  public T convert(String text) {
    String name = text.strip();
    Map<String, T> known = byName.get();
    T value = known.get(name);
    if (value == null) {
      throw new TypeConversionException(
          ClosestName.of(name, known.keySet())
              .map(near -> "there is no '%s'. Maybe '%s' was meant".formatted(name, near))
              .orElseGet(() ->
                  "expected one of %s, found '%s'"
                      .formatted(String.join(", ", known.keySet()), name)));
    }
    return value;
  }

  @Override
  public Iterator<String> iterator() {
    return byName.get().keySet().iterator();
  }

  /** An index that keeps the order. */
  static <T> Map<String, T> index(List<T> values, Function<T, String> nameOf) {
    Map<String, T> index = new LinkedHashMap<>();
    values.forEach(value -> index.put(nameOf.apply(value), value));
    return index;
  }
}
