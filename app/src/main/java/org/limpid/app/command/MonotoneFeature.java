package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.text.QuotedNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A feature whose scores may only rise or fall.
 *
 * @param name name of the column
 * @param direction +1 to rise, -1 to fall
 */
record MonotoneFeature(String name, int direction) {

  /** Directions by name. */
  static Map<String, Integer> map(List<MonotoneFeature> features) {
    Map<String, Integer> map = new LinkedHashMap<>();
    features.forEach(feature -> map.put(feature.name(), feature.direction()));
    return map;
  }

  /** Reads several with commas between them. */
  static final class ListParser extends CommaList.Parser<MonotoneFeature> {
    ListParser() {
      super(new Parser());
    }

    /** The quotes may also end before the sign. */
    @Override
    List<String> items(String text) {
      return QuotedNames.split(text, ",").stream().map(QuotedNames::unquoted).toList();
    }
  }

  /** Reads {@code NAME:+} and {@code NAME:-}. */
  static final class Parser implements ITypeConverter<MonotoneFeature> {
    @Override
    public MonotoneFeature convert(String text) {
      boolean rises = text.endsWith(":+");
      if (text.length() < 3 || !(rises || text.endsWith(":-"))) {
        throw new TypeConversionException(
            "expected COLUMN:+ or COLUMN:-, found '%s'".formatted(text));
      }
      String name = QuotedNames.unquoted(text.substring(0, text.length() - 2));
      return new MonotoneFeature(name, rises ? 1 : -1);
    }
  }
}
