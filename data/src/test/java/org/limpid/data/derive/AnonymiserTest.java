package org.limpid.data.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.doctor.JobsFile;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

final class AnonymiserTest {
  private static final NameKey KEY = NameKey.of(new byte[16]);

  @TempDir private Path folder;
  private DatasetReader source;

  @BeforeEach
  void make() {
    source =
        new JobsFile(folder.resolve("data"), "jobname", "job_group", "predecessor", "node_names")
            .cluster("vc,num\nsecret-lab,2\n")
            .described("\"jobs\"", "\"estimates\": {\"guess\": \"by-ann.csv\"}, \"jobs\"")
            .write("by-ann.csv", "job_id,estimate\n2,7.5\n1,3\n")
            .row("ann,secret-lab,1,1,CANCELLED by ann,0,50", "bert", "sweep", "", "n1|n2")
            .row("bob,secret-lab,1,1,FAILED,0,50", "", "sweep", 1, "n2")
            .row("ann,secret-lab,1,1,COMPLETED,9,50", "bert", "", "", "")
            .open();
  }

  private DatasetReader anonymised(NameKey key, int shiftDays, String name) {
    new Anonymiser(source, key, shiftDays).write(folder.resolve(name), false);
    return DatasetReader.open(folder.resolve(name));
  }

  @Test
  void sameNamesStaySame() {
    Trace trace = anonymised(KEY, 0, "out").trace();
    assertEquals(List.of(), DatasetCheck.check(folder.resolve("out")));
    assertEquals(trace.user(0), trace.user(2));
    assertNotEquals(trace.user(0), trace.user(1));
    assertEquals(trace.jobName(0), trace.jobName(2));
    assertEquals("", trace.jobName(1));
    assertEquals(text(trace, JobAttribute.JOB_GROUP, 0), text(trace, JobAttribute.JOB_GROUP, 1));
    String[] nodes = text(trace, JobAttribute.NODE_NAMES, 0).split("\\|");
    assertEquals(nodes[1], text(trace, JobAttribute.NODE_NAMES, 1));
    assertEquals(0, trace.optional().predecessorRow(1));
  }

  private static String text(Trace trace, JobAttribute attribute, int row) {
    return trace.optional().text(attribute, row);
  }

  @Test
  void numbersStayAndEstimatesFollow() {
    DatasetReader made = anonymised(KEY, 0, "out");
    Trace trace = made.trace();
    assertEquals(9, trace.submitSeconds(2));
    assertEquals(50, trace.durationSeconds(2));
    assertEquals(3, made.estimates("guess", trace).seconds(0));
    assertEquals(7.5, made.estimates("guess", trace).seconds(1));
    assertFalse(made.estimates("guess", trace).has(2));
    assertEquals("CANCELLED", trace.state(0));
  }

  @Test
  void noNameIsLeft() throws IOException {
    anonymised(KEY, 0, "out");
    String all;
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      all = files.map(AnonymiserTest::content).collect(Collectors.joining());
    }
    for (String name : List.of("ann", "bob", "secret", "bert", "sweep", "n1", "n2", "made")) {
      assertFalse(all.matches("(?s).*\\b" + name + "\\b.*"), () -> name + " in " + all);
    }
  }

  private static String content(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return file.toString().endsWith(".gz")
          ? new String(
              new GZIPInputStream(Files.newInputStream(file)).readAllBytes(),
              StandardCharsets.UTF_8)
          : new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesFollowFromTheKey() {
    String name = anonymised(KEY, 0, "out").trace().user(0);
    assertEquals(name, anonymised(NameKey.of(new byte[16]), 0, "again").trace().user(0));
    assertNotEquals(
        name,
        anonymised(NameKey.of("another secret..".getBytes(StandardCharsets.UTF_8)), 0, "other")
            .trace()
            .user(0));
    assertNotEquals(KEY.name("user", "ann").substring(5), KEY.name("job", "ann").substring(4));
  }

  @Test
  void datesMoveTogether() {
    DatasetReader made = anonymised(KEY, -7, "out");
    assertEquals(source.origin().minusDays(7), made.origin());
    assertEquals(0, made.trace().submitSeconds(0));
  }

  @Test
  void aShortKeyIsNoSecret() throws IOException {
    Path file = Files.writeString(folder.resolve("short.key"), "limpid");
    DataException refused = assertThrows(DataException.class, () -> NameKey.read(file));
    assertTrue(refused.getMessage().contains("16 bytes or more, found 6"), refused.getMessage());
    assertThrows(DataException.class, () -> NameKey.read(folder.resolve("missing.key")));
  }
}
