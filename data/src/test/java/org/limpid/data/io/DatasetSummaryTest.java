package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.io.DatasetSummary.Group;
import org.limpid.data.io.DatasetSummary.VirtualClusterLoad;
import tools.jackson.databind.json.JsonMapper;

/**
 * Worked by hand: jobs of 1 GPU x 50 s, 8 x 7000 s and 16 x 1 s, that is 50 + 56000 + 16 = 56066
 * GPU-seconds, submitted within 60 s.
 */
class DatasetSummaryTest {
  @TempDir private Path folder;
  private DatasetSummary summary;

  @BeforeEach
  void summarise() {
    summary = DatasetSummary.of(new SmallDataset(folder).open());
  }

  @Test
  void countsAndSpan() {
    assertEquals(3, summary.jobs());
    assertEquals(2, summary.users());
    assertEquals(100, summary.firstSubmitSeconds());
    assertEquals("2020-04-01 00:02:40", summary.lastSubmit());
    assertEquals(56066 / 3600.0, summary.gpuHours(), 1e-12);
    assertEquals(56066 / (24.0 * 60), summary.load(), 1e-12);
  }

  @Test
  void loadPerVirtualCluster() {
    VirtualClusterLoad blue = summary.virtualClusters().getFirst();
    assertEquals("blue", blue.name());
    assertEquals(2, blue.jobs());
    assertEquals(66 / (16.0 * 60), blue.load(), 1e-12);
  }

  /** Durations 1, 50, 7000: p10 at 0.2 between 1 and 50; p90 at 1.8 between 50 and 7000. */
  @Test
  void quantilesInterpolate() {
    assertEquals(10.8, summary.durationSeconds().p10(), 1e-9);
    assertEquals(50, summary.durationSeconds().median(), 1e-9);
    assertEquals(5610, summary.durationSeconds().p90(), 1e-9);
    assertEquals(7000, summary.durationSeconds().max());
    assertThrows(IllegalArgumentException.class, () -> DatasetSummary.Quantiles.of(new long[0]));
    assertEquals(4, DatasetSummary.Quantiles.of(new long[] {4}).p99());
  }

  @Test
  void groupsAreOrdered() {
    assertEquals(List.of("1", "8", "16"), summary.gpuCounts().stream().map(Group::name).toList());
    assertEquals(List.of("bob", "ann"), summary.topUsers().stream().map(Group::name).toList());
    assertEquals(List.of("VGG", "BERT"), summary.models().stream().map(Group::name).toList());
    assertEquals(1 / 3.0, summary.states().getFirst().jobShare(), 1e-12);
  }

  /** Two jobs ask for a node or more; (1 + 50 + 7000) / 3 s on the mean. */
  @Test
  void sizesAndMean() {
    assertEquals(
        List.of("1 GPU", "a node", "more than a node"),
        summary.sizes().stream().map(Group::name).toList());
    assertEquals(7051 / 3.0, summary.meanDurationSeconds(), 1e-9);
  }

  @Test
  void textIsAligned() {
    String text = DatasetSummaryText.of(summary);
    assertTrue(
        text.contains(
            """
            virtual cluster  nodes  GPUs  jobs  GPU hours    load
            blue                 2    16     2          0    0.07
            green                1     8     1         16  116.67
            """),
        text);
    assertTrue(text.startsWith("small: Three jobs\n3 jobs of 2 users\n"), text);
  }

  @Test
  void jsonNamesEveryComponent() {
    String json = JsonMapper.shared().writeValueAsString(summary);
    assertTrue(json.contains("\"virtualClusters\":[{\"name\":\"blue\",\"nodes\":2,"), json);
    assertTrue(json.contains("\"median\":50.0"), json);
  }
}
