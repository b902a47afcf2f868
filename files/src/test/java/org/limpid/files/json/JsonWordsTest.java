package org.limpid.files.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.DataException;

final class JsonWordsTest {
  private static String message(String json) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return assertThrows(DataException.class, () -> JsonFile.read(bytes, "f")).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\" 1} | expected JSON, found '1'",
        "{a: 1} | expected JSON, found 'a'",
        "{\"a\": nix} | expected JSON, found 'nix'",
        "{\"a\": 1 | expected JSON, found the end of the file",
        "{\"a\": 1, \"a\": 2} | expected JSON, found the key 'a' twice",
        "{\"a\": 01} | expected JSON, found a number of another form",
      })
  void plainWords(String json, String expected) {
    String found = message(json);
    assertEquals(expected, found.substring(found.indexOf("expected"), found.indexOf(". Maybe")));
  }

  @Test
  void anUnknownMessageIsNotRepeated() {
    assertEquals("expected JSON", JsonWords.of("Feature FOO of class Bar is disabled"));
  }
}
