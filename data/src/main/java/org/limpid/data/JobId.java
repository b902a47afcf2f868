package org.limpid.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifier of a job: a whole number of at least 0, or a text such as {@code 17_3}. Numbers come
 * before texts, by their value; texts are ordered as texts.
 *
 * @param number the number; 0 for a text
 * @param text the text; null for a number
 */
public record JobId(long number, String text) implements Comparable<JobId> {
  private static final Comparator<JobId> ORDER =
      Comparator.comparing(JobId::text, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingLong(JobId::number);

  /** Also what a data set can't have as an identifier: fractions, negative and huge numbers. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  public JobId {
    if (text != null && (number != 0 || !isText(text))) {
      throw new IllegalArgumentException("expected a number or a text: " + number + ", " + text);
    }
  }

  /** The identifier that is a number. */
  public static JobId of(long number) {
    return new JobId(number, null);
  }

  /**
   * The identifier that is written so, but for blanks around it; empty for nothing, for {@link
   * NoValue} and for other than whole numbers.
   */
  public static Optional<JobId> parse(String written) {
    String text = written.strip();
    if (WHOLE.matcher(text).matches()) {
      return Optional.of(of(Long.parseLong(text)));
    }
    return isText(text) ? Optional.of(new JobId(0, text)) : Optional.empty();
  }

  private static boolean isText(String text) {
    return !NoValue.isToldBy(text) && !NUMBER.matcher(text).matches();
  }

  public boolean isNumber() {
    return text == null;
  }

  /** A {@link Long} or a {@link String}: what it is in JSON. */
  @JsonValue
  public Object value() {
    return isNumber() ? (Object) number : text;
  }

  @Override
  public int compareTo(JobId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return isNumber() ? Long.toString(number) : text;
  }
}
