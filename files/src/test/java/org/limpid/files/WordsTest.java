package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void durationsHaveTheirTwoLargestUnits() {
    assertEquals("0 s", Words.roughly(0));
    assertEquals("59 s", Words.roughly(59.4));
    assertEquals("1 min", Words.roughly(60));
    assertEquals("59 min 59 s", Words.roughly(3_599));
    assertEquals("2 h 13 min", Words.roughly(7_980));
    assertEquals("1 d", Words.roughly(86_400));
    assertEquals("1 d 3 h", Words.roughly(86_400 + 3 * 3_600 + 59));
    assertEquals("-1 min 1 s", Words.roughly(-61));
    assertEquals("-0.4 s", Words.roughly(-0.4));
    assertEquals("0 s", Words.roughly(-0.04));
    assertEquals("7.3 s", Words.roughly(7.26));
    assertEquals("9.9 s", Words.roughly(9.94));
    assertEquals("10 s", Words.roughly(9.96));
  }

  @Test
  void numbersAndThingsAgree() {
    assertEquals("1 GPU", Words.count(1, "GPU"));
    assertEquals("0 GPUs", Words.count(0, "GPU"));
    assertEquals("1,200 GPUs", Words.count(1_200, "GPU"));
  }

  @Test
  void wordsOfASentenceGoWithItsNumber() {
    String sentence = "%,d {job has|jobs have} no user; {it is|they are} told.";
    assertEquals("1 job has no user; it is told.", Words.counted(sentence, 1));
    assertEquals("1,200 jobs have no user; they are told.", Words.counted(sentence, 1_200));
    assertEquals("No job.", Words.counted("No job.", 0));
    assertEquals("a, b and c", Words.list(List.of("a", "b", "c")));
    assertEquals("a and b", Words.list(List.of("a", "b")));
    assertEquals("a", Words.list(List.of("a")));
    assertEquals("", Words.list(List.of()));
    assertEquals("a, b or c", Words.list(List.of("a", "b", "c"), "or"));
    assertEquals("once", Words.times(1));
    assertEquals("twice", Words.times(2));
    assertEquals("1,200 times", Words.times(1_200));
    assertEquals("One more", Words.capital("one more"));
    assertEquals("", Words.capital(""));
    assertEquals("0.0 %", Words.percent(1, 0));
    assertEquals("33.3 %", Words.percent(1, 3));
    assertEquals("2.50", Words.number(2.5, 2));
    assertEquals("2", Words.number(2.0, 2));
    assertEquals("1,234.05", Words.number(1234.0501, 2));
    assertEquals("-0.50", Words.number(-0.5, 2));
    assertEquals("0.00", Words.number(-0.001, 2));
    assertEquals("-1,234,567", Words.number(-1_234_567));
    assertEquals("-123", Words.number(-123));
    assertEquals("100.0 %", Words.percent(3, 3));
  }
}
