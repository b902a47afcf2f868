package org.limpid.data.io;

import java.util.function.UnaryOperator;

/**
 * What may be wrong with a field, by what stands in it: each takes the text that was found and
 * returns a sentence "Maybe ...", or nothing where it has no guess.
 */
final class FieldHints {
  private FieldHints() {}

  /** No guess at all. */
  static String none(String found) {
    return "";
  }

  /** The same guess whatever was found. */
  static UnaryOperator<String> always(String hint) {
    return _ -> hint;
  }

  static String gpuCount(String found) {
    double value = number(found);
    if (value == 0) {
      return "Maybe it is a CPU job: leave it out.";
    }
    if (value < 0) {
      return "Maybe the number is not known: leave the job out.";
    }
    return value == Math.rint(value)
        ? "Maybe it counts thousandths of a GPU."
        : ifNumber(value, "Maybe the job shares its GPUs: round to whole GPUs, or leave it out.");
  }

  static String cpuCount(String found) {
    double value = number(found);
    return value < 0
        ? "Maybe the number is not known: write 0."
        : ifNumber(value, "Maybe it counts thousandths or shares: round to whole processors.");
  }

  static String duration(String found) {
    double value = number(found);
    if (value == 0) {
      return "Maybe the job never ran: leave it out.";
    }
    if (value < 0) {
      return "Maybe the job never ran or its clocks differ: leave it out.";
    }
    return value == Math.rint(value)
        ? "Maybe it counts milliseconds."
        : ifNumber(value, "Maybe round it to whole seconds.");
  }

  static String percent(String found) {
    double value = number(found);
    return value > 100
        ? "Maybe it is not in percent, or a sum over several GPUs."
        : value < 0 ? "Maybe the measurement failed." : "";
  }

  /** Of a speed in a pair, relative to the speed alone. */
  static String rate(String found) {
    double value = number(found);
    return value <= 0
        ? "Maybe the measurement failed: a rate is speed in the pair divided by speed alone."
        : "";
  }

  private static String ifNumber(double value, String hint) {
    return Double.isNaN(value) ? "" : hint;
  }

  private static double number(String text) {
    return FieldParser.number(text.toCharArray(), 0, text.length());
  }
}
