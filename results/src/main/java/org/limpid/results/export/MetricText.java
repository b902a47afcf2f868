package org.limpid.results.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** The text format of OpenMetrics 1.0. */
final class MetricText {
  private static final double EXACT = 1L << 53;

  private final Writer out;
  private String family;

  MetricText(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * Begins a family of metrics.
   *
   * @param name ends with the unit, if there is one
   * @param unit empty for none
   */
  void family(String name, String type, String unit, String help) throws IOException {
    family = name;
    describe("TYPE", type);
    if (!unit.isEmpty()) {
      describe("UNIT", unit);
    }
    describe("HELP", escaped(help));
  }

  private void describe(String what, String text) throws IOException {
    out.write("# %s %s %s\n".formatted(what, family, text));
  }

  /**
   * A value of the family.
   *
   * @param suffix behind its name, such as {@code _total}
   * @param labels in the order in which they are written
   * @param second since 1970
   */
  void sample(String suffix, Map<String, String> labels, double value, long second)
      throws IOException {
    StringJoiner pairs = new StringJoiner(",", "{", "}");
    labels.forEach((name, text) -> pairs.add(name + "=\"" + escaped(text) + '"'));
    out.write(family + suffix + pairs + ' ' + number(value) + ' ' + second + '\n');
  }

  /** Ends the file. */
  void finish() throws IOException {
    out.write("# EOF\n");
    out.flush();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
