package org.limpid.app.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.limpid.files.ClosestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Values that are chosen by name: converts a name to its value and lists the names for completion.
 * Names are looked up late, as the parser makes all of these for every call.
 */
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {

  /** A choice among values by name. */
  static <T> Choice<T> of(Map<String, T> values) {
    return new Choice<>() {
      @Override
      Map<String, T> byName() {
        return values;
      }
    };
  }

  /** The values, in the order in which messages list them. */
  abstract Map<String, T> byName();

  @Override
  public T convert(String text) {
    String name = text.strip();
    Map<String, T> known = byName();
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
    return byName().keySet().iterator();
  }

  /** An index that keeps the order. */
  static <T> Map<String, T> index(List<T> values, Function<T, String> nameOf) {
    Map<String, T> index = new LinkedHashMap<>();
    values.forEach(value -> index.put(nameOf.apply(value), value));
    return index;
  }
}
