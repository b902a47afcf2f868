package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.json.JsonFile;

class FileSignatureTest {
  @TempDir private Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] tar() {
    byte[] block = new byte[1024];
    System.arraycopy(latin1("ustar"), 0, block, 257, 5);
    return block;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'version https://git-lfs.github.com/spec/v1', GIT_LFS
          PK\\u0003\\u0004more, ZIP
          PAR1, PARQUET
          BZh91AY&SY, BZIP2
          BZh51AY&SY, BZIP2
          <!DOCTYPE html>, WEB_PAGE
          <!doctype HTML>, WEB_PAGE
          """)
  void filesAreKnownByTheirFirstBytes(String start, FileSignature signature) throws IOException {
    byte[] bytes = latin1(start.replace("\\u0003", "\3").replace("\\u0004", "\4"));
    assertEquals(Optional.of(signature), FileSignature.of(file(bytes)));
  }

  @Test
  void archivesAreFoundWithinGzip() throws IOException {
    assertEquals(Optional.of(FileSignature.TAR), FileSignature.of(file(tar())));
    assertEquals(Optional.of(FileSignature.TAR), FileSignature.of(file(gzip(tar()))));
  }

  @Test
  void textsAreNone() throws IOException {
    for (String text : new String[] {"", "P", "bzhours,a\n1,2\n", "version,https\n", "{}"}) {
      assertEquals(Optional.empty(), FileSignature.of(file(latin1(text))));
      assertEquals(Optional.empty(), FileSignature.of(file(gzip(latin1(text)))));
    }
    assertEquals(Optional.empty(), FileSignature.of(folder.resolve("missing")));
  }

  /** Every reader of texts says the same. */
  @Test
  void readersOfTextsRefuseThem() throws IOException {
    byte[] pointer = latin1("version https://git-lfs.github.com/spec/v1\noid sha256:00\n");
    for (byte[] content : Arrays.asList(pointer, latin1("PAR1"), gzip(latin1("PAR1")))) {
      Path file = file(content);
      IOException e = assertThrows(IOException.class, () -> InputFiles.openText(file).close());
      Problem problem = InputFiles.explain(file, e);
      assertTrue(problem.message().startsWith("expected a text, found a"), problem.toString());
      DataException json = assertThrows(DataException.class, () -> JsonFile.read(file));
      assertEquals(problem.toString(), json.getMessage());
    }
  }
}
