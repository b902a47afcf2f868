package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A name and what is said of it.
 *
 * @param name the name
 * @param value its value as text
 */
record NamedValue(String name, String value) {

  /** By name; a name that comes twice has its last value. */
  static Map<String, String> map(List<NamedValue> pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    pairs.forEach(pair -> map.put(pair.name(), pair.value()));
    return map;
  }

  /** Reads several with commas between them. */
  static final class Assignments extends CommaList.Parser<NamedValue> {
    Assignments() {
      super(new Assignment());
    }
  }

  /** Reads {@code NAME=VALUE}; only the value may hold another equals sign. */
  static final class Assignment implements ITypeConverter<NamedValue> {
    @Override
    public NamedValue convert(String text) {
      int sign = text.indexOf('=');
      if (sign < 1 || sign == text.length() - 1) {
        throw new TypeConversionException("expected NAME=VALUE, found '%s'".formatted(text));
      }
      return new NamedValue(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
    }
  }
}
