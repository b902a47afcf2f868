package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final List<List<String>> ROWS =
      List.of(List.of("job", "user", "wait"), List.of("7", "ann", "12 min"));

  @Test
  void sentencesGoOnBelowTheirLabel() {
    Page page = new Page().paragraph("label  ", "word ".repeat(30).strip());
    List<String> lines = page.toString().lines().toList();
    assertEquals(2, lines.size());
    assertEquals("label  word", lines.get(0).substring(0, 11));
    assertEquals("       word", lines.get(1).substring(0, 11));
    assertEquals(30, page.toString().split("word", -1).length - 1);
  }

  /** 41 characters are one too many for 40; the same 41 fit into 41. */
  @Test
  void terminalsAreFilledToTheirLastColumn() {
    Page page = new Page().sentences("a".repeat(20) + " " + "b".repeat(20));
    assertEquals("a".repeat(20) + "\n" + "b".repeat(20) + "\n", page.text(40));
    assertEquals(page.toString(), page.text(41));
  }

  @Test
  void sentencesAreNoWiderThanAHundredCharactersButTablesAre() {
    Page page =
        new Page()
            .sentences("word ".repeat(60))
            .table(1, List.of(List.of("x".repeat(80), "y".repeat(80))));
    List<String> lines = page.text(200).lines().toList();
    assertTrue(lines.stream().limit(3).allMatch(line -> line.length() <= 100), page.text(200));
    assertEquals(2 + 80 + 2 + 80, lines.getLast().length());
    assertEquals(page.toString(), page.text(200));
  }

  @Test
  void columnsOfTextsAreFlushLeftAndNumbersFlushRight() {
    assertEquals(
        "  a    1\n  bb  22\n",
        new Page().table(1, List.of(List.of("a", "1"), List.of("bb", "22"))).toString());
  }

  /** Of 40 characters 2 are the indent; 20 + 2 + 10 + 2 + 10 do not fit into the other 38. */
  @Test
  void columnsThatDoNotFitFollowBelowBesideTheFirstOne() {
    List<List<String>> rows =
        List.of(List.of("k".repeat(20), "a".repeat(10), "b".repeat(10)), List.of("key", "1", "2"));
    assertEquals(
        """
          kkkkkkkkkkkkkkkkkkkk  aaaaaaaaaa
          key                            1

          kkkkkkkkkkkkkkkkkkkk  bbbbbbbbbb
          key                            2
        """,
        new Page().table(1, rows).text(40));
  }

  @Test
  void linesAreBrokenOnATerminalOnly() {
    String row = "name    " + "word ".repeat(12).strip();
    Page page = new Page().lines(row + "\n" + "text ".repeat(10).strip());
    assertEquals(row + "\n" + "text ".repeat(10).strip() + "\n", page.toString());
    assertEquals(
        """
        name    word word word word word word
          word word word word word word
        text text text text text text text text
        text text
        """,
        page.text(40));
  }

  @Test
  void wordsThatAreTooLongStayWhole() {
    String path = "/a".repeat(40);
    assertEquals(path + "\nis long\n", new Page().sentences(path + " is long").text(40));
    assertEquals(
        "2026-09-19 01:43:18  " + path + "\n" + " ".repeat(21) + "is\n",
        new Page().paragraph("2026-09-19 01:43:18  ", path + " is").text(1));
  }

  @Test
  void sectionsBeginBehindAnEmptyLine() {
    assertEquals(
        "First\n\nThen\n  job  user    wait\n  7    ann   12 min\n",
        new Page().headline("First").headline("Then").table(2, ROWS).toString());
  }

  @Test
  void rowsHaveACellPerColumn() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Page().table(1, List.of(List.of("a", "b"), List.of("c"))));
  }

  /** Whatever the width: no word is cut or lost, and no line with two words is too long. */
  @Test
  void everyWordIsThereAndNoLineIsTooLong() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      String words =
          IntStream.range(0, random.nextInt(1, 60))
              .mapToObj(n -> Character.toString('a' + n % 26).repeat(random.nextInt(1, 30)))
              .collect(Collectors.joining(" "));
      String label = "l".repeat(random.nextInt(8)) + "  ";
      int width = random.nextInt(40, 130);
      String text = new Page().paragraph(label, words).text(width);
      assertEquals(words, text.substring(label.length()).replaceAll("\\s+", " ").strip());
      text.lines().forEach(line -> assertTrue(line.length() <= width, line));
    }
  }
}
