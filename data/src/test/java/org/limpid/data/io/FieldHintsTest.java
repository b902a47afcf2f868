package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.Problem;

/** Hints follow what stands in a field. */
class FieldHintsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          green,,8 | green,,0 | CPU job
          green,,8 | green,,0.5 | shares its GPUs
          green,,8 | green,,1.25 | shares its GPUs
          green,,8 | green,,-1 | not known
          green,,8 | green,,many | ''
          green,,8,8 | green,,8,-1 | write 0
          green,,8,8 | green,,8,0.5 | whole processors
          ,7000, | ,0, | never ran
          ,7000, | ,70.5, | whole seconds
          ,7000, | ,-3, | clocks
          ,7000, | ,70000000000, | milliseconds
          ,7000, | ,long, | ''
          99.6,62 | 101,62 | in percent
          99.6,62 | -4,62 | failed
          99.6,62 | half,62 | ''
          """)
  void hintsFollowTheValue(String old, String replacement, String hint) {
    SmallDataset dataset = new SmallDataset(folder).jobs(old, replacement);
    Problem problem = DatasetCheck.check(dataset.folder).getFirst();
    assertEquals(3, problem.line());
    assertTrue(
        hint.isEmpty() ? problem.hint().isEmpty() : problem.hint().contains(hint),
        problem.toString());
  }
}
