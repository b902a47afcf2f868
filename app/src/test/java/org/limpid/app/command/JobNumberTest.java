package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class JobNumberTest {
  @Test
  void numbersAreReadAndOthersRefused() {
    JobNumber numbers = new JobNumber();
    assertEquals(801_670L, numbers.convert("801670"));
    String message =
        assertThrows(TypeConversionException.class, () -> numbers.convert("8e5")).getMessage();
    assertEquals("expected the number of a job, as in jobs.csv, found '8e5'", message);
  }
}
