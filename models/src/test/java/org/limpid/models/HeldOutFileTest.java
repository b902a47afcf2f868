package org.limpid.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.interpret.evaluate.HeldOut;

final class HeldOutFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() {
    HeldOut numbers =
        new HeldOut("pair-speed", List.of(new HeldOut.Row("A, \"b\" beside C", 1 / 3.0, -4, 7)));
    HeldOut classes =
        new HeldOut(
            "share-score-tree", List.of(new HeldOut.Row("D/e/16", 2, 1, 0, List.of(0.0, .7, .3))));
    HeldOutFile.write(folder, List.of(numbers, classes));

    assertEquals(
        Map.of("pair-speed", numbers, "share-score-tree", classes),
        HeldOutFile.read(folder.resolve(HeldOutFile.NAME)));
  }

  @Test
  void badNumbersAreNamedByTheirLine() throws IOException {
    Path file = folder.resolve(HeldOutFile.NAME);
    Files.writeString(
        file,
        """
        model,row,actual,predicted,baseline,probability_0,probability_1,probability_2
        duration,job 1,10,12,9,,,
        duration,job 2,10,many,9,,,
        """);
    DataException failure = assertThrows(DataException.class, () -> HeldOutFile.read(file));

    assertTrue(failure.getMessage().contains("held-out.csv:3"), failure.getMessage());
    assertTrue(failure.getMessage().contains("many"), failure.getMessage());
  }
}
