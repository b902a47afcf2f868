package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.limpid.data.JobId;
import picocli.CommandLine.TypeConversionException;

class JobNumberTest {
  @Test
  void numbersAreReadAndOthersRefused() {
    Converters.JobNumber numbers = new Converters.JobNumber();
    assertEquals(JobId.of(801_670), numbers.convert("801670"));
    assertEquals("17_3", numbers.convert("17_3").toString());
    String message =
        assertThrows(TypeConversionException.class, () -> numbers.convert("8e5")).getMessage();
    assertEquals("expected the number of a job, as in jobs.csv, found '8e5'", message);
  }
}
