package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.Problem;

/** Damaged files are read or refused, but nothing else ever happens. */
class FuzzTest {
  private static final int ROUNDS = 800;
  private static final byte[] AWKWARD =
      "\0\",\n\r.-e{}[]:9 \u00e4".getBytes(StandardCharsets.UTF_8);

  private static final String SCALING =
      "model,batch_size,most_gpus,1,8,16,predicted\n"
          + "bert,64,8,6.03,11.06,10.9,0\n"
          + "ncf,32,1,46.9,,0,1\n";

  @TempDir private Path folder;

  @Test
  void damagedFilesGiveProblemsOrData() throws Exception {
    SmallDataset dataset = new SmallDataset(folder);
    dataset.with("jobs.csv", SmallDataset.gzip(SmallDataset.JOBS.getBytes(StandardCharsets.UTF_8)));
    damage(dataset, List.of("jobs.csv"));
    dataset.with("jobs.csv", elasticJobs()).withScaling(SCALING);
    damage(
        dataset,
        List.of(
            "dataset.json",
            "jobs.csv",
            "vc.csv",
            "single.csv",
            "pairs.csv",
            "forecast.csv",
            "series.csv",
            "guess.csv",
            "scaling.csv"));
  }

  /** Each job names the curve. */
  private static String elasticJobs() {
    return SmallDataset.JOBS
        .replace("\n", ",bert/64\n")
        .replace("gmem,bert/64\n", "gmem,scaling\n");
  }

  private void damage(SmallDataset dataset, List<String> names) throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < ROUNDS; round++) {
      String name = names.get(round % names.size());
      byte[] whole = Files.readAllBytes(folder.resolve(name));
      dataset.with(name, damaged(whole, random));
      List<Problem> problems = DatasetCheck.check(folder);
      assertTrue(problems.stream().noneMatch(p -> p.toString().contains("Exception")));
      dataset.with(name, whole);
    }
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[place] = AWKWARD[random.nextInt(AWKWARD.length)];
      case 2 -> bytes = Arrays.copyOf(bytes, place);
      default -> System.arraycopy(bytes, place, bytes, place / 2, bytes.length - place);
    }
    return bytes;
  }
}
