package org.limpid.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.limpid.data.JobId;

/**
 * Writes CSV (RFC 4180, comma, UTF-8, rows end with a line feed) without garbage per field.
 *
 * <p>Failures of the stream come as {@link UncheckedIOException}. Not safe for several threads.
 */
public final class CsvOutput implements AutoCloseable {
  private static final int CAPACITY = 1 << 15;

  /** Longest text that a number may need here: sign, 19 digits, point. */
  private static final int LONGEST_NUMBER = 24;

  private static final int MOST_FAST_DECIMALS = 9;
  private static final long[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  /** Below this, a double with its fraction in halves is exact. */
  private static final double EXACT = 0x1p51;

  private final OutputStream out;
  private final CsvTexts texts;
  private final byte[] buffer = new byte[CAPACITY];
  private int size;
  private boolean rowBegun;

  /** Writes to a stream, which {@link #close} closes, with texts as they are. */
  public CsvOutput(OutputStream out) {
    this(out, CsvTexts.EXACT);
  }

  /** Writes to a stream, which {@link #close} closes. */
  public CsvOutput(OutputStream out, CsvTexts texts) {
    this.out = out;
    this.texts = texts;
  }

  /** Writes a row of texts, e.g. the header. */
  public CsvOutput row(CharSequence... texts) {
    for (CharSequence text : texts) {
      field(text);
    }
    return endRow();
  }

  /** Appends a text; quoted when it holds a comma, a quotation mark or a line end. */
  public CsvOutput field(CharSequence text) {
    separate();
    CharSequence written = texts.written(text);
    text(needsQuotes(written) ? quoted(written) : written);
    return this;
  }

  /** Appends the identifier of a job. */
  public CsvOutput field(JobId id) {
    return id.isNumber() ? field(id.number()) : field(id.text());
  }

  /** Appends a whole number. */
  public CsvOutput field(long value) {
    separate();
    if (value == Long.MIN_VALUE) {
      text(Long.toString(value));
    } else {
      reserve(LONGEST_NUMBER);
      sign(value < 0);
      digits(Math.abs(value), 1);
    }
    return this;
  }

  /**
   * Appends a number with a fixed number of decimals, the exact binary value rounded half to even,
   * as {@code printf("%.3f")} of C and Python does. What rounds to zero has no sign.
   *
   * @param value finite
   * @param decimals at least 0
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  public CsvOutput field(double value, int decimals) {
    requireFinite(value);
    separate();
    double scaled = decimals <= MOST_FAST_DECIMALS ? value * POWERS_OF_TEN[decimals] : EXACT;
    if (Math.abs(scaled) < EXACT && !isNearTie(scaled)) {
      fixed((long) Math.rint(scaled), decimals);
    } else {
      BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
      text(rounded.toPlainString());
    }
    return this;
  }

  /**
   * Appends a number in the fewest digits that read back to it ({@link Double#toString(double)}).
   *
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  public CsvOutput field(double value) {
    requireFinite(value);
    separate();
    text(Double.toString(value));
    return this;
  }

  /** Appends a field without content. */
  public CsvOutput emptyField() {
    separate();
    return this;
  }

  public CsvOutput endRow() {
    put('\n');
    rowBegun = false;
    return this;
  }

  /** Hands all rows to the stream. */
  public void flush() {
    try {
      drain();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Flushes and closes the stream. */
  @Override
  public void close() {
    try (out) {
      drain();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scaling errs by half a unit in the last place at most; nearer to a tie it cannot decide. */
  private static boolean isNearTie(double scaled) {
    double fraction = Math.abs(scaled - Math.floor(scaled) - 0.5);
    return fraction <= 2 * Math.ulp(scaled);
  }

  private void fixed(long scaled, int decimals) {
    reserve(LONGEST_NUMBER);
    sign(scaled < 0);
    long magnitude = Math.abs(scaled);
    digits(magnitude / POWERS_OF_TEN[decimals], 1);
    if (decimals > 0) {
      buffer[size++] = '.';
      digits(magnitude % POWERS_OF_TEN[decimals], decimals);
    }
  }

  private void sign(boolean negative) {
    if (negative) {
      buffer[size++] = '-';
    }
  }

  /** Appends digits, with zeros in front up to a width. */
  private void digits(long magnitude, int width) {
    int count = 1;
    for (long rest = magnitude / 10; rest > 0; rest /= 10) {
      count++;
    }
    int length = Math.max(count, width);
    long rest = magnitude;
    for (int i = size + length - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  private void text(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes(text.subSequence(i, text.length()).toString().getBytes(StandardCharsets.UTF_8));
        return;
      }
      put(c);
    }
  }

  private void bytes(byte[] bytes) {
    for (byte b : bytes) {
      put((char) (b & 0xff));
    }
  }

  private static boolean needsQuotes(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private static String quoted(CharSequence text) {
    return '"' + text.toString().replace("\"", "\"\"") + '"';
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("expected a finite number for CSV, found " + value);
    }
  }

  private void separate() {
    if (rowBegun) {
      put(',');
    }
    rowBegun = true;
  }

  private void put(char c) {
    reserve(1);
    buffer[size++] = (byte) c;
  }

  private void reserve(int count) {
    if (size + count > CAPACITY) {
      try {
        drain();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void drain() throws IOException {
    int count = size;
    size = 0;
    out.write(buffer, 0, count);
  }
}
