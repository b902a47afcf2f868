package org.limpid.interpret.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Data of the tests of trees, linear models, look-ups and metrics. */
public final class GlassBoxData {
  private GlassBoxData() {}

  /**
   * Numbers from 0 to 1 with 24 bits, so that they are the same as single-precision numbers, rows x
   * columns. In Python:
   *
   * <pre>
   * s = 12345
   * def uniform():
   *     global s
   *     s = (s * 6364136223846793005 + 1442695040888963407) % 2**64
   *     return (s &gt;&gt; 40) / 2.0**24
   * U = numpy.array([[uniform() for _ in range(columns)] for _ in range(rows)])
   * </pre>
   */
  public static double[][] uniform(int rows, int columns) {
    long state = 12345;
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      for (int i = 0; i < columns; i++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        row[i] = (state >>> 40) / 16777216.0;
      }
    }
    return numbers;
  }

  /** One column of a matrix. */
  public static double[] column(double[][] rows, int index) {
    return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
  }

  /** A table of the first columns of a matrix, called {@code x0}, {@code x1} and so on. */
  public static Table table(double[][] rows, int columns) {
    Column[] all = new Column[columns];
    for (int i = 0; i < columns; i++) {
      all[i] = NumericColumn.of("x" + i, column(rows, i));
    }
    return Table.of(all);
  }

  /** A file of the shared data; the test is left out where the machine lacks it. */
  public static Table shared(String file) {
    Path path = Path.of(System.getProperty("limpid.shared", "../shared"), file);
    Assumptions.assumeTrue(Files.exists(path), () -> "there is no " + path);
    try (InputStream bytes = Files.newInputStream(path);
        InputStream text = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return table(reader.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table table(List<NamedCsvRecord> records) {
    List<Column> columns = new ArrayList<>();
    for (String name : records.getFirst().getHeader()) {
      String[] texts = records.stream().map(r -> r.getField(name)).toArray(String[]::new);
      columns.add(column(name, texts));
    }
    return Table.of(columns.toArray(Column[]::new));
  }

  private static Column column(String name, String[] texts) {
    try {
      return NumericColumn.of(
          name, Arrays.stream(texts).mapToDouble(Double::parseDouble).toArray());
    } catch (NumberFormatException e) {
      return TextColumn.of(name, texts);
    }
  }
}
