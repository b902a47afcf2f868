package org.limpid.interpret.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;

final class CsvTableTest {
  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), content);
  }

  private Table read(String content, String... texts) throws IOException {
    return CsvTable.read(file(content), Set.of(texts)::contains);
  }

  /** What is wrong, a line per problem, without the name of the file. */
  private String refused(String content) throws IOException {
    return refused(content.getBytes(StandardCharsets.UTF_8));
  }

  private String refused(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("in.csv"), content);
    DataException refused = assertThrows(DataException.class, () -> CsvTable.read(file));
    return refused.getMessage().replace(file.toString(), "in.csv");
  }

  private static double[] numbers(Table table, String column) {
    return ((NumericColumn) table.column(column)).toArray();
  }

  private static List<String> texts(Table table, String column) {
    TextColumn texts = (TextColumn) table.column(column);
    List<String> all = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      all.add(texts.isMissing(row) ? null : texts.text(row));
    }
    return all;
  }

  /** Blanks around fields go, those in the quotes of a text stay; numbers have none to keep. */
  @Test
  void blanksWithinQuotesBelongToTexts() throws IOException {
    Table table =
        read("\" a \", b ,c\n\" x\",\" 1 \", y \n\"x \",2,\"  \"\n\" NA \",3,\" 4\"\nz,\" 5\",6\n");
    assertEquals(List.of(" a ", "b", "c"), table.names());
    assertEquals(
        List.of(" x", "x ", "z"), texts(table, " a ").stream().filter(t -> t != null).toList());
    assertArrayEquals(new double[] {1, 2, 3, 5}, numbers(table, "b"));
    List<String> mixed = texts(table, "c");
    assertEquals("y", mixed.get(0));
    assertEquals(null, mixed.get(1));
    assertEquals(" 4", mixed.get(2));
    assertEquals(List.of(" x ", "2"), texts(read("a\n\" x \"\n2\n"), "a"));
    assertEquals(List.of("1", " x "), texts(read("a\n 1\n\" x \"\n"), "a"));
  }

  @Test
  void kindsOfColumnsFollowFromTheirFields() throws IOException {
    Table table = read("a,b,c\n1,x,True\n-2.5e1,,False\n.5,y,True\n");
    assertEquals(List.of("a", "b", "c"), table.names());
    assertArrayEquals(new double[] {1, -25, 0.5}, numbers(table, "a"));
    assertEquals(java.util.Arrays.asList("x", null, "y"), texts(table, "b"));
    assertEquals(List.of("True", "False", "True"), texts(table, "c"));
  }

  @Test
  void missingValuesAreMarkedInSeveralWays() throws IOException {
    String markers = "\nNA\nn/a\n#N/A\n<NA>\nNaN\nnull\nNULL\n?\n\"\"\n";
    double[] numbers = numbers(read("a\n1" + markers + "2\n"), "a");
    assertEquals(11, numbers.length);
    assertEquals(2, java.util.Arrays.stream(numbers).filter(Double::isFinite).count());
    List<String> texts = texts(read("a\nNone" + markers + "-\n"), "a");
    assertEquals("None", texts.getFirst());
    assertEquals("-", texts.getLast());
    assertEquals(9, texts.stream().filter(java.util.Objects::isNull).count());
  }

  @Test
  void aColumnWithoutValuesIsText() throws IOException {
    TextColumn column = (TextColumn) read("a,b\n,1\nNA,2\n").column("a");
    assertEquals(List.of(), column.levels());
    assertTrue(column.isMissing(0) && column.isMissing(1));
  }

  @Test
  void infinitiesAreNumbers() throws IOException {
    assertArrayEquals(
        new double[] {
          Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1
        },
        numbers(read("a\ninf\n-Infinity\n1e999\n1\n"), "a"));
  }

  @Test
  void whatOnlyJavaCallsANumberIsText() throws IOException {
    for (String text : List.of("1d", "0x1p3", "1e", "e5", ".", "-", "+", "1 2", "1,5", "--1")) {
      Table table = read("a\n\"" + text + "\"\n");
      assertEquals(List.of(text), texts(table, "a"));
    }
  }

  @Test
  void aLateTextKeepsTheNumbersBeforeItAsTheyWereWritten() throws IOException {
    Table table = read("a,b\n01,1\n2.50,2\nx,3\n7,4\n");
    assertEquals(List.of("01", "2.50", "x", "7"), texts(table, "a"));
    assertArrayEquals(new double[] {1, 2, 3, 4}, numbers(table, "b"));
  }

  @Test
  void numbersMayBeKeptAsTexts() throws IOException {
    Table table = read("zip,n\n01234,1\n1234,2\n", "zip", "no such column");
    assertEquals(List.of("01234", "1234"), texts(table, "zip"));
    assertArrayEquals(new double[] {1, 2}, numbers(table, "n"));
  }

  @Test
  void whiteSpaceAroundFieldsDoesNotCount() throws IOException {
    Table table = read(" a , b\n 1 , x y \r\n2,\tx y\n");
    assertArrayEquals(new double[] {1, 2}, numbers(table, "a"));
    assertEquals(List.of("x y"), ((TextColumn) table.column("b")).levels());
  }

  @Test
  void quotedFieldsMayHoldCommasQuotesAndLines() throws IOException {
    assertEquals(
        List.of("x, \"y\"", "two\nlines", "Ä"),
        texts(read("a\n\"x, \"\"y\"\"\"\n\"two\nlines\"\nÄ\n"), "a"));
  }

  @Test
  void gzippedFilesAreReadAsPlainOnes() throws IOException {
    Path file = folder.resolve("in.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertArrayEquals(new double[] {1}, numbers(CsvTable.read(file), "a"));
  }

  /** Row 0 takes lines 2 and 3, line 4 is empty, row 1 is line 5. */
  @Test
  void problemsNameTheLineAlsoWhereRowsAreNoLines() throws IOException {
    Table table = read("a,b\n\"x\ny\",1\n\nz,2\nw,3\n");
    Column column = table.column("b");
    List<Long> lines =
        java.util.stream.IntStream.range(0, 3)
            .mapToObj(row -> table.problem(row, column, "m", "").line())
            .toList();
    assertEquals(List.of(2L, 5L, 6L), lines);
    assertEquals(6, table.rows(2, 0).problem(0, column, "m", "").line());
    assertEquals(3, read("a\n1\n2\n").rows(1).problem(0, column, "m", "").line());
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    assertEquals(
        """
        in.csv:1: two columns have this name, found 'a'. Maybe rename one of them.
        in.csv:1: column 3 has no name. Maybe the first line is no header.
        in.csv:3: expected 3 fields as in the first line, found 2. Maybe a text with a comma in it \
        is not in quotation marks.
        in.csv:5: expected 3 fields as in the first line, found 4. Maybe a text with a comma in it \
        is not in quotation marks.\
        """,
        refused("a,a,\n1,2,3\n1,2\n\n1,2,3,4\n"));
  }

  @Test
  void filesWithoutRowsAreRefused() throws IOException {
    assertEquals("in.csv: the file is empty, expected a line with names of columns.", refused(""));
    assertEquals(
        "in.csv: expected rows below the names of columns, found none. Maybe the file was cut.",
        refused("a,b\n"));
  }

  @Test
  void quotationMarksMustBeClosed() throws IOException {
    String message = refused("a,b\n1,2\n3,\"4\n5,6\n");
    assertTrue(message.startsWith("in.csv:3: expected a CSV row here"), message);
    assertTrue(message.endsWith("Maybe a quotation mark is not closed."), message);
  }

  @Test
  void otherBytesThanTextAreNamedWithTheirLine() throws IOException {
    String nul = refused("a,b\n1,2\n3,x\0y\n");
    assertTrue(nul.startsWith("in.csv:3: b: expected text, found a NUL character"), nul);
    String latin = refused("a\n1\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(latin.startsWith("in.csv:3: expected text in UTF-8"), latin);
    String header = refused("a\0,b\n1,2\n");
    assertTrue(header.startsWith("in.csv:1: expected text, found a NUL character"), header);
  }

  @Test
  void otherFormatsAreRecognised() throws IOException {
    String json = refused("{\n  \"format\": \"x\", \"a\": [1, 2]\n}\n");
    assertTrue(json.startsWith("in.csv:1: expected a CSV file, found JSON."), json);
    String semicolons = refused("a;b\n1;2\n");
    assertTrue(semicolons.startsWith("in.csv:1: expected columns with commas"), semicolons);
  }

  @Test
  void filesThatCannotBeReadAreNamed() {
    Path missing = folder.resolve("none.csv");
    DataException refused = assertThrows(DataException.class, () -> CsvTable.read(missing));
    assertTrue(refused.getMessage().contains("there is no such file"), refused.getMessage());
    DataException isFolder = assertThrows(DataException.class, () -> CsvTable.read(folder));
    assertTrue(isFolder.getMessage().contains("found a folder"), isFolder.getMessage());
  }

  /** Random bit patterns and decimals of up to 25 digits, as Java writes and reads them. */
  @Test
  void numbersAreReadToTheLastBit() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      String text = randomNumber(random);
      char[] buffer = ("," + text + ",").toCharArray();
      assertEquals(
          Double.parseDouble(text), FieldText.number(buffer, 1, buffer.length - 1), 0, text);
    }
  }

  private static String randomNumber(SplittableRandom random) {
    double bits = Double.longBitsToDouble(random.nextLong());
    if (random.nextBoolean() && Double.isFinite(bits)) {
      return Double.toString(bits);
    }
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    int digits = 1 + random.nextInt(25);
    int point = random.nextInt(digits + 1);
    for (int i = 0; i < digits; i++) {
      text.append(i == point ? "." : "").append(random.nextInt(10) * random.nextInt(2));
    }
    return random.nextBoolean() ? text.toString() : text + "e" + (random.nextInt(80) - 40);
  }

  /** Fields of random characters, written by hand with quotes, come back as they were. */
  @Test
  void randomTextsComeBack() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    String alphabet = "abcé,\"\n;x1.";
    StringBuilder csv = new StringBuilder("first,second\n");
    List<String> expected = new ArrayList<>();
    for (int row = 0; row < 5_000; row++) {
      StringBuilder text = new StringBuilder("t");
      for (int i = random.nextInt(6); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      expected.add(text.append("t").toString());
      csv.append('"').append(text.toString().replace("\"", "\"\"")).append("\",").append(row);
      csv.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    Table table = read(csv.toString());
    assertEquals(expected, texts(table, "first"));
    assertEquals(4_999, numbers(table, "second")[4_999]);
  }
}
